"""A date that was of the record as the letter was written, and is not any more as it goes, brings
the letter back with that line marked: nothing is sent."""

from datetime import date, timedelta

import pytest

from cases.actions.casework import assign
from letters.actions.vetting import approve
from letters.actions.writing import save_draft, submit
from letters.models import Letter, SentCopy
from stages.actions.timing import extend
from tests.complaints_site.case_file.makers import words_of
from tests.letters.conftest import RECEIVED, TODAY, at, by_post

DUE, LATER = "30 November 2026", "11 December 2026"  # ten working days after 16 November
SAID = "The answer to your complaint comes by {}. We rang you on 3 November 2026."


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer)
    return client


def put_longer(case, officer):
    extend(
        case.stages.get(),
        to=date(2026, 12, 11),
        reason="Two records must be found",
        told_on=TODAY,
        told_how="telephone",
        by=officer,
    )


def send(client, letter):
    return client.post(f"/letters/{letter.pk}/send/", by_post(letter), follow=True)


@pytest.fixture
def update(write, case, officer):
    assign(case, to=officer, capacity="owner", on=RECEIVED, by=officer)
    letter = write("update")
    assert DUE in letter.drafts.get().text
    return letter


def test_a_day_that_was_moved_meanwhile_brings_it_back_with_the_line_marked(
    signed_in, update, case, officer
):
    put_longer(case, officer)

    page = words_of(send(signed_in, update))

    update.refresh_from_db()
    assert (update.state, SentCopy.objects.count()) == ("returned", 0)
    mark = update.comments.get()
    said = f"As the letter goes, this date is on the record no more: {DUE}."
    assert mark.text == f"{said} The answer is due on {LATER} then."
    assert DUE in update.drafts.first().text.split("\n\n")[mark.paragraph - 1]
    assert mark.text in page
    assert "A date in it is on the record no more" in page


def test_with_the_day_of_the_record_it_goes(signed_in, update, case, officer):
    put_longer(case, officer)
    save_draft(update, update.drafts.first().text.replace(DUE, LATER), by=officer)

    send(signed_in, update)

    assert LATER in SentCopy.objects.get().text


def test_its_author_may_leave_a_day_that_is_past_where_it_is_told_as_such(
    signed_in, update, case, officer
):
    put_longer(case, officer)
    send(signed_in, update)
    text = update.drafts.first().text.replace("We still expect", "We said that we expected")
    save_draft(update, text, by=officer)

    send(signed_in, update)

    assert DUE in SentCopy.objects.get().text


def test_an_approved_answer_comes_back_too_and_its_step_is_not_taken(
    signed_in, write, case, officer, manager
):
    letter = write()
    save_draft(letter, f"{letter.drafts.first().text}\n\n{SAID.format(DUE)}", by=officer)
    submit(letter, now=at(), by=officer)
    approve(letter, ticked=[], not_found=[], now=at(), by=manager)
    put_longer(case, officer)

    send(signed_in, letter)

    letter.refresh_from_db()
    assert (letter.state, letter.approved_by) == ("returned", None)
    assert case.stages.get().responded_on is None
    assert [DUE in one.text for one in letter.comments.all()] == [True]


def test_the_last_day_to_ask_written_out_is_held_against_the_day_of_sending(
    signed_in, write, case, officer, manager, today
):
    """Written as a date it would be a day too early where the letter goes a day later."""
    letter = write()
    text = letter.drafts.first().text.replace("{last_day}", "24 December 2026")
    save_draft(letter, text, by=officer)
    submit(letter, now=at(), by=officer)
    approve(letter, ticked=[], not_found=[], now=at(), by=manager)

    today.shift(timedelta(days=1))
    signed_in.force_login(officer)
    told = by_post(letter, on="25 11 2026")
    signed_in.post(f"/letters/{letter.pk}/send/", told)

    assert Letter.objects.get().state == "returned"
    assert "24 December 2026" in letter.comments.get().text
