"""What is hidden for itself, before anything is hidden to protect it."""

from disclosure.marks import Mark
from disclosure.release import Release
from disclosure.rules import Rules
from disclosure.tables import Line, Table
from disclosure.variables import Variable


def primary(release: Release, rules: Rules) -> dict:
    """Each hidden number, rate and spread with its mark."""
    hidden = {each: Mark.SMALL for each in release.printed if _is_small(release, each, rules)}
    hidden |= {each: Mark.MONEY for each in release.printed if _tells_a_sum(release, each, rules)}
    lines = [(table, line) for table in release.tables for line in table.lines()]
    for table, line in lines:
        if table.outcome and line.is_row:
            hidden |= _all_alike(release, line, rules)
    for table, line in lines:
        if _is_small_group(release, table, line, rules):
            hidden |= of_a_group(release, line)
    return hidden | _on_too_few(release, rules)


def of_a_group(release: Release, line: Line) -> dict:
    """Every printed cell of a small group, empty or not; but not where nobody has that answer."""
    return {
        cell: Mark.GROUP
        for cell, everybody in zip(line.cells, line.across, strict=True)
        if release.values[everybody] and cell in release.printed and release.can_be_hidden(cell)
    }


def _is_small(release: Release, variable: Variable, rules: Rules) -> bool:
    return not variable.is_money and rules.is_small(release.values[variable])


def _tells_a_sum(release: Release, variable: Variable, rules: Rules) -> bool:
    """A sum of few payments, or of which one payment is the most. No payment at all is shown."""
    payments = release.payments.get(variable)
    if payments is None or not release.values[payments]:
        return False
    few = release.values[payments] < rules.threshold
    largest = release.largest.get(variable, 0)
    return few or largest > rules.one_payment * release.values[variable]


def _on_too_few(release: Release, rules: Rules) -> dict:
    return {
        each: Mark.RATE
        for each in (*release.rates, *release.spreads)
        if release.values[each.base] < rules.base_for_rates
        or any(_is_small(release, one, rules) for one, _ in getattr(each, "over", ()))
    }


def _is_small_group(release: Release, table: Table, line: Line, rules: Rules) -> bool:
    """Of a small group no cell is shown where the cells are outcomes, so that the marks do not say
    which groups all fared alike. Elsewhere, where so many of its cells are taken that each can
    only be one.
    """
    if not _is_small(release, line.margin, rules):
        return False
    taken = sum(release.values[each] > 0 for each in line.cells)
    return (table.outcome and line.is_row) or taken >= max(2, rules.threshold - 2)


def _all_alike(release: Release, line: Line, rules: Rules) -> dict:
    """A group all of whose people had one outcome: its cell tells of each of them.

    Hidden with it is the empty cell of the outcome that is commonest elsewhere.
    """
    everybody = release.values[line.margin]
    if everybody < rules.threshold or everybody not in map(release.values.get, line.cells):
        return {}
    elsewhere = (release.values[each] for each in line.across)
    common = dict(zip(line.cells, elsewhere, strict=True))
    all_in, *empty = sorted(common, key=lambda cell: (-release.values[cell], -common[cell]))
    return {cell: _mark(release, cell, rules) for cell in (all_in, *empty[:1])}


def _mark(release: Release, variable: Variable, rules: Rules) -> Mark:
    return Mark.SMALL if _is_small(release, variable, rules) else Mark.PROTECTING
