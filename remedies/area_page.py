"""A service area's page: what is overdue there, what keeps coming back, and what was learnt."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, QuerySet

from accounts.models import User
from cases.models import Case, ServiceArea
from remedies.lessons_page import Asked, coming_back, counts_for, lessons_for, long_past
from remedies.models import ActionPoint, Lesson
from stages.models import Outcome, Task

YEAR = timedelta(days=365)
SHOWN = 10
FOUND_FOR_THEM = [Outcome.UPHELD, Outcome.PARTIALLY_UPHELD]


@dataclass(frozen=True)
class AreaPage:
    """``natures`` are what complaints of the last year were upheld about more than once."""

    area: ServiceArea
    counts: dict[str, int]
    actions: list[ActionPoint]
    forms: list[Task]
    coming_back: list[Lesson]
    natures: list[dict]
    lessons: list[Lesson]


def area_page(area: ServiceArea, user: User, today: date) -> AreaPage:
    return AreaPage(
        area,
        counts_for(user, today, area),
        _late_actions(area, user, today),
        list(_late_forms(area, user, today)),
        list(coming_back(user, area)),
        list(_upheld_again(area, user, today)),
        lessons_for(user, Asked(area=area), today)[:SHOWN],
    )


def _late_actions(area: ServiceArea, user: User, today: date) -> list[ActionPoint]:
    """The longest late first, each with whether it is put to the head of service."""
    seen = Lesson.objects.visible_to(user).filter(service_area=area).order_by().values("pk")
    late = ActionPoint.objects.late(on=today).filter(lesson__in=seen)
    points = list(late.select_related("lead_user", "lesson").order_by("due_on", "pk"))
    for point in points:
        point.put_to_the_head = point.due_on < long_past(today)
    return points


def _late_forms(area: ServiceArea, user: User, today: date) -> QuerySet[Task]:
    """Learning forms that were due with an answer and have not come."""
    due = Task.objects.visible_to(user).open().filter(kind=Task.Kind.LEARNING, due_on__lt=today)
    of_area = due.filter(case__service_area=area).select_related("case", "stage", "owner")
    return of_area.order_by("due_on", "pk")


def _upheld_again(area: ServiceArea, user: User, today: date) -> QuerySet:
    seen = Case.objects.visible_to(user).order_by().values("pk")
    upheld = Case.objects.filter(
        pk__in=seen,
        service_area=area,
        nature__isnull=False,
        received_on__gt=today - YEAR,
        stages__outcome__in=FOUND_FOR_THEM,
    )
    by_nature = (
        upheld.order_by()
        .values("nature", "nature__name")
        .annotate(times=Count("pk", distinct=True))
    )
    return by_nature.filter(times__gt=1).order_by("-times", "nature__name")
