"""A letter keeps itself while it is typed: each time as a draft that stays."""

import pytest

from letters.actions.writing import submit
from tests.complaints_site.case_file.makers import words_of
from tests.letters.conftest import at


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer)
    return client


def keep(client, letter, text, seen=1):
    return client.post(f"/letters/{letter.pk}/keep/", {"text": text, "draft_seen": seen})


def test_what_is_typed_is_kept_as_the_next_draft(signed_in, write):
    letter = write()

    told = keep(signed_in, letter, "Dear Marlow Penfield\r\n\r\nFirst words").json()

    assert told == {"said": "Saved as draft 2 at 14:30", "seen": 2}
    assert letter.drafts.first().text == "Dear Marlow Penfield\n\nFirst words"
    assert letter.drafts.count() == 2


def test_what_is_kept_already_is_no_draft_more(signed_in, write):
    letter = write()
    same = letter.drafts.get().text

    assert keep(signed_in, letter, same.replace("\n", "\r\n")).json() == {"said": "", "seen": 1}
    assert letter.drafts.count() == 1


def test_it_never_saves_over_what_somebody_else_wrote_meanwhile(signed_in, write, manager):
    from letters.actions.writing import save_draft

    letter = write()
    save_draft(letter, "Theirs", by=manager)

    answer = keep(signed_in, letter, "Mine")

    assert answer.status_code == 409
    assert answer.json()["said"].startswith("Not saved: Martin Oakes saved a draft meanwhile.")
    assert letter.drafts.first().text == "Theirs"


def test_what_stands_open_is_told_beside_the_box(signed_in, write):
    letter = write()

    answer = keep(signed_in, letter, "Dear {name")
    assert answer.status_code == 200
    answer = keep(signed_in, letter, "Dear {name}", seen=2)

    assert answer.status_code == 400
    assert answer.json()["said"].startswith("Not saved yet: {name} stands open.")


def test_an_approved_letter_is_never_written_in_by_itself(signed_in, approved):
    answer = keep(signed_in, approved, "Other words")

    approved.refresh_from_db()
    assert (answer.status_code, approved.state) == (409, "approved")


def test_putting_it_to_the_vetter_takes_what_was_typed_with_it(signed_in, write):
    letter = write()
    told = {"text": "Dear Marlow Penfield\n\nLast words", "draft_seen": 1, "submit": "1"}

    answer = signed_in.post(f"/letters/{letter.pk}/", told, follow=True)

    letter.refresh_from_db()
    assert letter.state == "vetting"
    assert letter.vettings.get().draft.text.endswith("Last words")
    assert "The letter is with the vetter" in words_of(answer)


def test_what_is_not_to_be_saved_is_not_put_to_the_vetter(signed_in, write):
    letter = write()
    told = {"text": "Dear {name}", "draft_seen": 1, "submit": "1"}

    page = words_of(signed_in.post(f"/letters/{letter.pk}/", told))

    letter.refresh_from_db()
    assert letter.state == "draft"
    assert "stands open. Write what belongs there." in page
    assert "Dear {name}" in page


def test_a_letter_that_went_on_says_so(signed_in, write, officer):
    letter = write()
    submit(letter, now=at(), by=officer)

    answer = keep(signed_in, letter, "Too late")

    assert answer.status_code == 409
    assert "Copy what you typed" in answer.json()["said"]
