"""An exempt appendix is in the internal form; the public form says only that there is one."""

import pytest
from django.core.exceptions import ValidationError

from editions.actions.writing import begin_edition, keep_exempt, write_cover, write_section
from editions.assembling import Assembling
from editions.document import Words, of_plain
from editions.exempt import open_parts
from editions.exports.plain_json import as_json
from editions.exports.word import as_word
from editions.missing import what_is_missing
from editions.models import Edition
from editions.released.public import PublicForm
from editions.whole_text import whole_text
from tests.editions.read_back.word import read_word

pytestmark = pytest.mark.django_db
ABOUT = {"exempt_paragraph": 2, "exempt_because": "A family would be known by what is told."}
UNDER = (
    "paragraph 2 of Part 1 of Schedule 12A to the Local Government Act 1972 (information which is "
    "likely to reveal the identity of an individual)"
)


@pytest.fixture
def mediation(edition):
    """The section that is put into the appendix: it holds tables and names somebody."""
    return edition.sections.get(title="Mediation")


@pytest.fixture
def exempt(edition, mediation, author):
    text = f"{mediation.text}\n\nAnn Author knows the family."
    write_section(mediation, title="Mediation", text=text, seen=mediation.saved, by=author)
    keep_exempt(mediation, exempt=True, by=author)
    write_cover(edition, {}, about=ABOUT, by=author)
    return Edition.objects.get(pk=edition.pk)


def test_it_stands_last_in_the_internal_form_with_its_paragraph(exempt):
    document = Assembling(exempt).document()

    last = document.parts[-1]
    assert [part.number for part in document.parts] == list(range(1, 18))
    assert (last.number, last.title) == (17, "Exempt appendix: Mediation")
    assert last.holds[0].text == (
        f"Not for publication, under {UNDER}: A family would be known by what is told."
    )
    assert [grid.name for grid in document.grids()][-2:] == ["mediations", "mediation_offers"]
    assert of_plain(document.as_plain()) == document


def test_the_public_form_says_that_there_is_one_and_nothing_of_it(exempt):
    assembling = Assembling(exempt)
    parts = open_parts(exempt, assembling.document().parts)

    assert (parts[-1].number, parts[-1].title) == (17, "Exempt appendix")
    (said,) = parts[-1].holds
    assert said.text == (
        f"This report has an exempt appendix, which is not published. It is exempt under {UNDER}. "
        "The public interest in keeping it so outweighs that in publishing it: A family would be "
        "known by what is told."
    )


def test_its_numbers_and_words_are_in_no_public_file_and_not_part_of_the_proof(exempt):
    assembling = Assembling(exempt)
    form = PublicForm(assembling, assembling.document())
    made = form.make()

    assert made.stops == []
    assert not [place for place in form.steps.places if place.startswith("mediations")]
    for content in (as_json(made.document).decode(), str(read_word(as_word(made.document)))):
        assert "Mediations held" not in content
        assert "knows the family" not in content
        assert "Exempt appendix" in content


def test_without_its_paragraph_or_with_a_cover_that_says_no_it_is_not_published(
    edition, mediation, author
):
    keep_exempt(mediation, exempt=True, by=author)

    assert what_is_missing(edition, Assembling(edition)) == [
        "There is an exempt appendix: say on the cover under which paragraph it is exempt.",
        "The cover’s “Exempt” says “No”, and there is an exempt appendix.",
    ]
    held = Assembling(edition).document().parts[-1].holds[0]
    assert isinstance(held, Words)
    assert held.text.startswith("There is an exempt appendix: say on the cover")


def test_a_paragraph_needs_its_reason(edition, author):
    with pytest.raises(ValidationError, match="Say why keeping it exempt outweighs telling it"):
        write_cover(edition, {}, about={"exempt_paragraph": 1, "exempt_because": ""}, by=author)


def test_whoever_cleared_it_sees_that_it_was_put_there(exempt):
    assert "## Mediation (exempt)" in whole_text(exempt)


def test_a_later_version_keeps_it(exempt, author):
    Edition.objects.filter(pk=exempt.pk).update(
        published_at="2007-09-01T12:00Z", published_by=author
    )

    again = begin_edition(
        exempt.period, exempt.directorate, title="Annual report", sections=[], by=author
    )

    assert again.exempt_paragraph == 2
    assert [one.title for one in again.sections.filter(is_exempt=True)] == ["Mediation"]


def test_it_is_put_there_and_taken_out_on_the_page_and_the_cover_asks_why(
    client, author, edition, mediation
):
    client.force_login(author)
    at = f"/reports/editions/{edition.pk}"
    for what, is_exempt in (("exempt", True), ("open", False), ("exempt", True)):
        client.post(f"{at}/section/{mediation.pk}/{what}/")
        mediation.refresh_from_db()
        assert mediation.is_exempt is is_exempt
    assert "Not exempt" in client.get(f"{at}/").content.decode()

    told = {"title": "Annual report", "exempt_paragraph": "2", "exempt_because": ""}
    page = client.post(f"{at}/cover/", told).content.decode()
    assert "Say why keeping it exempt outweighs telling it" in page
    client.post(f"{at}/cover/", told | {"exempt_because": "A family would be known."})
    edition.refresh_from_db()
    assert edition.exempt_paragraph == 2
