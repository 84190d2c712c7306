"""What the council owes a complainant while an answer is waited for, kept as tasks.

An update falls due every so many working days once a stage is late or long (both are data of the
procedure); a long stop that is missed is explained in writing. Nothing is owed while considering
the stage is suspended, nor in one of which it was decided that it is not begun. The day of each is
known as soon as the clocks are counted, so no job has to run at night: a task waits unseen until
near its day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from stages.clocks import Clock
from stages.models import Stage, Task
from stages.moved import Moved, spans_suspended
from stages.suspended_time import Spans, days_suspended
from stages.working_days import BeyondHorizon, Calendar, add_working_days, count_back

Kind = Task.Kind
SHOWN_BEFORE = 3  # working days
NOT_MADE = "Not made before the next one fell due"
NOT_WAITED_FOR = "The stage is no longer waited for"
NOT_BEGUN = "The stage is not begun"
SUSPENDED = "Considering it is suspended"
UPDATE = "Update the complainant on how far it is"
LONG_STOP = "Write to explain why there is no answer yet, and when it will come"
OWED = [Kind.UPDATE, Kind.LONG_STOP, Kind.NEW_DATE, Kind.DRAFT]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Owed:
    """The tasks that are owed in a stage; ``main`` is the clock of its answer, where it has one."""

    stage: Stage
    main: Clock | None
    calendar: Calendar
    tasks: list[Task]
    suspended: Spans = ()

    @property
    def every(self) -> int:
        return self.stage.definition.procedure.update_every

    def open(self, kind: str) -> Task | None:
        return next((task for task in self.tasks if task.kind == kind and task.is_open), None)

    def updates(self) -> list[Task]:
        return [task for task in self.tasks if task.kind == Kind.UPDATE]

    @property
    def first_update_on(self) -> date:
        """One interval after the stage is late, or has gone on for long, whichever is first."""
        return self.after(min(self._long_on, self._late_on or self._long_on))

    @property
    def first_is_counted_from(self) -> date:
        """The start of a stage that goes on for long; of a late one, the due date of its answer."""
        return self._late_on if self._late_on and self._late_on < self._long_on else self._begun_on

    @property
    def _begun_on(self) -> date:
        return self.stage.requested_on or self.stage.received_on

    @property
    def _long_on(self) -> date:
        after = self.stage.definition.procedure.update_after
        after += days_suspended(self.suspended, self._begun_on, None, self.calendar)
        return add_working_days(self._begun_on, after, self.calendar)

    @property
    def _late_on(self) -> date | None:
        return max(self.main.due_on, self._begun_on) if self.main else None

    def after(self, day: date) -> date:
        return add_working_days(day, self.every, self.calendar)


def keep_tasks(
    stage: Stage, main: Clock | None, calendar: Calendar, moved: Moved, *, is_new: bool = False
) -> None:
    """Bring what is owed in ``stage`` up to date with its clocks; nothing once it has ended.

    While it is suspended nothing is due; afterwards each task is, by as many working days later. In
    one that ``is_new`` nothing is owed yet.
    """
    tasks = [] if is_new else list(stage.tasks.filter(kind__in=OWED))
    owed = Owed(stage, main, calendar, tasks, moved.suspended)
    if ended_on := _ended_on(stage):
        end(owed, on=ended_on)
        return
    if any(task.dropped_because == NOT_BEGUN for task in tasks):
        return
    if moved.suspended_since:
        _stand_still(owed, on=moved.suspended_since)
        return
    try:
        _run_again(owed)
        _keep_update(owed)
        _keep_long_stop(owed)
    except BeyondHorizon:
        return  # the calendar does not reach: it is counted when the next step is taken


def owed_in(stage: Stage, calendar: Calendar) -> Owed:
    """What is owed in a stage whose clocks stand."""
    main = stage.deadlines.filter(is_main=True).select_related("limit").first()
    tasks = list(stage.tasks.filter(kind__in=OWED))
    return Owed(stage, main, calendar, tasks, spans_suspended(stage))


def set_aside(stages: Iterable[Stage], *, on: date) -> None:
    """It was decided that these stages are not begun: nothing is owed in them."""
    Task.objects.filter(stage__in=stages, kind__in=OWED).give_up(on=on, why=NOT_BEGUN)


def take_up(stage: Stage) -> None:
    """A stage that was set aside goes on, with what was owed in it."""
    stage.tasks.filter(dropped_because=NOT_BEGUN).update(dropped_on=None, dropped_because="")


def count_missed(owed: Owed, *, on: date) -> Task | None:
    """The update that is due on ``on``; each one whose successor fell due by then was missed."""
    update = owed.open(Kind.UPDATE)
    while update and (next_on := owed.after(missed_on := update.due_on)) <= on:
        _drop(update, on=next_on, why=NOT_MADE)
        update = _raise_update(owed, next_on, counted_from=missed_on)
    return update


def next_update(owed: Owed, *, after: date) -> Task:
    """The update that follows one made on ``after``; none is due before updates begin."""
    due_on, first_on = owed.after(after), owed.first_update_on
    if due_on < first_on:
        return _raise_update(owed, first_on, counted_from=owed.first_is_counted_from)
    return _raise_update(owed, due_on, counted_from=after)


def end(owed: Owed, *, on: date) -> None:
    """Nothing more is owed; what was missed until then stays missed."""
    count_missed(owed, on=on)
    for task in owed.tasks:
        if task.is_open:
            _drop(task, on=on, why=NOT_WAITED_FOR)


def _stand_still(owed: Owed, *, on: date) -> None:
    """What fell due before is missed all the same."""
    count_missed(owed, on=on)
    for task in owed.tasks:
        if task.is_open:
            _drop(task, on=on, why=SUSPENDED)


def _run_again(owed: Owed) -> None:
    for task in owed.tasks:
        if task.dropped_because == SUSPENDED:
            days = days_suspended(owed.suspended, task.dropped_on, None, owed.calendar)
            task.due_on = add_working_days(task.due_on, days, owed.calendar)
            if task.shown_from:
                task.shown_from = add_working_days(task.shown_from, days, owed.calendar)
            task.dropped_on, task.dropped_because = None, ""
            task.save()


def _ended_on(stage: Stage) -> date | None:
    case = stage.case
    return stage.responded_on or stage.escalated_on or case.withdrawn_on or case.closed_on


def _keep_update(owed: Owed) -> None:
    """The first update moves with the due date; later ones are counted from the one before."""
    known = owed.updates()
    open_one = owed.open(Kind.UPDATE)
    if len(known) > 1 or (known and not open_one):
        if not open_one:
            next_update(owed, after=max(task.done_on or task.due_on for task in known))
    elif open_one:
        from_ = owed.first_is_counted_from
        _move(open_one, owed.first_update_on, owed.calendar, counted_from=from_)
    else:
        _raise_update(owed, owed.first_update_on, counted_from=owed.first_is_counted_from)


def _keep_long_stop(owed: Owed) -> None:
    if not (owed.main and owed.main.limit.by_agreement):
        return
    ends_on = owed.main.ceiling_on
    due_on = add_working_days(ends_on, 1, owed.calendar)
    if task := owed.open(Kind.LONG_STOP):
        _move(task, due_on, owed.calendar, counted_from=ends_on, shown_from=ends_on + ONE_DAY)
    elif not any(task.kind == Kind.LONG_STOP for task in owed.tasks):
        days = {"counted_from": ends_on, "shown_from": ends_on + ONE_DAY}
        _raise(owed, Kind.LONG_STOP, LONG_STOP, due_on, **days)


def _raise_update(owed: Owed, due_on: date, *, counted_from: date) -> Task:
    shown_from = count_back(due_on, SHOWN_BEFORE, owed.calendar)
    days = {"counted_from": counted_from, "shown_from": shown_from}
    return _raise(owed, Kind.UPDATE, UPDATE, due_on, **days)


def _raise(owed: Owed, kind: str, what: str, due_on: date, **days: date) -> Task:
    task = Task.objects.create(
        case=owed.stage.case, stage=owed.stage, kind=kind, what=what, due_on=due_on, **days
    )
    owed.tasks.append(task)
    return task


def _move(
    task: Task,
    due_on: date,
    calendar: Calendar,
    *,
    counted_from: date,
    shown_from: date | None = None,
) -> None:
    if (task.due_on, task.counted_from) != (due_on, counted_from):
        task.due_on, task.counted_from = due_on, counted_from
        task.shown_from = shown_from or count_back(due_on, SHOWN_BEFORE, calendar)
        task.save(update_fields=["due_on", "counted_from", "shown_from"])


def _drop(task: Task, *, on: date, why: str) -> None:
    task.dropped_on, task.dropped_because = on, why
    task.save(update_fields=["dropped_on", "dropped_because"])
