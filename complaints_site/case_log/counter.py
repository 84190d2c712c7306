"""Keeping the office's own counter of references ahead of those that were imported."""

import re
from collections.abc import Iterable

from django.db import connection

HOUSE_REFERENCE = re.compile(r"(\d{4})-(\d{5,9})")  # as cases.actions.casework gives them

AHEAD = """
    INSERT INTO cases_referencecounter AS counter (year, last) VALUES (%s, %s)
    ON CONFLICT (year) DO UPDATE SET last = greatest(counter.last, excluded.last)
"""


def keep_counter_ahead(references: Iterable[str]) -> None:
    """See that the next case logged by hand is not given a reference that was imported."""
    last: dict[int, int] = {}
    for reference in references:
        if match := HOUSE_REFERENCE.fullmatch(reference):
            year, number = map(int, match.groups())
            last[year] = max(last.get(year, 0), number)
    with connection.cursor() as cursor:
        for year, number in last.items():
            cursor.execute(AHEAD, [year, number])
