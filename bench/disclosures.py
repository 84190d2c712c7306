"""Hiding the small numbers of a whole edition, and proving that they stay hidden.

Some forty tables over the same complaints, two years of them, with a thousand numbers to hide:
service areas and teams by outcomes, natures, complainants and equalities, with percentages of rows
and changes on the year before.
"""

import random
from time import perf_counter

from bench.result import Measured
from disclosure import TOTAL, Mark, Release, Table, Variable, attack, change, percentage, protect

LIMIT = 60.0  # seconds, for hiding and proof together
TABLES, COMPLAINTS, SEED = 40, 440, 7
DIMENSIONS = {
    "team": [f"Team {n}" for n in range(1, 17)],
    "nature": [
        "quality",
        "delay",
        "conduct",
        "policy",
        "money",
        "communication",
        "records",
        "other",
    ],
    "complainant": ["parent", "child", "advocate", "foster carer", "relative", "neighbour"],
    "ethnicity": ["white", "black", "asian", "mixed", "other", "not said"],
    "outcome": ["upheld", "partly upheld", "not upheld", "withdrawn", "open"],
    "method": ["letter", "e-mail", "telephone", "form", "in person"],
    "age": ["under 12", "12 to 15", "16 to 17", "18 to 25", "over 25"],
}
YEARS = "2005/06", "2006/07"


def measure(keep: bool) -> list[Measured]:
    release = an_edition()
    begun = perf_counter()
    protected = protect(release)
    hidden = perf_counter()
    findings = attack(release, protected.hidden)
    ended = perf_counter()
    numbers = [each for each in protected.hidden if isinstance(each, Variable)]
    small = sum(protected.hidden[each] is Mark.SMALL for each in numbers)
    told = (
        f"{len(release.tables)} tables, {len(numbers):,} numbers hidden, {small:,} of them small; "
        f"hiding {hidden - begun:.1f} s, proof {ended - hidden:.1f} s, "
        f"largest block {max(findings.sizes)}; {'proved' if findings.proved else 'NOT PROVED'}"
    )
    return [
        Measured("hiding and proof of an edition", None, ended - begun, LIMIT, " s", seconds=told)
    ]


def an_edition(tables: int = TABLES, complaints: int = COMPLAINTS, seed: int = SEED) -> Release:
    """Always the same. Every table has its margins; most are margins of others too."""
    chance = random.Random(seed)
    cases = [_a_case(chance) for _ in range(complaints)]
    release = Release()
    pairs = [(row, column) for row in DIMENSIONS for column in DIMENSIONS if row < column]
    for number in range(tables):
        year = YEARS[number % 2]
        _add_table(release, cases, year, *pairs[number // 2 % len(pairs)])
    for name, values in DIMENSIONS.items():
        for value in values:
            _add_change(release, name, value)
    return release


def _a_case(chance: random.Random) -> dict[str, str]:
    case = {name: _unevenly(chance, values) for name, values in DIMENSIONS.items()}
    return case | {"year": chance.choice(YEARS)}


def _unevenly(chance: random.Random, values: list[str]) -> str:
    return chance.choices(values, [0.72**place for place in range(len(values))])[0]


def _add_table(release: Release, cases: list, year: str, row: str, column: str) -> None:
    table = Table(
        name=f"{row} by {column}, {year}",
        counted="complaints",
        row_dimension=row,
        rows=tuple(DIMENSIONS[row]),
        column_dimension=column,
        columns=tuple(DIMENSIONS[column]),
        filters=frozenset({("year", year)}),
        outcome=column == "outcome",
    )
    counts = {}
    for case in cases:
        if case["year"] == year:
            cell = case[row], case[column]
            counts[cell] = counts.get(cell, 0) + 1
    release.table(table, counts)
    if column in ("outcome", "method"):
        for place in table.places:
            if place[1] != TOTAL:
                release.rate(percentage(table.variable(*place), table.variable(place[0], TOTAL)))


def _add_change(release: Release, name: str, value: str) -> None:
    before, now = (Variable("complaints", frozenset({("year", y), (name, value)})) for y in YEARS)
    if before in release.values and now in release.values:
        release.rate(change(now, before))
