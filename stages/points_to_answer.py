"""On which points of a case the council makes a finding now.

Not on what court or other proceedings keep back, nor on what a body of the NHS answers.
"""

from django.db.models import QuerySet

from cases.models import Case, Point
from stages.models import JointWork, Outcome, Proceedings, Stage


def points_to_answer(stage: Stage) -> QuerySet[Point]:
    case = stage.case
    kept_back = _points(Proceedings, Proceedings.objects.withholding().filter(case=case))
    theirs = _points(JointWork, case.joint_work.all())
    return case.points.at_stage(stage.number).exclude(pk__in=kept_back).exclude(pk__in=theirs)


def found_without_asking(stage: Stage) -> dict[Point, Outcome]:
    """What an answer says of the others: not accepted of what was declined by itself, no finding
    of ours on what a body of the NHS answers, and nothing yet of what is suspended."""
    case, points = stage.case, stage.case.points.at_stage(stage.number)
    declined = Proceedings.objects.withholding().filter(
        case=case, effect=Proceedings.Effect.DECLINED
    )
    theirs = points.filter(pk__in=_points(JointWork, case.joint_work.all()))
    not_accepted = points.filter(pk__in=_points(Proceedings, declined))
    found = dict.fromkeys(theirs, Outcome.NO_FINDING)
    return found | dict.fromkeys(not_accepted, Outcome.NOT_ACCEPTED)


def why_not_answered(case: Case) -> list[str]:
    """A sentence for each point on which no finding is asked."""
    said = [
        f"{point}: {_kept_back(one)}"
        for one in Proceedings.objects.withholding().filter(case=case).prefetch_related("points")
        for point in one.points.all()
    ]
    return said + [
        f"{point}: answered by {one.body}"
        for one in case.joint_work.prefetch_related("points")
        for point in one.points.all()
    ]


def _kept_back(one: Proceedings) -> str:
    since = f"{one.get_effect_display().lower()} on {one.decided_on:%-d %B %Y}"
    return f"{since} ({one.get_kind_display().lower()})"


def _points(model, rows: QuerySet) -> QuerySet:
    """The keys of the points of ``rows``, from the table between: it never holds an empty one."""
    between = model.points.through
    return between.objects.filter(
        **{f"{model._meta.model_name}__in": rows.order_by().values("pk")}
    ).values("point")
