"""Making the file: words burnt out and looked for again, all bound together, the rest zipped."""

import io
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from documents import vault
from packs.binding import Bound, bound
from packs.burning import burnt_in, left_out
from packs.contents import Contents, Part, heading_without, key_of
from packs.places import look_for
from packs.setting import CannotSetType


class CannotBeMade(Exception):
    """Why not, in the user's words."""


@dataclass(frozen=True)
class Made:
    content: bytes
    pages: int
    beside: bytes | None
    documents: int


def made(contents: Contents, *, on: date, may_be_sent: bool) -> Made:
    """The finished file; where it may not be sent, its cover says so."""
    if contents.faults:
        raise CannotBeMade(" ".join(contents.faults))
    _refuse_too_many_pages(contents)
    pack = contents.pack
    front = {
        "reference": pack.case.reference,
        "for_whom": pack.reader,
        "day": on,
        "council": settings.COUNCIL_NAME,
        "entries": contents.without_words(),
        "draft": not may_be_sent,
    }
    documents = [_bound(part, contents) for part in contents.parts]
    try:
        content, pages = bound(front, documents)
    except CannotSetType as error:
        raise CannotBeMade(
            "The libraries that set text are missing on the server. Tell whoever looks after the "
            "system."
        ) from error
    _refuse_too_large(content)
    return Made(content, pages, _zipped(contents.beside), len(contents.parts))


def _bound(part: Part, contents: Contents) -> Bound:
    heading = heading_without(part, contents.pack.words)
    if part.sheets is None:
        return Bound(heading, None, f"Sent beside this file, as “{part.name_beside}”")
    item = part.item
    burnt = _burnt(part, contents)
    if set(item.left_out) >= set(range(1, part.looked.pages + 1)):
        return Bound(heading, None, "All of its pages are left out")
    return Bound(heading, left_out(burnt, item.left_out), _remark(part, burnt))


def _burnt(part: Part, contents: Contents) -> bytes:
    kept, boxes = set(contents.pack.kept), defaultdict(list)
    for key, place in part.keyed():
        if key not in kept:
            boxes[place.page] += place.boxes
    burnt = burnt_in(part.sheets, boxes, part.item.blackened)
    if burnt is not part.sheets:
        left = look_for(burnt, contents.pack.words).places
        if {key_of(part.item.pk, place) for place in left} - kept:
            raise CannotBeMade(
                f"Words on “{part.item.name}” could not be blacked out. Leave out the page "
                "or black it out as a whole."
            )
    return burnt


def _remark(part: Part, burnt: bytes) -> str:
    number = len(part.item.left_out)
    said = ["1 page is left out" if number == 1 else f"{number} pages are left out"] * bool(number)
    if burnt is not part.sheets:
        said.append("parts are blacked out")
    words = "; ".join(said)
    return words[:1].upper() + words[1:]


def _zipped(beside: list[Part]) -> bytes | None:
    if not beside:
        return None
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in beside:
            archive.writestr(part.name_beside, vault.read(part.item.sha256))
    return written.getvalue()


def _refuse_too_many_pages(contents: Contents) -> None:
    pages = sum(part.looked.pages - len(part.item.left_out) for part in contents.parts)
    if pages > settings.PACK_MAX_PAGES:
        raise CannotBeMade(
            f"It would have {pages} pages of documents; the most is {settings.PACK_MAX_PAGES}. "
            "Make two files of it."
        )


def _refuse_too_large(content: bytes) -> None:
    if len(content) > settings.PACK_MAX_MEGABYTES * 1024**2:
        size = round(len(content) / 1024**2)
        raise CannotBeMade(
            f"It would be {size} MB large; the most is {settings.PACK_MAX_MEGABYTES} MB. "
            "Make two files of it."
        )
