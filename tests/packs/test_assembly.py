"""Documents become pages, words are found on them and burnt out, and the pages become one file."""

import io
from datetime import date

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from packs.binding import Bound, bound
from packs.burning import burnt_in, left_out
from packs.places import look_for, text_of
from packs.sheets import CannotBeShown, is_shown_as_pages, sheets_of
from packs.words import blacked_out, found_in
from tests.documents import files
from tests.packs import made

FRONT = {
    "reference": "2026-00031",
    "for_whom": "the Ombudsman",
    "day": date(2026, 11, 24),
    "council": "Example Borough Council",
    "entries": None,
}


def boxes_of(found):
    boxes = {}
    for place in found.places:
        boxes.setdefault(place.page, []).extend(place.boxes)
    return boxes


def black_out(content, *words):
    return burnt_in(content, boxes_of(look_for(content, words)))


def picture_of(content, page=1) -> Image.Image:
    document = pypdfium2.PdfDocument(content)
    picture = document[page - 1].render(scale=1).to_pil().convert("L")
    document.close()
    return picture


def everything_in(content: bytes) -> bytes:
    """All streams unpacked, all strings: what somebody with tools could dig out of the file."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return b"\n".join(_dug(one) for one in pdf.objects) + repr(pdf.docinfo).encode()


def _dug(thing) -> bytes:
    if isinstance(thing, pikepdf.Stream):
        filters = thing.get("/Filter")
        packed = filters is not None and "DCTDecode" in str(filters)
        return repr(dict(thing)).encode() + (b"" if packed else thing.read_bytes())
    return repr(thing).encode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Seen by ANNA FIELDING.", "Anna Fielding"),
        ("Seen by Anna\nFielding.", "Anna Fielding"),
        ("Written by anna.fielding@example.org", "Anna Fielding"),
        ("Zoë’s brother", "zoe's"),
        ("Seen by Field-\ning", "Fielding"),
        ("Tel. 07700 900-123", "07700900123"),
        ("the oﬃce", "office"),
        ("Łukasz came", "Lukasz"),
    ],
)
def test_words_are_found_however_they_are_spelt(text, words):
    assert len(list(found_in(text, words))) == 1


def test_a_name_is_not_found_across_words_that_happen_to_hold_its_letters():
    assert list(found_in("a plan name", "Anna")) == []


def test_words_in_a_text_are_replaced_by_blocks_of_one_length():
    said = blacked_out("Rowan and Li saw ROWAN", ["Rowan", "Li"])

    assert said == "█████ and █████ saw █████"


def test_a_pdf_becomes_pages_without_what_it_carries_beside_them():
    content = made.pdf("First page", "Second page", title="Rowan", attached=b"Rowan")

    sheets = sheets_of("report.pdf", content)

    with pikepdf.open(io.BytesIO(sheets)) as pdf:
        assert len(pdf.pages) == 2
        assert not pdf.attachments
        assert not pdf.docinfo
        assert "/Metadata" not in pdf.Root
    assert text_of(sheets).split() == ["First", "page", "Second", "page"]


def test_a_form_that_was_filled_in_keeps_what_was_filled_in():
    assert "Juniper" in text_of(sheets_of("consent.pdf", made.with_form_field("Juniper")))


def test_a_pdf_with_layers_becomes_pictures_so_that_hidden_ones_stay_behind():
    assert text_of(sheets_of("plan.pdf", made.with_layer("Hidden"))).strip() == ""


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "TIFF"])
def test_a_picture_becomes_a_page(form):
    found = look_for(sheets_of(f"photo.{form.lower()}", made.scan(form=form)), ["Rowan"])

    assert (found.pages, found.without_text, found.places) == (1, [1], [])


def test_texts_and_emails_become_pages_of_text():
    text = sheets_of("note.txt", "Zoë <b>rang</b>\nŁukasz".encode())
    email = sheets_of("mail.eml", files.email(with_files={"diary.pdf": files.PDF}))

    assert text_of(text).split() == ["Zoë", "<b>rang</b>", "Łukasz"]
    said = text_of(email)
    assert "Juniper Vale <juniper.vale@example.org>" in said
    assert "nobody rang" in said
    assert "diary.pdf" in said


def test_what_cannot_be_shown_as_pages_goes_beside():
    names = ["a.pdf", "a.txt", "a.eml", "a.JPG", "a.docx", "a.xls", "a.heic", "a.mp3"]

    assert [name for name in names if is_shown_as_pages(name)] == names[:4]
    assert not is_shown_as_pages("long.txt", size=10_000_000)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.4\nbroken", "is broken and cannot be read as a PDF"),
        (files.PDF, "is broken and cannot be read as a PDF"),
        (made.pdf("Secret", password="opensesame"), "is locked with a password"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_named_with_what_to_do(content, says):
    with pytest.raises(CannotBeShown, match=says):
        sheets_of("report.pdf", content)


def test_a_broken_picture_is_named():
    with pytest.raises(CannotBeShown, match="is broken and cannot be read as a picture"):
        sheets_of("photo.png", files.PNG)


def test_what_is_blacked_out_cannot_be_taken_out_of_the_page_any_more():
    content = sheets_of("report.pdf", made.pdf("Seen by Rowan Penfield\nat school", "No name"))

    burnt = black_out(content, "Rowan Penfield")

    assert text_of(burnt).split() == ["No", "name"]
    assert b"Rowan" not in everything_in(burnt)
    assert look_for(burnt, []).without_text == [1]


def test_the_box_lies_over_the_words_and_nothing_else():
    content = sheets_of("report.pdf", made.pdf("Rowan Penfield"))
    (place,) = look_for(content, ["Rowan"]).places
    (left, low, right, top), high = place.boxes[0], 842

    picture = picture_of(black_out(content, "Rowan"))

    middle = int(high - (low + top) / 2)
    assert all(picture.getpixel((x, middle)) < 30 for x in range(int(left) + 1, int(right) - 1))
    beside = picture.crop((int(right) + 3, int(high - top), int(right) + 60, int(high - low)))
    assert beside.getextrema() == pytest.approx((0, 255), abs=90), "Penfield can still be read"


def test_on_a_page_that_lies_on_its_side_the_box_lies_over_the_words_too():
    content = sheets_of("scan.pdf", made.turned("Rowan Penfield"))
    (place,) = look_for(content, ["Rowan"]).places
    left, low, right, top = place.boxes[0]

    before, after = picture_of(content), picture_of(black_out(content, "Rowan"))

    where = int(left) + 1, int(before.height - top) + 1, int(right), int(before.height - low)
    assert before.crop(where).getextrema()[1] > 200
    assert max(after.crop(where).get_flattened_data()) < 60


def test_a_page_beside_it_does_not_bring_what_was_blacked_out():
    """Pages of a PDF may share what they draw: the other page would carry it along, unseen."""
    content = sheets_of("report.pdf", made.sharing_forms("Seen by Rowan", "No name here"))

    burnt = black_out(content, "Rowan")

    assert "No name here" in text_of(burnt)
    assert b"Rowan" not in everything_in(burnt)


def test_a_page_is_blackened_as_a_whole_or_left_out():
    content = sheets_of("report.pdf", made.pdf("One", "Two", "Three"))

    black, without = burnt_in(content, {}, [2]), left_out(content, [2])

    assert text_of(black).split() == ["One", "Three"]
    assert text_of(without).split() == ["One", "Three"]
    assert (look_for(black, []).pages, look_for(without, []).pages) == (3, 2)
    assert b"Two" not in everything_in(black) + everything_in(without)


def test_the_file_has_index_headings_and_a_number_on_each_page():
    documents = [
        Bound(
            "Document 1: Letter, 2 November 2026", sheets_of("a.pdf", made.pdf("Dear Sir", "P2"))
        ),
        Bound("Document 2: Spreadsheet, 3 November 2026", None, "Sent beside this file"),
        Bound("Document 3: Zdjęcie, 4 November 2026", sheets_of("b.png", made.scan())),
    ]

    content, pages = bound(FRONT, documents)

    document = pypdfium2.PdfDocument(content)
    texts = [page.get_textpage().get_text_range() for page in document]
    assert pages == len(texts) == 5
    assert all(f"Page {n} of 5" in text for n, text in enumerate(texts, start=1))
    assert "File of complaint 2026-00031" in texts[0]
    assert "For the Ombudsman" in texts[0]
    index = texts[1].split("\r\n")
    assert "Document 1: Letter, 2 November 2026 3" in index
    assert any("Sent beside this file" in line for line in index)
    assert "Document 3: Zdjęcie, 4 November 2026 5" in index
    assert "Document 1: Letter, 2 November 2026" in texts[3]
    assert "Document 3: Zdjęcie" in texts[4]
    document.close()


def test_a_long_index_still_counts_its_pages_right():
    sheets = sheets_of("a.pdf", made.pdf("A"))
    documents = [Bound(f"Document {n}: Letter", sheets) for n in range(1, 81)]

    content, pages = bound(FRONT, documents)

    document = pypdfium2.PdfDocument(content)
    last = document[pages - 1].get_textpage().get_text_range()
    index = "".join(document[n].get_textpage().get_text_range() for n in range(pages - 80))
    assert len(document) == pages > 82
    assert "Document 80: Letter" in last
    assert f"Document 80: Letter {pages}" in index
    document.close()
