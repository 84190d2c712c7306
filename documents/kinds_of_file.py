"""What a file really is, against what its name claims. Pure: names and bytes in, a sentence out.

Each extension that can be allowed proves itself by its own signature and shape; what cannot be
proved is refused. Libraries that guess a type from a table of signatures call a Word file with
macros, and a PDF that is a web page too, by their good names, so none is used here.
"""

import io
import zipfile
from collections.abc import Callable, Collection
from dataclasses import dataclass

from documents import archives

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What it is in words, by how it begins
BEGINNINGS = (
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a Mac program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"#!", "a script"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (OLE, "an office file of the older kind"),
    (b"{\\rtf", "rich text"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
)
WEB = (b"<!doctype html", b"<html", b"<script", b"<svg")
NO_TEXT = bytes(set(range(9)) | set(range(14, 32)) - {27})


@dataclass(frozen=True)
class Kind:
    """``proves`` answers why content is not of it, or ""; ``alone``: nothing stands behind it."""

    media_type: str
    proves: Callable[[bytes], str]
    alone: bool = True


NOT_IT = "is not what its name says"


def _begins(*with_any: bytes, at: int = 0) -> Callable[[bytes], str]:
    return lambda content: "" if content[at:].startswith(with_any) else NOT_IT


def _zipped(extension: str) -> Callable[[bytes], str]:
    def proves(content: bytes) -> str:
        if not content.startswith(b"PK"):
            return NOT_IT
        return archives.why_not(extension, content)

    return proves


def _older_office(*streams: str) -> Callable[[bytes], str]:
    """The names of the streams stand in such a file in UTF-16."""

    def proves(content: bytes) -> str:
        if not content.startswith(OLE) or not any(_named(one, content) for one in streams):
            return NOT_IT
        if _named("_VBA_PROJECT", content):
            return archives.HAS_A_MACRO
        return ""

    return proves


def _named(stream: str, content: bytes) -> bool:
    return stream.encode("utf-16-le") in content


def _rich_text(content: bytes) -> str:
    if not content.startswith(b"{\\rtf"):
        return NOT_IT
    hidden = b"\\objdata" in content.lower()
    return "has another file in it: save it as a PDF and upload that" if hidden else ""


def _text(content: bytes) -> str:
    if what_it_is(content) or content[:3] in (b"\xfe\xff\x00", b"\xff\xfe\x00"):
        return NOT_IT
    return NOT_IT if content.translate(None, NO_TEXT) != content else ""


def _mail(content: bytes) -> str:
    """It begins with headers: names, colons, and at least one that every e-mail has."""
    head = content[:64_000].split(b"\r\n\r\n")[0].split(b"\n\n")[0].lower()
    known = (b"from:", b"date:", b"message-id:", b"received:", b"subject:")
    begins = head.startswith(known) or any(b"\n" + one in head for one in known)
    first = head.split(b"\n")[0]
    return "" if begins and (b":" in first or first.startswith(b"from ")) else NOT_IT


KINDS = {
    "pdf": Kind("application/pdf", _begins(b"%PDF-")),
    **{
        extension: Kind(
            f"application/vnd.openxmlformats-officedocument.{name}",
            _zipped(extension),
            alone=False,
        )
        for extension, name in (
            ("docx", "wordprocessingml.document"),
            ("xlsx", "spreadsheetml.sheet"),
            ("pptx", "presentationml.presentation"),
        )
    },
    **{
        extension: Kind(media_type, _zipped(extension), alone=False)
        for extension, media_type in archives.MIMETYPE.items()
    },
    "doc": Kind("application/msword", _older_office("WordDocument"), alone=False),
    "xls": Kind("application/vnd.ms-excel", _older_office("Workbook", "Book"), alone=False),
    "msg": Kind("application/vnd.ms-outlook", _older_office("__substg1.0_"), alone=False),
    "rtf": Kind("application/rtf", _rich_text),
    "txt": Kind("text/plain", _text),
    "csv": Kind("text/csv", _text),
    "eml": Kind("message/rfc822", _mail),
    "jpg": Kind("image/jpeg", _begins(b"\xff\xd8\xff")),
    "jpeg": Kind("image/jpeg", _begins(b"\xff\xd8\xff")),
    "png": Kind("image/png", _begins(b"\x89PNG\r\n\x1a\n")),
    "gif": Kind("image/gif", _begins(b"GIF87a", b"GIF89a")),
    "tif": Kind("image/tiff", _begins(b"II*\0", b"MM\0*")),
    "tiff": Kind("image/tiff", _begins(b"II*\0", b"MM\0*")),
    "heic": Kind("image/heic", _begins(b"ftypheic", b"ftypheix", b"ftypmif1", at=4)),
    "mp3": Kind("audio/mpeg", _begins(b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    "m4a": Kind("audio/mp4", _begins(b"ftypM4A", b"ftypmp42", b"ftypisom", at=4)),
    "wav": Kind("audio/wav", _begins(b"RIFF")),
}


def extension_of(name: str) -> str:
    """
    >>> extension_of("Letter.of.complaint.PDF"), extension_of("letter")
    ('pdf', '')
    """
    return name.rpartition(".")[2].lower() if "." in name else ""


def what_it_is(content: bytes) -> str:
    """What a file is by how it begins, in words; "" where it is nothing that is known."""
    for begins, words in BEGINNINGS:
        if content.startswith(begins):
            return words
    return "a web page" if _is_a_web_page(content) else ""


def why_not_kept(name: str, content: bytes, allowed: Collection[str]) -> str:
    """Why a file is not taken, as a sentence without the name of the file; "" where it is."""
    extension = extension_of(name)
    if extension not in allowed or extension not in KINDS:
        return _not_allowed(extension, allowed)
    kind = KINDS[extension]
    if reason := kind.proves(content):
        is_really = what_it_is(content)
        if reason == NOT_IT and is_really:
            return f"says that it is a .{extension}, but it is {is_really}"
        return reason if reason != NOT_IT else f"says that it is a .{extension}, and it is not one"
    if kind.alone and _is_something_else_too(extension, content):
        return "is two kinds of file at once"
    return ""


def _not_allowed(extension: str, allowed: Collection[str]) -> str:
    if extension in ("zip", "7z", "rar"):
        return "is an archive: unpack it, and upload the files that are in it"
    if extension in ("docm", "xlsm", "pptm", "dotm"):
        return archives.HAS_A_MACRO
    what = f"a .{extension} file" if extension else "a file without a type"
    return f"is {what}. These are kept: {', '.join(sorted(allowed))}"


def _is_something_else_too(extension: str, content: bytes) -> bool:
    if extension == "eml":  # what it carries is looked at one by one
        return False
    is_archive = zipfile.is_zipfile(io.BytesIO(content))
    return is_archive or (extension not in ("txt", "csv") and _is_a_web_page(content))


def _is_a_web_page(content: bytes) -> bool:
    head = content[:1024].lower()
    return any(mark in head for mark in WEB)
