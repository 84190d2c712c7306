"""What moves the clocks of a stage from where its limits alone would put them.

Extensions, plans, how the answer was given, holds, suspensions, and dates that stay as they were
told though the calendar changed. Each is one query, and none where its rows were read with the
stage.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from stages.clocks import Window
from stages.models import Answer, Extension, Stage, Suspension
from stages.suspended_time import Spans, days_suspended
from stages.working_days import Calendar, add_working_days

SELECTED = ["answer"]
PREFETCHED = ["extensions", "plans", "holds", "suspensions"]
Left = Mapping[str, tuple[date, date]]  # by the limit's key: the start it was counted from, the day


@dataclass(frozen=True)
class Moved:
    """``extension`` and ``agreed_to`` are those in force, None where there is none.

    ``suspended_since`` is the day from which everything stands still now.
    """

    extension: Extension | None = None
    extended_to: date | None = None
    agreed_to: date | None = None
    window: Window = field(default_factory=Window)
    holds: Spans = ()
    suspended: Spans = ()
    suspended_since: date | None = None
    left: Left = field(default_factory=dict)


def what_moved(stage: Stage) -> Moved:
    """Read what moves the clocks of ``stage``, with the dates that stay as they were told."""
    left = stage.deadlines.exclude(left_on=None).select_related("limit")
    told = {one.limit.key: (one.starts_on, one.left_on) for one in left}
    return replace(moved_by_rows(stage), left=told)


def moved_by_rows(stage: Stage) -> Moved:
    """The same without these dates: no query where these were read with the stage."""
    extension = extension_in_force(stage)
    plans = [plan for plan in stage.plans.all() if plan.counts]
    suspensions = list(stage.suspensions.all())
    last_plan = max(plans, key=lambda plan: (plan.agreed_on, plan.pk), default=None)
    return Moved(
        extension=extension,
        extended_to=extension.in_force_on if extension else None,
        agreed_to=last_plan.due_on if last_plan else None,
        window=_window(stage),
        holds=[(hold.from_on, hold.to_on) for hold in stage.holds.all() if hold.to_on],
        suspended=_spans(suspensions),
        suspended_since=next((one.from_on for one in suspensions if one.to_on is None), None),
    )


def extension_in_force(stage: Stage) -> Extension | None:
    """The one that moves the due date furthest, of those that the complainant was told in time."""
    counting = [one for one in stage.extensions.all() if one.counts]
    return max(counting, key=lambda one: one.in_force_on, default=None)


def spans_suspended(stage: Stage) -> Spans:
    """The suspensions that have ended; how far an open one moves a date is not known yet."""
    return _spans(stage.suspensions.all())


def _spans(suspensions: Iterable[Suspension]) -> Spans:
    return [(one.from_on, one.to_on) for one in suspensions if one.to_on]


def extended_beyond_suspension(moved: Moved, stage: Stage, calendar: Calendar) -> date | None:
    """The date of the extension, moved by what was suspended since the complainant was told."""
    if moved.extended_to is None or not moved.suspended:
        return moved.extended_to
    told_on = (moved.extension and moved.extension.told_on) or stage.received_on
    days = days_suspended(moved.suspended, told_on, None, calendar)
    return add_working_days(moved.extended_to, days, calendar)


def _window(stage: Stage) -> Window:
    """An answer that was given by talking lets the complainant's time begin at once."""
    answer = getattr(stage, "answer", None)
    if answer is None:
        return Window()
    spoken_on = None
    if answer.way == Answer.Way.SPOKEN and stage.responded_on:
        spoken_on = max(stage.responded_on, answer.right_given_on)
    return Window(spoken_on, answer.window_ends_on)
