"""Somebody must open the first account, before anybody can sign in."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.permissions import Role

pytestmark = pytest.mark.django_db
ALICE = ("alice@council.example", "Alice Keys")


@pytest.fixture
def typed(monkeypatch):
    """``typed("…")`` is the password that the person at the terminal types."""

    def typed(password):
        monkeypatch.setattr(
            "complaints_site.management.commands.first_administrator.getpass", lambda _: password
        )

    return typed


def test_the_first_administrator_can_sign_in(typed):
    typed("a rather long sentence")

    call_command("first_administrator", *ALICE, verbosity=0)

    alice = authenticate(username="alice@council.example", password="a rather long sentence")
    assert alice.roles == [Role.ADMINISTRATOR]


def test_there_is_no_second_first_administrator(typed):
    typed("a rather long sentence")
    call_command("first_administrator", *ALICE)

    with pytest.raises(CommandError, match="There is an administrator already"):
        call_command("first_administrator", "bob@council.example", "Bob Keys")

    assert User.objects.count() == 1


def test_a_weak_password_is_refused_with_its_reason(typed):
    typed("short")

    with pytest.raises(CommandError, match="It must contain at least 12 characters"):
        call_command("first_administrator", *ALICE)

    assert not User.objects.exists()


def test_an_address_that_is_none_is_refused(typed):
    typed("a rather long sentence")

    with pytest.raises(CommandError, match="Enter a valid email address"):
        call_command("first_administrator", "alice", "Alice Keys")
