"""Numbers that can be worked out only together: blocks that no relation joins.

A printed margin joins nothing, so a block is seldom larger than the hidden cells of one table.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from disclosure.knowledge import Knowledge
from disclosure.possible import Possible
from disclosure.relations import within
from disclosure.variables import Variable


@dataclass(frozen=True)
class Row:
    """``low <= sum of coefficient × column <= high``; ``terms`` are (column, coefficient)."""

    terms: tuple[tuple[int, int], ...]
    low: int | None
    high: int | None

    def holds(self, point) -> bool:
        return within(
            sum(times * point[column] for column, times in self.terms), self.low, self.high
        )


@dataclass(frozen=True)
class Block:
    """Columns are ``variables``; ``truth`` is one point that the reader holds possible."""

    variables: tuple[Variable, ...]
    possible: tuple[Possible, ...]
    rows: tuple[Row, ...]
    truth: tuple[int, ...]

    def allows(self, point) -> bool:
        """Whether whole numbers solve it: exact, whoever found them."""
        fits = all(value in held for value, held in zip(point, self.possible, strict=True))
        return fits and all(row.holds(point) for row in self.rows)

    def knowing(self, columns) -> "Block":
        """The block for somebody who knows these columns beforehand."""
        possible = list(self.possible)
        for column in columns:
            possible[column] = Possible(self.truth[column], self.truth[column])
        return replace(self, possible=tuple(possible))


def blocks(knowledge: Knowledge, values: Mapping[Variable, int]) -> list[Block]:
    """In the order of the release, each with its relations."""
    root = _joined(knowledge)
    members, relations = defaultdict(list), defaultdict(list)
    for variable in knowledge.unknown:
        members[root(variable)].append(variable)
    for relation in knowledge.relations:
        relations[root(relation.terms[0][0])].append(relation)
    return [_block(knowledge, members[key], relations[key], values) for key in members]


def _joined(knowledge: Knowledge):
    parent = {variable: variable for variable in knowledge.unknown}

    def root(variable):
        while parent[variable] != variable:
            parent[variable] = variable = parent[parent[variable]]
        return variable

    for relation in knowledge.relations:
        first, *others = (variable for variable, _ in relation.terms)
        for other in others:
            parent[root(other)] = root(first)
    return root


def _block(knowledge: Knowledge, variables: list, relations: list, values: Mapping) -> Block:
    column = {variable: number for number, variable in enumerate(variables)}
    rows = (
        Row(tuple((column[each], times) for each, times in one.terms), one.low, one.high)
        for one in relations
    )
    return Block(
        tuple(variables),
        tuple(knowledge.unknown[variable] for variable in variables),
        tuple(rows),
        tuple(values[variable] for variable in variables),
    )
