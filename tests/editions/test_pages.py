"""The pages of a report: begun, written, cleared, published, and taken as files."""

import re
from datetime import date
from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from accounts.permissions import Role
from editions.actions.writing import write_section
from editions.models import Edition, OutsideFigure, Section
from tests.editions.conftest import the_worker_works

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client, author):
    client.force_login(author)
    return client


def section_called(edition, title) -> Section:
    return edition.sections.get(title=title)


def test_a_report_is_begun_once_for_a_period(writer, edition):
    told = {
        "title": "Again",
        "start_0": "",
        "start": "1 4 2006",
        "end": "31 3 2007",
        "directorate": edition.directorate.pk,
    }

    answer = writer.post("/reports/editions/begin/", told)

    assert answer.status_code == 200
    assert "There is a draft for this period already: go on with it." in answer.content.decode()


def test_a_figure_that_there_is_none_of_is_told_beside_the_text(writer, edition, author):
    section = section_called(edition, "Context")
    write_section(section, title="Context", text="{no.such} of them.", seen=1, by=author)

    page = writer.get(f"/reports/editions/{edition.pk}/section/{section.pk}/").content.decode()

    assert "There is no figure {no.such}." in page


def test_two_people_at_once_lose_nothing(writer, edition, author):
    section = section_called(edition, "Context")
    write_section(section, title="Context", text="Hers.", seen=1, by=author)

    answer = writer.post(
        f"/reports/editions/{edition.pk}/section/{section.pk}/",
        {"title": "Context", "text": "His.", "saved": "1"},
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody saved this section while you wrote" in page
    assert "His." in page
    assert "Hers." in page
    assert section_called(edition, "Context").text == "Hers."
    again = {"title": "Context", "text": "Hers. His.", "saved": "2"}
    assert re.search(r'name="saved" value="2"', page)
    assert writer.post(f"/reports/editions/{edition.pk}/section/{section.pk}/", again).url
    assert section_called(edition, "Context").text == "Hers. His."


def test_a_change_after_a_clearance_makes_it_stale_and_shows_it(writer, edition, author):
    at = f"/reports/editions/{edition.pk}/"
    writer.post(f"{at}clear/", {"draft": edition.draft, "office": "Monitoring officer"})
    write_section(
        section_called(edition, "Context"), title="Context", text="New.", seen=1, by=author
    )

    assert "stale" in writer.get(at).content.decode()
    cleared = edition.clearances.get()
    page = writer.get(f"{at}cleared/{cleared.pk}/").content.decode()
    assert "New" in page


def test_who_only_reads_does_not_write(client, edition):
    client.force_login(User.objects.create_user("d@example.org", "A Director", [Role.DIRECTOR]))

    assert client.get(f"/reports/editions/{edition.pk}/read/").status_code == 200
    assert client.get(f"/reports/editions/{edition.pk}/publish/").status_code == 403


@pytest.fixture
def published(writer, edition):
    for field in edition.cover.filter(field__needed=True, text=""):
        field.text = "None"
        field.save()
    answer = writer.post(f"/reports/editions/{edition.pk}/publish/", {"draft": edition.draft})
    assert answer.status_code == 302
    the_worker_works()
    return Edition.objects.get(pk=edition.pk)


def test_a_report_is_taken_as_a_file_of_each_kind(writer, edition):
    at = f"/reports/editions/{edition.pk}/"
    begins = {"html": b"PK", "xlsx": b"PK", "csv": b"PK", "json": b"{"}
    for kind, first in begins.items():
        answer = writer.get(f"{at}file/{kind}/")
        assert answer.content.startswith(first)
        assert f"annual-report-internal-{kind}." in answer["Content-Disposition"]
    assert writer.get(f"/reports/editions/{edition.pk}/file/odt/").status_code == 404


def test_what_a_word_template_lacks_is_listed_on_its_page(writer, year_2006_07):
    template, kept = docx.Document(), BytesIO()
    style = template.styles["Caption"].element
    style.getparent().remove(style)
    template.add_paragraph("Committee:")
    template.save(kept)
    sent = SimpleUploadedFile("council.docx", kept.getvalue())

    page = writer.post("/reports/editions/template/", {"file": sent}, follow=True).content.decode()

    assert "Reports in Word are built on <strong>council.docx</strong>" in page
    assert "the style “Caption”" in page
    assert "the heading “Key decision” on its cover" in page
    assert "“Committee”" not in page


def test_what_was_published_stands_in_the_register(writer, published):
    page = writer.get("/reports/editions/released/").content.decode()

    assert "Annual report, public form" in page
    assert published.releases.get().numbers["steps"]


def test_a_public_form_says_what_it_hides(writer, edition):
    at = f"/reports/editions/{edition.pk}/"
    assert "Not proved yet" in writer.get(f"{at}public/").content.decode()
    writer.post(f"{at}make/proof/")
    the_worker_works()
    page = writer.get(f"/reports/editions/{edition.pk}/public/").content.decode()

    assert "Nothing that is hidden can be worked out" in page
    assert "Fewer than 5 went on to Stage 2" in page
    help_once = (
        "Stage 2: finding on the primary point of complaint: publish several years together."
    )
    assert page.count(help_once) == 1


def test_a_figure_from_outside_is_marked_as_not_ours(writer, edition):
    OutsideFigure.objects.create(
        name="average",
        value="20%",
        definition="Complaints made by young people",
        source="Department for Education",
        dated=date(2007, 6, 1),
    )

    page = writer.get(f"/reports/editions/{edition.pk}/figures/?find=outside").content.decode()

    assert "{outside.average}" in page
    assert "not ours" in page
