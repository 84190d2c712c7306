"""A Word file as Word knows it: headings, heads of tables, captions, pictures in words, contents.

Pure: the report is a few lines long, and the templates are made here.
"""

import shutil
import subprocess
from io import BytesIO
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from editions.exports.word import as_word
from editions.exports.word_template import NoTemplate, lacking
from tests.editions.little_document import little_document


@pytest.fixture(scope="module")
def content() -> bytes:
    return as_word(little_document(rows=60))


@pytest.fixture(scope="module")
def word(content):
    return docx.Document(BytesIO(content))


LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(word) -> bytes:
    kept = BytesIO()
    word.save(kept)
    return kept.getvalue()


def test_headings_are_headings(word):
    headings = [
        (each.style.name, each.text) for each in word.paragraphs if "Heading" in each.style.name
    ]

    assert headings == [
        ("TOC Heading", "Contents"),
        ("Heading 1", "1. Answers"),
        ("Heading 2", "By team"),
        ("Heading 1", "2. What is next"),
    ]


def test_the_contents_are_a_field_whose_lines_lead_to_the_headings(word):
    body = word.element.body
    fields = [each.text for each in body.iter(qn("w:instrText"))]
    anchors = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    marks = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]

    assert fields == ['TOC \\o "1-1" \\h \\z \\u']
    assert anchors == marks == ["part_1", "part_2"]
    kinds = [each.get(qn("w:fldCharType")) for each in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_the_head_of_a_table_stands_on_every_page_and_no_row_is_cut(word):
    for table in word.tables[1:]:
        heads = [row._tr.xpath("./w:trPr/w:tblHeader") != [] for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)


def test_a_caption_stands_over_its_table_and_stays_with_it(word):
    order = list(word.iter_inner_content())
    captions = [place for place, each in enumerate(order) if each.style.name == "Caption"]

    assert [order[place].text for place in captions] == ["Answers", "Outcomes"]
    for place in captions:
        assert order[place].paragraph_format.keep_with_next
        told = order[place + 1]._tbl.tblPr.find(qn("w:tblCaption"))
        assert told.get(qn("w:val")) == order[place].text


def test_a_picture_is_told_in_words(word):
    said = [each.get("descr") for each in word.element.body.iter(qn("wp:docPr"))]

    assert said == ["Bars. In time: 7. Late: 5."]


def test_it_is_in_british_english_and_says_its_title(word):
    assert word.core_properties.language == "en-GB"
    assert word.core_properties.title == "Annual report"
    assert {each.get(qn("w:val")) for each in word.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_what_a_template_has_is_used_and_what_it_lacks_is_listed_and_made():
    template = docx.Document()
    for name in ("Heading 2", "Caption", "Table Grid"):
        style = template.styles[name].element
        style.getparent().remove(style)
    table = template.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Committee:"
    template.add_paragraph("Status")
    content = saved(template)

    assert lacking(content, ["Committee", "Key decision"]) == [
        "the style “Heading 2”",
        "the style “Caption”",
        "the style “Table Grid”",
        "the heading “Key decision” on its cover",
    ]
    word = docx.Document(BytesIO(as_word(little_document(rows=3), content)))
    assert word.tables[0].rows[0].cells[1].text == "Scrutiny (Ann Author, 1 June 2007)"
    assert "Status: Internal: not for release." in [each.text for each in word.paragraphs]
    behind = {row.cells[0].text: row.cells[1].text for row in word.tables[1].rows}
    assert behind == {"Report": "Annual report", "About": "2006/07"}
    assert [each.text for each in word.paragraphs if each.style.name == "Heading 2"] == ["By team"]


def test_what_is_no_word_file_is_told():
    with pytest.raises(NoTemplate, match="cannot be opened as a Word document"):
        lacking(b"no archive", [])


def test_nothing_of_a_templates_history_stays():
    template = docx.Document()
    written = template.add_paragraph("Kept. ")
    template.add_comment(written.runs, text="Ask Ann", author="Ann Author", initials="AA")
    by = f'{nsdecls("w")} w:id="8" w:author="Ann Author"'
    added, gone = "<w:r><w:t>Added. </w:t></w:r>", "<w:r><w:delText>Gone.</w:delText></w:r>"
    written._p.append(parse_xml(f"<w:ins {by}>{added}</w:ins>"))
    written._p.append(parse_xml(f"<w:del {by}>{gone}</w:del>"))
    written._p.set(qn("w:rsidR"), "00AB12CD")
    _link_to_a_template(template)
    people = Part(PackURI("/word/people.xml"), "application/xml", b"<people>Ann Author</people>")
    template.part.relate_to(people, "http://schemas.microsoft.com/office/2011/relationships/people")

    content = as_word(little_document(rows=3), saved(template))

    with ZipFile(BytesIO(content)) as archive:
        inside = {
            name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        }
    body = docx.Document(BytesIO(content)).paragraphs[0].text
    assert body == "Kept. Added. "
    assert [name for name in inside if "comments" in name or "people" in name] == []
    whole = "\n".join(inside.values())
    for trace in ("Ask Ann", "Gone.", "rsid", "fileserver", "w:ins ", "w:del ", "commentReference"):
        assert trace not in whole
    assert whole.count("Ann Author") == 1  # who wrote the line of the cover, in the internal form


def _link_to_a_template(word) -> None:
    settings = word.part._settings_part
    key = settings.relate_to(
        "file:///fileserver/ann/Normal.dotm", f"{LINKS}/attachedTemplate", is_external=True
    )
    told = f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{key}"/>'
    settings.element.append(parse_xml(told))


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_libreoffice_opens_it(content, tmp_path):
    (tmp_path / "report.docx").write_bytes(content)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "report.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    pages = list(pypdfium2.PdfDocument(tmp_path / "report.pdf"))
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    with_rows = [text for text in texts if "Team" in text]
    assert len(with_rows) > 1
    assert all("Total" in text for text in with_rows)
