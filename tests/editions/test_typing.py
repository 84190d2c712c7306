"""What is typed into a section is kept before it is saved, each author's by itself."""

import re

import pytest

from accounts.models import User
from accounts.permissions import Role
from cases.models import Directorate
from editions.actions.writing import begin_edition, write_section
from editions.models import TypedSection
from tests.editions.conftest import YEAR

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(year_2006_07, author):
    """Of one section: what the others say is tested elsewhere."""
    directorate = Directorate.objects.get(name="Children's Services")
    text = "There were {summary.received_recorded_manually}."
    return begin_edition(
        YEAR, directorate, title="Annual report", sections=[("Context", text)], by=author
    )


@pytest.fixture
def section(edition):
    return edition.sections.get(title="Context")


@pytest.fixture
def at(edition, section):
    return f"/reports/editions/{edition.pk}/section/{section.pk}/"


@pytest.fixture
def writer(client, author):
    client.force_login(author)
    return client


@pytest.fixture
def another(db):
    return User.objects.create_user("ben@example.org", "Ben Other", [Role.COMMITTEE])


def typed(text: str, saved: int = 1) -> dict:
    return {"title": "Context", "text": text, "saved": str(saved)}


def test_what_was_typed_comes_back_to_its_author_and_is_not_in_the_report(writer, at, section):
    said = writer.post(f"{at}keep/", typed("Half a sen")).json()["said"]
    draft = section.edition.draft

    assert said.startswith("Kept at ")
    page = writer.get(at).content.decode()
    assert "The box holds what you typed and did not save" in page
    assert "Half a sen</textarea>" in page
    section.refresh_from_db()
    section.edition.refresh_from_db()
    assert "Half a sen" not in section.text
    assert section.edition.draft == draft  # no clearance becomes stale by it


def test_once_it_is_saved_nothing_is_kept_beside_it(writer, at):
    writer.post(f"{at}keep/", typed("Half a sen"))
    writer.post(at, typed("Half a sentence."))

    assert not TypedSection.objects.exists()


def test_it_is_taken_back(writer, at, section):
    writer.post(f"{at}keep/", typed("Half a sen"))
    page = writer.post(f"{at}take-back/", follow=True).content.decode()

    assert "The section stands as it is saved." in page
    assert "Half a sen" not in page


def test_two_at_once_see_both_texts_side_by_side(writer, at, section, another):
    writer.post(f"{at}keep/", typed("Mine."))
    write_section(section, title="Context", text="Theirs.", seen=1, by=another)

    said = writer.post(f"{at}keep/", typed("Mine too.")).json()["said"]
    page = writer.get(at).content.decode()

    assert "Somebody saved this section meanwhile" in said
    assert "Mine too.</textarea>" in page
    assert "<p>Theirs.</p>" in page
    assert 'name="saved" value="2"' in page


def test_another_sees_what_is_typed_here_and_by_whom(client, writer, at, another):
    writer.post(f"{at}keep/", typed("Half a sen"))
    client.force_login(another)
    page = client.get(at).content.decode()

    assert "Ann Author has typed here and not saved it" in page
    assert "Half a sen</textarea>" not in page


def test_what_is_too_long_is_told_and_a_reader_keeps_nothing(client, writer, at):
    answer = writer.post(f"{at}keep/", typed("x" * 60_001))
    assert answer.status_code == 400
    assert answer.json()["said"].startswith("Not kept yet: ")

    client.force_login(User.objects.create_user("d@example.org", "A Director", [Role.DIRECTOR]))
    assert client.post(f"{at}keep/", typed("x")).status_code == 403
    assert client.post(f"{at}take-back/").status_code == 403


def test_a_figure_is_looked_for_without_losing_what_is_typed(writer, at, section):
    told = typed("There were ") | {"look": "1", "find": "mediation total agreed"}
    page = writer.post(at, told).content.decode()

    assert "There were </textarea>" in page
    assert "found for “mediation total agreed”" in page
    section.refresh_from_db()
    assert section.saved == 1


def test_the_picker_offers_each_figure_with_its_value_and_what_it_counts(writer, at):
    page = writer.get(at).content.decode()

    assert 'data-insert="{summary.received_recorded_manually}"' in page
    assert re.search(r"<strong>56</strong> [^<]+ <code[^>]*>{summary.received_recorded_man", page)


def test_what_is_typed_and_not_saved_is_named_before_publishing(writer, at, edition):
    writer.post(f"{at}keep/", typed("Half a sen"))

    page = writer.get(f"/reports/editions/{edition.pk}/publish/").content.decode()

    assert "Typed, and not saved" in page
    assert re.search(r"Context</a>: Ann Author", page)
