"""The panel Next of a case: the one thing that is due now, by when, and what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from cases.models import Case
from complaints_site.standing import Standing
from stages.models import Stage
from stages.situation import is_set_aside
from stages.working_calendar import in_words


@dataclass(frozen=True)
class Next:
    """``standing`` is empty where nothing is to be done; then ``what`` and ``then`` say why.

    ``of`` is the reference of the part that it is to be done in, where it is not the case itself.
    """

    what: str
    then: str = ""
    standing: Standing | None = None
    may_close: bool = False
    of: str = ""

    @property
    def is_late(self) -> bool:
        return bool(self.standing and self.standing.is_late)


def next_of(case: Case, stages: Sequence[Stage], clocks: Sequence[Standing], today: date) -> Next:
    """What is next in ``case``; ``clocks`` are those of all its stages."""
    if case.withdrawn_on:
        return Next(f"Withdrawn on {in_words(case.withdrawn_on)}", "Nothing more falls due.")
    if case.closed_on:
        return Next(f"Closed on {in_words(case.closed_on)}", capfirst(case.close_reason))
    if stages and (since := getattr(stages[-1], "suspended_since", None)):
        return Next(
            f"Suspended since {in_words(since)}",
            "Nothing falls due until the proceedings end, but to ask whether they have.",
        )
    to_do = milestones(clocks, today)
    if to_do:
        return Next(_words(to_do[0]), _after(to_do, case), to_do[0])
    windows = [clock for clock in clocks if clock.is_running and clock.is_window]
    if windows and windows[-1].due_on >= today:
        until = in_words(windows[-1].due_on)
        return Next(
            "Waiting for the complainant",
            f"{windows[-1].limit.name}: until {until}. If nothing comes by then, close the case.",
        )
    if windows:
        passed = in_words(windows[-1].due_on)
        then = f"{windows[-1].limit.name} ended on {passed} and nothing was asked: close the case."
        return Next("No deadline is running", then, may_close=True)
    answered = bool(stages and stages[-1].responded_on)
    return Next("No deadline is running", _why_nothing(stages), may_close=answered)


def milestones(clocks: Sequence[Standing], today: date) -> list[Standing]:
    """What the council still has to do, first due first.

    As on the desk, an inner milestone that has passed gives way to the limit it served.
    """
    running = [
        clock
        for clock in clocks
        if clock.is_running
        and clock.limit.in_force
        and not clock.is_window
        and not (clock.is_inner and clock.due_on < today)
    ]
    return sorted(running, key=lambda clock: (clock.due_on, clock.deadline.pk))


def short_name(stage: Stage) -> str:
    """
    >>> short_name(Stage(number=2))
    'Stage 2'
    """
    return f"Stage {stage.number}" if stage.number else stage.definition.name


def _words(clock: Standing) -> str:
    return f"{short_name(clock.deadline.stage)}: {_low(clock.limit.name)}"


def _after(to_do: list[Standing], case: Case) -> str:
    """What comes once the first is done: the next milestone, else the complainant's move."""
    if len(to_do) > 1:
        return f"Then: {_low(to_do[1].limit.name)}, due {in_words(to_do[1].due_on)}."
    if to_do[0].deadline.stage.number == 0:
        return "What is not settled becomes a complaint, and stage 1 begins."
    name_of_next = getattr(to_do[0].deadline.stage, "name_of_next", None)
    where = name_of_next or f"go to the {case.route.procedure.next_body}"
    return f"Then the complainant may {'ask for ' if name_of_next else ''}{where}."


def _why_nothing(stages: Sequence[Stage]) -> str:
    if not stages:
        return "No stage has begun. Deadlines stand here once one has."
    if is_set_aside(stages[-1]):
        return f"It was decided that {short_name(stages[-1])} is not begun. Next is the Ombudsman."
    answered = stages[-1].responded_on
    if answered:
        return f"{short_name(stages[-1])} was answered on {in_words(answered)}."
    return f"No time limit runs for {short_name(stages[-1])}."


def _low(name: str) -> str:
    return name[:1].lower() + name[1:]
