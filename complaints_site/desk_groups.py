"""What stands on a desk, in groups by the day it falls due."""

from dataclasses import dataclass, field
from datetime import date

from cases.prepared import rows_of

FEW = range(1, 16)  # the places that are drawn of each group where all of them stand
ON_A_PAGE = 50  # of one group


@dataclass(frozen=True)
class Group:
    key: str
    label: str
    empty: str


GROUPS = [
    Group("overdue", "Overdue", "Nothing is late."),
    Group("today", "Due today", "Nothing is due today."),
    Group("soon", "Next five working days", "Nothing falls due in the next five working days."),
    Group("later", "Later", "Nothing else is running."),
]

# The desk of everyone holds what is running in the whole council, of which few rows are drawn. The
# first of each group always comes: it brings the group's number. Groups and kinds are numbers here,
# which are sorted faster than words.
FIRST_OF_EACH = """
    SELECT place_of_group, kind, pk, number, place FROM (
        SELECT place_of_group, kind, pk, count(*) OVER (PARTITION BY place_of_group) AS number,
               row_number() OVER (PARTITION BY place_of_group ORDER BY due_on, kind, pk) AS place
        FROM (
            SELECT kind, pk, due_on,
                   CASE WHEN due_on < %s THEN 0 WHEN due_on = %s THEN 1
                        WHEN due_on <= %s THEN 2 ELSE 3 END AS place_of_group
            FROM ({entries}) AS entries
        ) AS grouped
    ) AS placed
    WHERE place = 1 OR place BETWEEN %s AND %s ORDER BY place_of_group, place
"""


@dataclass
class Standing:
    """How many entries a group has, and those that are drawn: each its kind and key."""

    number: int = 0
    drawn: list[tuple[str, int]] = field(default_factory=list)


def grouped(
    today: date, soon: date, places: range, **kinds: tuple[str, tuple]
) -> dict[str, Standing]:
    """What stands in each group, the longest due first: one query, by the key of the group.

    ``kinds`` are statements of rows with ``due_on`` and ``id``; ``soon`` is the last day of the
    group of that name; those at ``places``, counted from 1 in each group, are drawn.
    """
    standing = {group.key: Standing() for group in GROUPS}
    rows, values = [], [today, today, soon]
    names = list(kinds)
    for place, (sql, params) in enumerate(kinds.values()):
        rows.append(f"SELECT {place} AS kind, due_on, id AS pk FROM ({sql}) AS of_kind")  # noqa: S608
        values += params
    first_of_each = FIRST_OF_EACH.format(entries=" UNION ALL ".join(rows))
    values += [places.start, places.stop - 1]
    for group, kind, pk, number, place in rows_of(first_of_each, values):
        of_group = standing[GROUPS[group].key]
        of_group.number = number
        if place in places:
            of_group.drawn.append((names[kind], pk))
    return standing
