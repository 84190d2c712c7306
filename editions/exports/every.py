"""Every kind of file, and how each is made of a document. What takes long the worker makes."""

from collections.abc import Callable

from django.utils.text import slugify

from editions.document import Document
from editions.exports.pages import as_html, as_pdf
from editions.exports.plain_json import as_json
from editions.exports.tables import as_csv, as_xlsx
from editions.exports.word import as_word
from editions.template_in_use import template_in_use

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MADE: dict[str, tuple[str, str, Callable[[Document], bytes]]] = {
    "docx": ("docx", WORD, lambda document: as_word(document, template_in_use())),
    "pdf": ("pdf", "application/pdf", as_pdf),
    "html": ("zip", "application/zip", as_html),
    "xlsx": ("xlsx", EXCEL, as_xlsx),
    "csv": ("zip", "application/zip", as_csv),
    "json": ("json", "application/json", as_json),
}


def name_of_file(title: str, version: int, form: str, kind: str) -> str:
    ending, _, _ = MADE[kind]
    later = f"-version-{version}" if version > 1 else ""
    return f"{slugify(title)}{later}-{form}-{kind}.{ending}"
