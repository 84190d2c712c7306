"""The lists of lessons: which are open, which are late, and what keeps coming back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from accounts.models import User
from cases.models import Assignment, Case, ServiceArea
from remedies.models import ActionPoint, Lesson

ROWS = 100
STATES = {
    "": "All",
    "due": "With an action due or late",
    "late": "With a late action",
    "open": "With actions to do",
    "unanswered": "Not answered yet",
    "done": "Done, to be closed",
    "closed": "Closed",
}


@dataclass(frozen=True)
class Asked:
    """Which lessons the page shows; each part stands in its address."""

    state: str = ""
    area: ServiceArea | None = None
    words: str = ""


def lessons_for(user: User, asked: Asked, today: date) -> list[Lesson]:
    """The lessons asked for that ``user`` may see, newest first, with their actions."""
    found = _in_state(Lesson.objects.visible_to(user), asked.state, today)
    if asked.area:
        found = found.filter(service_area=asked.area)
    if asked.words:
        found = found.filter(text__icontains=asked.words)
    points = Prefetch("action_points", ActionPoint.objects.select_related("lead_user"))
    shown = found.select_related("service_area", "case", "repeats").prefetch_related(points)
    lessons = with_actions(shown.order_by("-raised_on", "-pk")[:ROWS], today)
    cases = {lesson.case_id for lesson in lessons}
    open_to_them = set(
        Case.objects.visible_to(user).filter(pk__in=cases).values_list("pk", flat=True)
    )
    for lesson in lessons:
        lesson.case_opens = lesson.case_id in open_to_them
    return lessons


def with_actions(lessons: Iterable[Lesson], today: date) -> list[Lesson]:
    """Lessons whose action points were prefetched, each with ``actions`` that know if late."""
    lessons = list(lessons)
    for lesson in lessons:
        lesson.actions = list(lesson.action_points.all())
        for point in lesson.actions:
            point.late = bool(point.due_on and not point.done_on and point.due_on < today)
        lesson.may_be_closed = bool(lesson.accepted) and all(
            point.done_on for point in lesson.actions
        )
    return lessons


def counts_for(user: User, today: date, area: ServiceArea | None = None) -> dict[str, int]:
    """How many lessons stand in each state, in one query."""
    seen = Lesson.objects.filter(pk__in=Lesson.objects.visible_to(user).order_by().values("pk"))
    if area:
        seen = seen.filter(service_area=area)
    return seen.aggregate(
        **{key or "all": Count("pk", filter=_state(key, today)) for key in STATES}
    )


def coming_back(user: User, area: ServiceArea | None = None) -> QuerySet[Lesson]:
    """Lessons that later ones repeat, the most repeated first."""
    seen = Lesson.objects.visible_to(user).order_by().values("pk")
    found = Lesson.objects.filter(pk__in=seen)
    if area:
        found = found.filter(service_area=area)
    times = found.annotate(times=Count("repeated_by")).filter(times__gt=0)
    return times.select_related("service_area").order_by("-times", F("raised_on").desc())[:20]


def chased_actions_of(user: User, today: date) -> int:
    """How many actions ``user`` is asked about."""
    return chased_actions_for(user, today).count()


def chased_actions_for(user: User, today: date) -> QuerySet[ActionPoint]:
    """The actions asked about: their own from the day they are due; once late, those of their
    cases whose lead does not sign in; once long past, those of the areas they head."""
    headed = Q(lesson__service_area__heads=user, due_on__lt=long_past(today))
    held = Assignment.objects.filter(user=user, until=None, capacity=Assignment.Capacity.OWNER)
    of_their_cases = Q(lead_user=None, due_on__lt=today, lesson__case__in=held.values("case"))
    due = ActionPoint.objects.open().filter(due_on__lte=today)
    return due.filter(Q(lead_user=user) | of_their_cases | headed).distinct()


def long_past(today: date) -> date:
    """What was due before this day is put to the head of service."""
    return today - timedelta(days=settings.ACTION_LONG_PAST_DAYS)


def areas_with_lessons(user: User) -> QuerySet[ServiceArea]:
    """The service areas that have lessons which ``user`` may see, each with how many."""
    seen = Lesson.objects.visible_to(user).order_by().values("pk")
    counted = Count("lessons", filter=Q(lessons__in=seen))
    return ServiceArea.objects.annotate(learnt=counted).filter(learnt__gt=0).order_by("name")


def _in_state(lessons: QuerySet[Lesson], state: str, today: date) -> QuerySet[Lesson]:
    return lessons.filter(_state(state, today)) if state else lessons


def _state(state: str, today: date) -> Q:
    of_it = ActionPoint.objects.filter(lesson=OuterRef("pk")).order_by()
    answers = {
        "": Q(),
        "due": Q(Exists(of_it.open().filter(due_on__lte=today))),
        "late": Q(Exists(of_it.late(on=today))),
        "open": Q(Exists(of_it.open())),
        "unanswered": Q(accepted="", closed_on=None),
        "done": Q(Exists(of_it) | Q(accepted="no"), closed_on=None)
        & ~Q(accepted="")
        & ~Q(Exists(of_it.open())),
        "closed": Q(closed_on__isnull=False),
    }
    return answers[state]
