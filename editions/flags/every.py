"""Every flag of a section, without those that were dismissed."""

from collections.abc import Collection, Iterable

from accounts.models import User
from editions.assembling import Assembling
from editions.bound_text import Said
from editions.flags.directions import wrong_directions, wrong_nones
from editions.flags.flag import Flag
from editions.flags.numbers import typed_numbers
from editions.flags.shares import mixed_bases, points_told_as_per_cent
from editions.known import Known, cells_of
from editions.models import Edition, Section
from editions.names import block_of, is_prompt
from letters.notation import paragraphs_of


class Flags:
    """Those of one edition. What is read for all sections is read once."""

    def __init__(self, assembling: Assembling):
        self.assembling = assembling
        edition: Edition = assembling.edition
        self.dismissed: Collection[str] = set(edition.dismissals.values_list("flag", flat=True))
        self.staff = [
            name for name in User.objects.values_list("full_name", flat=True) if " " in name.strip()
        ]

    def of(self, section: Section) -> list[Flag]:
        figures = self.near(section)
        found = [
            flag for said in self.assembling.said(section) for flag in self._of_said(said, figures)
        ]
        return [flag for flag in found if flag.key not in self.dismissed]

    def _of_said(self, said: Said, figures: list[Known]) -> Iterable[Flag]:
        known = self.assembling.figures
        yield from typed_numbers(said.written, figures)
        yield from wrong_directions(said.written, known)
        yield from wrong_nones(said.written, figures)
        yield from mixed_bases(said)
        yield from points_told_as_per_cent(said.written, known)
        yield from self._staff(said)
        if is_prompt(said.written):
            says = "It asks for words and stands in no report: write them, or take it out."
            yield Flag("prompt", said.written, said.written[:60], says)

    def near(self, section: Section) -> list[Known]:
        """The single figures, and the cells of the tables that stand in the section."""
        figures = list(self.assembling.figures.single)
        for paragraph in paragraphs_of(section.text):
            kind, name = block_of(paragraph) or ("", "")
            table = self.assembling.tables.get(name) if kind in ("table", "chart") else None
            figures += cells_of(table) if table else []
        return figures

    def _staff(self, said: Said) -> Iterable[Flag]:
        """domain.md section 8: the report names nobody; the printed one named officers."""
        for name in self.staff:
            if name.lower() in said.written.lower():
                says = f"{name} is named. A report that is published names no member of staff."
                yield Flag("staff", said.written, name, says)
