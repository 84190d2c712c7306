"""The public form of a report: small numbers hidden, and what would give them away, with the proof.

domain.md section 8: in tables, text, charts and lists alike; on a copy, the internal form stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.conf import settings

from disclosure import (
    DoesNotAddUp,
    Mark,
    Rules,
    attack,
    comes_after,
    protect,
    report,
    suggestions,
)
from editions.assembling import Assembling, words
from editions.document import (
    PUBLIC,
    Chart,
    Document,
    Grid,
    Line,
    Number,
    Part,
    Piece,
    Words,
)
from editions.exempt import open_parts
from editions.lists import NAMES_CASES
from editions.models import Release as Released
from editions.models import TableTogether
from editions.names import OUTSIDE, SHARE, WORD
from editions.released.made import Offer, Public
from editions.released.of_figures import Figures
from editions.released.of_tables import BASE, Tables
from editions.released.steps import Steps, item_of, replay
from editions.released.together import Together, can_be_put_together
from editions.released.words_checked import WordsChecked
from reporting.any_table.asked import read
from reporting.charts.chart import chart_of
from reporting.counted import COMPLAINTS
from reporting.models import SavedTable
from reporting.results import Table
from reporting.tables import BY_KEY

NOT_SHOWN = "[not shown]"
ONE_A_CASE = "“{}” has one row for each case. It is not published."
WITHOUT_BASE = "Base: not shown."


def rules() -> Rules:
    """A council's own (domain.md section 8): the defaults are the habit, none of them is law."""
    return Rules(
        threshold=settings.SMALL_NUMBERS_UNDER,
        show_zero=settings.SMALL_NUMBERS_SHOW_ZERO,
        base_for_rates=settings.PERCENTAGES_FROM,
    )


