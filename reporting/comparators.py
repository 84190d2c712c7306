"""Last year's numbers for tables: as they were published, else counted from the records."""

from dataclasses import replace
from functools import cached_property

from reporting.annual_report import tables_of
from reporting.counted import COMPLAINTS
from reporting.differences import agrees
from reporting.published import published
from reporting.results import Cell, Table
from reporting.scope import Scope
from reporting.wording import in_words

PUBLISHED = "In brackets: the year before, as published."
COUNTED = "In brackets: the year before, counted from the records."
RESTATED = "Today's records give another number for the year before"
BOTH = "In brackets: the year before, as published, else counted from the records (marked *)."


class LastYear:
    """The year before of one report, cell by cell. Knows nothing where nothing is known."""

    def __init__(self, scope: Scope):
        self.scope = scope.previous()
        self._sources: dict[str, set[str]] = {}
        self._restated: dict[str, list[str]] = {}

    @cached_property
    def published(self) -> dict[str, str]:
        return published(self.scope)

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Empty where there are no complaints of that year: then a zero would mean nothing."""
        return tables_of(self.scope) if COMPLAINTS.within(self.scope).exists() else {}

    def of(self, cell: Cell, row: str, column: str) -> tuple[str, str]:
        """What stands in brackets beside a cell's number, and beside its percentage."""
        if cell.kind not in ("count", "percent", "pounds"):
            return "", ""  # one row a case: last year's cases are others
        place = f"{cell.table} / {row} / {column} / "
        printed = [self.published.get(place + field) for field in ("value", "percent")]
        if any(value is not None for value in printed):
            self._sources.setdefault(cell.table, set()).add("published")
            self._compare(printed, cell, row, column)
            mark = "%" if cell.kind == "percent" else ""
            return _brackets(printed[0], mark), _brackets(printed[1], "%")
        then = self._counted(cell, row, column)
        if then is None:
            return "", ""
        self._sources.setdefault(cell.table, set()).add("counted")
        text = in_words(then.value, then.kind, then.part, then.base)
        return _brackets(text, "*" if self.published else ""), ""

    def note(self, table: str) -> str:
        """What the brackets of a table mean; asked for after its cells."""
        sources = self._sources.get(table, set())
        if not sources:
            return ""
        counted = BOTH if self.published else COUNTED
        said = counted if "counted" in sources else PUBLISHED
        differing = "; ".join(self._restated.get(table, []))
        return f"{said} {RESTATED}: {differing}." if differing else said

    def _compare(self, printed: list[str | None], cell: Cell, row: str, column: str) -> None:
        """Keep what is to be said where today's records give another number than was printed."""
        then = self._counted(cell, row, column)
        if then is None:
            return
        as_share = replace(then, value=then.percent, part=then.value, kind="percent")
        for value, today in zip(printed, (then, as_share), strict=True):
            if value is not None and not agrees(value, today):
                mark = "%" if today.kind == "percent" else ""
                text = in_words(today.value, today.kind, today.part, today.base)
                self._restated.setdefault(cell.table, []).append(
                    f"{row}, {column}: {value}{mark} as published, {text} today"
                )

    def _counted(self, cell: Cell, row: str, column: str) -> Cell | None:
        try:
            return self.tables[cell.table].cell(row, column)
        except (KeyError, ValueError, StopIteration):
            return None


class NoLastYear:
    """For tables that nobody printed the year before: each is its own question."""

    def of(self, cell: Cell, row: str, column: str) -> tuple[str, str]:
        return "", ""

    def note(self, table: str) -> str:
        return ""


def _brackets(text: str | None, mark: str) -> str:
    return "" if text is None else f"({text}{mark})"
