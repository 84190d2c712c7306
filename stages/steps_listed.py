"""The table of steps as a list to read: each step, from where to where, who may, what it needs.

Read from :data:`stages.steps.GROUPS`, which the site itself asks; so it cannot tell another story.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.permissions import RIGHTS, Permission, Role
from cases.models import Case
from stages.models import Deadline, Procedure, Stage, StageDefinition
from stages.situation import Phase, Situation
from stages.steps import GROUPS, Step
from stages.steps.eligibility import is_no_panel
from stages.steps.guards import (
    before_stage_1,
    can_be_extended,
    clock_does_not_stop,
    clock_may_stop,
    date_is_agreed,
    not_before_stage_1,
    there_is_a_next_stage,
    words_of,
)
from stages.steps.investigation_guards import (
    answered_by_no_other_step,
    goes_to_a_panel,
    investigated_with_an_independent_person,
)

# Guards that ask for nothing but the rules of the stage: true or false for good
OF_THE_RULES = {
    answered_by_no_other_step,
    before_stage_1,
    can_be_extended,
    clock_does_not_stop,
    clock_may_stop,
    date_is_agreed,
    goes_to_a_panel,
    investigated_with_an_independent_person,
    is_no_panel,
    not_before_stage_1,
    there_is_a_next_stage,
}

EVERY_STAGE = ("every stage",)


@dataclass(frozen=True)
class Row:
    """One step. ``stages`` are the names of those it can be taken at, of one procedure; said in two
    words where these are all."""

    step: Step
    stages: tuple[str, ...] = ()

    @property
    def phases(self) -> list[Phase]:
        return [phase for phase in Phase if phase in self.step.phases]

    @property
    def from_to(self) -> str:
        """
        >>> from stages.steps import BY_KEY
        >>> Row(BY_KEY["withdraw"]).from_to, Row(BY_KEY["note"]).from_to
        ('requested, under way, suspended or answered → withdrawn', 'at any time')
        """
        start = in_a_row(self.phases) if len(self.phases) < len(Phase) else "at any time"
        return f"{start} → {self.step.to}" if self.step.to else start

    @property
    def who(self) -> str:
        needed = {Permission.RUN_CASE, self.step.permission}
        return ", ".join(role.label for role in Role if needed <= RIGHTS[role])

    @property
    def needs(self) -> list[str]:
        return [words_of(guard) for guard in self.step.needs]

    @property
    def does(self) -> str:
        return " ".join(filter(None, [self.step.then, self.step.tells]))


class OnPaper(Situation):
    """A stage that nobody has asked for: only its rules are there."""

    def __init__(self, definition: StageDefinition, next_name: str):
        stage = Stage(definition=definition, number=definition.number)
        stage.name_of_next, stage.about_its_request = next_name, None
        super().__init__(Case(), [stage])

    @property
    def procedure(self) -> Procedure:
        return self.definition.procedure

    @property
    def main_deadline(self) -> Deadline | None:
        limit = next((limit for limit in self.definition.limits.all() if limit.is_main), None)
        day = date.min
        return limit and Deadline(limit=limit, due_on=day, ceiling_on=day + timedelta(days=1))


def rows_of_steps(procedure: Procedure | None = None) -> list[tuple[str, list[Row]]]:
    """Every step under its head; of one procedure, those that one of its stages can ever take."""
    groups = [(group.label, list(_rows(group.steps, procedure))) for group in GROUPS]
    return [(head, rows) for head, rows in groups if rows]


def _rows(steps: Iterable[Step], procedure: Procedure | None) -> Iterable[Row]:
    if procedure is None:
        yield from map(Row, steps)
        return
    stages = list(procedure.stages.prefetch_related("limits"))
    following = {stage.number - 1: stage.name for stage in stages}
    papers = [OnPaper(stage, following.get(stage.number, "")) for stage in stages]
    for step in steps:
        names = tuple(paper.definition.name for paper in papers if _can_ever(step, paper))
        if names:
            yield Row(step, EVERY_STAGE if len(names) == len(papers) > 1 else names)


def _can_ever(step: Step, paper: OnPaper) -> bool:
    return not any(need(paper) for need in step.needs if need in OF_THE_RULES)


def as_text(groups: list[tuple[str, list[Row]]]) -> str:
    lines = []
    for head, rows in groups:
        lines += [head, "-" * len(head)]
        for row in rows:
            facts = {
                "stages": ", ".join(row.stages),
                "when": row.from_to,
                "who": row.who,
                "needs": "; ".join(row.needs),
                "does": row.does,
            }
            lines.append(f"{row.step.label} ({row.step.key})")
            lines += [f"    {name}: {fact}" for name, fact in facts.items() if fact]
        lines.append("")
    return "\n".join(lines)


def as_dot(groups: list[tuple[str, list[Row]]]) -> str:
    """For Graphviz: states as boxes, the steps that lead from one to another as arrows."""
    rows = [row for _, rows in groups for row in rows]
    lines = ["digraph steps {", "    rankdir=LR;", "    node [shape=box];"]
    for phase in Phase:
        staying = [row.step.key for row in rows if phase in row.phases and not row.step.to]
        words = "\\l".join([str(phase), *staying])
        lines.append(f'    "{phase}" [label="{words}\\l"];')
    for row in rows:
        for phase in row.phases if row.step.to else ():
            lines.append(f'    "{phase}" -> "{row.step.to}" [label="{row.step.key}"];')
    return "\n".join([*lines, "}"])


def in_a_row(phases: list[Phase]) -> str:
    """
    >>> in_a_row([Phase.REQUESTED]), in_a_row([Phase.WITHDRAWN, Phase.CLOSED])
    ('requested', 'withdrawn or closed')
    """
    *first, last = map(str, phases)
    return f"{', '.join(first)} or {last}" if first else last
