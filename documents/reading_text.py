"""The words of a file: of PDF, Word (.docx), e-mail and plain text. Others have none for us."""

import io
from collections.abc import Callable

import docx
import pypdfium2
from docx.oxml.ns import qn

from documents.emails import read_email
from documents.kinds_of_file import extension_of
from documents.pdfium import opened

LONGEST = 250_000  # letters, as many as the search keeps of one text
PAGES_AT_MOST = 300


def text_of(name: str, content: bytes) -> str:
    """The words of it, on one line."""
    return " ".join(written_in(name, content).split())


def written_in(name: str, content: bytes) -> str:
    """What is written in it, in its lines; "" where nothing is, or it cannot be read."""
    read = READ_BY.get(extension_of(name))
    try:
        text = read(content) if read else ""
    except Exception:  # a file that somebody sent breaks a library in any way
        return ""
    return text.replace("\0", " ")[:LONGEST]


def _of_pdf(content: bytes) -> str:
    said, letters = [], 0
    with opened(content) as pdf:
        for number in range(min(len(pdf), PAGES_AT_MOST)):
            said.append(_of_page(pdf[number]))
            letters += len(said[-1])
            if letters > LONGEST:
                break
    return "\n".join(said)


def _of_page(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return text.get_text_bounded()
    finally:
        text.close()
        page.close()


def _of_docx(content: bytes) -> str:
    body = docx.Document(io.BytesIO(content)).element.body
    paragraphs = body.iter(qn("w:p"))
    return "\n".join("".join(run.text or "" for run in one.iter(qn("w:t"))) for one in paragraphs)


def _of_email(content: bytes) -> str:
    return read_email(content).words


def _of_text(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


READ_BY: dict[str, Callable[[bytes], str]] = {
    "pdf": _of_pdf,
    "docx": _of_docx,
    "eml": _of_email,
    "txt": _of_text,
    "csv": _of_text,
}
