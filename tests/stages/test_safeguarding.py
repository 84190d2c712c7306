"""Safeguarding first: a concern stays open until it is referred, or a manager says why not."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import User
from accounts.permissions import Role
from stages.actions import decisions, endings
from stages.actions.intake import take_in
from stages.actions.safeguarding import raise_concern, refer_concern, settle_concern
from stages.actions.tasks import drop_task
from stages.models import Task
from stages.not_possible import NotPossible
from tests import factories

pytestmark = pytest.mark.django_db

DAY, LATER = date(2026, 9, 1), date(2026, 9, 2)


@pytest.fixture
def manager():
    return User.objects.create_user("manager@example.org", "Bela Manners", [Role.MANAGER])


@pytest.fixture
def case(manager):
    return take_in(
        on=DAY,
        by=manager,
        received_on=DAY,
        service_area=factories.service_area("Leaving Care"),
        concern="He waits outside her school",
    )


def concerns(case):
    return case.tasks.filter(kind=Task.Kind.SAFEGUARDING)


def test_a_concern_raised_while_logging_marks_the_case_and_is_due_today(case):
    assert case.safeguarding
    assert case.safeguarding_concerns.get().is_open
    task = concerns(case).get()
    assert (task.due_on, task.outlives_the_case) == (DAY, True)


def test_a_referral_settles_it_and_its_task(case, manager):
    concern = case.safeguarding_concerns.get()
    refer_concern(
        concern, to="Duty team", on=DAY, referred_by="Bela Manners", reference="S-1", by=manager
    )

    assert not concern.is_open
    assert concerns(case).get().evidence == "Referred to Duty team. S-1"


def test_the_task_stays_while_another_concern_is_open(case, manager):
    second = raise_concern(case, concern="A brother too", on=LATER, by=manager)
    refer_concern(second, to="Duty team", on=LATER, referred_by="Bela Manners", by=manager)

    assert concerns(case).open().count() == 2
    with pytest.raises(ValidationError, match="when what it asks for is recorded"):
        drop_task(concerns(case).open().first(), on=LATER, why="x", by=manager)


def test_a_manager_may_record_why_no_referral_is_needed(case, manager):
    concern = case.safeguarding_concerns.get()
    settle_concern(concern, because="Known to the team already", on=LATER, by=manager)

    assert (concern.is_open, concern.not_needed_by) == (False, manager)
    assert not concerns(case).open().exists()


def test_a_case_with_an_open_concern_is_neither_closed_nor_refused(case, manager):
    with pytest.raises(NotPossible, match="safeguarding concern is open"):
        endings.close(case, on=LATER, reason="Done", by=manager)
    reason = factories.decision_reason("refused", "For another body")
    with pytest.raises(NotPossible, match="safeguarding concern is open"):
        decisions.refuse(case, listed_reason=reason, reason="x", on=LATER, by=manager)
    case.refresh_from_db()
    assert (case.is_open, case.decisions.count()) == (True, 0)


def test_a_withdrawal_does_not_settle_it(case, manager):
    endings.withdraw(case, on=LATER, by=manager)

    assert case.tasks.open().get().kind == "safeguarding"
    assert case.safeguarding_concerns.open().exists()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"referred_on": LATER}, "where it was referred, and by whom"),
        ({"not_needed_on": LATER}, "why no referral is needed"),
        (
            {"referred_on": date(2026, 8, 31), "referred_to": "Duty", "referred_by": "B"},
            "before it was raised",
        ),
        ({"concern": ""}, "what was said or seen|cannot be blank"),
    ],
)
def test_half_a_record_is_refused(case, fields, message):
    concern = case.safeguarding_concerns.get()
    for name, value in fields.items():
        setattr(concern, name, value)

    with pytest.raises(ValidationError, match=message):
        concern.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        concern.save()


def test_referred_and_not_needed_at_once_is_refused(case, manager):
    concern = case.safeguarding_concerns.get()
    refer_concern(concern, to="Duty team", on=LATER, referred_by="Bela Manners", by=manager)

    with pytest.raises(ValidationError, match="not both"):
        settle_concern(concern, because="x", on=LATER, by=manager)
