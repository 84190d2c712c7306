"""The rights, written out: a change of who may do what must be made twice, on purpose."""

import pytest

from accounts.models import User
from accounts.permissions import RIGHTS, Permission, Role

CASEWORK = (
    "open_cases see_all_cases see_withheld log_case run_case see_equalities write_letters "
    "open_reports"
)
WRITTEN_OUT = {
    "officer": CASEWORK,
    "manager": f"{CASEWORK} see_restricted decide keep_pool see_trail answer_for_remedies "
    "vet_letters keep_templates settle_messages write_report",
    "responder": "open_cases write_letters",
    "vetter": "open_cases vet_letters",
    "head_of_service": "open_cases open_reports",
    "director": "open_cases open_reports answer_for_remedies",
    "adjudicator": "open_cases",
    "committee": "open_reports write_report",
    "information_governance": "see_trail open_reports release_regardless",
    "finance": "pay",
    "administrator": "keep_lists keep_people settle_messages",
}


@pytest.mark.parametrize("role", Role)
def test_a_role_holds_these_rights_and_no_others(role):
    assert set(RIGHTS[role]) == set(WRITTEN_OUT[role].split())


def test_every_role_has_a_row_in_the_table_of_rights():
    assert set(WRITTEN_OUT) == set(RIGHTS) == set(Role)


def test_every_right_is_held_by_some_role():
    assert frozenset().union(*RIGHTS.values()) == set(Permission)


def test_two_roles_together_hold_the_rights_of_both():
    person = User(roles=[Role.RESPONDER, Role.COMMITTEE])

    assert person.permissions == {
        Permission.OPEN_CASES,
        Permission.WRITE_LETTERS,
        Permission.OPEN_REPORTS,
        Permission.WRITE_REPORT,
    }


def test_a_leaver_holds_no_right_whatever_their_role():
    leaver = User(roles=[Role.MANAGER], is_active=False)

    assert not any(leaver.may(permission) for permission in Permission)
    assert not leaver.has_role(Role.MANAGER)
