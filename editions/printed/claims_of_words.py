"""Words that the tables contradict: “all were lower”, “low”, and claims that no number bears."""

import re
from collections.abc import Iterable, Sequence

from editions.flags.sentences import sentences_of
from editions.printed.finding import Finding
from editions.printed.grids import NumberGrid
from editions.printed.layout import Layout
from editions.printed.words import about, bare
from reporting.results import Table

ALL_COMPARED = re.compile(
    r"\b(?:all|every|each)\b.*?\b(lower|fewer|less|smaller|higher|more|greater|larger)\b(.*?)\bthan\b",
    re.IGNORECASE,
)
LESS = frozenset({"lower", "fewer", "less", "smaller"})
LOW = re.compile(r"\b(?:low|few|small numbers?)\b", re.IGNORECASE)
TIMES_IMPROVED = re.compile(
    r"\b(?:response times?|timeliness)\b[^.]*?(?<!to )\b(?:improved|fallen|reduced|shortened)\b"
    r"|\b(?:better|improved|faster|quicker|shorter) (?:response times?|timeliness)\b",
    re.IGNORECASE,
)
ABBREVIATED = re.compile(r"\b[A-Z]{2,}\b")


def all_compared(layout: Layout, grids: Sequence[NumberGrid]) -> Iterable[Finding]:
    """“All areas were lower in the one than in the other”, where some are the same."""
    for paragraph in layout.paragraphs:
        for sentence in sentences_of(paragraph.text):
            claim = ALL_COMPARED.search(sentence)
            if claim is None:
                continue
            for grid in grids:
                if grid.table.section == paragraph.section:
                    yield from _compared(sentence, claim, grid)


def _compared(sentence: str, claim: re.Match, grid: NumberGrid) -> Iterable[Finding]:
    first = _row_named(claim[2], grid)
    second = _row_named(sentence[claim.end() :], grid)
    if first is None or second is None or first == second:
        return
    sign = -1 if claim[1].lower() in LESS else 1
    pairs = [(one, grid.at(second, one.column)) for one in grid.row(first) if not one.is_percent]
    wrong = [
        (one, other) for one, other in pairs if other and sign * (one.value - other.value) <= 0
    ]
    if wrong:
        told = "; ".join(f"{one.text} against {other.text}" for one, other in wrong)
        says = f"“All … {claim[1]}”: not {len(wrong)} of {len(pairs)} ({told})."
        there = f"{grid.table.title}: {grid.label(first)}, {grid.label(second)}"
        yield Finding("all", says, sentence, there)


def _row_named(words: str, grid: NumberGrid) -> int | None:
    """The row of which most words stand there, with at least one that is its own."""
    said = about(words)
    labels = {place: about(bare(grid.label(place))) for place, _ in grid.rows if grid.row(place)}
    named = {
        place: len(said & label)
        for place, label in labels.items()
        if said & label.difference(*(each for other, each in labels.items() if other != place))
    }
    return max(named, key=named.get, default=None)


def low_that_is_not(layout: Layout, tables: Sequence[Table]) -> Iterable[Finding]:
    """A service area of which “low” is said, and which has more than the average."""
    for paragraph in layout.paragraphs:
        for sentence in sentences_of(paragraph.text):
            if LOW.search(sentence):
                for table in tables:
                    yield from _not_low(sentence, table)


def _not_low(sentence: str, table: Table) -> Iterable[Finding]:
    counts = [row for row in table.rows if len(row.cells) > 2 and row.cells[0].kind == "count"]
    if not counts:
        return
    most = max(counts, key=lambda row: row.cells[-1].value or 0)
    cells = list(zip(table.columns[:-1], most.cells[:-1], strict=True))
    average = sum(cell.value or 0 for _, cell in cells) / len(cells)
    for column, cell in cells:
        if (cell.value or 0) > average and _is_named(column.label, sentence):
            rank = 1 + sum((other.value or 0) > cell.value for _, other in cells)
            says = (
                f"“Low” is said of {column.label}, which with {cell.value} is number {rank} of "
                f"{len(cells)} ({table.title})."
            )
            yield Finding("low", says, sentence, f"{most.label}, {column.label}")


def _is_named(label: str, sentence: str) -> bool:
    """By its abbreviation, or by one of the names that a stroke parts."""
    if set(ABBREVIATED.findall(label)) & set(ABBREVIATED.findall(sentence)):
        return True
    names = [about(name) for name in bare(label).split("/")]
    return any(len(name) > 1 and name <= about(sentence) for name in names)


def times_without_numbers(layout: Layout) -> Iterable[Finding]:
    """“Response times have improved”, and no number bears it."""
    for paragraph in layout.paragraphs:
        for sentence in sentences_of(paragraph.text):
            if TIMES_IMPROVED.search(sentence) and not re.search(r"\d", sentence):
                yield Finding("claim", "No number in the text bears this.", sentence)
