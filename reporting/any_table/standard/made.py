"""What standard tables are made with: a table by its words, and a column by service area."""

from dataclasses import replace

from reporting.any_table.asked import read
from reporting.counted import Counted
from reporting.crosstab import Crosstab
from reporting.dimensions import Everything, ServiceAreas


def asked(key: str, **words: str | tuple[str, ...]) -> Crosstab:
    given = {name: [value] if isinstance(value, str) else value for name, value in words.items()}
    return replace(read(given, None), key=key).table()


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
