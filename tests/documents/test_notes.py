"""Notes of calls and meetings: written in five seconds, corrected by a later one."""

from datetime import date, time

import pytest

from accounts.permissions import Role
from cases.actions.casework import add_note
from cases.models import Note
from tests.complaints_site.case_file.makers import someone, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def signed_in(client, officer):
    client.force_login(officer)


def written(client, case, **answers):
    return client.post(f"/case/{case.reference}/step/note/", answers, follow=True)


def test_the_text_alone_is_a_note_of_today(client, case, officer):
    written(client, case, text="She would rather be called.")

    note = Note.objects.get()
    assert (note.text, note.how, note.on, note.at) == (
        "She would rather be called.",
        "note",
        date(2026, 11, 24),
        None,
    )
    assert note.by == officer


def test_a_call_of_today_was_now(client, case):
    written(client, case, text="She rang.", how="call", said_by="Marlow Penfield")

    note = Note.objects.get()
    assert (note.how, note.said_by, note.at) == ("call", "Marlow Penfield", time(14, 30))


@pytest.mark.parametrize("typed", ["9:05", "9.05", "09:05", "0905", "9.05 am"])
def test_a_time_is_read_as_people_write_it(client, case, typed):
    written(client, case, text="We met.", how="meeting", on="20 11 2026", at=typed)

    assert Note.objects.get().at == time(9, 5)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"text": "", "said_by": "Marlow Penfield"}, "Enter what was said or done"),
        ({"text": "She rang.", "at": "noonish"}, "Enter a time like 14:30"),
        ({"text": "She rang.", "on": "25 11 2026"}, "Enter a date that is today or in the past"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, case, answers, said):
    page = words_of(written(client, case, how="call", **answers))

    assert said in page
    assert all(value in page for value in answers.values())
    assert not Note.objects.exists()


def test_a_note_is_corrected_by_a_later_one_and_stays(client, case, officer):
    first = add_note(case, text="She rang at nine.", on=date(2026, 11, 20), by=officer)
    page = words_of(client.get(f"/case/{case.reference}/step/note/?corrects={first.pk}"))
    assert "It corrects what was noted for 20 November 2026" in page
    assert "She rang at nine." in page

    written(client, case, text="It was ten.", corrects=first.pk)

    first.refresh_from_db()
    assert first.text == "She rang at nine."
    assert first.corrections.get().text == "It was ten."


def test_a_note_of_another_case_is_not_corrected_here(client, case, officer):
    page = words_of(written(client, case, text="It was ten.", corrects="999999"))

    assert "It was ten." in page
    assert not Note.objects.exists()


def test_the_box_stands_on_the_case_for_those_who_may_write(client, case):
    address = f"/case/{case.reference}/"
    assert f'action="{address}step/note/"' in words_of(client.get(address))

    client.force_login(someone(Role.HEAD_OF_SERVICE))
    assert "step/note/" not in client.get(address).content.decode()


def test_who_said_it_may_be_named_where_who_complains_is_withheld(client, case):
    """It stands apart from the text, and is not shown to the service."""
    case.identity_withheld = True
    case.save()

    written(client, case, text="A call.", how="call", said_by="Marlow Penfield")
    assert Note.objects.get().said_by == "Marlow Penfield"

    page = words_of(written(client, case, text="Marlow Penfield rang.", how="call"))
    assert "must not learn who complains" in page
    assert Note.objects.count() == 1
