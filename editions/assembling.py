"""An edition as a document: its texts with their figures, its tables, charts and lists."""

from collections.abc import Iterable
from functools import cached_property

from django.conf import settings

from editions.bound_text import Said, say
from editions.document import (
    INTERNAL,
    Chart,
    CoverLine,
    Document,
    Grid,
    Line,
    Number,
    Part,
    Piece,
    Words,
)
from editions.exempt import exempt_part, in_order
from editions.known import KnownFigures, cells_of
from editions.lists import LISTS, NOTHING
from editions.models import Edition, Section
from editions.names import block_of, is_prompt
from letters.notation import paragraphs_of
from reporting.annual_report import assemble
from reporting.any_table.asked import read
from reporting.any_table.page import counted
from reporting.as_json import plain
from reporting.charts.chart import chart_of
from reporting.comparators import LastYear
from reporting.counted import DoesNotFit
from reporting.models import SavedTable
from reporting.pages import NothingOpens, ReportPage
from reporting.period import in_words
from reporting.results import Report, Table

NOT_THERE = "There is no {} “{}”: take the line out, or put another name there."
NO_ROWS = "Nothing to show for this period."


class Assembling:
    """One edition being put together: everything is counted once, however often it is said."""

    def __init__(self, edition: Edition):
        self.edition, self.scope = edition, edition.scope

    @cached_property
    def report(self) -> Report:
        return assemble(self.scope)

    @cached_property
    def figures(self) -> KnownFigures:
        return KnownFigures(self.report)

    @cached_property
    def tables(self) -> dict[str, Table]:
        return {**self.report.tables, **self._further}

    @cached_property
    def _further(self) -> dict[str, Table]:
        """The saved tables that stand in the report, for its period."""
        found = {}
        for saved in SavedTable.objects.in_the_report():
            try:
                asked = read(saved.asked, self.scope)
            except DoesNotFit:
                continue
            table = counted(asked, self.scope)
            found[f"table-{saved.key}"] = Table(
                **{**vars(table), "key": f"table-{saved.key}", "title": saved.name}
            )
        return found

    @cached_property
    def page(self) -> ReportPage:
        return ReportPage(self.report, self.scope, NothingOpens(), LastYear(self.scope))

    def document(self) -> Document:
        sections = [one for one in self.edition.sections.all() if not one.left_out]
        return Document(
            title=self.edition.title,
            council=settings.COUNCIL_NAME,
            about=f"{self.scope.whose[0].upper()}{self.scope.whose[1:]}, {self.scope.period}",
            form=INTERNAL,
            cover=cover_of(self.edition),
            parts=[self.part(one, place) for place, one in enumerate(in_order(sections), start=1)],
            version=self.edition.version,
        )

    def part(self, section: Section, number: int) -> Part:
        holds = [one for paragraph in paragraphs_of(section.text) for one in self._held(paragraph)]
        part = Part(number, section.title, holds)
        return exempt_part(self.edition, part) if section.is_exempt else part

    def said(self, section: Section) -> list[Said]:
        """The paragraphs of a section with the figures that each says, without tables and lists."""
        paragraphs = [one for one in paragraphs_of(section.text) if not block_of(one)]
        return [say(paragraph, self.figures) for paragraph in paragraphs]

    def _held(self, paragraph: str) -> Iterable[Words | Grid | Chart]:
        block = block_of(paragraph)
        if is_prompt(paragraph):
            return
        if block is None:
            yield say(paragraph, self.figures).words
            return
        kind, name = block
        yield from {
            "table": self._table,
            "chart": self._chart,
            "figures": self._figures,
            "list": self._list,
        }[kind](name)

    def _table(self, name: str) -> Iterable[Words | Grid]:
        if name in self.tables:
            yield self.grid(self.tables[name])
        else:
            yield words(NOT_THERE.format("table", name))

    def _chart(self, name: str) -> Iterable[Words | Grid | Chart]:
        """The picture, and under it the numbers that it is made of."""
        if name in self.tables:
            made = chart_of(self.tables[name], str(self.scope.period))
            if made.svg:
                yield Chart(name, made.svg, made.words)
        yield from self._table(name)

    def _figures(self, name: str) -> Iterable[Words | Grid]:
        figures = [one for one in self.report.figures.values() if one.section == name]
        if not figures:
            yield words(NOT_THERE.format("section of figures", name))
            return
        lines = []
        for figure in figures:
            known = self.figures.find(figure.key)
            label = (
                f"{figure.label} (as published)" if figure.source == "published" else known.label
            )
            value = plain(figure.value, figure.kind)
            number = Number(
                text=known.text,
                figure=known.lists,
                named=figure.key,
                value=value,
                measure=figure.kind,
            )
            lines.append(Line(label, [number]))
        yield Grid(f"figures {name}", f"{name}: figures", ["Number"], lines)

    def _list(self, name: str) -> Iterable[Words]:
        if name not in LISTS:
            yield words(NOT_THERE.format("list", name))
            return
        _, entries = LISTS[name]
        found = list(entries(self.edition))
        if found:
            yield Words("entries", [[Piece(entry)] for entry in found], name)
        else:
            yield words(NOTHING)

    def grid(self, table: Table) -> Grid:
        shown = self.page.table(table)
        lines = []
        for row, drawn in zip(table.rows, shown["rows"], strict=True):
            known = {each.name: each for each in cells_of(Table(**{**vars(table), "rows": [row]}))}
            numbers = [
                Number(
                    text=number.text,
                    beside=number.beside,
                    before=number.before,
                    figure=known[f"{table.key}:{cell.row}:{cell.column}"].lists,
                    named=f"{table.key}:{cell.row}:{cell.column}",
                    value=plain(cell.value, cell.kind),
                    percent=plain(cell.percent, "percent"),
                    measure=cell.kind,
                )
                for cell, number in zip(row.cells, drawn["numbers"], strict=True)
            ]
            lines.append(Line(row.label, numbers, drawn["is_total"]))
        notes = [note for note in (table.base, table.definition, shown["last_year"]) if note]
        columns = [column.label for column in table.columns]
        return Grid(table.key, table.title, columns, lines, notes or [NO_ROWS])


def words(text: str) -> Words:
    return Words("paragraph", [[Piece(text)]])


def cover_of(edition: Edition) -> list[CoverLine]:
    lines = []
    if edition.meeting_on:
        lines.append(CoverLine("Date of the meeting", in_words(edition.meeting_on)))
    for entry in edition.cover.select_related("field"):
        if entry.text:
            written = (
                f"{entry.written_by}, {in_words(entry.written_on)}" if entry.written_on else ""
            )
            lines.append(CoverLine(entry.field.name, entry.text, written))
    return lines
