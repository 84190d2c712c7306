"""The calendar and the procedures as pages: anyone may read them, an administrator keeps them."""

from datetime import date

import pytest
import time_machine

from accounts.models import Event, User
from accounts.permissions import Role
from stages.calendars import load_calendar
from stages.models import BankHoliday, ClosureDay, Procedure

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
OTHERS = [role for role in Role if role != Role.ADMINISTRATOR]


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def signed_in(client, role):
    client.force_login(User.objects.create_user("ada@example.org", "Ada Meadow", [role]))
    return client


@pytest.fixture
def office(client):
    """A browser with an administrator signed in. The calendar runs from 1995 to 2028."""
    return signed_in(client, Role.ADMINISTRATOR)


def words(answer):
    return " ".join(answer.content.decode().split())


def last_sentence():
    return Event.objects.latest("id").sentence


# The calendar


def test_the_calendar_shows_this_year_and_how_far_it_reaches(office):
    answer = office.get("/calendar/")

    assert [row.day for row in answer.context["days"]][-3:] == [
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 28),
    ]
    assert "Bank holidays are known to <strong>31 December 2028</strong>" in words(answer)
    assert answer.context["warning"] == ""


@pytest.mark.parametrize(
    ("asked", "shown"), [("2025", 2025), ("1066", 1995), ("9999", 2028), ("", 2026), ("²", 2026)]
)
def test_another_year_can_be_asked_for_and_the_nearest_known_is_shown(office, asked, shown):
    assert office.get("/calendar/", {"year": asked}).context["year"] == shown


def test_the_calendar_warns_when_it_ends_in_less_than_six_months(client):
    with time_machine.travel(date(2028, 7, 1), tick=False):
        page = words(signed_in(client, Role.FINANCE).get("/calendar/"))

    assert "The known bank holidays end on 31 December 2028." in page


def test_without_a_bank_holiday_the_page_says_how_to_get_them(client, no_rules):
    office = signed_in(client, Role.ADMINISTRATOR)

    assert "No bank holidays are loaded" in words(office.get("/calendar/"))
    answer = office.get("/calendar/add-holiday/", follow=True)
    assert "No bank holidays are loaded" in words(answer)


# A bank holiday for once


def test_a_bank_holiday_for_once_is_no_working_day_from_then_on(office):
    sent = {"day": "7 6 2027", "title": "Jubilee"}

    answer = office.post("/calendar/add-holiday/", sent, follow=True)

    assert "7 June 2027 is a bank holiday: Jubilee." in words(answer)
    assert answer.context["year"] == 2027
    assert "Bank holiday, added here" in words(answer)
    assert load_calendar().why_not(date(2027, 6, 7)) == "bank holiday: Jubilee"
    assert last_sentence() == "added the bank holiday 7 June 2027, Jubilee"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"day": ""}, "Enter the date of the bank holiday"),
        ({"day": "31 6 2027"}, "Enter the date of the bank holiday as day, month and year"),
        ({"title": " "}, "Enter what it is for"),
        ({"title": "x" * 101}, "at most 100 characters"),
        ({"day": "5 6 2027"}, "5 June 2027 is a Saturday, which never counts"),
        ({"day": "25 12 2026"}, "25 December 2026 is a bank holiday already: Christmas Day"),
        ({"day": "3 1 2029"}, "known from 1 January 1995 to 31 December 2028"),
        ({"day": "31 3 2026"}, "The reporting year of 31 March 2026 has ended"),
    ],
)
def test_a_day_that_cannot_be_a_bank_holiday_is_refused_with_the_reason(office, sent, said):
    answer = office.post("/calendar/add-holiday/", {"day": "7 6 2027", "title": "Jubilee"} | sent)

    assert said in words(answer)
    assert not BankHoliday.objects.filter(one_off=True).exists()


# Closures


def test_the_days_of_a_closure_are_added_but_not_those_that_are_free_anyway(office):
    sent = {"first": "24 12 2026", "last": "3 1 2027", "title": "Christmas closure"}

    answer = office.post("/calendar/add-closure/", sent, follow=True)

    said = "closed on 4 days from 24 December 2026 to 31 December 2026: Christmas closure."
    assert said in words(answer)
    assert list(ClosureDay.objects.values_list("day", flat=True)) == [
        date(2026, 12, 24),
        date(2026, 12, 29),
        date(2026, 12, 30),
        date(2026, 12, 31),
    ]


