"""The report on 2006/07 as a document: its words say what its tables say."""

import pytest

from editions.bound_text import faults_of
from editions.document import Grid, Words, of_plain
from editions.known import NoSuchFigure

pytestmark = pytest.mark.django_db


def words_of(document, title):
    part = next(part for part in document.parts if part.title == title)
    return "\n".join(each.text for each in part.holds if isinstance(each, Words))


def test_a_report_begins_with_seventeen_sections_and_no_unknown_figure(edition, assembling):
    document = assembling.document()

    assert len(document.parts) == 17
    faults = [faults_of(section.text, assembling.figures) for section in edition.sections.all()]
    assert faults == [[]] * 17


def test_the_text_says_the_numbers_of_the_records(assembling):
    said = words_of(assembling.document(), "Summary of activity")

    assert "received 56 complaints, against 52 the year before: an increase of 8%" in said
    assert "20 were received and in the second part 36" in said
    assert "4 went on to Stage 2 and 1 to Stage 3" in said


def test_each_number_in_the_text_leads_to_its_list(assembling):
    document = assembling.document()
    part = next(part for part in document.parts if part.title == "Summary of activity")
    pieces = [piece for line in part.holds[0].lines for piece in line]

    assert [(piece.text, piece.figure) for piece in pieces if piece.text == "56"] == [
        ("56", "summary.received_recorded_manually")
    ]


def test_a_table_stands_where_its_line_stands(assembling):
    document = assembling.document()
    part = next(part for part in document.parts if part.title == "Stage 2 complaints")
    grids = [each for each in part.holds if isinstance(each, Grid)]

    assert grids[0].title == "Stage 2: response times by service area"
    number = grids[0].lines[0].numbers[-1]
    assert (number.text, number.value, number.figure) == (
        "4",
        4,
        "stage2_response_times:total:total",
    )


def test_a_name_that_there_is_none_of_is_told_with_what_may_be_meant(assembling):
    with pytest.raises(NoSuchFigure) as told:
        assembling.figures.find("stage2.average_workng_days")

    assert "There is no figure {stage2.average_workng_days}." in str(told.value)
    assert "Do you mean {stage2.average_working_days}" in str(told.value)


def test_a_document_is_the_same_after_it_was_kept_as_plain_values(assembling):
    import json

    document = assembling.document()

    assert of_plain(json.loads(json.dumps(document.as_plain()))) == document
