"""A letter that went without this system stops the clock, is checked, and counts as not vetted."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from documents.models import DocumentKind
from letters.actions.sending import send
from letters.models import Letter
from stages.actions.decisions import refuse
from tests.complaints_site.case_file.makers import words_of
from tests.letters.conftest import TODAY

FOUND = {"point_1": "upheld", "reason_1": "Nobody went.", "point_2": "not_upheld"}
FOUND |= {"reason_2": "They did.", "way": "written"}
TOLD = {"on": "20 11 2026", "how": "letter", "sender": "The service manager"}


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer)
    return client


def address(case, kind="stage_1") -> str:
    return f"/case/{case.reference}/letters/outside/{kind}/"


def test_it_answers_the_stage_and_says_what_the_program_does_not_find(signed_in, case):
    told = TOLD | FOUND | {"text": "Dear Marlow Penfield\n\nPoint 1: our finding is upheld."}

    answer = signed_in.post(address(case), told)

    assert answer.status_code == 302, answer.content.decode()
    stage = case.stages.get()
    assert f"{stage.responded_on}" == "2026-11-20"
    assert f"{stage.deadlines.get(is_main=True).met_on}" == "2026-11-20"
    letter = Letter.objects.get()
    assert (letter.sent_outside, letter.outside_sender) == (True, "The service manager")
    assert any("next stage" in line for line in letter.not_found_afterwards)
    page = words_of(signed_in.get(f"/letters/{letter.pk}/"))
    assert "Outside this system, not vetted" in page
    assert "The program did not find in its text, once it had gone" in page
    assert "outside this system, not vetted" in words_of(
        signed_in.get(f"/case/{case.reference}/letters/")
    )
    assert "Letter sent: Stage 1 response" in words_of(signed_in.get(f"/case/{case.reference}/"))


def test_its_file_is_filed_with_the_case(signed_in, case):
    DocumentKind.objects.create(name="Letter")
    file = SimpleUploadedFile("answer.txt", b"We are sorry.", "text/plain")

    answer = signed_in.post(address(case, "update"), TOLD | {"file": file})

    assert answer.status_code == 302, answer.content.decode()
    letter = Letter.objects.get()
    assert letter.outside_document == case.documents.get()


def test_what_is_missing_is_asked_beside_its_field_and_nothing_is_lost(signed_in, case):
    page = words_of(signed_in.post(address(case), {"sender": "The duty manager"}))

    assert "The duty manager" in page
    assert "Choose how it was sent" in page
    both = words_of(signed_in.post(address(case), TOLD | FOUND))
    assert "Choose the file of the letter, or copy its text below" in both
    assert not Letter.objects.exists()


def test_the_letter_of_a_refusal_ends_the_task_to_tell_the_complainant(
    case, officer, manager, signed_in
):
    from cases.models import DecisionReason
    from letters.actions.vetting import approve
    from letters.actions.writing import start_letter, submit
    from letters.models import LetterTemplate
    from stages.situation import Situation
    from tests.letters.conftest import at

    reason = DecisionReason.objects.create(kind="refused", name="Out of time", accepts=False)
    decision = refuse(
        case, listed_reason=reason, reason="It was three years ago.", on=TODAY, by=manager
    )
    task = case.tasks.open().get(kind="tell")
    assert "Write it: Complaint not taken on" in words_of(
        signed_in.get(f"/case/{case.reference}/letters/")
    )
    template = LetterTemplate.objects.in_use().get(kind="refusal", for_child=False)
    situation = Situation(case)
    letter = start_letter(situation, template, to=case.letters_go_to(), by=officer)
    submit(letter, now=at(), by=officer)
    approve(letter, ticked=[], not_found=[], now=at(), by=manager)

    send(letter, on=TODAY, how="letter", by=officer)

    task.refresh_from_db()
    decision.refresh_from_db()
    assert (task.done_on, decision.told_on) == (TODAY, TODAY)
