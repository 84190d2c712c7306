"""Other contacts worked: due, with somebody, answered, closed, or become a complaint."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Event, User
from accounts.permissions import Role
from cases.actions.contacts import answer_contact, close_contact, log_contact
from cases.models import Case, Channel, Contact, ContactTime
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)  # a Monday


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def officer(client):
    user = User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(user)
    ContactTime.objects.create(name="Members: 10", kind="members_enquiry", working_days=10)
    return user


@pytest.fixture
def area():
    return factories.service_area("Leaving Care")


def contact(area, officer, **fields):
    usual = {
        "kind": "members_enquiry",
        "received_on": date(2026, 11, 2),
        "due_on": date(2026, 11, 16),
        "from_whom": "Cllr Juniper Vale",
        "asked": "Why is the street dark?",
        "owner": officer,
    }
    return log_contact(by=officer, service_area=area, **(usual | fields))


def words(answer):
    return " ".join(answer.content.decode().split())


def test_its_due_date_is_counted_by_the_rule_of_its_kind(client, officer, area):
    sent = {"kind": "members_enquiry", "received_on": "20 11 2026", "service_area": area.pk}
    sent |= {"from_whom": "Cllr Juniper Vale", "asked": "Why?", "owner": officer.pk}

    answer = client.post("/contacts/log/", sent, follow=True)

    logged = Contact.objects.get()
    assert (logged.due_on, logged.owner) == (date(2026, 12, 4), officer)
    assert "Answer due 4 December 2026." in words(answer)


def test_the_rule_of_the_day_it_came_counts(client, officer, area):
    ContactTime.objects.filter(kind="members_enquiry").update(in_use_until=date(2026, 10, 31))
    ContactTime.objects.create(
        name="Members: 5", kind="members_enquiry", working_days=5, in_use_from=date(2026, 11, 1)
    )
    sent = {"kind": "members_enquiry", "service_area": area.pk}

    client.post("/contacts/log/", sent | {"received_on": "30 10 2026"})
    client.post("/contacts/log/", sent | {"received_on": "2 11 2026"})

    assert set(Contact.objects.values_list("due_on", flat=True)) == {
        date(2026, 11, 13),
        date(2026, 11, 9),
    }


def test_a_kind_without_a_rule_has_no_due_date(client, officer, area):
    client.post(
        "/contacts/log/",
        {"kind": "mp_enquiry", "received_on": "2 11 2026", "service_area": area.pk},
    )

    assert Contact.objects.get().due_on is None


def test_the_list_shows_the_open_ones_and_its_filters_stand_in_the_address(client, officer, area):
    contact(area, officer)
    contact(area, officer, kind="mp_enquiry", due_on=date(2026, 12, 4), from_whom="An MP")
    closed = contact(area, officer, from_whom="Cllr Done")
    close_contact(closed, on=TODAY, why="Asked elsewhere", by=officer)

    def shown(address):
        return [row.contact.from_whom for row in client.get(address).context["rows"]]

    assert shown("/contacts/") == ["Cllr Juniper Vale", "An MP"]
    assert shown("/contacts/?show=overdue") == ["Cllr Juniper Vale"]
    assert shown("/contacts/?show=closed") == ["Cllr Done"]
    assert shown("/contacts/?kind=mp_enquiry") == ["An MP"]
    assert shown("/contacts/?owner=nobody") == []
    assert shown("/contacts/?owner=none-such&show=what") == ["Cllr Juniper Vale", "An MP"]
    assert "5 working days late" in words(client.get("/contacts/"))


def test_it_stands_on_the_desk_of_its_owner_once_it_is_due(client, officer, area):
    contact(area, officer)
    contact(area, officer, due_on=date(2027, 1, 29), from_whom="Cllr Later")

    desk = words(client.get("/"))

    assert "Other contacts that are due" in desk
    assert "Cllr Juniper Vale" in desk
    assert "Cllr Later" not in desk


def test_an_owner_who_logs_none_sees_their_own_and_no_other(client, officer, area):
    responder = User.objects.create_user("r@example.org", "Rosa Answers", [Role.RESPONDER])
    own = contact(area, officer, owner=responder)
    other = contact(area, officer)
    client.force_login(responder)

    assert [row.contact for row in client.get("/contacts/").context["rows"]] == [own]
    assert client.get(f"/contacts/{own.pk}/").status_code == 200
    assert client.get(f"/contacts/{other.pk}/").status_code == 404
    sent = {"on": "20 11 2026", "answer": "It is lit again."}
    assert client.post(f"/contacts/{other.pk}/answer/", sent).status_code == 404


def test_an_answer_closes_it_and_the_trail_says_so(client, officer, area):
    asked = contact(area, officer)

    page = words(
        client.post(
            f"/contacts/{asked.pk}/answer/",
            {"on": "20 11 2026", "answer": "It is lit again."},
            follow=True,
        )
    )

    asked.refresh_from_db()
    assert (asked.answered_on, asked.closed_on) == (date(2026, 11, 20), date(2026, 11, 20))
    assert "Answered on 20 November 2026" in page
    assert "4 working days late" in page
    assert "Anna Fielding answered the contact" in page


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"on": "24 11 2026"}, "Enter a date that is today or in the past"),
        ({"on": "30 10 2026"}, "It was received on 2 November 2026: not before"),
        ({"answer": ""}, "Enter what was answered"),
    ],
)
def test_a_wrong_answer_is_told_and_what_was_typed_stays(client, officer, area, sent, said):
    asked = contact(area, officer)

    usual = {"on": "20 11 2026", "answer": "It is lit again."}
    page = words(client.post(f"/contacts/{asked.pk}/answer/", usual | sent))

    assert said in page
    assert sent.get("answer", "It is lit again.") in page
    asked.refresh_from_db()
    assert asked.is_open


def test_it_is_closed_without_an_answer_only_with_a_reason(client, officer, area):
    asked = contact(area, officer)

    refused = words(client.post(f"/contacts/{asked.pk}/close/", {"on": "20 11 2026", "why": ""}))
    client.post(f"/contacts/{asked.pk}/close/", {"on": "20 11 2026", "why": "Asked twice"})

    assert "Say why it needs no answer" in refused
    asked.refresh_from_db()
    assert (asked.close_reason, asked.is_late(on=TODAY)) == ("Asked twice", False)
    again = client.post(f"/contacts/{asked.pk}/close/", {"on": "20 11 2026", "why": "x"})
    assert again.status_code == 409
    assert "It was closed on 20 November 2026: Asked twice." in words(again)


def test_it_is_put_to_someone_else(client, officer, area):
    asked = contact(area, officer)
    other = User.objects.create_user("m@example.org", "Mara Manages", [Role.MANAGER])

    client.post(f"/contacts/{asked.pk}/put-to/", {"to": other.pk})

    asked.refresh_from_db()
    assert asked.owner == other
    assert Event.objects.filter(sentence="put the contact to Mara Manages").exists()


def test_nobody_is_given_one_who_opens_no_desk(client, officer, area):
    asked = contact(area, officer)
    keeper = User.objects.create_user("a@example.org", "Ada Meadow", [Role.ADMINISTRATOR])

    page = words(client.post(f"/contacts/{asked.pk}/put-to/", {"to": keeper.pk}))

    assert "There is a problem" in page
    asked.refresh_from_db()
    assert asked.owner == officer


def test_it_becomes_a_complaint_and_the_two_are_joined(client, officer, area):
    asked = contact(area, officer)
    channel = Channel.objects.create(name="Email")

    form = words(client.get(f"/cases/log/?contact={asked.pk}"))
    assert "Why is the street dark?" in form
    sent = {
        "contact": asked.pk,
        "received_on": "2 11 2026",
        "channel": channel.pk,
        "service_area": area.pk,
        "summary": "Why is the street dark?",
    }
    client.post("/cases/log/", sent)

    case = Case.objects.get()
    asked.refresh_from_db()
    assert (asked.case, asked.closed_on, asked.answered_on) == (case, TODAY, None)
    assert asked.close_reason == "It became a complaint"
    assert case.reference in words(client.get(f"/contacts/{asked.pk}/"))
    assert Event.objects.filter(about_model="cases.case", about_id=case.pk).filter(
        sentence="logged it out of a contact: Members' enquiry"
    )


@pytest.mark.parametrize("key", ["", "none", "999999", "²"])
def test_a_contact_that_is_not_there_changes_nothing_of_the_log_form(client, officer, key):
    assert client.get(f"/cases/log/?contact={key}").status_code == 200


def test_the_database_refuses_dates_that_cannot_be(officer, area):
    asked = contact(area, officer)

    with pytest.raises(ValidationError, match="cannot be answered before it was received"):
        answer_contact(asked, on=date(2026, 10, 1), answer="x", by=officer)
    for wrong in ({"due_on": date(2026, 10, 1)}, {"answered_on": date(2026, 11, 3)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Contact.objects.filter(pk=asked.pk).update(**wrong)


def test_a_time_to_answer_is_a_day_or_more(db):
    time = ContactTime(name="Members: 0", kind="members_enquiry", working_days=0)

    with pytest.raises(ValidationError, match="Enter one working day or more"):
        time.full_clean()
