"""What stands beside the stages of a case: with whom it is, NHS work, proceedings, mediation."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, QuerySet
from django.db.models.functions import Coalesce, JSONObject

from cases.compiled import Compiled
from cases.models import Assignment, Case, Provider
from complaints_site.json_rows import dated
from stages.models import JointWork, Mediation, Proceedings, ProviderRequest

OF_JOINT_WORK = [
    "body",
    "contact",
    "led_by",
    "consent",
    "consent_on",
    "due_on",
    "came_on",
    "separate_because",
]
OF_REQUESTS = ["asks_for", "asked_on", "due_on", "answered_on"]
OF_PROCEEDINGS = [
    "kind",
    "effect",
    "of_all",
    "reasons",
    "decided_on",
    "told_on",
    "how_to_resubmit",
    "review_on",
    "ended_on",
    "resubmit_until",
    "resubmitted_on",
]

OF_MEDIATIONS = [
    "stage_number",
    "offered_on",
    "accepted_on",
    "accepted_by",
    "refused_on",
    "refused_by",
    "refused_because",
    "mediator",
    "meets_on",
    "held_on",
    "terms",
    "outcome",
    "stage_avoided",
    "given_up_on",
    "given_up_because",
    "right_confirmed_on",
]


def _rows(model: type[Model], columns: list[str], **more) -> ArraySubquery:
    rows = model.objects.filter(case=OuterRef("pk"))
    as_json = JSONObject(**{column: column for column in columns}, **more)
    return ArraySubquery(rows.values(row_as_json=as_json))


def _numbers(between: QuerySet) -> ArraySubquery:
    return ArraySubquery(between.order_by("point__number").values("point__number"))


POINTS_JOINED = JointWork.points.through.objects.filter(jointwork=OuterRef("pk"))
POINTS_CONCERNED = Proceedings.points.through.objects.filter(proceedings=OuterRef("pk"))
HELD = Assignment.objects.filter(case=OuterRef("pk"), until=None)
HELD_BY = Coalesce("user__full_name", "team")
PARTS = Case.objects.filter(part_of=OuterRef("pk")).order_by().values("pk")

_compiled = Compiled(
    Case.objects.all,
    {
        "part_keys": ArraySubquery(PARTS),
        "assignments": ArraySubquery(
            HELD.values(row_as_json=JSONObject(capacity="capacity", name=HELD_BY))
        ),
        "requests": _rows(ProviderRequest, OF_REQUESTS, provider="provider__name"),
        "joint_work": _rows(JointWork, OF_JOINT_WORK, point_numbers=_numbers(POINTS_JOINED)),
        "proceedings": _rows(
            Proceedings,
            OF_PROCEEDINGS,
            point_numbers=_numbers(POINTS_CONCERNED),
            again="resubmitted_as__reference",
        ),
        "mediations": _rows(Mediation, OF_MEDIATIONS),
    },
)


@dataclass(frozen=True)
class Beside:
    """What stands beside the stages of one case on one day.

    ``part_keys`` are the keys of its parts, which whoever sees a case sees; each of
    ``assignments``, which say with whom it is now, has the ``name`` of the person or team; each of
    what providers were asked, and of the joint work, whether it is ``late``; joint work and
    proceedings have the ``point_numbers`` they concern, and proceedings, as ``again``, the
    reference of what was resubmitted.
    """

    part_keys: list[int]
    assignments: list[Assignment]
    requests: list[ProviderRequest]
    joint_work: list[JointWork]
    proceedings: list[Proceedings]
    mediations: list[Mediation]


def beside(case: Case, today: date) -> Beside:
    """Read in one query."""
    read = _compiled.read([case.pk])[case.pk]
    rows = {name: [dated(json.loads(row)) for row in read[name]] for name in read if name in MADE}
    made = {name: [MADE[name](row) for row in of] for name, of in rows.items()}
    for one in made["requests"] + made["joint_work"]:
        one.late = one.is_late(on=today)
    return Beside(read["part_keys"], **made)


def _request(row: dict) -> ProviderRequest:
    return _made(ProviderRequest, row | {"provider": Provider(name=row["provider"])})


def _made(model: type[Model], row: dict, *beside: str) -> Model:
    more = {name: row.pop(name) for name in beside}
    made = model(**row)
    for name, value in more.items():
        setattr(made, name, value)
    return made


MADE = {
    "assignments": lambda row: _made(Assignment, row, "name"),
    "requests": _request,
    "joint_work": lambda row: _made(JointWork, row, "point_numbers"),
    "proceedings": lambda row: _made(Proceedings, row, "point_numbers", "again"),
    "mediations": lambda row: _made(Mediation, row),
}


def marks_of_points(
    joint_work: Iterable[JointWork], proceedings: Iterable[Proceedings]
) -> dict[int, str]:
    """A word or two for each point on which no finding is asked, by its number."""
    marks = {}
    for one in proceedings:
        if one.keeps_points_back:
            marks |= dict.fromkeys(one.point_numbers, one.get_effect_display().lower())
    for work in joint_work:
        marks |= dict.fromkeys(work.point_numbers, f"answered by {work.body}")
    return marks
