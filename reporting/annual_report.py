"""The annual report of any period and directorate, as plain values."""

from reporting.annual_figures import figures_for
from reporting.figures import Sums
from reporting.results import Report, Table
from reporting.scope import Scope
from reporting.tables import TABLES


def assemble(scope: Scope) -> Report:
    """Count every table and every figure."""
    sums = sums_of(scope)
    return Report(
        period=scope.period,
        whose=scope.whose,
        tables=tables_of(scope),
        figures={key: sums.figure(key) for key in sums.declared},
    )


def tables_of(scope: Scope) -> dict[str, Table]:
    """Every table. Each is counted in one query; percentages of others need none."""
    needed = {table.key: table for each in TABLES for table in each.needs}
    counts = {key: table.counts(scope) for key, table in needed.items()}
    return {table.key: table.table(scope, counts) for table in TABLES}


def sums_of(scope: Scope) -> Sums:
    return Sums(scope, figures_for(scope))
