"""What is in a file of a letter, read by other means than it was made by."""

import zipfile
from io import BytesIO

import pypdfium2
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pdf_words(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


def word_part(content: bytes, name: str):
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return etree.fromstring(parts.read(name))


def word_lines(content: bytes) -> list[tuple[str, str]]:
    """Each paragraph: its style, and what it says."""
    body = word_part(content, "word/document.xml")
    return [
        (
            "".join(style.get(f"{W}val") for style in paragraph.iter(f"{W}pStyle")),
            "".join(
                "\n" if t.tag == f"{W}br" else t.text for t in paragraph.iter(f"{W}t", f"{W}br")
            ),
        )
        for paragraph in body.iter(f"{W}p")
    ]
