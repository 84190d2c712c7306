"""The public form of 2006/07: nothing small is shown, and no file tells more than its pages."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pikepdf
import pypdfium2
import pytest
from lxml import html

from disclosure import DoesNotAddUp
from editions.document import Piece, Words, is_chart
from editions.released.public import PublicForm, public_form

WORKING_ADDRESSES = ("/reports/", "/case/", "/cases/", "/persons/", "localhost", "mailto:")
TOTALS = {"Held", "Referred", "Total"}
A_DAY = (2000, 1, 1, 0, 0, 0)


def test_it_is_proved(made):
    assert made.public.stops == []
    assert made.public.unproved == [], "\n".join(made.public.unproved)
    assert "0 can be worked out" in made.public.proof


def test_no_small_count_stands_in_a_table(made):
    shown = [
        (grid.title, line.label, number.value)
        for grid in made.documents["public"].grids()
        for line in grid.lines
        for number in line.numbers
        if number.measure == "count" and isinstance(number.value, int) and 0 < number.value < 5
    ]

    assert shown == []


def test_a_chart_of_which_a_number_is_hidden_is_left_out(made):
    """Its picture and its words would both tell it: both charts of 2006/07 have small numbers."""
    charts = {
        form: [each.name for part in document.parts for each in part.holds if is_chart(each)]
        for form, document in made.documents.items()
    }

    assert charts["internal"] == ["stage1_by_service_area", "complaint_made_by"]
    assert charts["public"] == []


@pytest.mark.django_db
def test_a_list_of_cases_is_left_out_and_others_stay(assembling):
    form = PublicForm(assembling, assembling.document())
    line = [[Piece("CH-2006-001: recorded twice")]]

    assert list(form._held(Words("entries", line, "left-out"))) == []
    assert [each.text for each in form._held(Words("entries", [[Piece("Ring.")]], "lessons"))] == [
        "Ring."
    ]


@pytest.mark.django_db
def test_of_numbers_that_contradict_one_another_it_holds_none(assembling, monkeypatch):
    def fails(*_):
        raise DoesNotAddUp("two totals")

    monkeypatch.setattr("editions.released.public.protect", fails)

    made = public_form(assembling, assembling.document())

    assert made.stops == ["The numbers contradict one another: two totals"]
    assert (made.document.form, made.document.parts) == ("public", [])


@pytest.mark.parametrize("name", ["mediations", "advocacy_referrals", "ombudsman"])
def test_of_a_group_that_is_small_no_outcome_is_shown(made, name):
    """Not even that there was none, unless there was none in any group (domain.md section 8)."""
    shown, counted = (
        next(grid for grid in made.documents[form].grids() if grid.name == name)
        for form in ("public", "internal")
    )
    total = next(place for place, label in enumerate(shown.columns) if label in TOTALS)
    some = {
        place
        for line in counted.lines
        for place, number in enumerate(line.numbers)
        if number.value and place != total
    }
    for line, inside in zip(shown.lines, counted.lines, strict=True):
        if 0 < inside.numbers[total].value < 5:
            assert {line.numbers[place].text for place in some} <= {"[g]", "[c]", "[z]"}


def text_of(kind: str, content: bytes) -> str:
    """All that a file holds, in words: of an archive each member, of a PDF pages and properties."""
    if kind == "json":
        return content.decode()
    if kind == "pdf":
        pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]
        with pikepdf.open(BytesIO(content)) as pdf:
            told = [one for each in pdf.objects for one in strings_in(each)]
            return "\n".join([*pages, *told, str(pdf.open_metadata())])
    with ZipFile(BytesIO(content)) as archive:
        members = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        return "\n".join([*archive.namelist(), *members])


def strings_in(each) -> Iterator[str]:
    """Of a PDF: titles, alternative texts, notes, names of places."""
    if isinstance(each, pikepdf.String):
        yield str(each)
    elif isinstance(each, pikepdf.Array):
        yield from (one for kid in each if not is_elsewhere(kid) for one in strings_in(kid))
    elif isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
        kids = (each[key] for key in each.keys())  # noqa: SIM118 - no iterator of its own
        yield from (one for kid in kids if not is_elsewhere(kid) for one in strings_in(kid))


def is_elsewhere(kid) -> bool:
    return getattr(kid, "is_indirect", False)


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "xlsx", "csv", "json"])
def test_no_file_names_a_case_a_person_a_user_or_an_address_of_ours(made, kind):
    text = text_of(kind, made.file(kind, "public"))

    assert len(made.secrets) > 60
    assert [one for one in made.secrets if one in text] == []
    assert [one for one in WORKING_ADDRESSES if one in text] == []
    assert re.findall(r"[\w.]+@[\w.]+", text) == []
    assert "attack" not in text


def test_the_internal_form_does_hold_them(made):
    """So that the test above looks where there would be something."""
    internal = text_of("json", made.file("json", "internal"))

    assert "Ann Author, 1 June 2007" in internal
    assert "summary.received_recorded_manually" in internal
    assert "Ann Author" in text_of("docx", made.file("docx", "internal"))


@pytest.mark.parametrize("kind", ["docx", "html", "xlsx", "csv"])
def test_an_archive_tells_no_day_and_has_no_hidden_members(made, kind):
    with ZipFile(BytesIO(made.file(kind, "public"))) as archive:
        assert archive.comment == b""
        for member in archive.infolist():
            assert not member.comment
            assert not re.search(r"comments|people|custom|embeddings|vba|printer", member.filename)
            if kind in ("html", "csv"):
                assert member.date_time == A_DAY


def test_word_has_no_history_no_comments_and_no_author(made):
    content = made.file("docx", "public")
    word = docx.Document(BytesIO(content))
    said = word.core_properties

    assert (said.author, said.last_modified_by) == ("Example Borough Council",) * 2
    assert (said.comments, said.keywords, said.category, said.revision) == ("", "", "", 1)
    assert said.created.year == said.modified.year == 2000
    with ZipFile(BytesIO(content)) as archive:
        body = archive.read("word/document.xml").decode()
        links = [name for name in archive.namelist() if name.endswith(".rels")]
        assert all(b'TargetMode="External"' not in archive.read(name) for name in links)
    for trace in ("<w:ins ", "<w:del ", "w:rsid", "<w:vanish", "w:commentReference", "w:docVars"):
        assert trace not in body


def test_a_workbook_has_no_hidden_sheet_no_name_and_no_formula(made):
    content = made.file("xlsx", "public")
    book = openpyxl.load_workbook(BytesIO(content))

    assert {sheet.sheet_state for sheet in book} == {"visible"}
    assert not book.defined_names
    assert book.properties.creator == "Example Borough Council"
    assert book.properties.created.year == 2000
    for sheet in book:
        assert not sheet.defined_names
        hidden = [*sheet.row_dimensions.values(), *sheet.column_dimensions.values()]
        assert not any(each.hidden for each in hidden)
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert (cell.comment, cell.hyperlink) == (None, None)
            assert cell.data_type != "f"


def test_a_pdf_has_no_author_no_attachment_no_script_and_no_way_out(made):
    with pikepdf.open(BytesIO(made.file("pdf", "public"))) as pdf:
        assert set(pdf.docinfo.keys()) <= {"/Title", "/Producer"}
        assert not pdf.attachments
        assert "/OpenAction" not in pdf.Root
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                assert note.Subtype == pikepdf.Name.Link
                assert "/URI" not in note.get("/A", {})
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary):
                assert not {"/JS", "/JavaScript", "/EmbeddedFile", "/URI"} & set(each.keys())


def test_web_pages_link_to_one_another_only(made):
    with ZipFile(BytesIO(made.file("html", "public"))) as archive:
        names = set(archive.namelist())
        for name in names:
            page = html.fromstring(archive.read(name))
            assert {link.partition("#")[0] for link in page.xpath("//@href")} <= names
            assert page.xpath("//script|//@src|//comment()|//form|//meta[@name='author']") == []
            assert [each for each in page.xpath("//@*") if "named" in each] == []


def test_json_names_no_list_behind_a_number(made):
    plain = json.loads(made.file("json", "public"))

    assert {value for key, value in pairs(plain) if key in ("figure", "named", "listed")} == {""}
    assert {value for key, value in pairs(plain) if key in ("written", "before")} == {""}


def pairs(plain):
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield key, value
            yield from pairs(value)
    elif isinstance(plain, list):
        for each in plain:
            yield from pairs(each)
