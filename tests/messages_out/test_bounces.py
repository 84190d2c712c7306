"""What comes back is known by its Message-ID, and reaches a person."""

import io
import mailbox
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from messages_out.delivery import deliver
from messages_out.models import Message

pytestmark = pytest.mark.django_db

REPORT = """From: MAILER-DAEMON@mail.example.org
To: bounces@example.org
Subject: {subject}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="part"

--part
Content-Type: text/plain

This is the mail system.

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; gone@example.org
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 gone@example.org:
 no such person

--part
Content-Type: text/rfc822-headers

From: complaints@example.org
Message-ID: {message_id}

--part--
"""


@pytest.fixture
def sent(queued):
    message = queued(to="gone@example.org")
    deliver(message.pk)
    message.refresh_from_db()
    assert message.state == "sent"
    return message


def report(message_id, *, action="failed", subject="Undelivered mail") -> bytes:
    return REPORT.format(message_id=message_id, action=action, subject=subject).encode()


def take(raw: bytes, monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    call_command("take_bounces", stdout=io.StringIO())


def test_a_message_that_came_back_is_for_a_person_with_what_the_other_server_says(
    sent, monkeypatch
):
    take(report(sent.message_id), monkeypatch)

    (message,) = Message.objects.for_a_person()
    assert message == sent
    assert message.state == "failed"
    assert message.trouble == "It came back: smtp; 550 5.1.1 gone@example.org: no such person"


def test_a_letter_of_a_mail_server_counts_too(sent, monkeypatch):
    letter = f"From: Postmaster@old.example\nSubject: Failed\n\n> Message-ID: {sent.message_id}\n"
    take(letter.encode(), monkeypatch)

    assert Message.objects.get().trouble == "It came back: a letter of their mail server: Failed"


def test_a_mailbox_of_reports_is_read_whole(sent, queued, tmp_path):
    other = queued()
    deliver(other.pk)
    box = mailbox.mbox(tmp_path / "bounces")
    for message in sent, other:
        box.add(report(message.message_id))
    box.close()

    call_command("take_bounces", mbox=str(tmp_path / "bounces"), stdout=io.StringIO())

    assert Message.objects.for_a_person().count() == 2


@pytest.mark.parametrize(
    "raw",
    [
        report("<00000000000000000000000000000000@example.org>"),
        b"From: kit@example.org\nSubject: I am away until Monday\n\nBack soon\n",
        report("<x>", action="delayed"),
        b"\xff\xfe nothing that can be read",
        b"",
    ],
    ids=["not ours", "absence note", "late", "garbage", "empty"],
)
def test_what_is_no_report_about_ours_is_left_to_the_postmaster(sent, raw, monkeypatch):
    with pytest.raises(CommandError, match="Read it yourself"):
        take(raw, monkeypatch)

    assert not Message.objects.for_a_person().exists()


def test_a_message_that_is_late_has_not_come_back(sent, monkeypatch):
    with pytest.raises(CommandError, match="no report that a message did not arrive"):
        take(report(sent.message_id, action="delayed"), monkeypatch)


def test_an_absence_note_that_names_our_message_changes_nothing(sent, monkeypatch):
    note = f"From: kit@example.org\nIn-Reply-To: {sent.message_id}\nSubject: Away\n\nBack soon\n"
    with pytest.raises(CommandError):
        take(note.encode(), monkeypatch)

    assert not Message.objects.for_a_person().exists()


def test_a_mailbox_that_is_not_there_is_said(db, tmp_path):
    with pytest.raises(CommandError, match="There is no mailbox"):
        call_command("take_bounces", mbox=str(tmp_path / "none"))
