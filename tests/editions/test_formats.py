"""Every number of a report, read back from each kind of file and held against the document."""

import json

import pytest

from editions.document import of_plain
from tests.editions.made import Made
from tests.editions.read_back.found import as_numbers, as_read
from tests.editions.read_back.spreadsheets import read_csv, read_xlsx
from tests.editions.read_back.tagged_pdf import read_pdf
from tests.editions.read_back.web_pages import read_web_pages
from tests.editions.read_back.word import read_word

OF_WORDS = {"docx": read_word, "html": read_web_pages, "pdf": read_pdf}
OF_NUMBERS = {"xlsx": read_xlsx, "csv": read_csv}


@pytest.mark.parametrize("form", ["internal", "public"])
@pytest.mark.parametrize("kind", OF_WORDS)
def test_words_and_tables_say_what_the_document_says(made: Made, kind, form):
    expected = as_read(made.documents[form])

    read = OF_WORDS[kind](made.file(kind, form))

    assert read.texts == expected.texts
    assert read.tables == expected.tables
    assert len(read.charts) == len(expected.charts)
    for told, says in zip(read.charts, expected.charts, strict=True):
        assert told.endswith(says)


@pytest.mark.parametrize("form", ["internal", "public"])
@pytest.mark.parametrize("kind", OF_NUMBERS)
def test_numbers_are_the_documents_as_numbers(made, kind, form):
    assert OF_NUMBERS[kind](made.file(kind, form)) == as_numbers(made.documents[form])


@pytest.mark.parametrize("form", ["internal", "public"])
def test_json_is_the_document(made, form):
    plain = json.loads(made.file("json", form))

    assert plain.pop("said") == made.documents[form].said
    assert of_plain(plain) == made.documents[form]


def test_what_is_compared_is_the_whole_report(made):
    """The numbers of 2006/07 that stand in the text, and how many tables there are."""
    read = as_read(made.documents["internal"])

    assert "received 56 complaints, against 52 the year before" in " ".join(read.texts)
    assert len(read.tables) == 31
    times = next(one for one in read.tables if one.title.startswith("Stage 2: response times"))
    assert times.rows[0] == ("Number", ["2", "1", "1", "4"])
    assert len(read.charts) == 2
