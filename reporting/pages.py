"""A report as its page shows it: each number as text, with a link where the reader may open it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from reporting import addresses, sections
from reporting.comparators import LastYear, NoLastYear
from reporting.counted import REFERRALS
from reporting.differences import Compared
from reporting.openness import Openness
from reporting.results import Cell, Figure, Report, Table
from reporting.scope import Scope
from reporting.wording import NOT_KNOWN, fraction, in_words, share

LINK = '<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>'


@dataclass(frozen=True)
class Number:
    """One number in its place. ``url`` is "" where it is text."""

    text: str
    url: str = ""
    beside: str = ""
    before: str = ""

    @property
    def drawn(self) -> SafeString:
        """Not a template: a page has hundreds."""
        drawn = format_html(LINK, self.url, self.text) if self.url else escape(self.text)
        if self.before:
            drawn += format_html(' <span class="app-last-year">{}</span>', self.before)
        if self.beside:
            drawn += format_html('<span class="app-table__sub">{}</span>', self.beside)
        return drawn


class NothingOpens:
    """For whoever only reads the numbers."""

    def of_cell(self, cell: Cell) -> bool:
        return False

    def of_figure(self, figure: Figure) -> bool:
        return False


class ReportPage:
    """Turns a report into what the template loops over."""

    def __init__(
        self,
        report: Report | None,
        scope: Scope,
        openness: Openness | NothingOpens,
        last_year: LastYear | NoLastYear,
        address_of: Callable[..., str] = addresses.of_cell,
    ):
        self.report, self.scope, self.address_of = report, scope, address_of
        self.openness, self.last_year = openness, last_year

    def sections(self) -> Iterable[dict]:
        for place, name in enumerate(sections.IN_ORDER, start=1):
            figures = [one for one in self.report.figures.values() if one.section == name]
            tables = [one for one in self.report.tables.values() if one.section == name]
            yield {
                "id": f"section-{place}",
                "name": name,
                "figures": [self.figure(each) for each in figures],
                "tables": [self.table(each) for each in tables],
                "quotes": self.quotes() if name == sections.ADVOCACY else [],
            }

    def quotes(self) -> list[str]:
        """What young people said of advocacy and agreed to have kept for the report."""
        heard = REFERRALS.within(self.scope).heard().order_by("referred_on", "pk")
        return list(heard.values_list("feedback", flat=True))

    def figure(self, figure: Figure) -> dict:
        return {
            "label": figure.label,
            "number": self.number_of_figure(figure),
            "source": _source(figure),
        }

    def table(self, table: Table) -> dict:
        rows = [
            {
                "label": row.label,
                "is_total": row.key == "total",
                "numbers": [
                    self.number(cell, row.label, column.label)
                    for cell, column in zip(row.cells, table.columns, strict=True)
                ],
            }
            for row in table.rows
        ]
        return {"table": table, "rows": rows, "last_year": self.last_year.note(table.key)}

    def compared(self, several: Iterable[Compared]) -> list[dict]:
        return [self._compared(each) for each in several]

    def _compared(self, each: Compared) -> dict:
        counted = each.counted
        number = None
        if isinstance(counted, Figure):
            number = self.number_of_figure(counted)
        elif counted is not None:
            number = self.number(counted)
        return {
            "where": self._where(each),
            "printed": each.printed,
            "computed": each.in_words,
            "url": number.url if number else "",
            "difference": f"{each.difference:+,}" if each.exactly is not None else "",
        }

    def _where(self, each: Compared) -> str:
        counted = each.counted
        if isinstance(counted, Figure):
            return counted.label
        if counted is None:
            return each.printed.key
        _, row, column, field = each.printed.key.split(" / ")
        what = f"{self.report.tables[counted.table].title}: {row}, {column}"
        return f"{what}, in per cent" if field == "percent" else what

    @staticmethod
    def text_of(cell: Cell) -> tuple[str, str]:
        """A number in words, and what stands under it."""
        return in_words(cell.value, cell.kind, cell.part, cell.base), _beside(cell)

    def number(self, cell: Cell, row: str = "", column: str = "") -> Number:
        """A zero is text: its list would be empty."""
        has_rows = bool(cell.part if cell.part is not None else cell.value)
        text, beside = self.text_of(cell)
        before, share_before = self.last_year.of(cell, row, column)
        opens = bool(text) and has_rows and self.openness.of_cell(cell)
        return Number(
            text=text,
            url=self.address_of(self.scope, cell.table, cell.row, cell.column) if opens else "",
            beside=" ".join(filter(None, [beside, share_before])),
            before=before,
        )

    def number_of_figure(self, figure: Figure) -> Number:
        counted = figure.source == "counted" and bool(figure.value)
        opens = counted and self.openness.of_figure(figure)
        part = figure.part - figure.base if figure.is_change and figure.base else figure.part
        small = figure.kind == "percent" and not figure.is_change
        return Number(
            text=in_words(figure.value, figure.kind, part, figure.base),
            url=addresses.of_figure(self.scope, figure.key) if opens else "",
            beside=fraction(figure.part, figure.base) if small else "",
        )


def _source(figure: Figure) -> str:
    if figure.source != "published":
        return ""
    if figure.today is None:
        return "as published"
    return f"as published; today's records give {in_words(figure.today, figure.kind)}"


def _beside(cell: Cell) -> str:
    if cell.kind == "percent":
        return fraction(cell.part, cell.base)
    if cell.percent is None:
        return NOT_KNOWN if cell.base == 0 and cell.kind == "count" else ""
    return share(cell.value, cell.base)
