"""Stages 2 and 3 of a corporate procedure are answered by a senior manager and the Chief Executive
(domain.md 1.C, 1.D): no adjudication, no panel, and letters with words of their own."""

from datetime import date

import pytest

from letters.forms.vet import READ_BY_THE_VETTER
from letters.models import Letter
from stages.actions.casework import begin_stage, request_stage
from tests.complaints_site.case_file.makers import answer_stage, take_in_complaint, words_of
from tests.letters.conftest import ADDRESS, RECEIVED, TODAY, by_post

FOUND = {"point_1": "upheld", "reason_1": "It was not done.", "point_2": "not_upheld"}
FOUND |= {"reason_2": "They called on each day."}


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer)
    return client


def at_stage(officer, number, *, on=RECEIVED, version="corporate"):
    case = take_in_complaint(officer, on=on, code=version, complainant={"address": ADDRESS})
    for one in range(1, number):
        answer_stage(case, one, on=on, by=officer, findings=["upheld", "not_upheld"])
        request_stage(case, one + 1, on=on, by=officer)
        begin_stage(case, one + 1, on=on, by=officer)
    return case


def offered(client, case) -> str:
    return words_of(client.get(f"/case/{case.reference}/letters/"))


def write(client, case, kind) -> Letter:
    told = FOUND | {"to": case.letters_go_to().pk}
    answer = client.post(f"/case/{case.reference}/letters/write/{kind}/", told)
    assert answer.status_code == 302, words_of(answer)
    return Letter.objects.get(kind=kind)


def clear(client, letter, vetter, signs=None):
    officer = letter.author
    client.post(f"/letters/{letter.pk}/submit/")
    for user in filter(None, (vetter, signs)):
        client.force_login(user)
        told = {"do": "approve", "ticked": list(READ_BY_THE_VETTER), "why": "Read"}
        assert client.post(f"/letters/{letter.pk}/vet/", told).status_code == 302
    client.force_login(officer)


def test_stage_2_of_the_code_is_answered_by_its_own_letter(signed_in, officer, manager):
    case = at_stage(officer, 2)
    assert "Stage 2 response" in offered(signed_in, case)
    assert "adjudication" not in offered(signed_in, case)

    letter = write(signed_in, case, "stage_2")
    text = letter.drafts.get().text
    assert "This was the last stage with us." in text  # the Code has two
    assert "investigating officer" not in text
    assert "{last_day}" not in text
    clear(signed_in, letter, manager)
    answer = signed_in.post(f"/letters/{letter.pk}/send/", by_post(letter))

    assert answer.status_code == 302, words_of(answer)
    stage = case.stages.get(number=2)
    assert stage.responded_on == TODAY
    assert stage.deadlines.get(is_main=True).met_on == TODAY
    assert not stage.deadlines.filter(limit__kind="window").exists()


def test_an_adjudication_is_not_written_without_an_investigation(signed_in, officer):
    case = at_stage(officer, 2)

    answer = signed_in.get(f"/case/{case.reference}/letters/write/adjudication/")

    assert answer.status_code == 404


def test_the_chief_executives_review_ends_the_procedure_of_2006(signed_in, officer, manager):
    from accounts.permissions import Role
    from cases.actions.casework import assign
    from tests.complaints_site.case_file.makers import someone

    director = someone(Role.DIRECTOR, "Dora Vane")
    case = at_stage(officer, 3, on=date(2025, 11, 17))
    assert case.route.procedure.version == "2006"
    assign(case, to=director, capacity="director", on=TODAY, by=officer)
    assert "Response to the Stage 3 review" in offered(signed_in, case)
    assert "Stage 3 response" not in offered(signed_in, case)

    letter = write(signed_in, case, "stage_3_review")
    assert "panel" not in letter.drafts.get().text
    clear(signed_in, letter, manager, signs=director)
    answer = signed_in.post(f"/letters/{letter.pk}/send/", by_post(letter))

    assert answer.status_code == 302, words_of(answer)
    assert case.stages.get(number=3).responded_on == TODAY
    assert "This was the last stage with us." in Letter.objects.get().sent_copy.text


def test_stage_2_of_2006_offers_the_chief_executives_review(signed_in, officer, manager):
    case = at_stage(officer, 2, on=date(2025, 11, 17))

    letter = write(signed_in, case, "stage_2")

    assert "You can ask us for Stage 3: Chief Executive's review." in letter.drafts.get().text
    clear(signed_in, letter, manager)
    signed_in.post(f"/letters/{letter.pk}/send/", by_post(letter))
    window = case.stages.get(number=2).deadlines.get(limit__kind="window").due_on
    assert f"{window}" == "2026-12-24"  # twenty working days after it is received, on the 26th
    assert "by 24 December 2026." in Letter.objects.get().sent_copy.text
