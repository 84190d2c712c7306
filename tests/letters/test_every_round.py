"""Every kind of letter goes its whole round: drafted, vetted where its chain says so, sent.

What the sending is for the case is recorded with it. Those of later stages are in
test_of_later_stages.py and test_corporate_answers.py.
"""

from datetime import date

import pytest

from accounts.permissions import Role
from cases.actions.casework import assign
from letters.forms.vet import READ_BY_THE_VETTER
from letters.models import Letter, LetterTemplate
from stages.actions.endings import close, withdraw
from stages.actions.timing import extend
from tests.complaints_site.case_file.makers import someone, take_in_complaint, words_of
from tests.factories import close_reason, complainant_type
from tests.letters.conftest import ADDRESS, RECEIVED, TODAY, by_post

FOUND = {"point_1": "upheld", "reason_1": "Nobody went.", "point_2": "not_upheld"}
FOUND |= {"reason_2": "They called on each day."}


@pytest.fixture
def go(client, officer, manager):
    """Take a letter of a kind through its whole round, and give it as it went."""

    def go(case, kind, **of_the_step) -> Letter:
        client.force_login(officer)
        told = FOUND | {"to": case.letters_go_to().pk}
        answer = client.post(f"/case/{case.reference}/letters/write/{kind}/", told)
        assert answer.status_code == 302, words_of(answer)
        letter = Letter.objects.get(kind=kind)
        assert client.get(f"/letters/{letter.pk}/send/").status_code == (
            409 if letter.has_chain else 200
        )
        if letter.has_chain:
            client.post(f"/letters/{letter.pk}/submit/")
            client.force_login(manager)
            ticked = {"do": "approve", "ticked": list(READ_BY_THE_VETTER), "why": "Read"}
            answer = client.post(f"/letters/{letter.pk}/vet/", ticked)
            assert answer.status_code == 302, words_of(answer)
            client.force_login(officer)
        answer = client.post(f"/letters/{letter.pk}/send/", by_post(letter, **of_the_step))
        assert answer.status_code == 302, words_of(answer)
        letter.refresh_from_db()
        assert (letter.state, letter.sent_on) == ("sent", TODAY)
        assert "{" not in letter.sent_copy.text
        return letter

    return go


def held(case, officer):
    assign(case, to=officer, capacity="owner", on=RECEIVED, by=officer)
    return case


def test_a_letter_about_more_time_moves_the_day_as_it_goes(go, case, officer):
    stage = held(case, officer).stages.get()
    later = date(2026, 12, 14)
    extend(stage, to=later, reason="Two records must be found", decided_on=TODAY, by=officer)

    letter = go(case, "extension")

    assert "by 14 December 2026" in letter.sent_copy.text
    assert stage.deadlines.get(is_main=True).due_on == later
    assert stage.extensions.get().told_on == TODAY
    assert not case.tasks.open().filter(kind="new_date").exists()


def test_an_update_is_recorded_as_one(go, case, officer):
    held(case, officer)

    go(case, "update")

    given = case.tasks.get(kind="update", done_on=TODAY)
    assert given.evidence == "By letter: what the letter “Update” says"
    assert case.tasks.open().filter(kind="update").exists()  # the next one


def test_the_answer_to_an_adults_complaint_stops_its_clock(go, officer):
    case = take_in_complaint(officer, on=RECEIVED, code="adults", complainant={"address": ADDRESS})

    letter = go(case, "adults")

    stage = case.stages.get()
    assert stage.responded_on == TODAY
    assert stage.deadlines.get(is_main=True).met_on == TODAY
    assert not stage.deadlines.filter(limit__kind="window").exists()  # there is one stage
    assert "What happens now" in letter.sent_copy.text


def test_a_withdrawal_is_confirmed_in_writing(go, case, officer):
    withdraw(case, on=TODAY, by=officer)

    letter = go(case, "withdrawal")

    assert "You told us on 24 November 2026" in letter.sent_copy.text


def test_an_answer_opens_the_time_to_ask_for_the_next_stage_and_says_so(go, case, client):
    letter = go(case, "stage_1")

    window = case.stages.get().deadlines.get(limit__kind="window")
    assert (f"{window.due_on}", window.met_on) == ("2026-12-24", None)
    assert "by 24 December 2026." in letter.sent_copy.text
    page = words_of(client.get(f"/letters/{letter.pk}/"))
    assert "Until 24 December 2026 they may ask for Stage 2: investigation" in page


@pytest.mark.parametrize("kind", ["withdrawal", "update", "stage_1"])
def test_a_child_gets_their_own(go, case, officer, kind):
    held(case, officer)
    case.complainant_type = complainant_type("Young person", young=True)
    case.save()
    if kind == "withdrawal":
        withdraw(case, on=TODAY, by=officer)

    letter = go(case, kind)

    assert letter.template == LetterTemplate.objects.get(kind=kind, for_child=True)
    assert "Hello Marlow Penfield" in letter.sent_copy.text


def test_a_closed_case_is_told_so(go, case, officer):
    close(case, on=TODAY, because=close_reason("Put right at once"), by=officer)

    letter = go(case, "closing")

    assert "We closed your complaint on 24 November 2026: Put right at once" in (
        letter.sent_copy.text
    )


def test_who_is_complained_about_or_may_not_see_the_case_sends_nothing(case, client, write):
    letter = write("update") if case.assignments.exists() else write("stage_1")
    client.force_login(someone(Role.RESPONDER, "Rita Stone"))

    assert client.post(f"/letters/{letter.pk}/send/", by_post(letter)).status_code in (403, 404)
    assert Letter.objects.get().state == "draft"
