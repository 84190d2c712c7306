"""The words of a public form: nobody is named, no hidden number is typed or told in other words.

``stops`` must be put right before it is released; ``telling`` are sentences to look at.
"""

from collections.abc import Callable, Iterable, Sequence

from editions.assembling import Assembling
from editions.bound_text import Said
from editions.document import Document, Words
from editions.flags.every import Flags
from editions.flags.sentences import sentences_of
from editions.known import Known, KnownFigures
from editions.models import Section
from editions.names import WORD, names_in
from editions.released.named import cases_named_in, people_named_in
from editions.released.telling import left_over, telling_word, typed_and_hidden

NAMED = "{} is named, who stands in a case."
STAFF = "{} is named, who works here: name the office, or say beside the text that it is right."
CASE = "{} is the reference of a case."
TYPED = "{}: “{}” was typed, and is the hidden number {{{}}}."
LEFT = "{}: “{}” was typed: with the hidden number {{{}}} it makes up one that is shown."
TELLS = "{}: “{}” may tell the hidden number {{{}}}."


class WordsChecked:
    """Those of one report. ``is_hidden`` is asked by the name of a figure."""

    def __init__(self, assembling: Assembling, is_hidden: Callable[[str], bool]):
        self.assembling, self.is_hidden = assembling, is_hidden
        self.figures: KnownFigures = assembling.figures
        self.flags = Flags(assembling)
        self.stops: list[str] = []
        self.telling: list[str] = []

    def check(self, document: Document) -> None:
        """``document`` is what would be released, with every number still in it."""
        self._check_names(document)
        single = [one for one in self.figures.everything() if not one.table]
        for line in document.cover:
            self._check_paragraph(f"The cover’s “{line.label}”", Said(None, line.text), single)
        for section in self.assembling.edition.sections.all():
            if section.left_out or section.is_exempt:
                continue
            near = self.flags.near(section)
            for said in self.assembling.said(section):
                self._check_paragraph(str(section), said, near)
        for part in document.parts:
            for each in part.holds:
                if isinstance(each, Words) and each.listed:
                    self._check_paragraph(part.title, Said(None, each.text), single)

    def _check_names(self, document: Document) -> None:
        text = "\n".join(_texts(document))
        self.stops += [NAMED.format(name) for name in people_named_in(text)]
        self.stops += [CASE.format(reference) for reference in cases_named_in(text)]
        self.stops += [STAFF.format(name) for name in self._staff(document)]

    def _staff(self, document: Document) -> list[str]:
        """A flag that was dismissed in a section stays dismissed; in a list there is none."""
        sections = self.assembling.edition.sections.filter(left_out=False, is_exempt=False)
        flagged = {flag.words for section in sections for flag in self._staff_flags(section)}
        lists = "\n".join(
            each.text
            for part in document.parts
            for each in part.holds
            if isinstance(each, Words) and each.listed
        )
        listed = {name for name in self.flags.staff if name.casefold() in lists.casefold()}
        return sorted(flagged | listed)

    def _staff_flags(self, section: Section) -> Iterable:
        return (flag for flag in self.flags.of(section) if flag.kind == "staff")

    def _check_paragraph(self, where: str, said: Said, near: Sequence[Known]) -> None:
        hidden = [each for each in near if self.is_hidden(each.name)]
        shown = [each for each in near if not self.is_hidden(each.name)]
        totals = [each.value for each in said.known if not self.is_hidden(_bare(each.name))]
        totals += [each.base for each in said.known]
        for sentence in sentences_of(said.written):
            bound = [each for each in self._said_in(sentence) if self.is_hidden(_bare(each.name))]
            for typed, known in typed_and_hidden(sentence, bound, shown, hidden):
                self._stop(TYPED.format(where, typed.words, known.name))
            for typed, known in left_over(sentence, bound, totals):
                self._stop(LEFT.format(where, typed.words, known.name))
            told = telling_word(sentence, bound, hidden)
            if told:
                self.telling.append(TELLS.format(where, told[0], told[1].name))

    def _said_in(self, sentence: str) -> Iterable[Known]:
        for name in names_in(sentence):
            try:
                yield self.figures.find(name)
            except LookupError:
                continue

    def _stop(self, why: str) -> None:
        if why not in self.stops:
            self.stops.append(why)


def _bare(name: str) -> str:
    """The figure of which a direction is said."""
    return name.removesuffix(f":{WORD}")


def _texts(document: Document) -> Iterable[str]:
    yield document.title
    for line in document.cover:
        yield line.text
    for part in document.parts:
        yield part.title
        yield from (each.text for each in part.holds if isinstance(each, Words))
