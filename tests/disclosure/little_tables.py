"""Small tables to publish, written as they are read."""

from disclosure import TOTAL, Mark, Release, Table, Variable

OUTCOMES = "upheld", "partly", "not"


def team_table(name="outcomes", columns=OUTCOMES, rows="ABCDEFGH", **more) -> Table:
    dimension = more.pop("dimension", "outcome")
    counted = more.pop("counted", "complaints")
    return Table(name, counted, "team", tuple(rows), dimension, tuple(columns), **more)


def published(*lines: str, release=None, **more) -> tuple[Release, Table]:
    """A table of teams, a line for each: "A 2 8 9"."""
    rows = [line.split() for line in lines]
    table = team_table(rows=[row[0] for row in rows], **more)
    release = release or Release()
    counts = {
        (row, column): int(number)
        for row, *numbers in rows
        for column, number in zip(table.columns, numbers, strict=True)
    }
    return release, release.table(table, counts)


def as_read(table: Table, release: Release, hidden) -> list[str]:
    """The lines of the table as the public reads them, the totals last."""
    return [
        " ".join([row, *(_read(table.variable(row, each), release, hidden) for each in columns)])
        for columns in [(*table.columns, TOTAL)]
        for row in (*table.rows, TOTAL)
    ]


def _read(variable: Variable, release: Release, hidden) -> str:
    mark: Mark | None = hidden.get(variable)
    return mark.sign if mark else str(release.values[variable])
