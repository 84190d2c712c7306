"""A table leaves the house in its public form, is is kept, and proved with the rest."""

from datetime import date

import pytest

from accounts.models import User
from accounts.permissions import Role
from cases.models import Directorate
from editions.actions.publishing import note_release
from editions.models import Release
from editions.released.answer import answer_of
from reporting.scope import Scope
from reporting.tables import BY_KEY
from tests.editions.conftest import YEAR

pytestmark = pytest.mark.django_db
ASKED = "/reports/editions/answer/?start=2006-04-01&end=2007-03-31&"
BY_AREA = f"{ASKED}count=complaints&rows=service-area&measure=number&base=none"
BY_NATURE = f"{ASKED}count=complaints&rows=service-area&columns=nature&measure=number&base=none"
RELEASED = {"what": "Complaints by team", "to_whom": "A councillor", "released_on": "1 6 2007"}


@pytest.fixture
def scope(year_2006_07):
    return Scope(YEAR, Directorate.objects.get(name="Children's Services"))


@pytest.fixture
def writer(client, author, year_2006_07):
    client.force_login(author)
    return client


def shown(page: str) -> set[str]:
    return {sign for sign in ("[c]", "[z]", "[g]") if sign in page}


def test_a_table_that_was_asked_for_is_suppressed_and_released(writer, author):
    page = writer.get(BY_AREA).content.decode()
    assert "Nothing that is hidden can be worked out" in page
    assert "[c]" in page
    assert "0 can be worked out" in page

    answer = writer.post(BY_AREA, RELEASED)

    release = Release.objects.get()
    assert answer.url == f"/reports/editions/released/{release.pk}/"
    assert (release.to_whom, release.by) == ("A councillor", author)
    kept = writer.get(answer.url).content.decode()
    assert "[c]" in kept
    file = writer.get(f"{answer.url}file/json/").content.decode()
    assert "2006-" not in file.replace("2006-04", "")
    assert "Complaints by team" in writer.get("/reports/editions/released/").content.decode()


def test_the_next_one_is_proved_with_it(writer, scope):
    """The first tells every team's total, so the second must not hide one that gives it away."""
    writer.post(BY_AREA, RELEASED)

    page = writer.get(BY_NATURE).content.decode()

    assert "Nothing that is hidden can be worked out" in page
    assert shown(page)


def test_a_table_of_the_report_has_one_too(writer, scope):
    made = answer_of(BY_KEY["stage2_outcomes"], scope)

    assert made.is_safe
    page = writer.get(f"{ASKED}table=stage2_outcomes").content.decode()
    assert "finding on the primary point" in page


@pytest.mark.parametrize("key", ["stage2_rates", "compensation", "mediations", "stage3"])
def test_every_kind_of_table_has_one(scope, key):
    made = answer_of(BY_KEY[key], scope)

    small = [
        number.value
        for grid in made.document.grids()
        for line in grid.lines
        for number in line.numbers
        if number.measure == "count" and isinstance(number.value, int) and 0 < number.value < 5
    ]
    assert (made.is_safe, small) == (True, [])


def test_what_has_none_says_why(client, manager, year_2006_07):
    client.force_login(manager)

    page = client.get(f"{ASKED}count=complaints&rows=owner&measure=number&base=none")

    assert "names members of staff" in page.content.decode()
    assert client.get(f"{ASKED}table=no-such").status_code == 404
    assert client.get("/reports/editions/answer/?table=stage2_outcomes&start=x").status_code == 404


def test_who_only_reads_releases_nothing(client, year_2006_07):
    reader = User.objects.create_user("d@example.org", "A Director", [Role.DIRECTOR])
    client.force_login(reader)

    assert "Release this table" not in client.get(BY_AREA).content.decode()
    assert client.post(BY_AREA, RELEASED).status_code == 403
    assert not Release.objects.exists()


def test_a_release_that_was_noted_by_hand_is_not_in_the_way(scope, author):
    """It has no numbers to be proved with."""
    note_release(what="A letter", to_whom="A resident", on=date(2007, 5, 1), by=author)

    assert answer_of(BY_KEY["stage2_outcomes"], scope).is_safe


def test_the_pages_of_tables_lead_there(writer):
    asked = BY_AREA.replace("/reports/editions/answer/", "/reports/table/")

    assert "/reports/editions/answer/?" in writer.get(asked).content.decode()
