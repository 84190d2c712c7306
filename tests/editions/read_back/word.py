"""A Word file as python-docx reads it: headings, captions, tables and pictures in their order."""

from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.table import Table as WordTable

from tests.editions.read_back.found import Read, Table, plain


def read_word(content: bytes) -> Read:
    """From the first section on."""
    read, caption, begun = Read(), "", False
    for each in docx.Document(BytesIO(content)).iter_inner_content():
        if isinstance(each, WordTable):
            if begun:
                read.tables.append(_table(each, caption))
            continue
        begun = begun or (each.style.name == "Heading 1" and each.text.startswith("1. "))
        if not begun:
            continue
        pictures = [said.get("descr") for said in each._p.iter(qn("wp:docPr"))]
        if pictures:
            read.charts += pictures
        elif each.style.name == "Caption":
            caption = plain(each.text)
        elif each.text.strip():
            read.texts.append(plain(each.text))
    return read


def _table(table: WordTable, caption: str) -> Table:
    head, *rows = ([plain(cell.text) for cell in row.cells] for row in table.rows)
    return Table(caption, head[1:], [(label, cells) for label, *cells in rows])
