"""The picture of a table, as a page, a file or a printed report shows it."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from reporting.charts.bars import draw_bars, draw_parts, legend
from reporting.charts.lines import draw_line, draw_strips
from reporting.charts.rule import NoPicture, Picture, picture_of
from reporting.charts.sheet import LARGE, QUIET, SMALL, Sheet
from reporting.results import Table
from reporting.scope import Scope
from reporting.wording import INTERNAL

NAMES = {
    "bars": "Bars",
    "shares": "Bars of a hundred per cent",
    "parts": "Bars made of parts",
    "line": "A line over time",
    "strips": "Lines over time",
}


@dataclass(frozen=True)
class Chart:
    """``svg`` is "" where there is no picture, and ``sentence`` says why."""

    svg: str = ""
    words: str = ""
    sentence: str = ""
    form: str = ""

    @property
    def is_over_time(self) -> bool:
        return self.form in ("line", "strips")


def chart_of(table: Table, about: str = "", *, target: float | None = None) -> Chart:
    """``about`` is whose numbers they are and when. ``target``, in per cent, is drawn of shares."""
    picture = picture_of(table)
    if isinstance(picture, NoPicture):
        return Chart(sentence=picture.sentence)
    target = target if picture.form == "shares" else None
    words = in_words(picture, target)
    sheet = Sheet(f"chart-{table.key}", ". ".join(filter(None, [table.title, about])), words)
    _entitle(sheet, table.title, about)
    _draw(sheet, picture, target)
    if picture.note:
        sheet.space(10)
        sheet.paragraph(picture.note, SMALL, fill=QUIET)
    sheet.space(8)
    return Chart(SafeString(sheet.finished()), words, form=picture.form)


def _entitle(sheet: Sheet, title: str, about: str) -> None:
    sheet.paragraph(title, LARGE, font_weight="bold")
    if about:
        sheet.space(2)
        sheet.paragraph(about, SMALL + 1, fill=QUIET)
    sheet.space(12)


def _draw(sheet: Sheet, picture: Picture, target: float | None) -> None:
    if picture.form == "line":
        draw_line(sheet, picture)
    elif picture.form == "strips":
        draw_strips(sheet, picture)
    else:
        legend(sheet, picture.labels)
        if picture.form == "parts":
            draw_parts(sheet, picture)
        else:
            draw_bars(sheet, picture, target)


def in_words(picture: Picture, target: float | None = None) -> str:
    """The same, for who does not see it."""
    said = [f"{NAMES[picture.form]}."]
    if target is not None:
        said.append(f"Target {target:g}%.")
    for line in picture.lines:
        if len(line.points) == 1:
            said.append(f"{line.label}: {line.points[0].text}.")
        else:
            points = ", ".join(f"{point.label} {point.text}" for point in line.points)
            said.append(f"{line.label}: {points}.")
    return " ".join([*said, picture.note]).strip()


def about_of(scope: Scope) -> str:
    """Whose numbers they are and when: a picture is passed on without its page."""
    return f"{scope.whose[0].upper()}{scope.whose[1:]}, {scope.period}. {INTERNAL}"


def as_svg(table: Table, scope: Scope, *, target: float | None = None) -> str:
    """A file. Where there is no picture, its sheet says why."""
    chart = chart_of(table, about_of(scope), target=target)
    if chart.svg:
        return chart.svg
    sheet = Sheet(f"chart-{table.key}", table.title, chart.sentence)
    _entitle(sheet, table.title, about_of(scope))
    sheet.paragraph(chart.sentence)
    sheet.space(12)
    return sheet.finished()