class PublicForm:
    """One report being made fit to publish."""

    def __init__(self, assembling: Assembling, internal: Document):
        self.assembling = assembling
        open_to_all = open_parts(assembling.edition, internal.parts)
        self.internal = replace(internal, parts=open_to_all)
        self.steps = Steps()
        self.tables = Tables(assembling.scope, self.steps)
        self.hidden: Mapping = {}
        self.made = Public(self._of([]))
        self.together: dict[str, Together] = {}

    def make(self) -> Public:
        self._put_together()
        self._take()
        try:
            self._protect()
        except DoesNotAddUp as error:
            self.made.stops.append(f"The numbers contradict one another: {error}")
            return self.made
        parts = [
            replace(part, holds=[one for each in part.holds for one in self._held(each)])
            for part in self.internal.parts
        ]
        self.made.document = self._of(parts)
        self._check_words()
        return self.made

    def _of(self, parts: list[Part]) -> Document:
        """Who wrote what on the cover stays inside."""
        cover = [replace(line, written="") for line in self.internal.cover]
        return replace(self.internal, form=PUBLIC, cover=cover, parts=parts)

    def _put_together(self) -> None:
        """Tables of which rows or years are one stand so in the public form."""
        for told in self.told_together():
            declared, table = self.declared(told.table), self.assembling.tables.get(told.table)
            if table and can_be_put_together(declared):
                one = Together(told, declared, table, self.assembling.scope)
                self.together[told.table] = one
        parts = [
            replace(part, holds=[self._one(each) for each in part.holds])
            for part in self.internal.parts
        ]
        self.internal = replace(self.internal, parts=parts)

    def told_together(self) -> Iterable[TableTogether]:
        return self.assembling.edition.together.all()

    def _one(self, each: Words | Grid | Chart) -> Words | Grid | Chart:
        if isinstance(each, Words) or each.name not in self.together:
            return each
        one = self.together[each.name]
        if isinstance(each, Chart):
            made = chart_of(one.table, str(one.scope.period))
            return Chart(each.name, made.svg, made.words)
        return self.assembling.grid(one.table)

    def declared(self, name: str):
        """How a table is counted."""
        return declared_of(name, self.assembling)

    def table(self, name: str) -> Table | None:
        one = self.together.get(name)
        return one.table if one else self.assembling.tables.get(name)

    def _take(self) -> None:
        figures = Figures(self.assembling.scope, self.steps)
        for grid in self.internal.grids():
            if grid.name in self.together:
                self.together[grid.name].take(self.steps)
            elif self.table(grid.name):
                self.tables.take(self.declared(grid.name), self.table(grid.name))
        figures.take(dict.fromkeys(_figures_said(self.internal)))

    def _protect(self) -> None:
        release = replay(self.steps.steps)
        for earlier in Released.objects.filter(numbers__has_key="steps").order_by("id"):
            before = replay(earlier.numbers["steps"])
            comes_after(release, before, hidden_of(earlier.numbers), str(earlier))
        protected = protect(release, rules())
        self.hidden = protected.hidden
        findings = attack(release, self.hidden, rules())
        self.made.proof = report(release, protected, findings, rules())
        told = suggestions(release, protected, rules())
        self.made.together = list(dict.fromkeys(map(self._would_help, told)))
        self.made.offers = [self._offer(one) for one in told if self._can_be_offered(one)]
        self.made.unproved = [str(each) for each in protected.exposed]
        self.made.to_those_alone = [str(each) for each in protected.to_insiders]
        self.made.kept = {"steps": self.steps.steps, "hidden": self._kept_hidden()}

    def _would_help(self, suggestion) -> str:
        """In the words over the table."""
        table = self.table(suggestion.table.name.split(",")[0])
        title = table.title if table else suggestion.table.name
        if suggestion.is_of_years:
            return f"{title}: publish several years together."
        return f"{title}: put together {', '.join(suggestion.rows)}."

    def _can_be_offered(self, suggestion) -> bool:
        """Several years help where there are some; rows once, and then years."""
        name = suggestion.table.name
        if name not in BY_KEY or self.table(name) is None:
            return False
        if not can_be_put_together(BY_KEY[name]):
            return False
        if not suggestion.is_of_years:
            return name not in self.together
        told = self.together[name].told if name in self.together else None
        before = self.assembling.scope.previous()
        return (told is None or told.years == 1) and COMPLAINTS.within(before).exists()

    def _offer(self, suggestion) -> Offer:
        title = self.table(suggestion.table.name).title
        return Offer(suggestion.table.name, title, suggestion.rows)

    def _kept_hidden(self) -> list:
        items = {item_of(step): step for step in _with_items(self.steps)}
        return [[items[item], mark.name] for item, mark in self.hidden.items() if item in items]

    def mark_of(self, place: str) -> Mark | None:
        """Why the number of a place is hidden; None where it is shown."""
        return self.hidden.get(item_of(self.steps.places[place]))

    def is_known(self, place: str) -> bool:
        return place in self.steps.places

    def _held(self, each: Words | Grid | Chart) -> Iterable[Words | Grid | Chart]:
        if isinstance(each, Chart):
            if self._shows_all_of(each.name):
                yield each
        elif isinstance(each, Grid):
            yield self._grid(each)
        elif each.listed not in NAMES_CASES:
            yield self._words(each)

    def _shows_all_of(self, name: str) -> bool:
        grid = next(grid for grid in self.internal.grids() if grid.name == name)
        shown = [number for line in self._grid_lines(grid) for number in line.numbers]
        whole = [number for line in grid.lines for number in line.numbers]
        same = zip(shown, whole, strict=True)
        return name not in self.tables.unreleased and all(a.text == b.text for a, b in same)

    def _grid(self, grid: Grid) -> Words | Grid:
        if grid.name in self.tables.unreleased:
            return words(ONE_A_CASE.format(grid.title))
        lines = self._grid_lines(grid)
        marks = [mark for mark in self._marks(grid) if mark]
        self._count_cost(grid, marks)
        legend = [f"{mark.sign} {mark.words(rules().threshold)}" for mark in dict.fromkeys(marks)]
        notes = [*self._notes(grid), *(["; ".join(legend) + "."] if legend else [])]
        return replace(grid, lines=lines, notes=notes)

    def _notes(self, grid: Grid) -> list[str]:
        table = self.table(grid.name)
        if table is None:
            return []
        place = f"{grid.name}:{BASE}"
        base = table.base
        if self.is_known(place):
            base = WITHOUT_BASE if self.mark_of(place) else base
        elif any(letter.isdigit() for letter in base):
            base = WITHOUT_BASE
        return [note for note in (base, table.definition) if note]

    def _marks(self, grid: Grid) -> list[Mark | None]:
        return [
            self.mark_of(number.named)
            for line in grid.lines
            for number in line.numbers
            if self.is_known(number.named)
        ]

    def _count_cost(self, grid: Grid, marks: list[Mark]) -> None:
        small = sum(mark in (Mark.SMALL, Mark.GROUP) for mark in marks)
        whole = sum(len(line.numbers) for line in grid.lines)
        self.made.cost.append((grid.title, whole, small, len(marks) - small))

    def _grid_lines(self, grid: Grid) -> list[Line]:
        return [
            replace(line, numbers=[self._number(each) for each in line.numbers])
            for line in grid.lines
        ]

    def _number(self, number: Number) -> Number:
        """Fractions and last year stay inside; a percentage only where it may be shown."""
        bare = replace(number, beside="", before="", figure="", named="")
        if not self.is_known(number.named):
            nothing = number.value in (None, "")
            return bare if nothing else replace(bare, text="[x]", value=None, percent=None)
        mark = self.mark_of(number.named)
        if mark:
            return replace(bare, text=mark.sign, value=None, percent=None)
        share = f"{number.named}:{SHARE}"
        shown = self.is_known(share) and not self.mark_of(share)
        text = number.beside.split(" ")[0] if shown else ""
        return replace(bare, beside=text, percent=number.percent if shown else None)

    def _words(self, each: Words) -> Words:
        lines = [_begun([self._piece(piece) for piece in line]) for line in each.lines]
        changed = Words(each.kind, lines)
        if changed.text.casefold() != each.text.casefold():
            self.made.sentences.append(changed.text)
        return changed

    def _piece(self, piece: Piece) -> Piece:
        if not piece.named or piece.named.startswith(OUTSIDE):
            return Piece(piece.text, piece.bold)
        place = piece.named.removesuffix(f":{WORD}")
        if not self.is_known(place):
            shown = piece.text if piece.text == "n/a" else NOT_SHOWN
            return Piece(shown, piece.bold)
        mark = self.mark_of(place)
        if mark is None:
            return Piece(piece.text, piece.bold)
        small = mark in (Mark.SMALL,) and not piece.named.endswith(f":{WORD}")
        return Piece(mark.words(rules().threshold) if small else NOT_SHOWN, piece.bold)

    def _check_words(self) -> None:
        checked = WordsChecked(self.assembling, self.is_hidden)
        checked.check(self.internal)
        self.made.stops += checked.stops
        self.made.telling = checked.telling

    def is_hidden(self, place: str) -> bool:
        return self.is_known(place) and self.mark_of(place) is not None


