"""A change of the calendar that moves deadlines: proposed by one, approved by a complaints manager.

Approving brings the days into the calendar and moves every open deadline together, and each case
says so. Who has both rights does both, one after the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from accounts.trail import action, record, record_each
from cases.models import Case
from stages.actions.calendar import DayRefused, change_days, load_bank_holidays
from stages.calendar_differences import Differences, differences
from stages.calendar_effects import Effect, Move, effect_of
from stages.deadlines import row_of, store
from stages.models import (
    BankHoliday,
    CalendarChange,
    Extension,
    MovedDeadline,
    MovedTask,
    Task,
)
from stages.task_moves import TaskMove
from stages.working_calendar import in_words

Decision = CalendarChange.Decision


class EffectHasChanged(ValueError):
    """What was looked at is no longer what approving would do."""

    def __init__(self):
        super().__init__(
            "Deadlines have changed since you opened this page. Look at the list again: it shows "
            "them as they are now."
        )


@dataclass(frozen=True)
class TakenIn:
    """A list of bank holidays held against the calendar. ``change`` is what would move deadlines,
    and ``effect`` what it moves; both None where the list was taken in and nothing moved.
    """

    differences: Differences
    change: CalendarChange | None = None
    effect: Effect | None = None


@action
def take_in_list(
    holidays: Mapping[date, str],
    *,
    on: date,
    by: User | None,
    remove: bool = False,
    move: bool = False,
) -> TakenIn:
    """Bring the calendar up to date from a list; where that would move a deadline, propose it.

    With ``move`` the deadlines are moved at once.
    """
    found = differences(holidays, remove=remove)
    change = CalendarChange(
        added={f"{day}": title for day, title in found.added.items()},
        removed={f"{day}": title for day, title in found.removed.items()},
        official=True,
    )
    if not BankHoliday.objects.exists() or not (change.added or change.removed):
        return TakenIn(load_bank_holidays(holidays, by=by, remove=remove))
    effect = effect_of(change)
    if not effect.moves_anything:
        return TakenIn(load_bank_holidays(holidays, by=by, remove=remove))
    propose_change(change, on=on, by=by)
    if move:
        approve_change(change, on=on, by=by)
        change.refresh_from_db()
    return TakenIn(found, change, effect)


@action
def propose_change(change: CalendarChange, *, on: date, by: User | None) -> CalendarChange:
    """Put a change before a complaints manager. The calendar stays as it is until then."""
    days = {*change.added, *change.removed}
    for other in CalendarChange.objects.waiting().filter(kind=change.kind):
        if days & {*other.added, *other.removed}:
            raise DayRefused(f"This is proposed already, and waits for a decision: {other}.")
    change.proposed_on, change.proposed_by = on, by
    change.full_clean()
    change.save()
    record(f"proposed a change of the calendar: {change}"[:500], change, by=by)
    return change


@action
def approve_change(
    change: CalendarChange,
    *,
    on: date,
    by: User | None,
    told_stay: bool = False,
    seen: str | None = None,
) -> Effect:
    """Change the calendar and move the open deadlines, all at once; return what was moved.

    A deadline that the complainant was told keeps that date as the date told. With ``told_stay``
    it also stays in force. ``seen`` is the fingerprint of the effect that the approver looked at.
    """
    change = _still_waiting(change)
    effect = effect_of(change)
    if seen is not None and effect.fingerprint != seen:
        raise EffectHasChanged
    if told_stay:
        effect = effect_of(change, told_stay=True)
    moved_tasks = [_moved_task(change, move) for move in effect.tasks]
    sentences = list(_sentences(change, effect))
    change_days(change, by=by)
    _move(effect)
    _move_tasks(effect.tasks)
    change.told_stay = told_stay
    _decide(change, Decision.APPROVED, on=on, by=by)
    MovedDeadline.objects.bulk_create(_moved(change, move) for move in effect.moves)
    MovedTask.objects.bulk_create(moved_tasks)
    record_each(sentences, by=by, model=Case)
    record(f"approved a change of the calendar: {change}"[:500], change, by=by)
    return effect


@action
def refuse_change(change: CalendarChange, *, on: date, why: str, by: User) -> None:
    """Leave the calendar as it is, with the reason."""
    change = _still_waiting(change)
    change.why = why
    _decide(change, Decision.REFUSED, on=on, by=by)
    record(f"refused a change of the calendar: {change}"[:500], change, by=by, why=why)


@action
def take_back_change(change: CalendarChange, *, on: date, by: User) -> None:
    """Take back what was proposed by mistake."""
    change = _still_waiting(change)
    _decide(change, Decision.TAKEN_BACK, on=on, by=by)
    record(f"took back a change of the calendar: {change}"[:500], change, by=by)


def _still_waiting(change: CalendarChange) -> CalendarChange:
    """The change, locked, so that nobody decides it twice."""
    change = CalendarChange.objects.select_for_update().get(pk=change.pk)
    if not change.is_waiting:
        raise DayRefused(f"This was decided already: {change.get_decision_display().lower()}.")
    return change


def _decide(change: CalendarChange, decision: str, *, on: date, by: User | None) -> None:
    change.decision, change.decided_on, change.decided_by = decision, on, by
    change.full_clean()
    change.save()


def _move(effect: Effect) -> None:
    store(
        [
            row_of(
                move.stage,
                move.clock,
                told_on=move.told,
                left_on=move.left_on,
            )
            for move in effect.counted
        ],
        also=["told_on", "left_on"],
    )
    Extension.objects.bulk_update(effect.extensions, ["counted_to_on"])


def _moved(change: CalendarChange, move: Move) -> MovedDeadline:
    return MovedDeadline(
        change=change,
        stage=move.stage,
        deadline=move.deadline,
        from_on=move.from_on,
        to_on=move.to_on,
        was_told=move.was_told,
        stayed=move.stayed,
    )


def _move_tasks(moves: Iterable[TaskMove]) -> None:
    tasks = []
    for move in moves:
        task = move.task
        task.due_on, task.shown_from = move.to_on, move.shown_from
        task.counted_from = move.counted_from
        tasks.append(task)
    Task.objects.bulk_update(tasks, ["due_on", "shown_from", "counted_from"])


def _moved_task(change: CalendarChange, move: TaskMove) -> MovedTask:
    return MovedTask(change=change, task=move.task, from_on=move.from_on, to_on=move.to_on)


def _sentences(change: CalendarChange, effect: Effect) -> Iterable[tuple]:
    """Of each case one sentence, and in its reason each date that all who read it may know."""
    words = defaultdict(list)
    for move in effect.moves:
        words[move.stage.case_id].append(_words(move))
    for move in effect.tasks:
        if not move.task.for_deciders:
            said = f"{move.task.what}: from {in_words(move.from_on)} to {in_words(move.to_on)}"
            words[move.task.case_id].append(said)
    for case_id, of_case in words.items():
        yield case_id, f"changed the calendar: {change}"[:500], "\n".join(of_case)


def _words(move: Move) -> str:
    what = f"{move.stage}: {move.deadline.limit.name}"
    if move.stayed:
        return f"{what} stays on {in_words(move.from_on)}, as the complainant was told"
    told = f" (the complainant was told {in_words(move.told)})" if move.told else ""
    return f"{what} moved from {in_words(move.from_on)} to {in_words(move.to_on)}{told}"
