"""What stands beside the stages of a case: with whom it is, NHS work, proceedings."""

from collections.abc import Iterable
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef
from django.db.models.functions import Coalesce, JSONObject

from cases.models import Assignment, Case, Provider
from complaints_site.json_rows import dated
from stages.models import JointWork, Proceedings, ProviderRequest

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


def rows_beside() -> dict[str, ArraySubquery]:
    """What to read with a case, so that it costs no query of its own."""
    points = JointWork.points.through.objects.filter(jointwork=OuterRef("pk"))
    concerned = Proceedings.points.through.objects.filter(proceedings=OuterRef("pk"))
    held = Assignment.objects.filter(case=OuterRef("pk"), until=None)
    name = Coalesce("user__full_name", "team")
    return {
        "assignment_rows": ArraySubquery(
            held.values(row_as_json=JSONObject(capacity="capacity", name=name))
        ),
        "request_rows": _rows(ProviderRequest, OF_REQUESTS, provider="provider__name"),
        "joint_rows": _rows(JointWork, OF_JOINT_WORK, point_numbers=_numbers(points)),
        "proceedings_rows": _rows(
            Proceedings,
            OF_PROCEEDINGS,
            point_numbers=_numbers(concerned),
            again="resubmitted_as__reference",
        ),
    }


def assignments_of(case: Case) -> list[Assignment]:
    """With whom a case is now, each with the name of the person or team."""
    return [_made(Assignment, row, "name") for row in case.assignment_rows]


def asked_of_providers(case: Case, today: date) -> list[ProviderRequest]:
    """What providers were asked, each with whether it is late."""
    rows = [row | {"provider": Provider(name=row["provider"])} for row in case.request_rows]
    requests = [_made(ProviderRequest, row) for row in rows]
    for request in requests:
        request.late = request.is_late(on=today)
    return requests


def joint_work_of(case: Case, today: date) -> list[JointWork]:
    """Each joint work, with the numbers of the points that the body answers, and if it is late."""
    works = [_made(JointWork, row, "point_numbers") for row in case.joint_rows]
    for work in works:
        work.late = work.is_late(on=today)
    return works


def proceedings_of(case: Case) -> list[Proceedings]:
    """Each, with the numbers of its points and the reference of what was resubmitted."""
    return [_made(Proceedings, row, "point_numbers", "again") for row in case.proceedings_rows]


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


def _rows(model: type[Model], columns: list[str], **more) -> ArraySubquery:
    rows = model.objects.filter(case=OuterRef("pk"))
    as_json = JSONObject(**{column: column for column in columns}, **more)
    return ArraySubquery(rows.values(row_as_json=as_json))


def _made(model: type[Model], row: dict, *beside: str) -> Model:
    row = dated(row)
    more = {name: row.pop(name) for name in beside}
    made = model(**row)
    for name, value in more.items():
        setattr(made, name, value)
    return made


def _numbers(between) -> ArraySubquery:
    return ArraySubquery(between.order_by("point__number").values("point__number"))
