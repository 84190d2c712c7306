"""A letter by e-mail against a real mail server: once, as a PDF, and what goes wrong is seen."""

from email import message_from_bytes, policy

import pytest

from letters.models import Letter
from messages_out.actions import delivering
from messages_out.delivery import NotSentYet, deliver
from messages_out.jobs import look_after
from messages_out.models import Message
from tests.complaints_site.case_file.makers import words_of
from tests.letters.conftest import by_post
from tests.messages_out.conftest import no_office, office  # noqa: F401

EMAIL = "marlow@example.com"


@pytest.fixture
def message(client, settings, approved, officer):
    settings.SECURE_MAIL_ROUTE = "TLS enforced, agreed on 1 May 2026"
    person = approved.addressee.person
    person.email = EMAIL
    person.save()
    client.force_login(officer)
    approved.refresh_from_db()
    client.post(f"/letters/{approved.pk}/send/", by_post(approved, how="email"))
    return Message.objects.get()


def page_of_letter(client) -> str:
    return words_of(client.get(f"/letters/{Letter.objects.get().pk}/"))


def test_the_letter_arrives_once_as_a_pdf_and_never_as_word(office, message, client):  # noqa: F811
    for _ in range(3):
        deliver(message.pk)

    (taken,) = office.took
    mail = message_from_bytes(taken.content, policy=policy.default)
    attached = [(one.get_filename(), one.get_content_type()) for one in mail.iter_attachments()]
    assert attached == [(f"{Letter.objects.get().case.reference}.pdf", "application/pdf")]
    (pdf,) = mail.iter_attachments()
    assert pdf.get_content().startswith(b"%PDF-")
    assert "The e-mail with it: sent" in page_of_letter(client)


def test_an_address_that_is_refused_is_told_on_the_page_of_the_letter(
    office,  # noqa: F811
    message,
    client,
):
    office.answers[EMAIL] = "550 no such user"
    deliver(message.pk)

    assert "did not arrive, as far as is known: The mail server refused it" in page_of_letter(
        client
    )
    assert Letter.objects.get().state == "sent"  # its clock stays met: a person sees to it


def test_a_mail_server_that_is_down_is_tried_again(no_office, message, client):  # noqa: F811
    with pytest.raises(NotSentYet):
        deliver(message.pk)

    assert "The e-mail with it: queued" in page_of_letter(client)


def test_a_worker_that_is_gone_leaves_the_letter_for_a_person(office, message, client):  # noqa: F811
    delivering.claim(message.pk, at=message.queued_at, by=None)  # and then it was killed

    look_after(timestamp=0)
    deliver(message.pk)

    assert office.took == []
    assert "It cannot be known whether it left" in page_of_letter(client)


def test_a_file_that_is_not_to_be_read_is_for_a_person_and_nothing_goes(
    office,  # noqa: F811
    message,
    client,
):
    from documents import vault

    vault.path_of(message.attachments.get().sha256).unlink()
    deliver(message.pk)

    message.refresh_from_db()
    assert (message.state, office.took) == ("failed", [])
    assert "cannot be read" in message.trouble
