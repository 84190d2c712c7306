"""The web pages of a report as a browser reads them, in the order of their links."""

from io import BytesIO
from zipfile import ZipFile

from lxml import html

from tests.editions.read_back.found import Read, Table, plain

TEXTS = {"h1", "h2", "p", "li"}


def read_web_pages(content: bytes) -> Read:
    read = Read()
    with ZipFile(BytesIO(content)) as pages:
        contents = html.fromstring(pages.read("index.html"))
        for name in contents.xpath("//main/ol/li/a/@href"):
            _read_page(html.fromstring(pages.read(name)), read)
    return read


def _read_page(page, read: Read) -> None:
    for each in page.xpath("//main//*"):
        if each.tag == "table":
            read.tables.append(_table(each))
        elif each.tag == "svg":
            read.charts += each.xpath("./desc/text()")
        elif each.tag in TEXTS and not each.xpath("ancestor::table"):
            read.texts.append(plain(_text(each)))


def _text(element) -> str:
    for line_end in element.xpath(".//br"):
        line_end.tail = f" {line_end.tail or ''}"
    return element.text_content()


def _table(table) -> Table:
    rows = []
    for row in table.xpath("./tbody/tr"):
        label, *cells = (plain(cell.text_content()) for cell in row.xpath("./th|./td"))
        rows.append((label, cells))
    columns = [plain(cell.text_content()) for cell in table.xpath("./thead/tr/th")]
    return Table(plain(table.xpath("string(./caption)")), columns, rows)
