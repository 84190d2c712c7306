"""References of cases: a number that two people logging at once can never both be given."""

from django.db import connection

# One statement, so that two people logging at once can never be given the same number.
NEXT_NUMBER = """
    INSERT INTO cases_referencecounter AS counter (year, last) VALUES (%s, 1)
    ON CONFLICT (year) DO UPDATE SET last = counter.last + 1
    RETURNING last
"""


def next_reference(year: int) -> str:
    """Take the next reference of a year: ``2026-00001``. A number once taken is never given again
    while its transaction stands."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT_NUMBER, [year])
        (number,) = cursor.fetchone()
    return f"{year}-{number:05d}"
