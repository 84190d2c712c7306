"""Lists that a section can hold: what was learnt, said, advised and meant to be done."""

from collections.abc import Callable, Iterable

from django.db.models import Prefetch

from editions.earlier import edition_before
from editions.models import CommitteeItem, Edition, Priority
from remedies.models import ActionPoint, LearningForm
from reporting.counted import ACTIONS, COMPLIMENTS, LEFT_OUT, LESSONS, REFERRALS
from reporting.period import in_words

NOTHING = "There is nothing to list for this period."


def lessons(edition: Edition) -> Iterable[str]:
    """What was learnt, with who does what by when."""
    actions = Prefetch("action_points", ActionPoint.objects.order_by("due_on", "pk"))
    rows = LESSONS.within(edition.scope).select_related("service_area").prefetch_related(actions)
    for lesson in rows.order_by("service_area__position", "service_area__name", "pk"):
        again = " An issue in earlier complaints, too." if lesson.recurring else ""
        done = " ".join(_action(each) for each in lesson.action_points.all())
        yield f"{lesson.service_area}: {_sentence(lesson.text)}{again} {done}".strip()


def _action(each: ActionPoint) -> str:
    """What is to be done, and until when: the report names no lead."""
    ends = "no day set"
    if each.done_on:
        ends = f"done on {in_words(each.done_on)}"
    elif each.due_on:
        ends = f"due by {in_words(each.due_on)}"
    what = each.text.strip().rstrip(".")
    return f"Action: {what} ({ends})." if what else f"Action {ends}."


def changes_not_made(edition: Edition) -> Iterable[str]:
    """What was advised and not accepted, what was to be done and is not, and where a complaint was
    looked at and nothing is changed: each with why (domain.md section 3.1)."""
    scope = edition.scope
    lessons = LESSONS.within(scope).exclude(accepted_why="").select_related("service_area")
    for lesson in lessons.order_by("service_area__position", "service_area__name", "pk"):
        said = lesson.get_accepted_display()
        why = _sentence(lesson.accepted_why)
        yield f"{lesson.service_area}: {_sentence(lesson.text)} {said}: {why}"
    end = scope.period.end
    late = ACTIONS.within(scope).exclude(done_on__lte=end).select_related("lesson__service_area")
    for each in late.order_by("due_on", "pk"):
        what = _sentence(each.text or each.lesson.text)
        yield (
            f"{each.lesson.service_area}: {what} It was due by {in_words(each.due_on)} and was not "
            f"done by {in_words(end)}."
        )
    yield from _nothing_to_change(edition)


def _nothing_to_change(edition: Edition) -> Iterable[str]:
    scope = edition.scope
    forms = LearningForm.objects.filter(filled_on__range=scope.period.days)
    forms = forms.exclude(why_no_change="")
    if scope.directorate:
        forms = forms.filter(case__service_area__in=[area.pk for area in scope.service_areas])
    for form in forms.select_related("case__service_area").order_by("pk"):
        yield f"{form.case.service_area}: nothing is changed. {_sentence(form.why_no_change)}"


def compliments(edition: Edition) -> Iterable[str]:
    rows = COMPLIMENTS.within(edition.scope).exclude(text="").select_related("service_area")
    return (f"{each.service_area}: “{each.text}”" for each in rows.order_by("received_on", "pk"))


def feedback(edition: Edition) -> Iterable[str]:
    """What young people said of advocacy and agreed to have kept for the report."""
    heard = REFERRALS.within(edition.scope).heard().order_by("referred_on", "pk")
    return (f"“{said}”" for said in heard.values_list("feedback", flat=True))


def left_out(edition: Edition) -> Iterable[str]:
    """The cases that are in no other number, with why."""
    rows = LEFT_OUT.within(edition.scope).order_by("received_on", "pk")
    return (f"{case.reference}: {case.get_left_out_as_display()}" for case in rows)


def priorities(edition: Edition) -> Iterable[str]:
    return (
        f"{_sentence(each.text)} {each.owner}, by {in_words(each.due_on)}. "
        f"Measured by: {_sentence(each.measure)}"
        for each in edition.priorities.all()
    )


def priorities_before(edition: Edition) -> Iterable[str]:
    """What became of the priorities of the year before."""
    before = edition_before(edition)
    rows = before.priorities.all() if before else Priority.objects.none()
    return (
        f"{_sentence(each.text)} {each.became or 'Nothing is recorded of what became of it.'}"
        for each in rows
    )


def committee_before(edition: Edition) -> Iterable[str]:
    """What members asked and advised the year before, and what they were answered."""
    before = edition_before(edition)
    rows = before.committee_items.all() if before else CommitteeItem.objects.none()
    for each in rows:
        reply = f"{each.reply} ({each.replied_by})" if each.reply else "Not answered yet."
        yield f"{each.get_kind_display()}: {_sentence(each.text)} {reply}"


LISTS: dict[str, tuple[str, Callable[[Edition], Iterable[str]]]] = {
    "lessons": ("Lessons with their actions", lessons),
    "changes-not-made": ("Changes that were not made, and why", changes_not_made),
    "compliments": ("Compliments in their own words", compliments),
    "feedback": ("What young people said of advocacy", feedback),
    "left-out": ("Cases in no count, and why", left_out),
    "priorities": ("Priorities for the year to come", priorities),
    "priorities-before": ("What became of last year’s priorities", priorities_before),
    "committee-before": ("What the committee asked last year", committee_before),
}
NAMES_CASES = {"left-out"}


def _sentence(text: str) -> str:
    """
    >>> _sentence("Ring back"), _sentence("Ring back.")
    ('Ring back.', 'Ring back.')
    """
    said = text.strip()
    return said if said.endswith((".", "!", "?")) else f"{said}."
