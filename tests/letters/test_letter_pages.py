"""The pages of letters: written, vetted, tried, listed; what was typed is never lost."""

from time import perf_counter

import pytest

from accounts.permissions import Role
from letters.actions.vetting import approve, send_back
from letters.actions.writing import submit
from letters.checks import checks_of
from letters.forms.vet import READ_BY_THE_VETTER
from letters.models import Letter, LetterTemplate
from letters.record import Record
from stages.situation import Situation
from tests.complaints_site.case_file.makers import someone, words_of
from tests.letters.conftest import TODAY, at


def test_a_response_is_drafted_on_the_page_and_opens(client, officer, case):
    client.force_login(officer)
    address = f"/case/{case.reference}/letters/write/stage_1/"
    assert "Draft the letter" in words_of(client.get(address))
    found = {"point_1": "upheld", "reason_1": "Nobody went.", "point_2": "not_upheld"}

    refused = client.post(address, found | {"to": case.people.first().pk})
    assert "Nobody went." in words_of(refused)
    assert not Letter.objects.exists()
    answer = client.post(
        address, found | {"reason_2": "They did.", "to": case.letters_go_to().pk}, follow=True
    )

    assert "Our finding: <strong>Upheld</strong>. Nobody went." in words_of(answer)
    assert "Put it to the vetter" in words_of(answer)
    tab = words_of(client.get(f"/case/{case.reference}/letters/"))
    assert "Stage 1 response" in tab
    assert "Being written" in tab


def test_what_the_case_lacks_is_said_on_the_page(client, officer, case):
    client.force_login(officer)
    address = f"/case/{case.reference}/letters/write/extension/"

    answer = client.post(address, {"to": case.letters_go_to().pk})

    assert "The case has no reason for more time, which the letter needs." in words_of(answer)


def test_two_authors_never_overwrite_each_other(client, write, officer):
    letter = write()
    client.force_login(officer)
    address = f"/letters/{letter.pk}/"
    client.post(address, {"text": "First words", "draft_seen": "1"})

    answer = client.post(address, {"text": "Other words", "draft_seen": "1"})

    assert answer.status_code == 409
    page = words_of(answer)
    assert "saved a draft while you were typing" in page
    assert "Other words" in page
    assert "First words" in page
    assert letter.drafts.count() == 2
    assert 'name="draft_seen" value="2"' in page


def test_script_in_a_letter_is_text(client, write, officer):
    letter = write()
    client.force_login(officer)
    script = "<script>alert(1)</script>"

    page = client.post(
        f"/letters/{letter.pk}/", {"text": script, "draft_seen": "1"}, follow=True
    ).content.decode()

    assert script not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_letter_that_is_too_long_is_refused_and_stands_in_the_box(client, write, officer):
    letter = write()
    client.force_login(officer)

    answer = client.post(f"/letters/{letter.pk}/", {"text": "word " * 20_000, "draft_seen": "1"})

    assert answer.status_code == 200
    assert "It has 100000 characters. At most 60,000 are kept" in words_of(answer)
    assert "word word word" in answer.content.decode().split("<textarea", 1)[1]
    assert letter.drafts.count() == 1


def test_a_paste_of_five_megabytes_is_refused_beside_its_box_and_nothing_is_lost(
    client, write, officer
):
    letter = write()
    client.force_login(officer)
    assert "maxlength" not in words_of(client.get(f"/letters/{letter.pk}/")).split("textarea")[1]

    answer = client.post(f"/letters/{letter.pk}/", {"text": "x" * 5_000_000, "draft_seen": "1"})

    assert answer.status_code == 200
    page = answer.content.decode()
    said = "It has 5000000 characters. At most 60,000 are kept, some twenty-five pages: shorten it"
    assert said in page.split("govuk-error-message", 1)[1].split("<textarea")[0]
    assert "x" * 5_000_000 in page
    assert letter.drafts.count() == 1


def test_what_no_form_takes_leads_back_to_what_was_typed(client, write, officer):
    letter = write()
    client.force_login(officer)

    answer = client.post(f"/letters/{letter.pk}/", {"text": "x" * 13_000_000, "draft_seen": "1"})

    assert answer.status_code == 400
    assert "Go back in your browser: what you typed is still there" in words_of(answer)
    assert letter.drafts.count() == 1


def test_the_queue_shows_what_waits_to_those_who_did_not_write_it(
    client, at_the_vetter, manager, officer
):
    client.force_login(manager)

    page = words_of(client.get("/letters/to-vet/"))

    assert at_the_vetter.case.reference in page
    assert "Stage 1 response" in page
    client.force_login(officer)
    theirs = words_of(client.get("/letters/to-vet/"))
    assert "No letter waits for you" in theirs
    assert "Waiting for somebody else" in theirs