def test_a_closure_moves_no_limit_of_the_law(office):
    office.post("/calendar/add-closure/", {"first": "24 12 2026", "title": "Christmas closure"})

    assert load_calendar().works_on(date(2026, 12, 24))
    assert not load_calendar(closures=True).works_on(date(2026, 12, 24))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"first": ""}, "Enter the first day closed"),
        ({"title": ""}, "Enter why the office is closed"),
        ({"last": "23 12 2026"}, "The last day cannot be before the first, 24 December 2026"),
        ({"last": "24 12 2027"}, "Enter at most 14 days at a time"),
        ({"first": "25 12 2026", "last": "28 12 2026"}, "The office is closed then already"),
        ({"first": "24 12 2025"}, "The reporting year of 24 December 2025 has ended"),
        ({"first": "29 12 2028", "last": "2 1 2029"}, "to 31 December 2028"),
    ],
)
def test_a_closure_that_cannot_be_is_refused_with_the_reason(office, sent, said):
    usual = {"first": "24 12 2026", "last": "", "title": "Christmas closure"}

    answer = office.post("/calendar/add-closure/", usual | sent)

    assert said in words(answer)
    assert not ClosureDay.objects.exists()


@pytest.mark.parametrize("role", OTHERS)
def test_everyone_reads_the_calendar_and_nobody_else_changes_it(client, role):
    reader = signed_in(client, role)

    assert "Add a bank holiday" not in words(reader.get("/calendar/"))
    for address, sent in [
        ("/calendar/add-holiday/", {"day": "7 6 2027", "title": "Jubilee"}),
        ("/calendar/add-closure/", {"first": "24 12 2026", "title": "Christmas closure"}),
    ]:
        assert reader.get(address).status_code == 403
        assert reader.post(address, sent).status_code == 403
    assert not BankHoliday.objects.filter(one_off=True).exists()
    assert not ClosureDay.objects.exists()


# Procedures


def test_every_version_stands_on_the_line_of_time(client):
    shown = signed_in(client, Role.FINANCE).get("/procedures/").context["procedures"]

    children = dict(shown)["children"]
    assert [(one.procedure.version, one.standing) for one in children] == [
        ("1991", "Superseded"),
        ("2006", "In force"),
    ]
    before, since = (one.bar for one in children)
    assert before.start == 1.9  # 14 October 1991, on a line from 1991 to 2031
    assert abs(before.end - since.start) <= 0.1
    assert since.end == 100


def test_a_version_says_its_clocks_their_sources_and_what_is_not_verified(client):
    page = words(signed_in(client, Role.FINANCE).get("/procedures/children/2006/"))

    assert "Answered by: Director, with the independent person." in page
    assert "may be extended to 65 working days in all" in page
    assert "before “Response with the adjudication” is due" in page
    assert "While that is not recorded: from the last day of “Panel to meet”" in page
    assert "SI 2006/1738, reg 19(4)" in page
    assert "Not verified: councils use 2, 3 or 5 working days." in page
    assert "[UGK]" not in page
    assert "Shown, does not count" in page
    assert "Every 10 working days once a stage is late or past 20 working days" in page
    assert "Terms agreed by talking are confirmed in writing in 5 working days." in page


def test_the_clocks_of_a_version_are_drawn_to_one_scale(client):
    stages = signed_in(client, Role.FINANCE).get("/procedures/children/2006/").context["stages"]

    bars = {
        (stage.definition.number, clock.limit.key): (
            clock.bar.start,
            clock.bar.end,
            clock.bar.beyond,
        )
        for stage in stages
        for clock in stage.clocks
    }
    assert bars[2, "response"] == (0, 38.5, 100.0)  # 25 and 65 of 65 working days
    assert bars[1, "response"] == (0, 15.4, 30.8)
    assert bars[2, "draft"][:2] == (33.8, 38.5)  # ends with the response


def test_every_version_that_is_delivered_opens(client):
    reader = signed_in(client, Role.FINANCE)

    for version in Procedure.objects.all():
        answer = reader.get(f"/procedures/{version.code}/{version.version}/")
        assert version.name in words(answer)


def test_a_coming_version_says_so(client):
    with time_machine.travel(date(2026, 6, 18), tick=False):
        page = words(signed_in(client, Role.FINANCE).get("/procedures/data-protection/2026/"))

    assert "Coming" in page


def test_a_version_that_never_was_is_not_there(client):
    assert signed_in(client, Role.FINANCE).get("/procedures/children/1066/").status_code == 404


def test_before_any_is_loaded_the_page_says_where_procedures_come_from(client, no_rules):
    assert "manage.py load_procedures" in words(signed_in(client, Role.FINANCE).get("/procedures/"))
