"""Hide what is small, then what would give it away, until it is proved that nothing does."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from disclosure.attack import begin, needed, watched
from disclosure.blocks import Block, blocks
from disclosure.insiders import insiders
from disclosure.knowledge import what_the_reader_knows
from disclosure.last_resorts import groups, that_help, whole_tables
from disclosure.marks import Mark
from disclosure.primary import primary
from disclosure.proofs import Proofs
from disclosure.release import Release
from disclosure.repair import Repairs
from disclosure.rules import Rules
from disclosure.variables import Variable


@dataclass(frozen=True)
class Protected:
    """``hidden``: each hidden number, rate or spread with its mark.

    ``exposed``: what can still be worked out, because an earlier edition told it or so much of it
    that withholding the tables around does not help. Such a release is not safe.
    ``to_insiders``: small numbers that somebody alone in another can still work out.
    """

    hidden: Mapping
    exposed: list[Variable] = field(default_factory=list)
    to_insiders: list[Variable] = field(default_factory=list)


def protect(release: Release, rules: Rules = Rules()) -> Protected:  # noqa: B008
    """Always ends: at the worst whole tables are hidden."""
    work = _Protection(release, rules)
    exposed = work.against_readers()
    for resort in (groups, whole_tables):
        if exposed:
            work.hide_where_it_helps(resort, exposed)
            exposed = work.against_readers()
    return Protected(work.hidden, exposed, work.against_insiders() if rules.insiders else [])


class _Protection:
    def __init__(self, release: Release, rules: Rules):
        self.release, self.rules = release, rules
        self.hidden = primary(release, rules)
        self.proofs = Proofs()
        self.repairs = Repairs(release, self.hidden, rules)

    def hide_where_it_helps(self, resort: Callable, left: list[Variable]) -> None:
        more = resort(self.release, left, self.rules)
        self.hidden |= that_help(self.release, self.hidden, more, left, self.rules)

    def against_readers(self) -> list[Variable]:
        """What stays exposed."""
        wanted = watched(self.release, self.hidden, self.rules)
        for block in self._blocks():
            self._look(block, [each for each in block.variables if each in wanted])
        return [each for each in wanted if not self._made_open(each)]

    def against_insiders(self) -> list[Variable]:
        """Who is the only one in a count knows that it is one, and everything that follows."""
        left = []
        for block in self._blocks():
            small = [each for each in block.variables if self._is_small(each)]
            for alone in insiders(self.release, block):
                others = [each for each in small if each not in alone]
                self._look(block, others, alone)
                left += [each for each in others if not self._made_open(each, alone)]
        return list(dict.fromkeys(left))

    def _made_open(self, variable: Variable, knowing: frozenset = frozenset()) -> bool:
        wide = self._needed(variable)
        if self.proofs.open(variable, wide, knowing):
            return True
        repair = self.repairs.cheapest(variable, wide, knowing)
        if repair is None:
            return False
        self._hide(repair.hide)
        self._keep(repair.differs)
        return True

    def _hide(self, items: Iterable) -> None:
        for item in items:
            self.hidden[item] = Mark.PROTECTING if isinstance(item, Variable) else Mark.RATE

    def _look(self, block: Block, variables: list[Variable], knowing=frozenset()) -> None:
        """Keep solutions in which these differ from the truth, as far as there are any."""
        column = {variable: number for number, variable in enumerate(block.variables)}
        wanted = {
            column[each]: self._needed(each)
            for each in variables
            if not self.proofs.open(each, self._needed(each), knowing)
        }
        if not wanted:
            return
        probe = begin(block.knowing(column[each] for each in knowing if each in column))
        probe.closed(wanted)
        for point in probe.points[1:]:
            pairs = zip(block.variables, point, strict=True)
            self._keep({each: n for each, n in pairs if n != self.release.values[each]})

    def _keep(self, values: Mapping[Variable, int]) -> None:
        self.proofs.add({each: n - self.release.values[each] for each, n in values.items()})

    def _blocks(self) -> list[Block]:
        known = what_the_reader_knows(self.release, self.hidden, self.rules)
        return blocks(known, self.release.values)

    def _needed(self, variable: Variable) -> int:
        return needed(self.release, variable, self.hidden.get(variable), self.rules)

    def _is_small(self, variable: Variable) -> bool:
        return not variable.is_money and self.rules.is_small(self.release.values[variable])
