"""What others did on a case since somebody looked: on its page, in the list, and as a filter."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import Case, CaseViewing
from tests import factories as make

pytestmark = pytest.mark.django_db
RECEIVED = date(2006, 9, 4)
# The database's own clock marks when somebody looked, so these are days before now
NOW = datetime.now(UTC)
MODEL = Case._meta.label_lower


@pytest.fixture
def anna(client):
    anna = User.objects.create_user("anna@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(anna)
    return anna


@pytest.fixture
def olive():
    return User.objects.create_user("olive@example.org", "Olive Berry", [Role.OFFICER])


def case(reference="C-1"):
    return make.case(RECEIVED, "Leaving Care", reference=reference)


def looked(of, by, days):
    CaseViewing.objects.create(case=of, user=by, at=NOW - timedelta(days=days))


def did(of, by, sentence, days):
    Event.objects.create(
        about_model=MODEL, about_id=of.pk, by=by, sentence=sentence, at=NOW - timedelta(days=days)
    )


def page(client, reference="C-1"):
    return client.get(f"/case/{reference}/")


def test_the_case_tells_what_others_did_since_one_looked_and_nothing_older(client, anna, olive):
    of = case()
    did(of, olive, "logged the complaint", days=9)
    looked(of, anna, days=5)
    did(of, olive, "wrote a note", days=4)
    did(of, None, "raised a task", days=3)
    did(of, anna, "did this herself", days=2)

    answer = page(client)

    news = answer.context["case"].news
    assert [(one["by"], one["sentence"]) for one in news.told] == [
        ("The system", "raised a task"),
        ("Olive Berry", "wrote a note"),
    ]
    assert "since you looked on" in answer.content.decode()


def test_it_stays_new_while_its_reader_turns_through_the_tabs(client, anna, olive):
    of = case()
    looked(of, anna, days=5)
    did(of, olive, "wrote a note", days=4)

    for _ in range(2):
        client.get("/case/C-1/stages/")
        assert len(page(client).context["case"].news.told) == 1


def test_a_case_opened_for_the_first_time_has_no_news(client, anna, olive):
    did(case(), olive, "wrote a note", days=4)

    assert page(client).context["case"].news.told == []
    assert "since you looked" not in page(client).content.decode()


def test_more_than_eight_things_are_told_in_the_history(client, anna, olive):
    of = case()
    looked(of, anna, days=5)
    for number in range(9):
        did(of, olive, f"did thing {number}", days=4)

    answer = page(client)

    assert len(answer.context["case"].news.told) == 8
    assert "And more in its history" in answer.content.decode()


def test_every_opening_is_still_kept(client, anna):
    of = case()
    page(client)
    client.get("/case/C-1/stages/")

    assert CaseViewing.objects.filter(case=of, user=anna).count() == 2


def test_the_list_marks_what_is_new_and_can_be_narrowed_to_it(client, anna, olive):
    new, seen, never = case("NEW"), case("SEEN"), case("NEVER")
    own = case("OWN")
    for of in new, seen, own:
        looked(of, anna, days=5)
    looked(new, olive, days=1)
    looked(seen, anna, days=1)
    for of in new, seen, never:
        did(of, olive, "wrote a note", days=3)
    did(own, anna, "wrote a note", days=3)

    marked = [row.reference for row in client.get("/cases/").context["rows"] if row.is_new]
    assert marked == ["NEW"]
    answer = client.get("/cases/?changed=yes")
    assert [row.reference for row in answer.context["rows"]] == ["NEW"]
    assert answer.context["sentence"] == "1 case, changed by others since you looked"
    assert "New since you looked" in answer.content.decode()
    page(client, "NEW")
    assert not client.get("/cases/?changed=yes").context["rows"]


def test_a_case_that_one_may_no_longer_see_is_not_found_by_its_changes(client, anna, olive):
    of = case()
    looked(of, anna, days=5)
    did(of, olive, "restricted the case", days=3)
    Case.objects.update(restricted=True)

    assert client.get("/cases/?changed=yes").context["rows"] == []


def test_looking_costs_no_query_beside_the_one_that_keeps_it(client, anna, olive):
    of = case()
    looked(of, anna, days=5)
    did(of, olive, "wrote a note", days=4)
    asked = []
    with connection.execute_wrapper(
        lambda execute, sql, *rest: (asked.append(sql), execute(sql, *rest))[1]
    ):
        page(client)

    assert len([sql for sql in asked if "cases_caseviewing" in sql]) == 1
