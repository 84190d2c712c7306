"""A document as sheets: A4 pages that are all made alike, with room for heading and page number.

What a reader of the page does not see does not come along: attachments, scripts, links, comments
that are hidden, what the file says of itself.
"""

import io

import pikepdf
from PIL import Image, ImageOps, UnidentifiedImageError

from documents.emails import read_email
from documents.kinds_of_file import extension_of
from documents.pdfium import opened
from packs.pictures import FOOT, HEAD, HIGH, SIDE, WIDE, page_of_picture
from packs.setting import CannotSetType, set_in_type

TEXTS = {"txt", "csv"}
PICTURES = {"jpg", "jpeg", "png", "gif", "tif", "tiff"}
LONGEST_TEXT = 200_000  # bytes: some fifty pages, which take two seconds
LARGEST_PICTURE = 60_000_000  # dots
# What a program keeps beside the pages, and nobody sees on them
UNSEEN = ("/Metadata", "/PieceInfo", "/Thumb", "/AF", "/Alternates", "/StructParents")


class CannotBeShown(Exception):
    """Says why, after the name of the document: “report.pdf” …"""


def is_shown_as_pages(name: str, size: int = 0) -> bool:
    extension = extension_of(name)
    if extension in TEXTS:
        return size <= LONGEST_TEXT
    return extension in PICTURES | {"pdf", "eml"}


def sheets_of(name: str, content: bytes) -> bytes:
    """The document as a PDF of sheets."""
    extension = extension_of(name)
    if extension == "pdf":
        return _sheets_of_pdf(content)
    if extension in PICTURES:
        return _sheets_of_picture(content)
    try:
        if extension == "eml":
            return set_in_type("packs/print_email.html", {"email": read_email(content)})
        return set_in_type("packs/print_text.html", {"text": _decoded(content)})
    except CannotSetType as error:
        raise CannotBeShown(
            "cannot be set as pages: the libraries for it are missing. Tell whoever looks after "
            "the system"
        ) from error


def _sheets_of_pdf(content: bytes) -> bytes:
    try:
        with pikepdf.open(io.BytesIO(content)) as source:
            return _placed(source, content)
    except pikepdf.PasswordError as error:
        raise CannotBeShown(
            "is locked with a password. File it without one and take that, or untick it"
        ) from error
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise CannotBeShown(
            "is broken and cannot be read as a PDF. File a good copy and take that, or untick it"
        ) from error


def _placed(source: pikepdf.Pdf, content: bytes) -> bytes:
    if not len(source.pages):
        raise CannotBeShown("has no page in it. Untick it")
    if "/OCProperties" in source.Root:  # layers: those that are switched off must not come along
        return _as_pictures(content)
    if "/AcroForm" in source.Root:
        source.generate_appearance_streams()
    source.flatten_annotations("screen")
    source.remove_unreferenced_resources()  # else a page brings what stands on another
    _forget_the_unseen(source)
    made = pikepdf.new()
    for page in source.pages:
        wide, high = _size_as_seen(page)
        sheet = made.add_blank_page(page_size=(HIGH, WIDE) if wide > high else (WIDE, HIGH))
        sheet.add_overlay(page, frame_of(sheet))
    return saved(made)


def _size_as_seen(page: pikepdf.Page) -> tuple[float, float]:
    left, low, right, top = (float(value) for value in page.trimbox)
    wide, high = abs(right - left), abs(top - low)
    turned = int(page.obj.get("/Rotate", 0)) % 180 == 90
    return (high, wide) if turned else (wide, high)


def frame_of(sheet: pikepdf.Page) -> pikepdf.Rectangle:
    """The part of a sheet that a document may fill."""
    wide, high = float(sheet.mediabox[2]), float(sheet.mediabox[3])
    return pikepdf.Rectangle(SIDE, FOOT, wide - SIDE, high - HEAD)


def _forget_the_unseen(source: pikepdf.Pdf) -> None:
    for thing in source.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            for key in UNSEEN:
                if key in thing:
                    del thing[key]


def _as_pictures(content: bytes) -> bytes:
    made = pikepdf.new()
    with opened(content) as document:
        for page in document:
            page_of_picture(made, page.render(scale=150 / 72).to_pil())
    return saved(made)


def _sheets_of_picture(content: bytes) -> bytes:
    made = pikepdf.new()
    try:
        with Image.open(io.BytesIO(content)) as picture:
            # A TIFF may hold the pages of a fax; of what moves, the first picture is taken
            pages = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
            for number in range(pages):
                picture.seek(number)
                if picture.width * picture.height > LARGEST_PICTURE:
                    raise CannotBeShown("is too large a picture to be printed. Untick it")
                page_of_picture(made, ImageOps.exif_transpose(picture))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise CannotBeShown("is broken and cannot be read as a picture. Untick it") from error
    return saved(made)


def _decoded(content: bytes) -> str:
    for charset in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return content.decode(charset)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", "replace")


def saved(made: pikepdf.Pdf) -> bytes:
    written = io.BytesIO()
    made.save(written, compress_streams=True, deterministic_id=True)
    return written.getvalue()
