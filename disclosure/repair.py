"""The cheapest further hiding that leaves a number two values: again a whole-number programme.

It looks for another solution of everything that is printed, in which the number differs; whatever
else must differ in it has to be hidden too, and that is what costs. So each repair comes with the
solution that proves it, and the solution stays one however much more is hidden later.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from disclosure.knowledge import possible
from disclosure.losses import loss, loss_of_a_margin
from disclosure.marks import Mark
from disclosure.possible import Possible
from disclosure.programme import Programme
from disclosure.release import Release
from disclosure.rules import Rules
from disclosure.variables import Variable
from disclosure.web import Web

STEPS = 2, 3, 4, 6, 50  # how far from the number to look, in relations
FAR = 4  # not farther, once there is any repair
NEAR_ENOUGH = 0.25  # to prove the last quarter of a cost takes most of the time


@dataclass(frozen=True)
class Repair:
    """``differs``: the numbers of the other solution that are not the true ones."""

    hide: list
    differs: dict[Variable, int]
    loss: int


class Repairs:
    """Of one release, whose ``hidden`` grows meanwhile."""

    def __init__(self, release: Release, hidden: Mapping, rules: Rules):
        self.release, self.hidden, self.rules = release, hidden, rules
        self.web = Web(release, hidden)

    def cheapest(self, target: Variable, needed: int, knowing=frozenset()) -> Repair | None:
        """What to hide so that ``target`` may be ``needed`` away from the truth; None: nothing
        helps. ``knowing``: numbers that somebody knows beforehand.
        """
        best, size = None, 0
        for steps in STEPS:
            near = self.web.near(target, steps)
            if len(near) == size or (best and (best.loss < loss_of_a_margin() or steps > FAR)):
                break
            size = len(near)
            found = self._search(target, needed, near, knowing)
            if found and (best is None or found.loss < best.loss):
                best = found
        return best

    def _search(self, target: Variable, needed: int, near: list[int], knowing) -> Repair | None:
        inside = [self.web.variables[number] for number in self.web.inside(near)]
        free = [each for each in inside if self.release.can_be_hidden(each) and each not in knowing]
        if target not in free:
            return None
        search = _Search(self, 4 * max(self.rules.threshold, needed))
        for variable in free:
            search.add(variable)
        for row in near:
            search.add_row(row)
        return search.away(target, needed)

    def held(self, variable: Variable) -> Possible:
        """What the reader will hold possible, hidden now or by then."""
        mark = Mark.PROTECTING if self.is_told(variable) else self.hidden.get(variable)
        return possible(self.release, variable, mark, self.rules)

    def is_told(self, variable: Variable) -> bool:
        return variable in self.release.printed and variable not in self.hidden


class _Search:
    """One programme: a column for each number in sight, a switch for each that may be hidden."""

    def __init__(self, repairs: Repairs, reach: int):
        self.repairs, self.reach = repairs, reach
        self.web, self.truth = repairs.web, repairs.release.values
        self.programme = Programme(NEAR_ENOUGH)
        self.columns: dict[int, int] = {}
        self.switches: dict = {}
        self.rows: list[int] = []

    def add(self, variable: Variable) -> None:
        truth = self.truth[variable]
        held = self.repairs.held(variable)
        held &= Possible(max(0, truth - self.reach), truth + self.reach)
        column = self.columns[self.web.number[variable]] = self.programme.column(
            held.least, held.high
        )
        if held.or_zero:
            self.programme.nothing_or_at_least(column, held.low)
        if self.repairs.is_told(variable):
            switch = self._switch(variable)
            self.programme.row([(column, 1), (switch, truth - held.high)], None, truth)
            self.programme.row([(column, 1), (switch, truth - held.least)], truth, None)

    def add_row(self, number: int) -> None:
        """A relation must hold; what a rate tells, only unless the rate is hidden."""
        self.rows.append(number)
        row, rate = self.web.rows[number], self.web.rates[number]
        terms, known = self._put_in(row.terms)
        low, high = (end if end is None else end - known for end in (row.low, row.high))
        if rate is None:
            self.programme.row(terms, low, high)
            return
        switch, most = self._switch(rate), self._most(row.terms) + abs(known)
        if low is not None:
            self.programme.row([*terms, (switch, most + abs(low))], low, None)
        if high is not None:
            self.programme.row([*terms, (switch, -most - abs(high))], None, high)

    def away(self, target: Variable, needed: int) -> Repair | None:
        """The least loss with the target ``needed`` below the truth or above it."""
        column, truth = self.columns[self.web.number[target]], self.truth[target]
        above, most = self.programme.column(0, 1), self.reach + needed
        self.programme.row([(column, 1), (above, -most)], truth + needed - most, None)
        self.programme.row([(column, 1), (above, -most)], None, truth - needed)
        release = self.repairs.release
        solution = self.programme.solve(
            {switch: loss(release, item) for item, switch in self.switches.items()}
        )
        repair = self._checked(solution) if solution else None
        if repair and abs(repair.differs.get(target, truth) - truth) >= needed:
            return repair
        return None

    def _put_in(self, terms) -> tuple[list[tuple[int, int]], int]:
        """The terms that can change, over columns, and the sum of the others."""
        free = [(self.columns[each], times) for each, times in terms if each in self.columns]
        fixed = ((each, times) for each, times in terms if each not in self.columns)
        return free, sum(times * self._true(each) for each, times in fixed)

    def _most(self, terms) -> int:
        return sum(abs(times) * (self._true(each) + self.reach) for each, times in terms)

    def _true(self, number: int) -> int:
        return self.truth[self.web.variables[number]]

    def _switch(self, item) -> int:
        if item not in self.switches:
            self.switches[item] = self.programme.column(0, 1)
        return self.switches[item]

    def _checked(self, solution: list[int]) -> Repair | None:
        """The repair, if its other solution is one in whole numbers."""
        values = {each: solution[column] for each, column in self.columns.items()}
        names = self.web.variables
        differs = {names[n]: value for n, value in values.items() if value != self._true(n)}
        point = [values.get(n, self.truth[name]) for n, name in enumerate(names)]
        broken = {self.web.rates[n] for n in self.rows if not self.web.rows[n].holds(point)}
        marks_fit = all(value in self.repairs.held(each) for each, value in differs.items())
        if None in broken or not marks_fit:
            return None
        hide = [item for item in self.switches if item in differs or item in broken]
        return Repair(hide, differs, sum(loss(self.repairs.release, item) for item in hide))
