"""Decisions counted by kind and reason, and the cases that no number of complaints counts."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from accounts.permissions import Role
from reporting.annual_report import assemble
from reporting.counted import COMPLAINTS, LOG_ENTRIES, STAGE_2
from reporting.tables.decisions import BY_REASON, NOT_COUNTED
from stages.actions.decisions import decide, refuse
from stages.actions.endings import close, reopen
from stages.actions.intake import take_in
from tests import factories
from tests.reporting.little_year import scope

pytestmark = pytest.mark.django_db

DAY = date(2006, 10, 2)


@pytest.fixture
def manager():
    return User.objects.create_user("manager@example.org", "Bela Manners", [Role.MANAGER])


@pytest.fixture
def taken_in(manager):
    def taken_in():
        return take_in(
            on=DAY, by=manager, received_on=DAY, service_area=factories.service_area("Fostering")
        )

    return taken_in


def rows(report, key):
    return {row.label: [cell.value for cell in row.cells] for row in report.tables[key].rows}


def test_decisions_are_counted_by_reason_refusals_first(taken_in, manager):
    appeal = factories.decision_reason("refused", "There is a right of appeal")
    factories.decision_reason("refused", "For another body")
    factories.decision_reason("late_request", "Nothing new")
    yes = factories.decision_reason("time_limit", "Still fair", accepts=True)
    case = taken_in()
    decide(case, listed_reason=yes, on=DAY, by=manager)
    refuse(case, listed_reason=appeal, reason="x", on=DAY, by=manager)
    taken_in().decisions.create(kind="sufficient_interest", decided_on=DAY, decision="accepted")
    taken_in().decisions.create(kind="procedure", decided_on=DAY, decision="corporate")
    taken_in().decisions.create(kind="procedure", decided_on=date(2007, 4, 1), decision="later")

    counted = rows(assemble(scope()), "decisions_by_reason")

    assert list(counted.items()) == [
        ("Refused: there is a right of appeal", [1]),
        ("Refused: for another body", [0]),
        ("Sufficient interest: no reason of the list", [1]),
        ("One-year time limit: yes, still fair", [1]),
        ("Procedure", [1]),
        ("Total", [4]),
    ]
    behind = BY_REASON.behind(scope(), f"refused-{appeal.pk}", "all")
    assert [row.case for row in behind] == [case]


def test_duplicates_and_errors_are_listed_apart_and_counted_nowhere_else(taken_in, manager):
    kept, twice, wrong = taken_in(), taken_in(), taken_in()
    for case in (kept, twice, wrong):
        factories.on_log(case, "manual")
        factories.stage(case, case.route.procedure, 2, DAY)
    duplicate = factories.close_reason("Twice", "duplicate")
    error = factories.close_reason("In error", "logged_in_error")
    close(twice, on=DAY, because=duplicate, duplicate_of=kept, by=manager)
    close(wrong, on=DAY, because=error, by=manager)

    assert list(COMPLAINTS.within(scope())) == [kept]
    assert [entry.case for entry in LOG_ENTRIES.within(scope())] == [kept]
    assert [stage.case for stage in STAGE_2.within(scope())] == [kept]
    assert rows(assemble(scope()), "left_out") == {
        "Duplicate of another case": [1, 1],
        "Logged in error": [1, 1],
        "Total": [2, 2],
    }
    assert list(NOT_COUNTED.behind(scope(), "duplicate", "total")) == [twice]


def test_a_case_that_is_reopened_counts_again(taken_in, manager):
    case = taken_in()
    close(case, on=DAY, because=factories.close_reason("Error", "logged_in_error"), by=manager)
    reopen(case, why="It was none", by=manager)

    assert list(COMPLAINTS.within(scope())) == [case]
    assert (case.left_out_as, case.closed_because, case.duplicate_of) == ("", None, None)


@pytest.mark.parametrize(
    "fields",
    [
        {"left_out_as": "logged_in_error"},
        {"left_out_as": "duplicate", "closed_on": DAY},
    ],
)
def test_only_a_closed_case_is_left_out_and_a_duplicate_names_the_other(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.case(DAY, "Fostering", **fields)


def test_a_duplicate_is_named_only_where_it_is_one_and_never_of_itself():
    other = factories.case(DAY, "Fostering", closed_on=DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.case(DAY, "Fostering", closed_on=DAY, duplicate_of=other)
    other.duplicate_of, other.left_out_as = other, "duplicate"
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()
