"""What rates are taken per: kept by an administrator, with days, sources and a history."""

from datetime import date

import pytest
from django.db import IntegrityError

from accounts.models import Event, User
from accounts.permissions import Role
from reporting.actions.denominators import add_number, take_back_number
from reporting.denominators import Denominators, on_day
from reporting.models import Denominator, DenominatorNumber

pytestmark = pytest.mark.django_db
CHILDREN = "/denominators/of/children/"
SOURCE = "Mid-year estimates"


@pytest.fixture
def administrator(client):
    user = User.objects.create_user("keeper@example.org", "Ada Keeper", [Role.ADMINISTRATOR])
    client.force_login(user)
    return user


def children() -> Denominator:
    return Denominator.objects.get(key="children")


def number(how_many, day, by=None):
    return add_number(
        children(), number=how_many, valid_from=day, source=SOURCE, on=date(2026, 11, 30), by=by
    )


def typed(how_many="52,300", day="1 7 2025", source=SOURCE):
    return {"number": how_many, "valid_from": day, "source": source}


def test_children_residents_and_open_cases_are_there_from_the_start():
    assert [each.unit for each in Denominator.objects.all()] == [
        "per 1,000 children in the area",
        "per 100,000 residents",
        "per 100 cases open to social care",
    ]


def test_the_newest_number_whose_first_day_has_come_is_in_force():
    number(50_000, date(2006, 7, 1))
    newer = number(52_000, date(2007, 1, 1))
    kept = Denominators().of("children")

    assert on_day(kept, date(2006, 6, 30)).number is None
    assert on_day(kept, date(2006, 7, 1)).number.number == 50_000
    assert on_day(kept, date(2006, 12, 31)).number.number == 50_000
    assert on_day(kept, date(2007, 1, 1)).number == newer


def test_a_number_that_was_taken_back_is_in_force_no_more(administrator):
    number(50_000, date(2006, 7, 1))
    wrong = number(5_200, date(2007, 1, 1))

    take_back_number(wrong, because="A digit too few", on=date(2026, 11, 30), by=administrator)

    kept = Denominators().of("children")
    assert on_day(kept, date(2007, 1, 1)).number.number == 50_000
    assert number(52_000, date(2007, 1, 1)).pk != wrong.pk


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [
        ({"number": 0}, "is_not_zero"),
        ({"source": ""}, "has_a_source"),
        ({"taken_back_on": date(2026, 1, 1)}, "with_a_reason"),
    ],
)
def test_the_database_holds_what_a_number_must_have(changed, constraint):
    fields = {
        "denominator": children(),
        "number": 1,
        "valid_from": date(2006, 4, 1),
        "source": SOURCE,
        "entered_on": date(2026, 1, 1),
    }
    with pytest.raises(IntegrityError, match=constraint):
        DenominatorNumber.objects.create(**fields | changed)


def test_one_day_has_one_number():
    number(50_000, date(2006, 7, 1))
    with pytest.raises(IntegrityError, match="once_from_a_day"):
        DenominatorNumber.objects.create(
            denominator=children(),
            number=1,
            valid_from=date(2006, 7, 1),
            source=SOURCE,
            entered_on=date(2026, 1, 1),
        )


def test_an_administrator_enters_a_number_and_reads_its_history(client, administrator):
    number(50_000, date(2024, 7, 1))

    answer = client.post(f"{CHILDREN}add/", typed(), follow=True)

    assert "Rates are taken per 52,300 children in the area from 1 July 2025." in text(answer)
    newest, older = answer.context["numbers"]
    assert (newest.number, newest.source, newest.entered_by) == (52_300, SOURCE, administrator)
    assert older.following == date(2025, 7, 1)
    assert Event.objects.get(
        about_model="reporting.denominatornumber", about_id=newest.pk
    ).sentence == ("entered 52,300 children in the area from 1 July 2025, by Mid-year estimates")
    assert "52,300" in text(client.get("/denominators/"))


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(
    ("told", "field", "sentence"),
    [
        (typed(how_many="0"), "number", "Enter a number above zero: nothing is divided by zero"),
        (typed(how_many="many"), "number", "Enter a whole number, for example 52300"),
        (typed(how_many=""), "number", "Enter how many there are"),
        (typed(source=""), "source", "Enter where the number comes from"),
        (typed(day=""), "valid_from", "Enter the first day as day, month and year"),
        (
            typed(day="1 7 2024"),
            "valid_from",
            "From that day there is a number already, 50,000: take it back first",
        ),
    ],
)
def test_what_cannot_be_entered_says_why_and_keeps_what_was_typed(
    client, administrator, told, field, sentence
):
    number(50_000, date(2024, 7, 1))

    answer = client.post(f"{CHILDREN}add/", told)

    assert answer.context["form"].errors[field][0].startswith(sentence)
    assert told["source"] in text(answer)
    assert DenominatorNumber.objects.count() == 1


def test_a_wrong_number_is_taken_back_with_a_reason_and_stays_in_the_history(client, administrator):
    wrong = number(5_230, date(2025, 7, 1))
    address = f"{CHILDREN}{wrong.pk}/take-back/"

    assert "Say why the number is taken back" in text(client.post(address, {"because": ""}))
    answer = client.post(address, {"because": "A digit too few"}, follow=True)

    assert "taken back" in text(answer)
    assert "A digit too few" in text(answer)
    assert client.get(address).status_code == 404


def test_something_more_that_rates_are_taken_per(client, administrator):
    told = {"many": "social work visits", "per": "1000"}

    answer = client.post("/denominators/add/", told, follow=True)

    assert answer.context["denominator"].unit == "per 1,000 social work visits"
    again = client.post("/denominators/add/", told | {"many": "Social  work visits"})
    assert "is kept already: add a number to it" in text(again)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.COMMITTEE])
def test_nobody_else_keeps_them(client, role):
    client.force_login(User.objects.create_user("one@example.org", "One", [role]))

    assert client.get("/denominators/").status_code == 403
    assert client.post(f"{CHILDREN}add/", typed()).status_code == 403
    assert not DenominatorNumber.objects.exists()
