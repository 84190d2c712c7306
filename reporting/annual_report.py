"""The annual report of any period and directorate, as plain values."""

from reporting.annual_figures import figures_for
from reporting.figures import Sums
from reporting.results import Report
from reporting.scope import Scope
from reporting.tables import TABLES


def assemble(scope: Scope) -> Report:
    """Count every table and every figure. Each table is counted in one query."""
    needed = {table.key: table for each in TABLES for table in each.needs}
    counts = {key: table.counts(scope) for key, table in needed.items()}
    sums = sums_of(scope)
    return Report(
        period=scope.period,
        whose=scope.whose,
        tables={table.key: table.table(scope, counts) for table in TABLES},
        figures={key: sums.figure(key) for key in sums.declared},
    )


def sums_of(scope: Scope) -> Sums:
    return Sums(scope, figures_for(scope))
