"""A PDF is read along its tags: headings in order, heads of tables, pictures in words."""

import pikepdf
import pypdfium2
import pytest
from pikepdf import Name

from editions.exports.pages import as_pdf
from editions.exports.tagging import elements_under, kids_of, kind
from tests.editions.little_document import little_document
from tests.editions.read_back.tagged_pdf import Tagged, read_pdf


@pytest.fixture(scope="module")
def content() -> bytes:
    return as_pdf(little_document())


@pytest.fixture(scope="module")
def tagged(content) -> Tagged:
    return Tagged(content)


def test_it_says_what_it_is(tagged):
    root = tagged.pdf.Root
    with tagged.pdf.open_metadata() as said:
        assert said["dc:title"] == "Annual report"
        assert said["pdfuaid:part"] == "1"
    assert str(root.Lang) == "en-GB"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle


def test_headings_go_down_one_step_at_a_time(tagged):
    headings = tagged.elements("H1", "H2", "H3")

    assert [(kind(each), tagged.text(each)) for each in headings] == [
        ("H1", "Annual report"),
        ("H2", "Contents"),
        ("H2", "1. Answers"),
        ("H3", "By team"),
        ("H2", "2. What is next"),
    ]


def test_bookmarks_are_the_headings(tagged):
    with tagged.pdf.open_outline() as outline:
        (report,) = outline.root
        assert [one.title for one in report.children] == [
            "Contents",
            "1. Answers",
            "2. What is next",
        ]


def test_contents_lead_to_their_sections(tagged):
    links = tagged.elements("Link")

    assert [tagged.text(link).split(" .")[0] for link in links] == ["Answers", "What is next"]
    assert {kind(link.P) for link in links} == {"LBody"}


def test_each_head_of_a_table_says_of_what_it_is(tagged):
    for table in tagged.elements("Table"):
        for part in kids_of(table):
            heads = [each for each in elements_under(part) if kind(each) == "TH"]
            of = Name.Column if kind(part) == "THead" else Name.Row
            assert {each.A.Scope for each in heads} <= {of}
            assert heads or kind(part) == "Caption"


def test_a_table_of_200_rows_is_one_table_with_its_head_on_every_page(tagged, content):
    table = next(one for one in read_pdf(content).tables if one.title == "Answers")
    assert [row[0] for row in table.rows] == [f"Team {place}" for place in range(200)]
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]
    with_rows = [text for text in pages if "Team" in text]
    assert len(with_rows) > 3
    assert all("Total" in text for text in with_rows)


def test_a_picture_is_told_in_words_and_has_its_place(tagged):
    (figure,) = tagged.elements("Figure")

    assert str(figure.Alt) == "Answers. Bars. In time: 7. Late: 5."
    left, foot, right, head = (float(each) for each in figure.A.BBox)
    width, height = (float(each) for each in figure.Pg.MediaBox[2:])
    assert 0 < left < right < width
    assert 0 < foot < head < height


def test_heads_and_feet_of_pages_are_not_read(tagged):
    """ISO 14289-1, 7.1: what is on a page is in the tree, or set apart."""
    assert tagged.unread() == set()
    for page in tagged.pdf.pages:
        depth, bare = 0, []
        for _, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "BMC"):
                depth += 1
            elif str(operator) == "EMC":
                depth -= 1
            elif str(operator) in ("Tj", "TJ") and not depth:
                bare.append(operator)
        assert bare == []


def test_the_tree_and_the_pages_name_one_another(tagged):
    """Each mark of a page leads to the element that holds it."""
    root = tagged.pdf.Root.StructTreeRoot
    numbers = list(root.ParentTree.Nums)
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    pages = {page.obj.objgen: page.obj.StructParents for page in tagged.pdf.pages}
    for element in elements_under(tagged.top):
        for kid in kids_of(element):
            if isinstance(kid, int):
                assert parents[pages[element.Pg.objgen]][kid].objgen == element.objgen


def test_a_checker_of_pdf_ua_finds_nothing(content, tmp_path):
    """pdfua looks for what a machine can see; its rule on headings fails on lists of attributes."""
    pdfua = pytest.importorskip("pdfua")
    file = tmp_path / "report.pdf"
    file.write_bytes(content)

    report = pdfua.validate(file)

    assert not report.findings
