"""The same thing told twice in one text, and not alike."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from editions.flags.sentences import sentences_of
from editions.printed.finding import Finding
from editions.printed.layout import Layout, PrintedTable, rows_of
from editions.printed.numbers import COUNT, POUNDS, Printed
from editions.printed.words import about, bare

HEDGES = {
    "over": "more than",
    "more than": "more than",
    "above": "more than",
    "under": "less than",
    "less than": "less than",
    "below": "less than",
    "approximately": "about",
    "about": "about",
    "around": "about",
    "nearly": "about",
    "almost": "about",
    "roughly": "about",
    "": "",
}
BY_HEDGE = "|".join(filter(None, HEDGES))
IS_A_NUMBER = re.compile(
    r"\b((?!the\b|this\b|our\b)\w+ \w+) (?:is|was|are|were) "
    rf"((?:{BY_HEDGE})?)\s?(\d[\d.,]*\s?%)",
    re.IGNORECASE,
)
LAST_YEAR = re.compile(r"\blast year\b", re.IGNORECASE)
FIRST_WORDS = 6
FEWEST_ROWS = 3
OF_MONEY = re.compile(r"\b(?:compensation|reimburse|payment|paid)", re.IGNORECASE)


def averages_told_twice(layout: Layout) -> Iterable[Finding]:
    """“The national average is over 20%”, and elsewhere “approximately 20%”."""
    told: dict[str, tuple[str, str, str]] = {}
    for paragraph in layout.paragraphs:
        for sentence in sentences_of(paragraph.text):
            for found in IS_A_NUMBER.finditer(sentence):
                subject = found[1].lower()
                said = (HEDGES[found[2].lower()], found[3].replace(" ", ""))
                if subject in told and told[subject][:2] != said:
                    other = told[subject]
                    says = (
                        f"{subject.capitalize()}: {' '.join(said).strip()} here, "
                        f"{' '.join(other[:2]).strip()} there."
                    )
                    yield Finding("twice", says, sentence, other[2])
                told.setdefault(subject, (*said, sentence))


def last_years_told_twice(numbers: Sequence[Printed]) -> Iterable[Finding]:
    """“2 Review Panels last year”, and elsewhere “the only review panel … last year”."""
    told = [
        one
        for one in numbers
        if one.kind == COUNT and one.value and LAST_YEAR.search(one.sentence) and not one.is_base
    ]
    for one, other in combinations(told, 2):
        shared = about(_first(one)) & about(_first(other))
        if one.value != other.value and len(shared) > 1 and one.sentence != other.sentence:
            says = f"Of “last year” {one.words} here, {other.words} there."
            yield Finding("last year", says, one.sentence, other.sentence, one.key)


def _first(printed: Printed) -> str:
    words = re.sub(r"\d", "", printed.near).split()[:FIRST_WORDS]
    return " ".join(word for word in words if word.lower() not in ("last", "year"))


def lists_that_differ(layout: Layout) -> Iterable[Finding]:
    """Two tables of one name whose rows are other words: not comparable."""
    named: dict[str, PrintedTable] = {}
    for table in layout.tables:
        name = bare(table.title).lower().rstrip(": ")
        before = named.setdefault(name, table)
        if before is table or not name:
            continue
        rows, others = _labels(before), _labels(table)
        is_alike = min(len(rows), len(others)) >= FEWEST_ROWS and rows & others
        if is_alike and rows != others and len(name.split()) > 1:
            missing = f"{len(rows - others)} of {len(rows)} words are missing"
            says = f"The lists are not the same: {missing}."
            yield Finding("lists", says, f"{table.section}: {table.title}", before.section)


def _labels(table: PrintedTable) -> set[frozenset[str]]:
    words = (about(bare(line.label)) for line in rows_of(table))
    return {one for one in words if one}


def sums_of_no_table(numbers: Sequence[Printed], layout: Layout) -> Iterable[Finding]:
    """Money of which no table of the text holds the sum."""
    printed = {
        cell.replace(" ", "").lstrip("£").replace(",", "")
        for table in layout.tables
        for line in table.lines
        for cell in line.cells
        if "£" in cell
    }
    for one in numbers:
        is_there = any(_same(one, cell) for cell in printed)
        if one.kind == POUNDS and printed and OF_MONEY.search(one.sentence) and not is_there:
            says = f"{one.words} stands in no table of payments."
            yield Finding("money", says, one.sentence, "", one.key)


def _same(one: Printed, cell: str) -> bool:
    found = re.match(r"[\d.]+", cell)
    return bool(found) and one.is_equal(found[0])
