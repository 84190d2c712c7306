"""Lessons: raised, accepted or not, carried through by actions, and told to the complainant."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from remedies.models import ActionPoint, Lesson


@action
def raise_lesson(case: Case, *, text: str, on: date, by: User, **about) -> Lesson:
    """Keep what was learnt from a case; one that repeats another is an issue seen before."""
    lesson = Lesson(case=case, service_area=case.service_area, text=text, raised_on=on, **about)
    lesson.recurring = lesson.repeats is not None
    lesson.full_clean()
    lesson.save()
    record("raised a lesson", case, by=by, why=text)
    return lesson


@action
def answer_lesson(lesson: Lesson, *, accepted: str, why: str, by: User) -> None:
    """Say whether the council accepts it; where not, or not all of it, why (domain.md 3.1)."""
    lesson.accepted, lesson.accepted_why = accepted, why
    lesson.full_clean()
    lesson.save(update_fields=["accepted", "accepted_why"])
    record(f"answered a lesson: {lesson.get_accepted_display().lower()}", _about(lesson), by=by)


@action
def add_action(lesson: Lesson, *, text: str, due_on: date, by: User, **lead) -> ActionPoint:
    """Give a lesson an action with a named lead and a date."""
    point = ActionPoint(lesson=lesson, text=text, due_on=due_on, **lead)
    point.full_clean()
    point.save()
    record(f"gave {point.who} an action, due {due_on:%-d %B %Y}", _about(lesson), by=by, why=text)
    return point


@action
def finish_action(point: ActionPoint, *, on: date, evidence: str, by: User) -> None:
    """An action is done when there is evidence of it."""
    point.done_on, point.evidence = on, evidence
    point.full_clean()
    point.save(update_fields=["done_on", "evidence"])
    record("carried an action through", _about(point.lesson), by=by, why=evidence)


@action
def tell_complainant(lesson: Lesson, *, on: date, by: User) -> None:
    """Keep when the complainant was told what came of it."""
    lesson.complainant_told_on = on
    lesson.save(update_fields=["complainant_told_on"])
    record("told the complainant what came of a lesson", _about(lesson), by=by)


def _about(lesson: Lesson) -> Case | Lesson:
    return lesson.case or lesson
