"""What is in a file of a case: documents as pages, the chronology, and where the words stand."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache

from documents import vault
from documents.kinds_of_file import extension_of
from packs.models import Pack, PackDocument
from packs.places import Looked, Place, look_for
from packs.sheets import CannotBeShown, is_shown_as_pages, sheets_of
from packs.words import around, blacked_out, found_in, without
from stages.working_calendar import in_words

IN_CHRONOLOGY = 0  # where the key of a place names the document
TEXTS = ("title", "by", "text")


@dataclass(frozen=True)
class Entry:
    """A line of the chronology."""

    on: date
    title: str
    by: str = ""
    text: str = ""
    number: int = 0  # in the whole chronology, whether or not all of it goes out

    @property
    def key(self) -> str:
        """By what it is known again: another text is another entry."""
        told = repr((self.on, self.title, self.by, self.text))
        return hashlib.sha256(told.encode()).hexdigest()


def key_of(item: int, place: Place) -> str:
    """By what a place is known again: in which document, on which page, the how manyeth of what."""
    return f"{item}.{place.page}.{place.nth}.{place.words}"


@dataclass
class Part:
    """A document of the file. ``sheets`` is nothing where it is sent beside."""

    item: PackDocument
    number: int
    sheets: bytes | None
    looked: Looked
    fault: str = ""

    @property
    def heading(self) -> str:
        return f"Document {self.number}: {self.item.kind}, {in_words(self.item.dated_on)}"

    @property
    def name_beside(self) -> str:
        """Its own name may tell of somebody."""
        return f"Document {self.number}.{extension_of(self.item.name)}"

    def keyed(self) -> Iterable[tuple[str, Place]]:
        return ((key_of(self.item.pk, place), place) for place in self.looked.places)


@dataclass
class Contents:
    """All of a file as it stands now; ``entries`` is nothing where it has no chronology."""

    pack: Pack
    parts: list[Part]
    entries: Sequence[Entry] | None
    withdrawn: int = 0
    in_chronology: list[Place] = field(default_factory=list)

    @property
    def beside(self) -> list[Part]:
        return [part for part in self.parts if part.sheets is None and not part.fault]

    @property
    def faults(self) -> list[str]:
        return [f"“{part.item.name}” {part.fault}." for part in self.parts if part.fault]

    @cached_property
    def keys(self) -> set[str]:
        """All places, wherever they are."""
        found = {key for part in self.parts for key, _ in part.keyed()}
        return found | {key_of(IN_CHRONOLOGY, place) for place in self.in_chronology}

    @cached_property
    def digest(self) -> str:
        """Changes with anything that a reviewer looked at."""
        seen = [(part.item.pk, part.item.sha256) for part in self.parts]
        told = [(one.on, one.title, one.by, one.text) for one in self.entries or []]
        return hashlib.sha256(repr((seen, told, self.pack.words)).encode()).hexdigest()

    def without_words(self) -> list[Entry] | None:
        """The chronology with its words replaced."""
        if self.entries is None:
            return None
        kept = set(self.pack.kept)
        return [_entry_without(entry, self.pack.words, kept) for entry in self.entries]


def contents_of(pack: Pack, entries: Sequence[Entry] | None) -> Contents:
    """Read the documents and look for the words. What was taken out is not among them."""
    items = list(pack.items.select_related("document__kind"))
    there = [item for item in items if not item.is_taken_out]
    parts = [_part(item, number, pack.words) for number, item in enumerate(there, start=1)]
    entries = _that_go_out(pack, entries or []) if pack.with_chronology else None
    places = [place for one in entries or [] for place, _, _ in _places_in(one, pack.words)]
    return Contents(pack, parts, entries, len(items) - len(there), places)


def _that_go_out(pack: Pack, entries: Sequence[Entry]) -> list[Entry]:
    """Numbered before some are left out, so that what was unticked in one stays with it."""
    left_out = set(pack.entries_left_out)
    numbered = (replace(one, number=number) for number, one in enumerate(entries, start=1))
    return [one for one in numbered if one.key not in left_out]


def _part(item: PackDocument, number: int, words: list[str]) -> Part:
    nothing = Looked([], [], 0)
    if not is_shown_as_pages(item.name, item.size):
        return Part(item, number, None, nothing)
    try:
        sheets = sheets_kept_as(item.name, item.sha256)
    except CannotBeShown as reason:
        return Part(item, number, None, nothing, str(reason))
    return Part(item, number, sheets, look_for(sheets, words))


def sheets_kept_as(name: str, sha256: str) -> bytes:
    """The pages of what lies in the vault."""
    extension = extension_of(name)
    try:
        if extension in ("txt", "csv", "eml"):
            return _set_once(sha256, f"a.{extension}")
        return sheets_of(name, vault.read(sha256))
    except FileNotFoundError as error:
        raise CannotBeShown(
            "is not in the folder of documents. Tell whoever looks after the system"
        ) from error


@lru_cache(maxsize=40)
def _set_once(sha256: str, name: str) -> bytes:
    """Setting a text takes longer than reading a PDF, and a page that marks words asks again."""
    return sheets_of(name, vault.read(sha256))


def _places_in(entry: Entry, words: list[str]):
    """Each place of an entry, in which of its texts, and from where to where."""
    for one in words:
        nth = 0
        for name in TEXTS:
            text = getattr(entry, name)
            for start, end in found_in(text, one):
                nth += 1
                place = Place(entry.number, one, nth, *around(text, start, end))
                yield place, name, (start, end)


def _entry_without(entry: Entry, words: list[str], kept: set[str]) -> Entry:
    spans: dict[str, list] = {name: [] for name in TEXTS}
    for place, name, span in _places_in(entry, words):
        if key_of(IN_CHRONOLOGY, place) not in kept:
            spans[name].append(span)
    return Entry(entry.on, *(without(getattr(entry, name), spans[name]) for name in TEXTS))


def heading_without(part: Part, words: list[str]) -> str:
    return blacked_out(part.heading, words)
