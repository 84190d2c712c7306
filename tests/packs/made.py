"""PDFs and pictures as they come in, made here."""

import io

import pikepdf
from PIL import Image, ImageDraw

PAGE = (595, 842)


def pdf(*pages: str, title="", attached: bytes = b"", password="") -> bytes:
    """A PDF with a page for each text; \\n begins a line. All pages share one font dictionary."""
    made = pikepdf.new()
    fonts = made.make_indirect(pikepdf.Dictionary(F1=_helvetica(made)))
    for text in pages:
        page = made.add_blank_page(page_size=PAGE)
        page.Resources = pikepdf.Dictionary(Font=fonts)
        page.Contents = pikepdf.Stream(made, _lines(text))
    if title:
        made.docinfo["/Title"] = title
        with made.open_metadata() as meta:
            meta["dc:title"] = title
    if attached:
        made.attachments["attached.txt"] = attached
    return _saved(made, password)


def _helvetica(made):
    return made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )


def _lines(text: str) -> bytes:
    lines = "".join(f"({line}) Tj T* " for line in text.split("\n"))
    return f"BT /F1 12 Tf 15 TL 72 760 Td {lines}ET".encode("cp1252")


def _saved(made, password="") -> bytes:
    written = io.BytesIO()
    encryption = pikepdf.Encryption(owner=password, user=password) if password else False
    made.save(written, encryption=encryption)
    return written.getvalue()


def sharing_forms(first: str, second: str) -> bytes:
    """Two pages that share one dictionary of what they draw: each draws its own text from it."""
    made = pikepdf.new()
    fonts = pikepdf.Dictionary(F1=_helvetica(made))
    forms = {}
    for name, text in {"A": first, "B": second}.items():
        form = pikepdf.Stream(made, _lines(text))
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox, form.Resources = [0, 0, *PAGE], pikepdf.Dictionary(Font=fonts)
        forms[name] = form
    shared = made.make_indirect(pikepdf.Dictionary(XObject=pikepdf.Dictionary(**forms)))
    for name in forms:
        page = made.add_blank_page(page_size=PAGE)
        page.Resources = shared
        page.Contents = pikepdf.Stream(made, f"/{name} Do".encode())
    return _saved(made)


def turned(text: str) -> bytes:
    """A page that lies on its side, as scanners store it."""
    with pikepdf.open(io.BytesIO(pdf(text))) as made:
        made.pages[0].Rotate = 90
        return _saved(made)


def with_layer(seen: str) -> bytes:
    with pikepdf.open(io.BytesIO(pdf(seen))) as made:
        made.Root.OCProperties = pikepdf.Dictionary(OCGs=[], D=pikepdf.Dictionary(Order=[]))
        return _saved(made)


def with_form_field(value: str) -> bytes:
    """A form that was filled in: its words stand in a field, not on the page."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=PAGE)
    field = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T="name",
            V=value,
            DA="/F1 12 Tf 0 g",
            Rect=[72, 700, 400, 720],
            F=4,
        )
    )
    page.Annots = [field]
    fonts = pikepdf.Dictionary(F1=_helvetica(made))
    made.Root.AcroForm = pikepdf.Dictionary(
        Fields=[field], DR=pikepdf.Dictionary(Font=fonts), DA="/F1 12 Tf 0 g", NeedAppearances=True
    )
    return _saved(made)


def scan(text="Seen by Rowan", size=(620, 877), form="PNG") -> bytes:
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).text((60, 60), text, fill="black")
    written = io.BytesIO()
    picture.save(written, form)
    return written.getvalue()
