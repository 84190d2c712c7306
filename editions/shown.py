"""A part of a report as its page shows it: a number is a link where the reader may open it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from accounts.models import User
from accounts.permissions import Permission
from editions.document import Chart, Grid, Part, Words
from editions.models import Edition
from editions.names import name_of
from reporting import addresses
from reporting.openness import Openness
from reporting.results import Cell, Figure
from reporting.tables import BY_KEY


@dataclass
class ShownPart:
    """What the template loops over. A number of a draft leads to today's list, one that was
    published to the list that was kept."""

    part: Part
    edition: Edition
    user: User

    @property
    def number(self) -> int:
        return self.part.number

    @property
    def title(self) -> str:
        return self.part.title

    @cached_property
    def url_of(self) -> Callable[[str], str]:
        return (
            frozen_url(self.edition)
            if self.edition.is_published
            else open_url(self.edition, self.user)
        )

    @property
    def holds(self) -> list[dict]:
        return [self._held(each) for each in self.part.holds]

    def _held(self, each: Words | Grid | Chart) -> dict:
        if isinstance(each, Chart):
            return {"kind": "chart", "svg": drawn(each), "says": each.says}
        if isinstance(each, Grid):
            return {"kind": "grid", "grid": each, "lines": [self._line(one) for one in each.lines]}
        lines = [
            [
                {"text": piece.text, "bold": piece.bold, "url": self._url(piece.figure)}
                for piece in line
            ]
            for line in each.lines
        ]
        return {"kind": each.kind, "lines": lines}

    def _line(self, line) -> dict:
        numbers = [
            {
                "text": number.text,
                "url": self._url(number.figure),
                "beside": number.beside,
                "before": number.before,
            }
            for number in line.numbers
        ]
        return {"label": line.label, "is_total": line.is_total, "numbers": numbers}

    def _url(self, figure: str) -> str:
        return self.url_of(figure) if figure else ""


def drawn(chart: Chart) -> SafeString:
    return mark_safe(chart.svg)  # noqa: S308 - drawn by reporting.charts, which escapes its words


def frozen_url(edition: Edition) -> Callable[[str], str]:
    return lambda number: reverse("editions:behind", args=[edition.pk, number])


def open_url(edition: Edition, user: User) -> Callable[[str], str]:
    """Today's list, where the reader may open every case of it."""
    scope = edition.scope
    openness = Openness(user, scope)

    def url(number: str) -> str:
        name = name_of(number)
        if not name.is_cell:
            may = openness.of_figure(Figure(name.key, "", "", 1))
            return addresses.of_figure(scope, name.key) if may else ""
        if name.key not in BY_KEY or not user.may(Permission.OPEN_CASES):
            return ""
        cell = Cell(name.key, name.row, name.column, 1)
        may = openness.of_cell(cell)
        return addresses.of_cell(scope, name.key, name.row, name.column) if may else ""

    return url
