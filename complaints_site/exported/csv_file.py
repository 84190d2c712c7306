"""A list as CSV, made by PostgreSQL: COPY sends the rows as they are found, and they go on as such.

A cell that a spreadsheet would take for a formula is made text by an apostrophe before it. The file
begins with the mark that tells Excel it is UTF-8.
"""

import csv
import io
from collections.abc import Iterator

from django.db import connection

from .query import ExportedList

UTF8_MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# The list is made first (OFFSET 0), so that no column is worked out a second time
COPY = "COPY (SELECT {cells} FROM ({rows} OFFSET 0) AS list ({names})) TO STDOUT (FORMAT csv)"
HARMLESS = """
    CASE WHEN left({0}, 1) IN ('=', '+', '-', '@', E'\\t', E'\\r') THEN '''' || {0} ELSE {0} END
"""


def chunks(list_: ExportedList) -> Iterator[bytes]:
    """The file, piece by piece."""
    yield _head(list_)
    with connection.cursor() as cursor:
        sql, params = list_.rows.query.sql_with_params()
        statement = _copy(list_, cursor.mogrify(sql, params))
        with cursor.copy(statement) as copy:
            for piece in copy:
                yield bytes(piece)


def harmless(text: str) -> str:
    """``text`` as a cell that no spreadsheet works out.

    >>> harmless("=1+1"), harmless("Missed visits")
    ("'=1+1", 'Missed visits')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def _head(list_: ExportedList) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows((label, harmless(said)) for label, said in list_.about)
    writer.writerow([])
    writer.writerow([column.label for column in list_.columns])
    return (UTF8_MARK + text.getvalue()).encode()


def _copy(list_: ExportedList, rows: str) -> str:
    names = [f"c{number}" for number in range(len(list_.columns))]
    cells = [
        HARMLESS.format(name) if column.written else name
        for name, column in zip(names, list_.columns, strict=True)
    ]
    return COPY.format(cells=", ".join(cells), rows=rows, names=", ".join(names))
