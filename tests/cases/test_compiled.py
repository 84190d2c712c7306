"""A query that is put together once answers for whichever rows it is asked about."""

from datetime import date

import pytest
from django.db.models import Count, OuterRef, Subquery

from accounts.models import User
from accounts.permissions import Role
from cases.compiled import Compiled, among_keys, kept_for_each, with_keys
from cases.models import Case, Point
from cases.prepared import rows_of
from tests import factories

pytestmark = pytest.mark.django_db

RECEIVED = date(2026, 9, 1)
POINTS = Point.objects.filter(case=OuterRef("pk")).order_by().values("case")
COLUMNS = {"summary": Subquery(Case.objects.filter(pk=OuterRef("pk")).values("summary")[:1])}


@pytest.fixture
def about_cases():
    number = Subquery(POINTS.values(number=Count("pk")))
    return Compiled(Case.objects.all, COLUMNS | {"points": number})


def test_each_row_has_its_own_columns_also_when_asked_again(about_cases):
    first = factories.case(RECEIVED, "Fostering", summary="Moved twice")
    second = factories.case(RECEIVED, "Fostering", summary="Nobody rang")
    Point.objects.create(case=first, number=1, text="The second move")

    assert about_cases.read([first.pk]) == {first.pk: {"summary": "Moved twice", "points": 1}}
    assert about_cases.read([second.pk, first.pk]) == {
        first.pk: {"summary": "Moved twice", "points": 1},
        second.pk: {"summary": "Nobody rang", "points": None},
    }


def test_no_rows_cost_no_query(about_cases, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert about_cases.read([]) == {}


def test_what_somebody_sees_is_put_together_once_and_again_when_their_roles_change():
    put_together = []

    @kept_for_each
    def seen(user, state):
        put_together.append((user.pk, state))
        return Case.objects.visible_to(user).filter(among_keys()).values_list("reference")

    restricted = factories.case(RECEIVED, "Fostering", restricted=True)
    officer = User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])
    other = User.objects.create_user("other@example.org", "Ben Ashworth", [Role.OFFICER])

    def read(user):
        return rows_of(*with_keys(seen(user, "open"), [restricted.pk]))

    assert read(officer) == read(officer) == []
    assert put_together == [(officer.pk, "open")]
    assert read(other) == []
    officer.roles = [Role.MANAGER]
    assert read(officer) == [(restricted.reference,)]
    assert put_together == [(officer.pk, "open"), (other.pk, "open"), (officer.pk, "open")]