def public_form(assembling: Assembling, internal: Document) -> Public:
    return PublicForm(assembling, internal).make()


def _begun(line: list[Piece]) -> list[Piece]:
    """A line begins with a capital, also where a number stood first."""
    if not line or not line[0].text:
        return line
    text = line[0].text
    return [replace(line[0], text=text[0].upper() + text[1:]), *line[1:]]


def declared_of(name: str, assembling: Assembling):
    """How a table is counted."""
    if name in BY_KEY:
        return BY_KEY[name]
    saved = SavedTable.objects.get(key=name.removeprefix("table-"))
    return replace(read(saved.asked, assembling.scope), key=name).table()


def hidden_of(kept: dict) -> dict:
    return {item_of(step): Mark[name] for step, name in kept["hidden"]}


def _with_items(steps: Steps) -> Iterable[dict]:
    yield from steps.places.values()
    yield from (step for step in steps.steps if step["step"] == "figure")


def _figures_said(document: Document) -> Iterable[str]:
    """The names of single figures that stand anywhere in it."""
    for part in document.parts:
        for each in part.holds:
            for line in getattr(each, "lines", ()):
                for piece in line if isinstance(line, list) else line.numbers:
                    if piece.named and not piece.named.startswith(OUTSIDE):
                        yield piece.named.removesuffix(f":{WORD}")
