"""Restrictions of contact: decided, told, appealed against, reviewed, ended; never for ever."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import User
from accounts.permissions import Role
from cases.models import ContactRestriction
from stages.actions import restrictions
from stages.actions.intake import take_in
from stages.models import Task
from stages.not_possible import NotPossible
from stages.situation import Situation
from stages.steps import BY_KEY
from tests import factories

pytestmark = pytest.mark.django_db

DECIDED, TOLD, REVIEW = date(2026, 9, 1), date(2026, 9, 3), date(2027, 3, 1)


def person(role, name):
    return User.objects.create_user(f"{name.split()[0].lower()}@example.org", name, [role])


@pytest.fixture
def manager():
    return person(Role.MANAGER, "Bela Manners")


@pytest.fixture
def case(manager):
    return take_in(
        on=date(2026, 6, 1),
        by=manager,
        received_on=date(2026, 6, 1),
        service_area=factories.service_area("Leaving Care"),
        complainant={"name": "Juniper Vale"},
    )


@pytest.fixture
def restriction(case, manager):
    return restrict(case, manager)


def restrict(case, manager, **more):
    told = {
        "reason": "Forty calls a day, with threats",
        "terms": ["Contact only in writing", "Only to Bela Manners"],
        "on": DECIDED,
        "review_on": REVIEW,
    } | more
    return restrictions.restrict_contact(case, case.people.get().person, by=manager, **told)


def reviews():
    return Task.objects.filter(kind=Task.Kind.RESTRICTION_REVIEW)


def test_its_review_is_a_task_for_managers_that_outlives_the_case(restriction):
    task = reviews().get()

    assert (task.due_on, task.for_deciders, task.outlives_the_case) == (REVIEW, True, True)
    assert task.restriction == restriction


def test_there_is_one_restriction_on_a_person_at_a_time(case, manager, restriction):
    with pytest.raises(ValidationError, match="a restriction on this person already"):
        restrict(case, manager)
    restrictions.end_restriction(restriction, on=TOLD, why="Agreed", by=manager)

    assert restrict(case, manager).ended_on is None


def test_a_restriction_without_a_day_of_review_is_refused(case, manager, restriction):
    restrictions.end_restriction(restriction, on=TOLD, why="Agreed", by=manager)

    with pytest.raises(ValidationError, match="no restriction is for ever"):
        restrict(case, manager, review_on=None)
    with pytest.raises(IntegrityError, match="restriction_is_reviewed_or_ends"):
        ContactRestriction.objects.update(review_on=None, ended_on=None)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"review_on": DECIDED}, "The review comes after the decision"),
        ({"terms": ""}, "Enter the terms"),
        ({"told_on": TOLD}, "until when they may appeal"),
        ({"told_on": TOLD, "appeal_by": TOLD}, "until when they may appeal"),
        ({"told_on": date(2026, 8, 1), "appeal_by": TOLD}, "Nobody is told before"),
        ({"appeal_decided_on": TOLD, "appeal_outcome": "stands"}, "decided once it was made"),
        ({"appealed_on": TOLD, "appeal_decided_on": TOLD}, "decided once it was made"),
        ({"ended_on": TOLD}, "Say why it ends"),
        ({"appeal_told_on": TOLD}, "told of the appeal once it was decided"),
    ],
)
def test_what_cannot_be_is_refused_by_the_database(restriction, facts, sentence):
    for name, value in facts.items():
        setattr(restriction, name, value)

    with pytest.raises(ValidationError) as refused:
        restriction.validate_constraints()
    assert sentence in " ".join(refused.value.messages)
    with pytest.raises(IntegrityError):
        ContactRestriction.objects.filter(pk=restriction.pk).update(**facts)


def test_an_appeal_is_decided_by_somebody_else_and_may_change_the_terms(restriction, manager):
    with pytest.raises(NotPossible, match="first that they were told"):
        restrictions.receive_appeal(restriction, on=TOLD, by=manager)
    restrictions.tell(restriction, on=TOLD, appeal_by=date(2026, 10, 1), by=manager)
    restrictions.receive_appeal(restriction, on=date(2026, 9, 20), by=manager)
    told = {"on": date(2026, 9, 25), "outcome": "changed", "reason": "One call a week is fair"}

    with pytest.raises(NotPossible, match="Somebody other than"):
        restrictions.decide_appeal(restriction, terms=["One call a week"], by=manager, **told)
    other = person(Role.MANAGER, "Cleo Second")
    with pytest.raises(NotPossible, match="Enter the terms"):
        restrictions.decide_appeal(restriction, by=other, **told)
    restrictions.decide_appeal(restriction, terms=["One call a week"], by=other, **told)

    restriction.refresh_from_db()
    assert (restriction.terms, restriction.appeal_outcome) == ("One call a week", "changed")


def test_a_restriction_lifted_on_appeal_has_ended_and_needs_no_review(restriction, manager):
    restrictions.tell(restriction, on=TOLD, appeal_by=date(2026, 10, 1), by=manager)
    restrictions.receive_appeal(restriction, on=TOLD, by=manager)

    restrictions.decide_appeal(
        restriction,
        on=TOLD,
        outcome="lifted",
        reason="It was somebody else",
        by=person(Role.MANAGER, "Cleo Second"),
    )

    assert restriction.ended_on == TOLD
    assert not reviews().open().exists()


def open_tasks():
    kinds = ["restriction_tell", "restriction_appeal"]
    found = Task.objects.open().filter(kind__in=kinds)
    return [(task.kind, task.due_on, task.for_deciders) for task in found]


def test_telling_and_an_appeal_are_tasks_for_managers_until_each_is_done(restriction, manager):
    assert open_tasks() == [("restriction_tell", date(2026, 9, 2), True)]

    restrictions.tell(restriction, on=TOLD, appeal_by=date(2026, 10, 1), by=manager)
    assert open_tasks() == []

    # 20 working days from Tuesday 15 September
    restrictions.receive_appeal(restriction, on=date(2026, 9, 15), by=manager)
    assert open_tasks() == [("restriction_appeal", date(2026, 10, 13), True)]

    with pytest.raises(NotPossible, match="how the appeal was decided"):
        restrictions.tell_of_appeal(restriction, on=date(2026, 9, 16), by=manager)
    restrictions.decide_appeal(
        restriction,
        on=date(2026, 9, 18),
        outcome="stands",
        reason="The calls went on",
        by=person(Role.MANAGER, "Cleo Second"),
    )
    assert open_tasks() == [("restriction_tell", date(2026, 9, 21), True)]

    restrictions.tell_of_appeal(restriction, on=date(2026, 9, 18), by=manager)
    assert open_tasks() == []
    assert reviews().open().get().due_on == REVIEW


def test_who_has_it_lifted_on_appeal_is_still_to_be_told(restriction, manager):
    restrictions.tell(restriction, on=TOLD, appeal_by=date(2026, 10, 1), by=manager)
    restrictions.receive_appeal(restriction, on=TOLD, by=manager)
    other = person(Role.MANAGER, "Cleo Second")
    why = "It was somebody else"

    restrictions.decide_appeal(restriction, on=TOLD, outcome="lifted", reason=why, by=other)

    assert open_tasks() == [("restriction_tell", date(2026, 9, 4), True)]


def test_nobody_needs_telling_of_a_restriction_that_ended_before(restriction, manager):
    restrictions.end_restriction(restriction, on=TOLD, why="Decided in error", by=manager)

    assert open_tasks() == []


def test_a_review_lets_it_go_on_until_the_next(restriction, manager):
    restrictions.review(
        restriction, on=REVIEW, reason="Calls go on", next_review_on=date(2027, 9, 1), by=manager
    )

    assert reviews().open().get().due_on == date(2027, 9, 1)
    assert restriction.review_on == date(2027, 9, 1)
    with pytest.raises(ValidationError, match="The next review comes after this one"):
        restrictions.review(restriction, on=REVIEW, reason="x", next_review_on=REVIEW, by=manager)


def test_only_a_manager_restricts_contact_and_only_with_somebody_who_is_named(case, manager):
    step = BY_KEY["restrict-contact"]
    officer = person(Role.OFFICER, "Anna Fielding")

    assert step.why_not(Situation(case), officer).startswith("This is for those who may")
    assert step.why_not(Situation(case), manager) == ""
    case.people.all().delete()
    assert step.why_not(Situation(case), manager) == (
        "Not until somebody is named who writes to us or calls."
    )
