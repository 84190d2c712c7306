"""The desk digest of the day and the weekly one of heads of service: references, dates, a link."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import assign
from cases.models import Assignment
from complaints_site.digests import make_digests
from messages_out.actions.messages import set_desk_digest
from messages_out.models import DigestRun, Message
from stages.actions.intake import take_in
from tests import factories

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
TUESDAY = datetime(2026, 11, 10, 6, 0, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TUESDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def head():
    return User.objects.create_user("head@example.org", "Ivo Larch", [Role.HEAD_OF_SERVICE])


@pytest.fixture
def case(officer, head):
    """A complaint with an overdue acknowledgement; the officer holds it."""
    area = factories.service_area("Leaving Care", usual_procedure="children")
    area.heads.add(head)
    day = datetime(2026, 11, 2).date()  # noqa: DTZ001  a day
    case = take_in(on=day, by=officer, received_on=day, service_area=area, points=["The deposit"])
    assign(case, to=officer, capacity=Assignment.Capacity.OWNER, on=day, by=officer)
    return case


def messages(kind) -> list[Message]:
    return list(Message.objects.filter(kind=kind))


def test_an_officer_gets_references_dates_and_a_link_and_nothing_else(case, officer):
    make_digests(TUESDAY)

    (message,) = messages("desk")
    assert (message.to_address, message.state) == ("officer@example.org", "queued")
    assert message.subject == "Your complaints desk on 10 November 2026"
    due = [line for line in message.text.splitlines() if line]
    assert due[0].startswith("Overdue: ")
    assert due[1].startswith(f"{case.reference}  due ")
    assert "Open it: http://127.0.0.1:8000/" in due
    assert "To switch this message off: http://127.0.0.1:8000/messages/mine/" in due
    for word in ("Fielding", "Larch", "deposit", "Leaving Care", "Acknowledge", "children"):
        assert word.lower() not in message.text.lower()


def test_a_head_of_service_gets_theirs_once_a_week(case, head, clock):
    make_digests(TUESDAY)
    (message,) = messages("service")
    assert message.to_address == "head@example.org"
    assert case.reference in message.text
    assert "deposit" not in message.text

    clock.move_to(TUESDAY.replace(day=11))
    make_digests(TUESDAY.replace(day=11))
    assert len(messages("service")) == 1
    assert len(messages("desk")) == 2

    clock.move_to(TUESDAY.replace(day=16))
    make_digests(TUESDAY.replace(day=16))
    assert len(messages("service")) == 2


def test_digests_are_made_once_a_day_however_often_the_worker_looks(case):
    assert make_digests(TUESDAY) == 2
    assert make_digests(TUESDAY) == 0
    assert make_digests(TUESDAY.replace(hour=7)) == 0
    assert DigestRun.objects.count() == 2


def test_before_the_hour_there_is_none_and_a_worker_that_was_down_makes_up_for_it(case):
    assert make_digests(TUESDAY.replace(hour=5, minute=59)) == 0

    assert make_digests(TUESDAY.replace(hour=15)) == 2


def test_on_a_day_on_which_nobody_works_there_is_none(case, clock):
    sunday = TUESDAY.replace(day=15)
    clock.move_to(sunday)

    assert make_digests(sunday) == 0
    assert not DigestRun.objects.exists()


def test_whoever_switched_it_off_gets_none(case, officer):
    set_desk_digest(wanted=False, by=officer)
    make_digests(TUESDAY)
    assert messages("desk") == []


def test_a_leaver_and_whoever_has_nothing_due_get_none(case, officer):
    User.objects.create_user("other@example.org", "Juniper Vale", [Role.OFFICER])
    User.objects.filter(pk=officer.pk).update(is_active=False)

    make_digests(TUESDAY)

    assert messages("desk") == []


def test_a_copy_that_sends_no_mail_makes_none(case, settings):
    settings.MAIL_IS_SENT = False
    assert make_digests(TUESDAY) == 0


def test_without_a_calendar_there_is_none(no_rules):
    assert make_digests(TUESDAY) == 0