def test_the_lists_of_letters_cost_few_queries(
    client, at_the_vetter, write, officer, manager, at_most_queries
):
    returned, approved = write(by=manager), write()
    officer_vets = someone(Role.MANAGER, "Helen Marsh")
    for one, by in ((returned, manager), (approved, officer)):
        submit(one, now=at(), by=by)
    send_back(returned, reason="Shorter", now=at(), by=officer_vets)
    approve(approved, ticked=[], not_found=[], now=at(), by=manager)
    submit(write(by=manager), now=at(), by=manager)
    client.force_login(manager)

    with at_most_queries(12):
        page = words_of(client.get("/letters/to-vet/"))

    for heading in ("Returned to you", "Approved and not sent", "Waiting for somebody else"):
        assert heading in page


def test_the_page_of_the_vetter_costs_few_queries(client, at_the_vetter, manager, at_most_queries):
    client.force_login(manager)

    with at_most_queries(15):
        answer = client.get(f"/letters/{at_the_vetter.pk}/vet/")

    page = words_of(answer)
    assert "What the program looked for" in page
    assert "not found" not in page


def test_the_checks_take_little_time(at_the_vetter):
    text = at_the_vetter.drafts.get().text
    record = Record(at_the_vetter, Situation(at_the_vetter.case), TODAY)
    checks_of(text, record)
    began = perf_counter()
    checks_of(text, record)

    print(f"{(perf_counter() - began) * 1000:.1f} ms")  # noqa: T201 - told, not judged


def test_the_vetter_returns_with_reasons_then_sees_the_difference_and_approves(
    client, at_the_vetter, manager, officer
):
    vet, page = f"/letters/{at_the_vetter.pk}/vet/", f"/letters/{at_the_vetter.pk}/"
    client.force_login(manager)
    assert "Enter what is to be changed" in words_of(client.post(vet, {"do": "return"}))
    client.post(vet, {"do": "comment", "paragraph": "3", "text": "Use her first name"})
    assert "Use her first name" in words_of(client.get(vet))
    client.post(vet, {"do": "return", "reason": "Name the visits"})
    client.force_login(officer)
    assert "Martin Oakes returned it:</strong> Name the visits" in words_of(client.get(page))
    text = at_the_vetter.drafts.first().text
    better = text.replace("Thank you for", "Thank you, Marlow, for")
    client.post(page, {"text": better, "draft_seen": "1"})
    client.post(f"{page}submit/")
    client.force_login(manager)

    again = words_of(client.get(vet))
    assert "Thank you<ins><span" in again
    assert "New: </span>, Marlow,</ins> for your complaint" in again
    refused = client.post(vet, {"do": "approve", "ticked": ["tone"]})
    assert "Say why it goes although lines of the list are open" in words_of(refused)
    client.post(vet, {"do": "approve", "ticked": list(READ_BY_THE_VETTER)})

    letter = Letter.objects.get()
    assert (letter.state, letter.approved_by) == ("approved", manager)


def test_of_two_managers_the_second_keeps_what_she_typed(client, approved):
    client.force_login(someone(Role.MANAGER, "Helen Marsh"))

    answer = client.post(
        f"/letters/{approved.pk}/vet/", {"do": "return", "reason": "It is too long"}
    )

    assert answer.status_code == 409
    assert "Approved by Martin Oakes" in words_of(answer)
    assert "It is too long" in words_of(answer)


def test_a_letter_of_a_case_that_one_may_not_see_is_not_there(client, write):
    letter = write()
    client.force_login(someone(Role.RESPONDER, "Ruth Barlow"))

    assert client.get(f"/letters/{letter.pk}/").status_code == 404


def test_a_template_is_rewritten_tried_and_published(client, manager, case):
    client.force_login(manager)
    old = LetterTemplate.objects.in_use().get(kind="closing", for_child=False)
    address = f"/letters/templates/{old.pk}/"
    bad = client.post(address, {"body": "Dear {to} {salary}"})
    assert "{salary} is no field. Choose one of the list." in words_of(bad)
    assert "Dear {to} {salary}" in words_of(bad)
    client.post(address, {"body": "Dear {to}, closed on {closed_on}."})
    new = LetterTemplate.objects.get(kind="closing", version=2)

    tried = client.get(f"/letters/templates/{new.pk}/?reference={case.reference}")
    assert "The case has no date closed, which the letter needs." in words_of(tried)
    client.post(f"/letters/templates/{new.pk}/publish/")

    in_use = LetterTemplate.objects.in_use().get(kind="closing", for_child=False)
    assert in_use.version == 2
    assert "Closing" in words_of(client.get("/letters/templates/"))


@pytest.mark.parametrize("kind", ["adjudication", "stage_3", "adults", "nothing"])
def test_a_letter_of_another_stage_or_procedure_is_not_offered(client, officer, case, kind):
    client.force_login(officer)

    assert client.get(f"/case/{case.reference}/letters/write/{kind}/").status_code == 404
