"""Lessons: raised, accepted or not, carried through by actions, told to the complainant, closed."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from remedies.models import ActionPoint, LearningForm, Lesson
from stages.actions.tasks import finish_task
from stages.models import Recommendation, Stage, Task
from stages.not_possible import NotPossible
from stages.working_calendar import in_words

ACCEPTED = {
    Recommendation.Answer.ACCEPTED: Lesson.Accepted.YES,
    Recommendation.Answer.IN_PART: Lesson.Accepted.IN_PART,
    Recommendation.Answer.NOT_ACCEPTED: Lesson.Accepted.NO,
}


@action
def raise_lesson(case: Case, *, text: str, on: date, by: User, **about) -> Lesson:
    """Keep what was learnt from a case; one that repeats another is an issue seen before.

    One that carries a recommendation through has the answer that the council gave to it.
    """
    lesson = Lesson(case=case, service_area=case.service_area, text=text, raised_on=on, **about)
    lesson.recurring = lesson.repeats is not None
    if lesson.recommendation and lesson.recommendation.answer:
        lesson.accepted = ACCEPTED[lesson.recommendation.answer]
        lesson.accepted_why = lesson.recommendation.reason
    lesson.full_clean()
    lesson.save()
    record("raised a lesson", case, by=by, why=text)
    return lesson


@action
def answer_lesson(lesson: Lesson, *, accepted: str, why: str, by: User) -> None:
    """Say whether the council accepts it; where not, or not all of it, why (domain.md 3.1)."""
    _refuse_once_closed(lesson)
    lesson.accepted, lesson.accepted_why = accepted, why
    lesson.full_clean()
    lesson.save(update_fields=["accepted", "accepted_why"])
    record(f"answered a lesson: {lesson.get_accepted_display().lower()}", _about(lesson), by=by)


@action
def add_action(lesson: Lesson, *, text: str, due_on: date, by: User, **lead) -> ActionPoint:
    """Give a lesson an action with a named lead and a date."""
    _refuse_once_closed(lesson)
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


@action
def close_lesson(
    lesson: Lesson,
    *,
    on: date,
    evidence: str,
    by: User,
    told_on: date | None = None,
    not_told_because: str = "",
) -> None:
    """Close a lesson: answered, each action done, with evidence, and the complainant told of it."""
    _refuse_once_closed(lesson)
    if lesson.action_points.open().exists():
        raise NotPossible("Not every action of this lesson is done: record them as done first.")
    lesson.closed_on, lesson.evidence = on, evidence
    lesson.complainant_told_on, lesson.not_told_because = told_on, not_told_because
    lesson.full_clean()
    lesson.save()
    record("closed a lesson", _about(lesson), by=by, why=evidence)


@action
def fill_in_learning_form(
    stage: Stage,
    *,
    went_wrong: str,
    on: date,
    by: User,
    put_right: str = "",
    text: str = "",
    repeats: Lesson | None = None,
    why_no_change: str = "",
) -> LearningForm:
    """Keep what whoever answers a stage learnt; ``text`` is the lesson, where there is one."""
    if LearningForm.objects.filter(stage=stage).exists():
        raise NotPossible("The learning form of this stage is filled in already.")
    form = LearningForm(
        case=stage.case,
        stage=stage,
        went_wrong=went_wrong,
        put_right=put_right,
        why_no_change=why_no_change,
        filled_on=on,
        filled_by=by,
    )
    if text:
        source = Lesson.Source.LEARNING_FORM
        form.lesson = raise_lesson(
            stage.case, text=text, on=on, source=source, repeats=repeats, by=by
        )
    form.full_clean()
    form.save()
    record(f"filled in the learning form of {stage}", stage.case, by=by, why=went_wrong)
    for task in stage.tasks.filter(kind=Task.Kind.LEARNING).open():
        finish_task(task, on=on, evidence="Filled in", by=by)
    return form


def _refuse_once_closed(lesson: Lesson) -> None:
    if not lesson.is_open:
        raise NotPossible(f"This lesson was closed on {in_words(lesson.closed_on)}.")


def _about(lesson: Lesson) -> Case | Lesson:
    return lesson.case or lesson
