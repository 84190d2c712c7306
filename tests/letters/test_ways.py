"""How a letter goes: by post to a safe address that is confirmed, by e-mail as a PDF, or not."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cases.acts import SENT_BY_EMAIL, last_act
from documents import vault
from letters.actions.sending import send
from letters.models import Letter, SentCopy
from letters.ways import NO_SECURE_ROUTE
from messages_out.actions.messages import came_back
from messages_out.models import Message
from tests.complaints_site.case_file.makers import words_of
from tests.letters.conftest import ADDRESS, TODAY, by_post

EMAIL = "marlow@example.com"


@pytest.fixture
def person(case):
    return case.letters_go_to().person


@pytest.fixture
def route(settings, person):
    """E-mail may carry what is in a case, and Marlow has an address."""
    settings.SECURE_MAIL_ROUTE = "TLS enforced, agreed on 1 May 2026"
    person.email = EMAIL
    person.save()


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer)
    return client


def sent(client, letter, **more):
    return client.post(f"/letters/{letter.pk}/send/", by_post(letter, **more))


def by_email(letter, **more):
    letter.refresh_from_db()
    return by_post(letter, how="email", **more)


def test_a_letter_goes_to_the_address_that_was_confirmed(signed_in, approved):
    page = words_of(signed_in.get(f"/letters/{approved.pk}/send/"))
    assert ADDRESS in page
    assert "last day to ask: 24 December 2026 if it goes today" in page
    refused = words_of(sent(signed_in, approved, confirmed=""))
    assert "Confirm that the address is theirs, and safe" in refused
    assert not SentCopy.objects.exists()

    sent(signed_in, approved)

    assert SentCopy.objects.get().to == ["Marlow Penfield", ADDRESS]


def test_an_address_that_was_changed_since_is_looked_at_again(signed_in, approved, person):
    told = by_post(approved)
    person.address = "9 Other Road"
    person.save()

    page = words_of(signed_in.post(f"/letters/{approved.pk}/send/", told))

    assert "Look at the address that is recorded now: 9 Other Road" in page
    assert not SentCopy.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("address", "", "No address is recorded"),
        ("no_post", True, "gets no post"),
        ("address_is_safe", False, "is not safe: nothing is posted there"),
    ],
)
def test_post_is_refused_where_it_may_not_go(
    signed_in, approved, person, officer, field, value, said
):
    setattr(person, field, value)
    person.save()
    approved.addressee.refresh_from_db()

    assert said in words_of(sent(signed_in, approved))
    with pytest.raises(ValidationError, match=said):
        send(Letter.objects.get(), on=TODAY, how="letter", by=officer)
    assert Letter.objects.get().state == "approved"


def test_no_letter_goes_by_email_without_a_secure_route(signed_in, approved, person):
    person.email = EMAIL
    person.save()

    page = words_of(sent(signed_in, approved, how="email"))

    assert NO_SECURE_ROUTE in page
    assert not Message.objects.exists()


def test_an_email_carries_the_pdf_and_says_nothing_of_the_case(signed_in, route, approved):
    answer = signed_in.post(f"/letters/{approved.pk}/send/", by_email(approved))
    assert answer.status_code == 302, answer.content.decode()

    message = Message.objects.get()
    assert (message.kind, message.to_address, message.state) == ("letter", EMAIL, "queued")
    assert "Marlow" not in message.subject + message.text
    assert "visits" not in message.text
    attached = message.attachments.get()
    assert attached.name == f"{approved.case.reference}.pdf"
    assert vault.read(attached.sha256).startswith(b"%PDF-")
    assert Letter.objects.get().message == message
    assert "The e-mail with it: queued" in words_of(signed_in.get(f"/letters/{approved.pk}/"))


def test_an_email_goes_today_and_its_sending_is_not_undone(signed_in, route, approved, case):
    refused = signed_in.post(f"/letters/{approved.pk}/send/", by_email(approved, on="23 11 2026"))
    assert "An e-mail goes now: enter today’s date" in words_of(refused)

    signed_in.post(f"/letters/{approved.pk}/send/", by_email(approved))
    act = last_act(case)
    assert act.names["action"] == SENT_BY_EMAIL
    undone = signed_in.post(f"/case/{case.reference}/undo/", {"act": act.context_id})

    assert undone.status_code == 409
    assert Letter.objects.get().state == "sent"


def test_a_sending_that_fails_queues_nothing(signed_in, route, approved, case):
    told = by_email(approved, on="1 12 2026")

    signed_in.post(f"/letters/{approved.pk}/send/", told)

    assert not Message.objects.exists()
    assert case.stages.get().responded_on is None


def test_a_letter_by_email_goes_once(signed_in, route, approved):
    told = by_email(approved)
    signed_in.post(f"/letters/{approved.pk}/send/", told)

    assert signed_in.post(f"/letters/{approved.pk}/send/", told).status_code == 409
    assert Message.objects.count() == 1


def test_an_email_that_came_back_reaches_a_person_and_the_page_of_the_letter(
    signed_in, route, approved, client, manager
):
    signed_in.post(f"/letters/{approved.pk}/send/", by_email(approved))
    came_back(Message.objects.get(), reason="550 no such user", by=None)

    page = words_of(signed_in.get(f"/letters/{approved.pk}/"))
    assert "did not arrive, as far as is known: It came back: 550 no such user" in page
    assert "A complaints manager sees to it" in page
    client.force_login(manager)
    assert "Settle it" in words_of(client.get(f"/letters/{approved.pk}/"))
    assert EMAIL in words_of(client.get("/messages/"))


def test_a_date_that_sending_moves_brings_the_letter_back_with_that_line_marked(
    client, officer, db
):
    """Under the Code the ten working days run from the acknowledgement (domain.md 1.D): the day
    that the letter was written with stands for an acknowledgement on the last day allowed."""
    from cases.actions.casework import assign
    from letters.actions.writing import save_draft, start_letter
    from letters.models import LetterTemplate
    from stages.situation import Situation
    from tests.complaints_site.case_file.makers import take_in_complaint

    told = {"complainant": {"address": ADDRESS}, "code": "corporate"}
    case = take_in_complaint(officer, on=date(2026, 11, 23), **told)
    assign(case, to=officer, capacity="owner", on=TODAY, by=officer)
    template = LetterTemplate.objects.in_use().get(kind="acknowledgement", for_child=False)
    letter = start_letter(Situation(case), template, to=case.letters_go_to(), by=officer)
    client.force_login(officer)
    told = by_post(letter, leaflet_sent="on")

    page = words_of(client.post(f"/letters/{letter.pk}/send/", told, follow=True))

    letter.refresh_from_db()
    assert letter.state == "returned"
    assert case.stages.get().acknowledged_on is None
    mark = letter.comments.get()
    assert mark.by is None
    due = "8 December 2026"  # ten working days after 24 November
    assert mark.text.endswith(f"The answer is due on {due} then.")
    assert mark.text in page
    wrong = mark.text.split("more: ")[1].split(".")[0]
    save_draft(letter, letter.drafts.first().text.replace(wrong, due), by=officer)
    client.post(f"/letters/{letter.pk}/send/", told)
    letter.refresh_from_db()
    assert letter.state == "sent"
