"""What is wrong in a case log, and where; and what the import merely says about it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

SHOWN = 60  # characters of a value in a message


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about one cell, one line, one sheet or (without a sheet) the whole log."""

    says: str
    sheet: str = ""
    line: int | None = None
    letter: str = ""
    column: str = ""
    value: object = None

    def __str__(self) -> str:
        """
        >>> print(Remark("expected a date", "case_log", 3, "C", "received_on", "soon"))
        case_log, line 3, column C (received_on), “soon”: expected a date
        """
        place = [self.sheet] if self.sheet else []
        if self.line is not None:
            place.append(f"line {self.line}")
        if self.column:
            named = f"{self.letter} ({self.column})" if self.letter else self.column
            place.append(f"column {named}")
        if self.value is not None:
            place.append(f"“{shown(self.value)}”")
        return f"{', '.join(place)}: {self.says}" if place else self.says


@dataclass(slots=True)
class Findings:
    """The faults of a log, any of which refuses the whole, and the notices, which refuse nothing.

    ``letters`` gives a column's letter by sheet and name, once the first row has been read.
    """

    faults: list[Remark] = field(default_factory=list)
    notices: list[Remark] = field(default_factory=list)
    letters: dict[str, dict[str, str]] = field(default_factory=dict)

    def fault(self, line, column: str, says: str, value: object = ...) -> None:
        """Refuse what a line says in a column; without ``value``, the value it has there."""
        self.faults.append(self._remark(line, column, says, value))

    def notice(self, line, column: str, says: str) -> None:
        self.notices.append(self._remark(line, column, says, ...))

    def of_sheet(self, sheet: str, says: str, line: int | None = None) -> None:
        self.faults.append(Remark(says, sheet, line))

    def _remark(self, line, column: str, says: str, value: object) -> Remark:
        if value is ...:
            value = line.values.get(column)
        letter = self.letters.get(line.sheet, {}).get(column, "")
        return Remark(says, line.sheet, line.number, letter, column, value)


def shown(value: object) -> str:
    r"""Show a value on one line, however long or odd.

    >>> shown("a\0b"), shown(date(2006, 9, 4)), shown(["Delay", "Other"])
    ('a\\x00b', '2006-09-04', 'Delay;Other')
    """
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        value = ";".join(value)
    text = str(value)
    short = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in short)


def letter_of(position: int) -> str:
    """Name a column as a spreadsheet does, from 0.

    >>> letter_of(0), letter_of(25), letter_of(26), letter_of(60)
    ('A', 'Z', 'AA', 'BI')
    """
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def in_order(remarks: list[Remark]) -> Iterator[Remark]:
    """Give remarks as they stand in the log: sheet by sheet, line by line."""
    sheets = list(dict.fromkeys(remark.sheet for remark in remarks))
    return iter(sorted(remarks, key=lambda remark: (sheets.index(remark.sheet), remark.line or 0)))
