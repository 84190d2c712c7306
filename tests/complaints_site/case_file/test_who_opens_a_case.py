"""The case file opens to those who may see the case, and each opening is kept."""

import pytest

from accounts.permissions import Role
from cases.actions import casework as cases
from cases.models import CasePerson, CaseViewing, Person
from tests.complaints_site.case_file.makers import (
    RECEIVED,
    TABS,
    someone,
    take_in_complaint,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_has_an_address_of_its_own(case, officer, page_of, tab):
    answer = page_of(case, officer, tab)

    assert answer.status_code == 200
    assert answer.context["case"] == case


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.OFFICER, 200),
        (Role.MANAGER, 200),
        (Role.RESPONDER, 404),
        (Role.VETTER, 404),
        (Role.HEAD_OF_SERVICE, 404),
        (Role.ADJUDICATOR, 404),
        (Role.COMMITTEE, 403),
        (Role.INFORMATION_GOVERNANCE, 403),
        (Role.FINANCE, 403),
        (Role.ADMINISTRATOR, 403),
    ],
)
def test_a_case_opens_to_those_who_may_see_it(case, page_of, role, status):
    reader = someone(role, "Somebody Else")

    assert [page_of(case, reader, tab).status_code for tab in TABS] == [status] * len(TABS)


def test_a_responding_manager_opens_a_case_that_was_put_to_them(case, officer, page_of):
    responder = someone(Role.RESPONDER, "Ruth Barlow")
    cases.assign(case, to=responder, capacity="responder", on=RECEIVED, by=officer)

    assert page_of(case, responder).status_code == 200


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER])
def test_whoever_is_complained_about_never_opens_the_case(case, page_of, role):
    reader = someone(role, "Complained About")
    person = Person.objects.create(name="Complained About", user=reader)
    case.people.create(person=person, role=CasePerson.Role.COMPLAINED_ABOUT)
    deadline = case.stages.get().deadlines.first()

    addresses = [*TABS, f"deadline/{deadline.pk}/"]
    assert {page_of(case, reader, tab).status_code for tab in addresses} == {404}


def test_a_restricted_case_opens_to_managers_and_those_it_was_put_to(
    case, officer, page_of, manager
):
    owner = someone(Role.OFFICER, "Olive Berry")
    cases.assign(case, to=owner, capacity="owner", on=RECEIVED, by=manager)
    cases.restrict(case, why="A member of staff's own family", by=manager)

    readers = officer, manager, owner
    assert [page_of(case, reader).status_code for reader in readers] == [404, 200, 200]


def test_a_deadline_is_not_explained_under_the_reference_of_another_case(case, officer, page_of):
    other = take_in_complaint(officer)
    deadline = case.stages.get().deadlines.first()

    assert page_of(other, officer, f"deadline/{deadline.pk}/").status_code == 404
    assert page_of(case, officer, f"deadline/{deadline.pk}/").status_code == 200


def test_each_page_of_a_case_that_is_opened_is_kept_once(case, officer, page_of):
    page_of(case, officer)
    page_of(case, officer, "history/")

    assert list(CaseViewing.objects.values_list("case", "user")) == [(case.pk, officer.pk)] * 2


def test_a_page_that_was_refused_is_not_kept_as_opened(case, page_of):
    page_of(case, someone(Role.RESPONDER, "Ruth Barlow"))

    assert not CaseViewing.objects.exists()
