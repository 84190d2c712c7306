"""What is read of a file, and what of the document it should be."""

from dataclasses import dataclass, field
from decimal import Decimal

from editions.document import Chart, Document, Grid, Words

SHOWN_BY_NOBODY = str.maketrans("", "", "\u00ad\u200b")  # where a word may break


@dataclass
class Table:
    title: str
    columns: list[str]
    rows: list[tuple]


@dataclass
class Read:
    """``texts`` are headings, paragraphs, entries and notes in their order, ``charts`` what is
    said of each picture."""

    tables: list[Table] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)


def plain(text: str) -> str:
    """
    >>> plain(" 4 \\n  40% ")
    '4 40%'
    """
    return " ".join(text.translate(SHOWN_BY_NOBODY).split())


def as_read(document: Document) -> Read:
    """As a reader should find it in a file of words."""
    read = Read()
    for part in document.parts:
        read.texts.append(f"{part.number}. {part.title}")
        for each in part.holds:
            if isinstance(each, Chart):
                read.charts.append(plain(each.says))
            elif isinstance(each, Grid):
                read.tables.append(_as_words(each))
                read.texts += map(plain, each.notes)
            else:
                read.texts += _paragraphs(each)
    return read


def _paragraphs(each: Words) -> list[str]:
    lines = ["".join(piece.text for piece in line) for line in each.lines]
    return [plain(line) for line in lines] if each.kind == "entries" else [plain(" ".join(lines))]


def _as_words(grid: Grid) -> Table:
    rows = [
        (
            _capital(line.label),
            [plain(f"{one.text} {one.before} {one.beside}") for one in line.numbers],
        )
        for line in grid.lines
    ]
    nothing = [("Nothing in this period.", [])]
    return Table(plain(grid.title), list(map(_capital, grid.columns)), rows or nothing)


def _capital(label: str) -> str:
    return plain(f"{label[:1].upper()}{label[1:]}")


def as_numbers(document: Document) -> list[Table]:
    """As a spreadsheet should have it: a number is one, a percentage has its own column."""
    return [_as_numbers(grid) for grid in document.grids()]


def _as_numbers(grid: Grid) -> Table:
    numbers = [number for line in grid.lines for number in line.numbers]
    has_shares = any(number.percent is not None for number in numbers)
    columns = [
        one for label in grid.columns for one in ([label, f"{label}, %"] if has_shares else [label])
    ]
    rows = []
    for line in grid.lines:
        cells: list = []
        for number in line.numbers:
            cells.append(value_of(number.text if number.value is None else number.value))
            if has_shares:
                cells.append(value_of("" if number.percent is None else number.percent))
        rows.append((line.label, cells))
    return Table(grid.title, columns, rows)


def value_of(cell) -> Decimal | str:
    """A number as such, however a file writes it; what is not shown as its words.

    >>> value_of("£1,484.14"), value_of(4.0), value_of("[c]"), value_of(None)
    ('£1,484.14', Decimal('4.00'), '[c]', '')
    """
    if cell is None:
        return ""
    try:
        return round(Decimal(str(cell)), 2)
    except ArithmeticError:
        return str(cell)
