"""What is asked of a file of a case: for whom and what, what is blacked out, what a review says."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.utils.text import Truncator

from cases.models import Case
from documents.models import Document
from packs.contents import IN_CHRONOLOGY, Contents, Entry, Part, key_of, sheets_kept_as
from packs.copies import Copy
from packs.models import Pack
from packs.models.pack import LONGEST_WORDS
from packs.pages_said import pages_said, said
from packs.places import Place
from packs.sheets import CannotBeShown, is_shown_as_pages
from packs.words import SHORTEST
from stages.working_calendar import in_words

MOST_WORDS = 200
LONGEST_LINE = 150
MUST_NOT = Document.Disclosure.MUST_NOT


class DocumentBoxes(forms.CheckboxSelectMultiple):
    """Tick boxes, each with what is worth knowing of its document under it."""

    hints: dict[str, str] = {}

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"]["hint"] = self.hints.get(str(value), "")
        return option


class DocumentsField(forms.ModelMultipleChoiceField):
    widget = DocumentBoxes

    def label_from_instance(self, document):
        return document.name


class PackForm(forms.Form):
    """Disclosable documents are ticked already; each that is ticked is looked at."""

    for_whom = forms.ChoiceField(
        label="Who is it for?",
        choices=Pack.For,
        error_messages={"required": "Say who the file is for"},
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--small"}),
    )
    named = forms.CharField(
        label="Who that is",
        help_text="It stands on the cover: what the reader needs, such as their office",
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"data-only-if": f"for_whom={Pack.For.OTHER}"}),
    )
    documents = DocumentsField(
        Document.objects.none(),
        label="Which documents go into it?",
        required=False,
        error_messages={"invalid_choice": "Choose documents of this case that are still there"},
    )
    copies = forms.MultipleChoiceField(
        label="Which letters go into it, as they were sent?",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
        error_messages={"invalid_choice": "Choose letters of this case that were sent"},
    )
    with_chronology = forms.BooleanField(
        label="Put in a chronology from the record",
        help_text="The dates of the case and its contacts and notes, oldest first. Next you can "
        "leave out some of them",
        required=False,
        initial=True,
    )

    def __init__(self, *args, case: Case, letters: Iterable[Copy] = (), **kwargs):
        there = case.documents.there().select_related("kind").order_by("dated_on", "pk")
        first = {"documents": [one.pk for one in there if one.disclosure == "may"]}
        super().__init__(*args, initial=first | (kwargs.pop("initial", None) or {}), **kwargs)
        field = self.fields["documents"]
        field.queryset = there
        field.widget.attrs["class"] = "govuk-checkboxes--small"
        field.widget.hints = {str(one.pk): _hint(one) for one in there}
        self.letters = {one.of: one for one in letters}
        self.fields["copies"].choices = [
            (one.of, f"{one.title}, {in_words(one.dated_on)}") for one in self.letters.values()
        ]
        if not self.letters:
            del self.fields["copies"]

    def clean_documents(self):
        chosen = self.cleaned_data["documents"]
        if faults := [fault for one in chosen if (fault := _fault(one))]:
            raise forms.ValidationError(faults)
        return chosen

    def clean_copies(self):
        return [self.letters[key] for key in self.cleaned_data["copies"]]

    def clean(self):
        data = super().clean()
        if data.get("for_whom") != Pack.For.OTHER:
            data["named"] = ""
        elif not data.get("named"):
            self.add_error("named", "Enter who the file is for")
        something = data.get("documents") or data.get("copies") or data.get("with_chronology")
        if "documents" in data and not something:
            self.add_error("documents", "Choose a document, or put in the chronology")
        return data


def _hint(document: Document) -> str:
    said = f"{document.kind}, {in_words(document.dated_on)}"
    if not is_shown_as_pages(document.name, document.size):
        said += ". Sent beside the file: it cannot be shown as pages, nor blacked out"
    if document.disclosure == MUST_NOT:
        said += ". Warning: marked as must not be disclosed"
    elif document.disclosure != Document.Disclosure.MAY:
        said += ". Not decided yet whether it may be disclosed"
    elif document.only_to:
        said += f". May be disclosed only to the {document.get_only_to_display().lower()}"
    return said


def _fault(document: Document) -> str:
    if not is_shown_as_pages(document.name, document.size):
        return ""
    try:
        sheets_kept_as(document.name, document.sha256)
    except CannotBeShown as reason:
        return f"“{document.name}” {reason}"
    return ""


@dataclass(frozen=True)
class Found:
    """A place on the page, with its tick."""

    key: str
    place: Place
    ticked: bool


@dataclass(frozen=True)
class Section:
    """A document, or the chronology, on the page that marks."""

    part: Part | None
    found: list[Found]
    left_out: forms.BoundField | None = None
    blackened: forms.BoundField | None = None

    @property
    def without_text(self) -> str:
        return said(self.part.looked.without_text) if self.part else ""


class TicksForm(forms.Form):
    """Which of the places that were found are blacked out, and which pages as a whole.

    A place that was not on the page when it was sent is blacked out.
    """

    def __init__(self, *args, contents: Contents, **kwargs):
        self.contents = contents
        super().__init__(*args, **kwargs)
        for part in self._with_pages():
            self._ask_about(part)

    def _with_pages(self) -> list[Part]:
        return [part for part in self.contents.parts if part.sheets is not None]

    def _ask_about(self, part: Part) -> None:
        for name, label, pages in (
            ("out", "Pages to leave out", part.item.left_out),
            ("black", "Pages to black out as a whole", part.item.blackened),
        ):
            self.fields[f"{name}_{part.item.pk}"] = forms.CharField(
                label=label,
                help_text=f"Of {part.looked.pages}, such as 2, 4-6",
                required=False,
                max_length=500,
                initial=said(pages),
                widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
            )

    def clean(self):
        data = super().clean()
        self.pages = {}
        for part in self._with_pages():
            out, black = (self._pages(f"{name}_{part.item.pk}", part) for name in ("out", "black"))
            if both := set(out) & set(black):
                self.add_error(
                    f"black_{part.item.pk}",
                    f"Page {min(both)} of document {part.number} is left out already",
                )
            self.pages[part.item.pk] = out, black
        return data

    def _pages(self, name: str, part: Part) -> list[int]:
        try:
            return pages_said(self.cleaned_data.get(name, ""), part.looked.pages)
        except ValueError:
            most = part.looked.pages
            self.add_error(
                name,
                f"Enter the pages of document {part.number} as numbers from 1 to {most}, "
                "such as 2, 4-6",
            )
            return []

    def marked(self) -> dict:
        return {"words": self._words(), "kept": self._kept(), "pages": self.pages}

    def _words(self) -> list[str]:
        return self.contents.pack.words

    def _kept(self) -> set[str]:
        if not self.is_bound:
            return set(self.contents.pack.kept)
        return (set(self.data.getlist("shown")) - set(self.data.getlist("tick"))) & (
            self.contents.keys
        )

    def sections(self) -> Iterable[Section]:
        kept = self._kept()
        for part in self._with_pages():
            found = [Found(key, place, key not in kept) for key, place in part.keyed()]
            pk = part.item.pk
            yield Section(part, found, self[f"out_{pk}"], self[f"black_{pk}"])
        if self.contents.entries is not None:
            keyed = [(key_of(IN_CHRONOLOGY, one), one) for one in self.contents.in_chronology]
            yield Section(None, [Found(key, one, key not in kept) for key, one in keyed])


class MarkingForm(TicksForm):
    words = forms.CharField(
        label="Words to black out",
        help_text="One on each line: first name, family name, address, number. Capitals, accents "
        "and line breaks do not matter; longer words that hold them are found too",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args, contents: Contents, **kwargs):
        first = {"words": "\n".join(contents.pack.words)}
        super().__init__(*args, contents=contents, initial=first, **kwargs)

    def clean_words(self):
        lines = [" ".join(line.split()) for line in self.cleaned_data["words"].splitlines()]
        words = list(dict.fromkeys(filter(None, lines)))
        for one in words:
            if len(one) > LONGEST_WORDS:
                raise forms.ValidationError(
                    f"Enter at most {LONGEST_WORDS} letters on a line: “{one[:30]}…” is longer"
                )
            if sum(letter.isalnum() for letter in one) < SHORTEST:
                raise forms.ValidationError(
                    f"Enter at least {SHORTEST} letters on a line: “{one}” would be found too often"
                )
        if len(words) > MOST_WORDS:
            raise forms.ValidationError(f"Enter at most {MOST_WORDS} lines")
        return words

    def _words(self) -> list[str]:
        return self.cleaned_data["words"]


class ReviewForm(TicksForm):
    why = forms.CharField(
        label="If you send it back: why",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ChronologyForm(forms.Form):
    """Which entries of the record stand in the chronology. One that is written later stands in."""

    entries = forms.MultipleChoiceField(
        label="Which entries stand in the chronology?",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
        error_messages={
            "invalid_choice": "The record changed while you chose: look at the entries again"
        },
    )

    mark_optional = False

    def __init__(self, *args, entries: Iterable[Entry], left_out: Iterable[str], **kwargs):
        said = {one.key: _line(one) for one in entries}
        first = {"entries": [key for key in said if key not in set(left_out)]}
        super().__init__(*args, initial=first, **kwargs)
        self.fields["entries"].choices = list(said.items())

    def clean(self):
        data = super().clean()
        if "entries" in data and not data["entries"]:
            self.add_error("entries", "Tick an entry, or change the file to have no chronology")
        return data

    @property
    def left_out(self) -> list[str]:
        chosen = set(self.cleaned_data["entries"])
        return [key for key, _ in self.fields["entries"].choices if key not in chosen]


def _line(entry: Entry) -> str:
    said = f"{in_words(entry.on)}: {entry.title}"
    said += f", {entry.by}" if entry.by else ""
    return f"{said}. {Truncator(entry.text).chars(LONGEST_LINE)}" if entry.text else said
