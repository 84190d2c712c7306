"""What stands beside the stages of a case: joint work with the NHS, court and other proceedings."""

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from cases.models import Case
from stages.models import JointWork, Proceedings


def joint_work_of(case: Case, today: date) -> list[JointWork]:
    """Each joint work with the numbers of the points that the body answers, and if it is late."""
    points = JointWork.points.through.objects.filter(jointwork=OuterRef("pk"))
    works = list(case.joint_work.annotate(point_numbers=_numbers(points)))
    for work in works:
        work.late = work.is_late(on=today)
    return works


def proceedings_of(case: Case) -> list[Proceedings]:
    points = Proceedings.points.through.objects.filter(proceedings=OuterRef("pk"))
    found = case.proceedings.select_related("resubmitted_as")
    return list(found.annotate(point_numbers=_numbers(points)))


def marks_of_points(case: Case) -> dict[int, str]:
    """A word or two for each point on which no finding is asked, by its key."""
    withheld = Proceedings.objects.withholding().filter(case=case)
    marks = {
        key: Proceedings.Effect(effect).label.lower()
        for key, effect in withheld.values_list("points", "effect")
    }
    answered = case.joint_work.values_list("points", "body")
    return marks | {key: f"answered by {body}" for key, body in answered}


def _numbers(between) -> ArraySubquery:
    return ArraySubquery(between.order_by("point__number").values("point__number"))
