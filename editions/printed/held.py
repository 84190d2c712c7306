"""A whole printed text, held against the records and against itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from editions.known import Known
from editions.printed.cells import CellHeld, cells_held
from editions.printed.claims_of_time import (
    limits_in_other_days,
    parts_of_other_lengths,
    told_before_it_happened,
)
from editions.printed.claims_of_words import all_compared, low_that_is_not, times_without_numbers
from editions.printed.finding import Finding
from editions.printed.grids import Held, NumberGrid, grids_of
from editions.printed.laws import regulations_misnamed
from editions.printed.layout import laid_out
from editions.printed.numbers import COUNT, PERCENT, POUNDS, Printed, numbers_in
from editions.printed.own_tables import tables_against_themselves
from editions.printed.records import Records
from editions.printed.said_twice import (
    averages_told_twice,
    last_years_told_twice,
    lists_that_differ,
    sums_of_no_table,
)
from editions.printed.text_and_tables import goes_with, text_against_tables
from reporting.results import Report

AGREES, DIFFERS, CONTRADICTS, UNMATCHED, DISMISSED = (
    "agrees",
    "differs",
    "contradicts",
    "unmatched",
    "dismissed",
)


@dataclass
class HeldNumber:
    """A printed number and what it was held against. ``known`` is the figure that it says, if one
    was found; ``beside`` a place of the text that says the same."""

    key: str
    words: str
    around: str
    section: str
    printed: Printed | None = None
    cell: tuple[NumberGrid, Held] | None = None
    known: Known | None = None
    agrees: bool = False
    beside: str = ""
    by_hand: bool = False
    dismissed: str | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def status(self) -> str:
        if self.dismissed is not None:
            return DISMISSED
        if self.findings:
            return CONTRADICTS
        if self.known:
            return AGREES if self.agrees else DIFFERS
        return AGREES if self.beside else UNMATCHED

    def can_say(self, known: Known) -> bool:
        """Whether both are of one kind: a percentage is no count."""
        percent = self.words.endswith("%") or bool(self.printed and self.printed.kind == PERCENT)
        is_number = known.is_ours and isinstance(known.value, int | float | Decimal)
        return is_number and percent == (known.measure == "percent")

    def is_equal(self, known: Known) -> bool:
        if self.printed:
            return self.printed.is_equal(known.value)
        kind = PERCENT if known.measure == "percent" else COUNT
        return _as_printed(self.cell[1], kind).is_equal(known.value)


@dataclass
class Whole:
    """``findings`` are those about words; those about a number stand with it."""

    numbers: list[HeldNumber]
    findings: list[Finding]

    def of(self, status: str) -> list[HeldNumber]:
        return [one for one in self.numbers if one.status == status]


class Holding:
    """One text being held. ``known`` and ``report`` are the period's; ``limits`` the time limits
    of its procedures that are in calendar days."""

    def __init__(
        self,
        text: str,
        report: Report,
        known: Sequence[Known],
        limits: Sequence[tuple[int, str]] = (),
    ):
        self.layout, self.report = laid_out(text), report
        self.grids = grids_of(self.layout.tables)
        self.told = numbers_in(self.layout)
        sections = {key: table.section for key, table in report.tables.items()}
        self.records = Records(known, sections)
        self.by_name: Mapping[str, Known] = {each.name: each for each in known}
        self.limits = limits

    def whole(self) -> Whole:
        numbers = [*self._in_text(), *self._in_tables()]
        findings = list(dict.fromkeys(self._findings()))
        by_key = {one.key: one for one in numbers}
        for finding in findings:
            if finding.number in by_key:
                by_key[finding.number].findings.append(finding)
        of_words = [finding for finding in findings if finding.number not in by_key]
        kept = [one for one in numbers if not _says_nothing(one)]
        return Whole(kept, [*of_words, *self._mixed_bases(numbers)])

    def _in_text(self) -> list[HeldNumber]:
        found: list[HeldNumber] = []
        for printed in self.told:
            held = HeldNumber(
                printed.key, printed.words, printed.sentence, printed.section, printed
            )
            fit = self.records.best(printed)
            if fit:
                held.known, held.agrees = fit.known, fit.agrees
            self._beside(held)
            if held.known is None and not held.beside:
                self._said_before(held, found)
            found.append(held)
        return found

    def _beside(self, held: HeldNumber) -> None:
        grids = self._near(held.section)
        row = goes_with(held.printed, grids)
        if row:
            held.beside = row.where
        against = text_against_tables(held.printed, grids)
        if against:
            says = f"{held.words} in the text; the table says {against.said(held.printed)}."
            held.findings.append(Finding("table", says, held.around, against.where, held.key))

    def _near(self, section: str) -> list[NumberGrid]:
        return [grid for grid in self.grids if grid.table.section == section]

    def _said_before(self, held: HeldNumber, found: list[HeldNumber]) -> None:
        """The same number of the same paragraph, told again."""
        for other in reversed(found):
            if other.printed.paragraph != held.printed.paragraph:
                return
            is_same = (other.printed.value, other.printed.kind) == (
                held.printed.value,
                held.printed.kind,
            )
            if is_same and other.known:
                held.known, held.agrees = other.known, other.agrees
                return

    def _in_tables(self) -> Iterable[HeldNumber]:
        tables = list(self.report.tables.values())
        for grid in self.grids:
            found = {id(one.printed): one for one in cells_held(grid, tables)}
            for cell in grid.cells:
                if not grid.is_torn(cell):
                    yield self._cell(grid, cell, found.get(id(cell)))

    def _cell(self, grid: NumberGrid, cell: Held, held: CellHeld | None) -> HeldNumber:
        where = held.where if held else f"{grid.table.title}: {grid.where(cell)}"
        mark = "%" if cell.is_percent and not cell.text.endswith("%") else ""
        made = HeldNumber(
            grid.key(cell), f"{cell.text}{mark}", where, grid.table.section, cell=(grid, cell)
        )
        if held and held.name in self.by_name:
            made.known, made.agrees = self.by_name[held.name], held.agrees
        elif not held:
            self._cell_by_words(made, grid, cell)
        return made

    def _cell_by_words(self, made: HeldNumber, grid: NumberGrid, cell: Held) -> None:
        """A cell of a table that the records do not have, if its words are a figure's."""
        kind = PERCENT if cell.is_percent else POUNDS if cell.is_pounds else COUNT
        said = replace(
            _as_printed(cell, kind),
            sentence=made.around,
            near=f"{grid.label(cell.row)} {grid.where(cell)}",
            section=grid.table.section,
        )
        fit = self.records.best(said)
        if fit and fit.agrees:
            made.known, made.agrees = fit.known, True

    def _findings(self) -> Iterable[Finding]:
        layout, grids = self.layout, self.grids
        for grid in grids:
            yield from tables_against_themselves(grid)
        yield from parts_of_other_lengths(layout, grids, self.told)
        yield from told_before_it_happened(layout)
        yield from limits_in_other_days(layout, self.limits)
        yield from all_compared(layout, grids)
        yield from low_that_is_not(layout, self._tables_by_area())
        yield from times_without_numbers(layout)
        yield from averages_told_twice(layout)
        yield from last_years_told_twice(self.told)
        yield from lists_that_differ(layout)
        yield from sums_of_no_table(self.told, layout)
        yield from regulations_misnamed(layout)

    def _tables_by_area(self) -> list:
        table = self.report.tables.get("stage1_by_service_area")
        return [table] if table else []

    def _mixed_bases(self, numbers: Sequence[HeldNumber]) -> Iterable[Finding]:
        """Numbers of one paragraph that are of different bases, as of 56 and of 43."""
        by_paragraph: dict[int, list[HeldNumber]] = {}
        for one in numbers:
            if one.printed and one.known and one.known.table and one.known.base:
                by_paragraph.setdefault(one.printed.paragraph, []).append(one)
        for told in by_paragraph.values():
            bases = {one.known.base: one for one in told}
            if len(bases) > 1:
                (base, one), (other_base, other), *_ = bases.items()
                says = (
                    f"{one.words} is of {base} and {other.words} of {other_base}, in one paragraph."
                )
                yield Finding("bases", says, one.around, other.around)


def _as_printed(cell: Held, kind: str) -> Printed:
    return Printed(cell.text, cell.value, kind, "", "", "", "")


def _says_nothing(one: HeldNumber) -> bool:
    """A “no” or “one” that is about no figure is no number."""
    return bool(one.printed and one.printed.only_if_matched and one.status == UNMATCHED)
