"""Long statements whose plan PostgreSQL keeps: it takes longer to plan them than to answer them."""

from collections.abc import Mapping, Sequence

import psycopg
from django.db import connection


def rows_of(sql: str, params: Sequence | Mapping) -> list[tuple]:
    """The rows of ``sql``, which is prepared the first time that a connection sends it.

    Django's own cursors put the values into the text, so that each time is the first.
    """
    connection.ensure_connection()
    cursor = psycopg.Cursor(connection.connection)
    wrapped = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    with wrapped(cursor) as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
