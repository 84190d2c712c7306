"""What a release prints, as plain values, so that a later one can be proved together with it.

A step is a dictionary of one kind: a table, a figure, a rate, a spread, a sum of money, or a part
of a whole. A variable is what is counted, with pairs of a dimension and a value.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from disclosure import Rate, Relation, Release, Spread, Table, Variable
from disclosure.relations import adds_up
from disclosure.variables import COUNT


def plain_variable(counted: str, where: Iterable[tuple[str, str]] = (), unit: str = COUNT) -> dict:
    return {"counted": counted, "where": sorted(list(pair) for pair in where), "unit": unit}


def variable_of(plain: dict) -> Variable:
    where = frozenset((name, value) for name, value in plain["where"])
    return Variable(plain["counted"], where, plain["unit"])


@dataclass
class Steps:
    """``places`` names what stands where: a cell or figure by its name, with ``:%`` its share."""

    steps: list[dict] = field(default_factory=list)
    places: dict[str, dict] = field(default_factory=dict)

    def add(self, kind: str, at: str = "", **told) -> dict:
        step = {"step": kind, **told}
        self.steps.append(step)
        if at:
            self.places[at] = step
        return step

    def place(self, name: str, variable: dict) -> None:
        """Where a variable stands that another step prints."""
        self.places[name] = {"step": "place", "variable": variable}


def replay(steps: Iterable[dict]) -> Release:
    release = Release()
    for step in steps:
        _TAKE[step["step"]](release, step)
    return release


def item_of(step: dict) -> Variable | Rate | Spread:
    """What is hidden or printed at a place."""
    if step["step"] == "rate":
        return _rate(step)
    if step["step"] == "spread":
        return Spread(step["words"], variable_of(step["base"]))
    return variable_of(step["variable"])


def _rate(step: dict) -> Rate:
    over = tuple((variable_of(variable), times) for variable, times in step["over"])
    return Rate(over, variable_of(step["base"]), Fraction(step["scale"]), step["decimals"])


def _table(release: Release, step: dict) -> None:
    told = {name: value for name, value in step.items() if name not in ("step", "counts")}
    for name in ("rows", "columns"):
        told[name] = tuple(told[name])
    told["filters"] = frozenset((name, value) for name, value in told["filters"])
    for name in ("overlapping", "printed_totals"):
        told[name] = frozenset(told[name])
    counts = {(row, column): number for row, column, number in step["counts"]}
    release.table(Table(**told), counts)


def _figure(release: Release, step: dict) -> None:
    variable = variable_of(step["variable"])
    if step["printed"]:
        release.figure(variable, step["value"])
    else:
        release.unprinted(variable, step["value"])


def _within(release: Release, step: dict) -> None:
    part, whole = variable_of(step["part"]), variable_of(step["whole"])
    release.holds(Relation(((part, 1), (whole, -1)), None, 0))


def _sum(release: Release, step: dict) -> None:
    whole, parts = variable_of(step["whole"]), [variable_of(part) for part in step["parts"]]
    release.unprinted(whole, sum(release.values[part] for part in parts))
    release.holds(adds_up(whole, parts))


def _paid(release: Release, step: dict) -> None:
    release.paid(variable_of(step["money"]), variable_of(step["payments"]), step["largest"])


_TAKE = {
    "table": _table,
    "figure": _figure,
    "within": _within,
    "sum": _sum,
    "paid": _paid,
    "rate": lambda release, step: release.rate(_rate(step)),
    "spread": lambda release, step: release.spread(step["words"], variable_of(step["base"])),
}
