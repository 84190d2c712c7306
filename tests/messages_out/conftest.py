"""A real mail server that takes, refuses or hangs up; and messages to send to it."""

import socket
from dataclasses import dataclass, field

import pytest
from aiosmtpd.controller import Controller

from messages_out.actions.messages import send
from messages_out.models import Message


@dataclass
class Office:
    """What the other side does: ``answers`` by address; whether it hangs up having taken all."""

    answers: dict[str, str] = field(default_factory=dict)
    hangs_up: bool = False
    took: list = field(default_factory=list)
    when_taken: object = None

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if answer := self.answers.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.took.append(envelope)
        if self.when_taken:
            self.when_taken()
        if self.hangs_up:
            server.transport.close()
        return "250 taken"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def office(settings):
    """The mail server, which Django is set up to use."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_TIMEOUT = 10
    office = Office()
    server = Controller(office, hostname="127.0.0.1", port=settings.EMAIL_PORT)
    server.start()
    yield office
    server.stop()


@pytest.fixture
def no_office(settings):
    """A mail server that is down: nobody listens at its address."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()


@pytest.fixture
def queued():
    def queued(to="kit@example.org", **more) -> Message:
        text = more.pop("text", "Open your desk")
        return send(kind="desk", to_address=to, subject="Your desk", text=text, by=None, **more)

    return queued
