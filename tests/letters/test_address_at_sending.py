"""A letter goes to an address that is safe, and whoever sends it confirms it."""

import pytest

from letters.models import Letter
from tests.complaints_site.case_file.makers import words_of


@pytest.fixture
def person(approved, client, officer):
    client.force_login(officer)
    person = approved.addressee.person
    person.address = "14 Orchard Lane\nBrindleford BX4 7QT"
    person.save()
    return person


def send(client, letter, **told):
    return client.post(f"/letters/{letter.pk}/send/", {"on": "24 11 2026", "how": "letter"} | told)


def test_the_address_is_shown_and_is_to_be_confirmed(client, approved, person):
    page = words_of(client.get(f"/letters/{approved.pk}/send/"))
    assert "The address is right: Marlow Penfield, 14 Orchard Lane, Brindleford BX4 7QT" in page

    refused = send(client, approved)

    assert refused.status_code == 200
    assert "Confirm the address that it goes to" in words_of(refused)
    assert Letter.objects.get().state == "approved"
    assert send(client, approved, address_right="on").status_code == 302


@pytest.mark.parametrize(
    ("how", "known", "says"),
    [
        ("letter", {"address_is_safe": False}, "is not safe to write to. Choose another way"),
        ("letter", {"no_post": True}, "Marlow Penfield wants no post. Choose another way"),
        ("email", {"no_messages": True}, "Marlow Penfield wants no messages"),
    ],
)
def test_it_does_not_go_where_the_person_must_not_be_written_to(
    client, approved, person, how, known, says
):
    for name, value in known.items():
        setattr(person, name, value)
    person.save()

    refused = send(client, approved, how=how)

    assert refused.status_code == 200
    assert says in words_of(refused)
    assert Letter.objects.get().state == "approved"


def test_by_another_way_no_address_is_asked(client, approved, person):
    person.address_is_safe = False
    person.save()

    assert "The address is right" not in words_of(client.get(f"/letters/{approved.pk}/send/"))
    assert send(client, approved, how="email").status_code == 302
