"""Sending: one act with the step of the stage; what went is kept as it went."""

from datetime import date
from hashlib import sha256

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from cases.acts import last_act
from letters.actions.sending import record_sent_outside, send
from letters.models import Letter, SentCopy
from stages.models import Finding
from stages.situation import Situation
from tests.letters.conftest import by_post

TODAY = date(2026, 11, 24)


def test_a_letter_that_was_not_approved_does_not_go(write, officer):
    with pytest.raises(ValidationError, match="once it has been approved"):
        send(write(), on=TODAY, how="letter", by=officer)


def test_sending_a_response_answers_the_stage_with_the_findings_of_the_letter(
    client, approved, officer, case
):
    client.force_login(officer)
    sent = by_post(approved)

    answer = client.post(f"/letters/{approved.pk}/send/", sent)

    assert answer.status_code == 302, answer.content.decode()
    stage = case.stages.get()
    assert stage.responded_on == TODAY
    assert stage.deadlines.get(is_main=True).met_on == TODAY
    decided = Finding.objects.filter(stage=stage, level="adjudication").order_by("point__number")
    assert [one.finding for one in decided] == ["upheld", "not_upheld"]
    window = stage.deadlines.get(limit__kind="window").due_on
    copy = SentCopy.objects.get()
    assert f"by {window:%-d %B %Y}" in copy.text
    assert "24 November 2026" in copy.text
    assert "{" not in copy.text
    assert copy.sha256 == sha256(copy.text.encode()).hexdigest()
    letter = Letter.objects.get()
    assert (letter.state, letter.sent_on, letter.sent_by) == ("sent", TODAY, officer)


def test_what_was_sent_never_changes(client, approved, officer):
    client.force_login(officer)
    client.post(f"/letters/{approved.pk}/send/", by_post(approved))

    with pytest.raises(DatabaseError), transaction.atomic():
        SentCopy.objects.update(text="Other")


def test_a_letter_goes_once(client, approved, officer):
    client.force_login(officer)
    sent = by_post(approved)
    client.post(f"/letters/{approved.pk}/send/", sent)

    assert client.post(f"/letters/{approved.pk}/send/", sent).status_code == 409
    assert SentCopy.objects.count() == 1


def test_sending_an_acknowledgement_acknowledges(client, write, officer, case):
    from cases.actions.casework import assign

    assign(case, to=officer, capacity="owner", on=case.received_on, by=officer)
    letter = write("acknowledgement")
    client.force_login(officer)
    sent = by_post(letter, on="20 11 2026", leaflet_sent="on", advocacy_offered="on")

    answer = client.post(f"/letters/{letter.pk}/send/", sent)

    assert answer.status_code == 302, answer.content.decode()
    stage = case.stages.get()
    assert stage.acknowledged_on == date(2026, 11, 20)
    assert stage.acknowledgement.how == "letter"
    assert stage.acknowledgement.leaflet_sent
    assert stage.acknowledgement.advocacy_offered


def test_where_the_step_was_taken_before_the_letter_goes_alone(client, approved, officer, case):
    from tests.complaints_site.case_file.makers import answer_stage

    answer_stage(case, 1, on=TODAY, by=officer, findings=["upheld", "not_upheld"])
    client.force_login(officer)

    page = client.get(f"/letters/{approved.pk}/send/").content.decode()
    assert "“Answer” is not taken with it" in page
    answer = client.post(f"/letters/{approved.pk}/send/", by_post(approved))

    assert answer.status_code == 302, answer.content.decode()
    assert Letter.objects.get().state == "sent"


def test_a_refused_sending_changes_nothing(client, approved, officer, case):
    client.force_login(officer)

    answer = client.post(f"/letters/{approved.pk}/send/", by_post(approved, on="25 11 2026"))

    assert answer.status_code == 200
    assert "Enter a date that is today or in the past" in answer.content.decode()
    assert case.stages.get().responded_on is None


def test_a_letter_sent_outside_counts_as_not_vetted(case, officer):
    stage = Situation(case).stage
    letter = record_sent_outside(
        case, kind="stage_1", stage=stage, on=TODAY, how="letter", by=officer
    )

    assert letter.sent_outside
    assert letter.approved_by is None
    assert letter.drafts.count() == 0


def test_a_sending_recorded_by_mistake_is_undone_with_its_step(client, approved, officer, case):
    client.force_login(officer)
    client.post(f"/letters/{approved.pk}/send/", by_post(approved))
    act = last_act(case).context_id

    answer = client.post(f"/case/{case.reference}/undo/", {"act": act})

    assert answer.status_code == 302
    assert case.stages.get().responded_on is None
    assert Letter.objects.get().state == "approved"
    assert not SentCopy.objects.exists()


def test_what_was_sent_is_taken_as_a_pdf_and_what_was_not_is_not(client, approved, officer):
    client.force_login(officer)
    assert client.get(f"/letters/{approved.pk}/pdf/").status_code == 404
    client.post(f"/letters/{approved.pk}/send/", by_post(approved))

    answer = client.get(f"/letters/{approved.pk}/pdf/")

    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")
    assert "Stage 1 response.pdf" in answer.headers["Content-Disposition"]
