"""What standard tables are made with: a table by its words, and a column by service area."""

from dataclasses import replace

from reporting.any_table.asked import read
from reporting.any_table.spread import Spread
from reporting.counted import Counted
from reporting.crosstab import Crosstab
from reporting.dimensions import Everything, ServiceAreas


def asked(key: str, **words: str | tuple[str, ...]) -> Crosstab:
    """A table by its words. Those that differ only in how the same days are measured share a
    query."""
    given = {name: [value] if isinstance(value, str) else value for name, value in words.items()}
    table = replace(read(given, None), key=key).table()
    if not isinstance(table, Spread):
        return table
    of_what = words["measure"].partition("-")[0]  # working, calendar or share
    others = sorted((name, value) for name, value in words.items() if name != "measure")
    return replace(table, same=(of_what, *others))


def of_areas(key: str, counted: Counted, **more) -> Crosstab:
    return Crosstab(
        key=key,
        title="",
        counted=counted,
        row=ServiceAreas(),
        column=Everything("All"),
        total_row="Total",
        **more,
    )
