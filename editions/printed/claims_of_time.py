"""What a text says of days and parts of the year, held against its own tables and its own date."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from editions.flags.sentences import IN_WORDS, sentences_of
from editions.printed.finding import Finding
from editions.printed.grids import NumberGrid
from editions.printed.layout import Layout
from editions.printed.numbers import Printed
from editions.printed.spans import MONTHS, months_of, span_in
from reporting.percentages import half_up

A_MONTH = "|".join(MONTHS)
WRITTEN_ON = re.compile(rf"\bdated?:?\s*(\d{{1,2}})\s+({A_MONTH})\s+(\d{{4}})", re.IGNORECASE)
HAPPENED = re.compile(
    r"\b(?:started|began|begun|introduced|launched|opened|held|took place|came into force)\b"
    rf"[^.]{{0,40}}?\b(?:in|on|from)\s+(?:\d{{1,2}}\s+)?({A_MONTH})\s+(\d{{4}})",
    re.IGNORECASE,
)
FIRST_MONTHS = re.compile(rf"\bfirst (\d+|{'|'.join(IN_WORDS)}) months?\b", re.IGNORECASE)
ALL_WORKING_DAYS = re.compile(
    r"\ball (?:time ?scales|time limits)\b[^.]*\bworking days\b(?! unless| except)", re.IGNORECASE
)
DAYS = re.compile(r"\b(\d{1,3})[ -](?:working )?days?\b")


@dataclass(frozen=True)
class Part:
    """A row of a table that is a part of a year."""

    where: str
    section: str
    months: int
    number: Decimal


def told_before_it_happened(layout: Layout) -> Iterable[Finding]:
    """What is told as done, on a day after that on which the text says it was written."""
    texts = [paragraph.text for paragraph in layout.paragraphs]
    written = next(filter(None, map(WRITTEN_ON.search, texts)), None)
    if written is None:
        return
    year, month = int(written[3]), _month(written[2])
    for sentence in _sentences(layout):
        for found in HAPPENED.finditer(sentence):
            if (int(found[2]), _month(found[1])) > (year, month):
                says = f"{found[1]} {found[2]} is told as past; the text was written before."
                yield Finding("date", says, sentence, written[0])


def parts_of_other_lengths(
    layout: Layout, grids: Sequence[NumberGrid], numbers: Sequence[Printed]
) -> Iterable[Finding]:
    """“The first 6 months”, where the table's first part has 5; and a change from one part to the
    next that is longer."""
    parts = [found for found in map(_parts, grids) if found]
    for paragraph in layout.paragraphs:
        near = [first for first, *_ in parts if first.section == paragraph.section]
        for sentence in sentences_of(paragraph.text):
            for found in FIRST_MONTHS.finditer(sentence):
                for first in near:
                    if first.months != _number(found[1]):
                        says = f"“{found[0]}”: the table's first part has {first.months} months."
                        yield Finding("parts", says, sentence, first.where)
    for printed in numbers:
        if printed.is_change:
            yield from _uneven_change(printed, parts)


def _uneven_change(printed: Printed, parts: list[list[Part]]) -> Iterable[Finding]:
    for first, second, *_ in parts:
        if not first.number or first.months == second.months:
            continue
        if printed.is_equal(100 * (second.number - first.number) / first.number):
            pace = (second.number / second.months) / (first.number / first.months)
            says = (
                f"{printed.words} is from a part of {first.months} months to one of "
                f"{second.months}; per month it is {half_up(100 * (pace - 1))}%."
            )
            yield Finding("uneven", says, printed.sentence, second.where, printed.key)


def _parts(grid: NumberGrid) -> list[Part]:
    found = []
    for place, _ in grid.rows:
        span, total = span_in(grid.label(place)), grid.total_of(place)
        if span and total:
            where = f"{grid.table.title}: {grid.label(place)}"
            found.append(Part(where, grid.table.section, months_of(span), total.value))
    return found if len(found) > 1 else []


def limits_in_other_days(layout: Layout, limits: Sequence[tuple[int, str]]) -> Iterable[Finding]:
    """“All time limits are in working days”, and one that the procedure counts otherwise.
    ``limits`` are those of the period's procedures that are in calendar days, with whose."""
    claim = next((one for one in _sentences(layout) if ALL_WORKING_DAYS.search(one)), "")
    if not claim:
        return
    places = [line.label for table in layout.tables for line in table.lines]
    for place in (*places, *_sentences(layout)):
        days = {int(number) for number in DAYS.findall(place)}
        for length, whose in limits:
            if length in days:
                says = f"{length} days are calendar days in the {whose}."
                yield Finding("days", says, claim, place)
                return


def _sentences(layout: Layout) -> Iterable[str]:
    return (one for paragraph in layout.paragraphs for one in sentences_of(paragraph.text))


def _number(words: str) -> int:
    return int(words) if words.isdigit() else IN_WORDS[words.lower()]


def _month(name: str) -> int:
    return MONTHS.index(name.lower()) + 1
