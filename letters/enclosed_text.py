"""The text of an enclosure, so far as it has any: what a scan shows nobody reads here."""

import re
import zipfile
from html import unescape
from io import BytesIO

from pypdfium2 import PdfiumError

from documents import vault
from documents.kinds_of_file import extension_of
from documents.models import Document
from packs.pdfium import opened

PAGES = 60
CHARACTERS = 400_000
TAG = re.compile(r"<[^>]+>")
END_OF_LINE = re.compile(r"</w:p>|<w:br/>|<w:tab/>")


def text_of(document: Document) -> str:
    if document.is_taken_out:
        return ""
    try:
        content = vault.read(document.sha256)
        return READ.get(extension_of(document.name), _nothing)(content)[:CHARACTERS]
    except (OSError, PdfiumError, zipfile.BadZipFile, KeyError):
        return ""


def _pdf(content: bytes) -> str:
    with opened(content) as pdf:
        return "\n".join(
            pdf[number].get_textpage().get_text_range() for number in range(min(len(pdf), PAGES))
        )


def _word(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as parts, parts.open("word/document.xml") as main:
        xml = main.read(CHARACTERS * 10).decode("utf-8", "replace")
    return unescape(TAG.sub("", END_OF_LINE.sub("\n", xml)))


def _plain(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _nothing(content: bytes) -> str:
    return ""


READ = {"pdf": _pdf, "docx": _word, "txt": _plain, "csv": _plain, "eml": _plain}
