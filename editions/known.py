"""Every figure that a text can say, with its value now and what it means."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from editions.models import OutsideFigure
from editions.names import OUTSIDE, SHARE, WORD, Name, name_of
from reporting.results import Cell, Figure, Report, Table
from reporting.wording import in_words

DIRECTIONS = {1: "an increase", 0: "no change", -1: "a decrease"}


class NoSuchFigure(LookupError):
    """Says which name is not known, and what may have been meant."""


@dataclass(frozen=True)
class Known:
    """A figure as a text says it. ``value`` is None where it cannot be said; ``lists`` is the name
    of the list behind it, "" where there is none."""

    name: str
    text: str
    label: str
    value: object
    measure: str = "count"
    lists: str = ""
    base: object = None
    table: str = ""
    is_change: bool = False
    is_ours: bool = True

    @property
    def words(self) -> str:
        """All that says what it is about: a label may begin with "of these"."""
        named = self.name.translate(str.maketrans("._:", "   "))
        return f"{self.label} {named}"


class KnownFigures:
    """Those of one report. ``tables`` are asked for by their names as they are needed."""

    def __init__(self, report: Report):
        self.report = report

    @cached_property
    def outside(self) -> dict[str, OutsideFigure]:
        return {figure.name: figure for figure in OutsideFigure.objects.all()}

    def find(self, text: str) -> Known:
        name = name_of(text)
        if name.key.startswith(OUTSIDE):
            return self._outside(text, name.key.removeprefix(OUTSIDE))
        if name.is_cell:
            return self._of_cell(text, name)
        figure = self.report.figures.get(name.key)
        if figure is None or name.what not in ("", WORD):
            raise self._unknown(text, self.report.figures)
        return _of_figure(text, figure, name)

    def everything(self) -> list[Known]:
        """All that the picker offers: single figures, then the cells of tables."""
        cells = [each for table in self.report.tables.values() for each in cells_of(table)]
        return self.single + cells

    def with_words(self, asked: str) -> list[Known]:
        """Those whose name or definition holds each of the words."""
        wanted = asked.lower().split()
        return [
            known
            for known in self.everything()
            if all(word in f"{known.name} {known.label}".lower() for word in wanted)
        ]

    @cached_property
    def single(self) -> list[Known]:
        """Those that stand in no table."""
        figures = [_of_figure(key, each, Name(key)) for key, each in self.report.figures.items()]
        return figures + [self._outside(OUTSIDE + name, name) for name in self.outside]

    def _of_cell(self, text: str, name: Name) -> Known:
        table = self.report.tables.get(name.key)
        for known in cells_of(table) if table else ():
            if known.name == text:
                return known
        offered = [each.name for each in cells_of(table)] if table else self.report.tables
        raise self._unknown(text, offered)

    def _outside(self, text: str, name: str) -> Known:
        if name not in self.outside:
            raise self._unknown(text, [OUTSIDE + each for each in self.outside])
        figure = self.outside[name]
        label = f"{figure.definition} (not ours: {figure.source}, {figure.dated:%-d %B %Y})"
        return Known(text, figure.value, label, figure.value, is_ours=False)

    def _unknown(self, text: str, offered) -> NoSuchFigure:
        near = get_close_matches(text, list(offered), n=3, cutoff=0.5)
        meant = f" Do you mean {' or '.join(f'{{{each}}}' for each in near)}?" if near else ""
        return NoSuchFigure(f"There is no figure {{{text}}}.{meant}")


def _of_figure(text: str, figure: Figure, name: Name) -> Known:
    value = figure.value
    if name.what == WORD:
        said = "n/a" if value is None else DIRECTIONS[(value > 0) - (value < 0)]
    else:
        part, size = figure.part, value
        if figure.is_change and value is not None:
            size = abs(value)
            part = abs(figure.part - figure.base) if figure.base else None
        said = in_words(size, figure.kind, part, figure.base) or "n/a"
    return Known(
        name=text,
        text=said,
        label=figure.label,
        value=value,
        measure=figure.kind,
        lists=figure.key if figure.source == "counted" and value else "",
        base=figure.base,
        is_change=figure.is_change,
    )


def cells_of(table: Table) -> list[Known]:
    """Each number of a table, and beside it its percentage."""
    found = []
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            label = f"{table.title}: {row.label}, {column.label}"
            found += _of_one_cell(table, cell, label)
    return found


def _of_one_cell(table: Table, cell: Cell, label: str) -> list[Known]:
    name = f"{table.key}:{cell.row}:{cell.column}"
    lists = name if (cell.part if cell.part is not None else cell.value) else ""
    said = in_words(cell.value, cell.kind, cell.part, cell.base) or "n/a"
    about = {"lists": lists, "base": cell.base, "table": table.key}
    found = [Known(name, said, label, cell.value, cell.kind, **about)]
    if cell.percent is not None:
        share = in_words(cell.percent, "percent", cell.value, cell.base)
        found.append(
            Known(
                f"{name}:{SHARE}", share, f"{label}, in per cent", cell.percent, "percent", **about
            )
        )
    return found
