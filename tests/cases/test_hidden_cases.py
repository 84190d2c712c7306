"""Whether any case is hidden from somebody, found without reading all: the same as reading all."""

from datetime import date

import pytest

from accounts.models import User
from accounts.permissions import Role
from cases.models import Assignment, Case, CasePerson, Person
from tests.factories import case

pytestmark = pytest.mark.django_db
DAY = date(2006, 9, 4)


def user(role):
    return User.objects.create_user(f"{role}@example.org", f"{role} one", [role])


def any_by_reading_all(who):
    known = Case.objects.wholly_visible_to(who).order_by().values("pk")
    return Case.objects.exclude(pk__in=known).exists()


def nothing_hidden(who):
    case(DAY, "Fostering")


def restricted(who):
    case(DAY, "Fostering", restricted=True)


def restricted_and_given(who):
    given = case(DAY, "Fostering", restricted=True)
    Assignment.objects.create(case=given, user=who, capacity="owner", since=DAY)


def complained_about(who):
    about = case(DAY, "Fostering")
    person = Person.objects.create(name=who.full_name, user=who)
    CasePerson.objects.create(case=about, person=person, role="complained_about")


def withheld(who):
    case(DAY, "Fostering", identity_withheld=True)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.HEAD_OF_SERVICE, Role.COMMITTEE])
@pytest.mark.parametrize(
    "makes", [nothing_hidden, restricted, restricted_and_given, complained_about, withheld]
)
def test_whether_any_is_hidden_is_what_reading_all_says(role, makes):
    who = user(role)
    makes(who)

    assert Case.objects.hides_any_from(who) == any_by_reading_all(who)


@pytest.mark.parametrize(
    ("role", "makes", "hides"),
    [
        (Role.OFFICER, nothing_hidden, False),
        (Role.OFFICER, restricted, True),
        (Role.OFFICER, restricted_and_given, False),
        (Role.MANAGER, restricted, False),
        (Role.MANAGER, complained_about, True),
        (Role.COMMITTEE, nothing_hidden, True),
    ],
)
def test_who_is_hidden_what_from(role, makes, hides):
    who = user(role)
    makes(who)

    assert Case.objects.hides_any_from(who) is hides
