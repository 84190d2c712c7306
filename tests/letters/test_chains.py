"""Who clears a letter is data: parts in their order, substitutes, a head of service as the last."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.permissions import Role
from cases.actions.casework import assign
from letters.actions.chains import set_chain, stand_in
from letters.actions.vetting import (
    agree,
    approve,
    clear,
    edit_while_clearing,
    send_back,
)
from letters.actions.writing import save_draft, submit, take_back
from letters.clearing import letters_for
from letters.held import held_by_each
from letters.models import Letter, LetterChain, ReturnReason, Vetting
from stages.calendars import load_calendar
from tests.complaints_site.case_file.makers import children_in_need, someone, words_of
from tests.letters.conftest import TODAY, at, by_post


@pytest.fixture
def head(case):
    user = someone(Role.HEAD_OF_SERVICE, "Harriet Lowe")
    children_in_need().heads.add(user)
    return user


@pytest.fixture
def adjudicator(case, officer):
    user = someone(Role.ADJUDICATOR, "Alan Birch")
    assign(case, to=user, capacity="adjudicator", on=TODAY, by=officer)
    return user


@pytest.fixture
def whole_chain(manager):
    """A response is signed off by a head of service, vetted, then signed by the adjudicator."""
    chain = LetterChain.objects.get(kind="stage_1")
    parts = {"signed_off_by": ["head_of_service"], "signed_by": ["adjudicator"]}
    set_chain(chain, by=manager, **parts)


def waits_for(user) -> list[Letter]:
    return list(letters_for(user, TODAY))


def approved_by(letter, user, **more):
    approve(letter, ticked=[], not_found=[], now=at(), by=user, **more)


def test_a_letter_goes_through_every_part_of_its_chain(
    whole_chain, write, officer, head, manager, adjudicator
):
    letter = write()
    submit(letter, now=at(), by=officer)
    assert letter.state == "sign_off"
    assert (waits_for(head), waits_for(manager), waits_for(adjudicator)) == ([letter], [], [])
    clear(letter, now=at(), by=head)
    assert letter.state == "vetting"
    approved_by(letter, manager)
    assert letter.state == "signature"
    assert not letter.may_be_sent
    clear(letter, now=at(), by=adjudicator)

    assert letter.state == "approved"
    assert (letter.signed_off_by, letter.approved_by, letter.signed_by) == (
        head,
        manager,
        adjudicator,
    )
    assert letter.approved_draft == letter.drafts.get()
    assert [one.part for one in letter.vettings.order_by("pk")] == [
        "sign_off",
        "vetting",
        "signature",
    ]


@pytest.mark.parametrize("lacks", ["signed_off_by", "approved_by", "signed_by", "approved_draft"])
def test_the_database_sends_nothing_that_a_part_has_not_cleared(
    whole_chain, write, officer, head, manager, adjudicator, lacks
):
    letter = write()
    draft = letter.drafts.get()
    cleared = {"signed_off_by": head, "approved_by": manager, "signed_by": adjudicator}
    sent = {"state": "sent", "sent_on": TODAY, "sent_how": "letter", "approved_draft": draft}

    with pytest.raises(IntegrityError, match="once_approved"), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(**{**sent, **cleared, lacks: None})


def test_a_hand_made_request_sends_nothing_that_is_not_cleared(client, at_the_vetter, officer):
    client.force_login(officer)

    answer = client.post(f"/letters/{at_the_vetter.pk}/send/", by_post(at_the_vetter))

    assert answer.status_code == 409
    assert Letter.objects.get().state == "vetting"


def test_the_author_clears_no_part_but_the_signature(whole_chain, write, manager, head):
    letter = write(by=manager)
    submit(letter, now=at(), by=manager)
    clear(letter, now=at(), by=head)

    assert waits_for(manager) == []
    with pytest.raises(ValidationError, match="Nobody vets a letter that they have written in"):
        approved_by(letter, manager)
    with pytest.raises(IntegrityError, match="by_somebody_else"), transaction.atomic():
        letter.vettings.filter(outcome="").update(
            outcome="approved", decided_at=at(), decided_by=manager
        )


def test_a_chain_that_is_changed_is_for_later_letters(write, manager, officer, head):
    letter = write()
    chain = LetterChain.objects.get(kind="stage_1")
    set_chain(chain, signed_off_by=["head_of_service"], by=manager)

    submit(letter, now=at(), by=officer)

    assert letter.state == "vetting"
    assert write().needs_sign_off


def test_a_kind_that_nobody_set_a_chain_for_is_vetted():
    LetterChain.objects.all().delete()

    assert LetterChain.objects.of("closing").needs("vetting")


def test_a_substitute_vets_while_the_vetter_is_away(client, at_the_vetter, manager):
    ruth = someone(Role.RESPONDER, "Ruth Barlow")
    assert waits_for(ruth) == []
    day = {"from_on": TODAY, "until_on": TODAY}
    stand_in(manager, substitute=ruth, by=manager, **day)

    assert waits_for(ruth) == [at_the_vetter]
    assert list(letters_for(ruth, date(2026, 11, 25))) == []
    client.force_login(ruth)
    page = words_of(client.get(f"/letters/{at_the_vetter.pk}/vet/"))
    assert "You stand in for Martin Oakes" in page
    client.post(f"/letters/{at_the_vetter.pk}/vet/", {"do": "approve", "why": "Read for Martin"})

    vetting = at_the_vetter.vettings.get()
    assert (vetting.decided_by, vetting.capacity, vetting.in_place_of) == (
        ruth,
        "substitute",
        manager,
    )


def test_nobody_stands_in_for_themselves_or_backwards(manager):
    with pytest.raises(ValidationError, match="Nobody stands in for themselves"):
        stand_in(manager, substitute=manager, from_on=TODAY, until_on=TODAY, by=manager)
    helen = someone(Role.MANAGER, "Helen Marsh")
    with pytest.raises(ValidationError, match="cannot be before the first"):
        stand_in(manager, substitute=helen, from_on=TODAY, until_on=date(2026, 11, 1), by=manager)


def test_a_head_of_service_clears_it_only_where_no_vetter_is_there(
    client, write, head, manager, officer
):
    letter = write(by=officer)
    submit(letter, now=at(), by=officer)
    assert waits_for(head) == []  # the manager is there
    take_back(letter, now=at(), by=officer)
    save_draft(letter, "The only vetter wrote in it", by=manager)
    submit(letter, now=at(), by=officer)

    assert waits_for(head) == [letter]
    client.force_login(head)
    page = words_of(client.get(f"/letters/{letter.pk}/vet/"))
    assert "you may clear it as head of service" in page
    client.post(f"/letters/{letter.pk}/vet/", {"do": "approve", "why": "Nobody else is there"})

    assert letter.vettings.first().capacity == "head_of_service"
    assert Letter.objects.get().approved_by == head


def test_a_head_of_another_service_clears_nothing(write, officer):
    letter = write()
    submit(letter, now=at(), by=officer)

    assert waits_for(someone(Role.HEAD_OF_SERVICE, "Olive Reed")) == []


def test_whoever_is_complained_about_clears_nothing(at_the_vetter, case, manager):
    from cases.models import CasePerson, Person

    person = Person.objects.create(name="Martin Oakes", user=manager)
    CasePerson.objects.create(case=case, person=person, role="complained_about")

    assert waits_for(manager) == []


def test_words_that_the_vetter_changes_do_not_make_it_theirs(at_the_vetter, manager):
    text = at_the_vetter.drafts.get().text.replace("Thank you for", "Many thanks for")

    edit_while_clearing(at_the_vetter, text, now=at(), by=manager)
    approved_by(at_the_vetter, manager)

    assert at_the_vetter.state == "approved"
    assert at_the_vetter.approved_draft.text == text
    assert at_the_vetter.vettings.get().changed == []


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("**Upheld**", "**Not upheld**", "Finding: “Point 1: upheld” is now “Point 1: not upheld”"),
        ("16 November 2026", "17 November 2026", "Date: “16 November 2026” is now"),
        (
            "Yours sincerely",
            "We will pay you £50.\n\nYours sincerely",
            "Remedy: “We will pay you £50.” is new.",
        ),
    ],
)
def test_a_changed_finding_date_or_remedy_goes_back_to_the_author(
    client, at_the_vetter, manager, officer, before, now, said
):
    text = at_the_vetter.drafts.get().text.replace(before, now, 1)
    edit_while_clearing(at_the_vetter, text, now=at(), by=manager)
    approved_by(at_the_vetter, manager)
    assert at_the_vetter.state == "agreement"
    assert not at_the_vetter.may_be_sent

    client.force_login(officer)
    page = words_of(client.get(f"/letters/{at_the_vetter.pk}/"))
    assert said in page
    client.post(f"/letters/{at_the_vetter.pk}/agree/")

    letter = Letter.objects.get()
    assert letter.state == "approved"
    assert letter.approved_draft.text == text
    assert letter.vettings.get().agreed_by == officer


def test_a_finding_that_the_vetter_changes_is_the_councils_once_agreed(
    at_the_vetter, manager, officer
):
    text = at_the_vetter.drafts.get().text.replace("**Upheld**", "**Partially upheld**", 1)
    edit_while_clearing(at_the_vetter, text, findings={1: "partially_upheld"}, now=at(), by=manager)
    approved_by(at_the_vetter, manager)
    with pytest.raises(ValidationError, match="for its author to agree"):
        agree(at_the_vetter, now=at(), by=manager)

    agree(at_the_vetter, now=at(), by=officer)

    assert [one.finding for one in at_the_vetter.findings.all()] == [
        "partially_upheld",
        "not_upheld",
    ]


def test_a_return_counts_the_reasons_of_the_list(client, at_the_vetter, manager):
    reason = ReturnReason.objects.create(name="A finding has no reason")
    client.force_login(manager)
    vet = f"/letters/{at_the_vetter.pk}/vet/"
    refused = words_of(client.post(vet, {"do": "return", "reason": "Say why"}))
    assert "Choose why it comes back" in refused

    client.post(vet, {"do": "return", "reason": "Say why", "because": [reason.pk]})

    because = at_the_vetter.vettings.get().because.get()
    assert because.reason == reason


def test_each_part_ends_with_a_task_for_whoever_is_next(
    whole_chain, write, officer, head, manager, adjudicator
):
    letter = write()
    due = letter.stage.deadlines.get(is_main=True).due_on

    def stands():
        task = letter.task
        return (task.kind, task.owner, task.due_on) if task else None

    submit(letter, now=at(), by=officer)
    assert stands() == ("letter_to_clear", head, due)
    clear(letter, now=at(), by=head)
    assert stands() == ("letter_to_vet", manager, due)  # who alone vets
    send_back(letter, reason="Shorter", now=at(), by=manager)
    assert stands() == ("letter_back", officer, due)
    submit(letter, now=at(), by=officer)
    clear(letter, now=at(), by=head)
    approved_by(letter, manager)
    clear(letter, now=at(), by=adjudicator)
    assert stands() == ("letter_to_send", officer, due)
    assert letter.case.tasks.open().filter(kind__startswith="letter").count() == 1


def test_what_any_vetter_may_take_stands_on_the_desk_of_each_but_its_author(
    client, at_the_vetter, officer
):
    helen = someone(Role.MANAGER, "Helen Marsh")
    take_back(at_the_vetter, now=at(), by=officer)
    someone(Role.MANAGER, "Martin Oakes")
    submit(at_the_vetter, now=at(), by=officer)
    assert at_the_vetter.task.owner is None

    client.force_login(helen)
    assert "Vet the letter: Stage 1 response" in words_of(client.get("/"))
    client.force_login(officer)
    assert "Vet the letter: Stage 1 response" not in words_of(client.get("/"))


def test_the_days_that_each_held_it_are_told(write, officer, manager):
    letter = write()
    submit(letter, now=at(), by=officer)
    Vetting.objects.update(submitted_at="2026-11-20T12:00Z")  # a Friday
    letter.drafts.get()
    rounds = list(letter.vettings.all())

    held = held_by_each(
        letter,
        rounds[0].submitted_at.replace(day=18),
        rounds,
        calendar=load_calendar(),
        on=TODAY,
    )

    assert [(one.who, one.days, one.now, one.most) for one in held] == [
        ("Author", 2, False, None),
        ("Vetting", 2, True, 2),
    ]


def test_the_table_of_chains_is_changed_on_its_page(client, manager, officer):
    client.force_login(officer)
    assert client.get("/letters/chains/").status_code == 403
    client.force_login(manager)
    page = words_of(client.get("/letters/chains/"))
    assert "Adjudicating officer" in page
    told = {
        "signed_off_by": ["head_of_service"],
        "sign_off_days": "2",
        "vetted": "on",
        "vetting_days": "3",
        "signature_days": "1",
    }
    wrong = client.post("/letters/chains/closing/", told | {"vetting_days": "many"})
    assert wrong.status_code == 200
    client.post("/letters/chains/closing/", told)

    chain = LetterChain.objects.get(kind="closing")
    assert (chain.signed_off_by, chain.vetting_days, chain.signed_by) == (
        ["head_of_service"],
        3,
        [],
    )


def test_who_stands_in_is_set_and_ended_on_its_page(client, manager):
    helen = someone(Role.MANAGER, "Helen Marsh")
    client.force_login(manager)
    told = {"absent": manager.pk, "from_on": "24 11 2026", "until_on": "23 11 2026"}
    wrong = words_of(client.post("/letters/substitutes/", told | {"substitute": manager.pk}))
    assert "Choose somebody else" in wrong
    assert "Enter a date on or after 24 November 2026" in wrong
    told |= {"substitute": helen.pk, "until_on": "30 11 2026"}
    page = words_of(client.post("/letters/substitutes/", told, follow=True))
    assert "<strong>Helen Marsh</strong> for Martin Oakes, 24 November 2026" in page
    from letters.models import Substitution

    client.post(f"/letters/substitutes/{Substitution.objects.get().pk}/end/")

    assert not Substitution.objects.exists()
