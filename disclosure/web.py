"""Everything that a release tells, numbered, so that what lies near a number is found fast."""

from collections.abc import Iterable, Mapping

from disclosure.blocks import Row
from disclosure.rates import Rate
from disclosure.release import Release
from disclosure.variables import Variable


class Web:
    """``rows`` are over the numbers of ``variables``; a row that a rate tells names it in
    ``rates``, and says nothing once the rate is in ``hidden``.
    """

    def __init__(self, release: Release, hidden: Mapping):
        self.variables = list(release.values)
        self.number = {variable: number for number, variable in enumerate(self.variables)}
        self.rows: list[Row] = []
        self.rates: list[Rate | None] = []
        self._rows_of: list[list[int]] = [[] for _ in self.variables]
        self._hidden = hidden
        for relation in release.told():
            terms = tuple((self.number[each], times) for each, times in relation.terms)
            for number, _ in terms:
                self._rows_of[number].append(len(self.rows))
            self.rows.append(Row(terms, relation.low, relation.high))
            self.rates.append(relation.said_by)

    def near(self, variable: Variable, steps: int) -> list[int]:
        """The rows at most so many relations away."""
        edge = [self.number[variable]]
        reached, near = set(edge), {}
        for _ in range(steps):
            new = [row for each in edge for row in self._telling(each) if row not in near]
            near |= dict.fromkeys(new)
            beside = dict.fromkeys(each for row in new for each, _ in self.rows[row].terms)
            edge = [each for each in beside if each not in reached]
            reached.update(edge)
        return list(near)

    def inside(self, rows: Iterable[int]) -> list[int]:
        """The numbers all of whose rows are among these: they can change, and nothing else does."""
        rows = dict.fromkeys(rows)
        beside = dict.fromkeys(each for row in rows for each, _ in self.rows[row].terms)
        return [each for each in beside if all(row in rows for row in self._telling(each))]

    def _telling(self, number: int) -> list[int]:
        return [row for row in self._rows_of[number] if self._tells(row)]

    def _tells(self, row: int) -> bool:
        rate = self.rates[row]
        return rate is None or rate not in self._hidden
