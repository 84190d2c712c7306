"""A day announced late, in the browser: one proposes it, another sees the cases and decides."""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.models import CasePerson, Person
from stages.actions.calendar import add_bank_holiday, add_closure_day
from stages.actions.intake import take_in
from stages.models import BankHoliday, CalendarChange, Deadline
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2027, 5, 25)
JUBILEE = {"day": "4 6 2027", "title": "A jubilee"}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def manager(db):
    return User.objects.create_user("manager@example.org", "Anna Fielding", [Role.MANAGER])


@pytest.fixture
def administrator(db):
    return User.objects.create_user("ada@example.org", "Ada Meadow", [Role.ADMINISTRATOR])


@pytest.fixture
def case(manager):
    """A children's complaint whose answer is due on 8 June 2027."""
    area = factories.service_area("Leaving Care")
    return take_in(on=TODAY, by=manager, received_on=date(2027, 5, 24), service_area=area)


def words(answer):
    return " ".join(answer.content.decode().split())


def proposed(client, administrator):
    client.force_login(administrator)
    answer = client.post("/calendar/add-holiday/", JUBILEE, follow=True)
    return CalendarChange.objects.get(), answer


def answer_due(case):
    return Deadline.objects.get(stage__case=case, is_main=True)


def test_an_administrator_sees_how_many_would_move_and_no_case(client, administrator, case):
    change, answer = proposed(client, administrator)

    page = words(answer)
    assert answer.redirect_chain[0][0] == f"/calendar/changes/{change.pk}/"
    assert "Nothing is changed yet: this would move" in page
    assert "of 1 case" in page
    assert case.reference not in page
    assert "Approve" not in page
    assert answer_due(case).due_on == date(2027, 6, 8)


def test_the_manager_finds_it_on_the_desk_and_sees_the_cases(client, administrator, case, manager):
    change, _ = proposed(client, administrator)
    client.force_login(manager)

    desk = words(client.get("/"))
    page = words(client.get(f"/calendar/changes/{change.pk}/"))

    assert "Decide a change of the calendar: bank holiday 4 June 2027, A jubilee" in desk
    assert case.reference in page
    assert "8 Jun 2027" in page
    assert "9 Jun 2027" in page


def decide(client, change, **typed):
    seen = client.get(f"/calendar/changes/{change.pk}/").context["fingerprint"]
    sent = {"decision": "approved", "seen": seen, "told": "move"} | typed
    return client.post(f"/calendar/changes/{change.pk}/", sent, follow=True)


def test_approving_moves_them_and_the_page_then_says_what_was_moved(
    client, administrator, case, manager
):
    change, _ = proposed(client, administrator)
    client.force_login(manager)

    page = words(decide(client, change))

    assert answer_due(case).due_on == date(2027, 6, 9)
    assert "The calendar is changed: bank holiday 4 June 2027, A jubilee." in page
    assert "It moved" in page
    assert "Calendar changed" in words(client.get(f"/case/{case.reference}/"))


def test_those_already_told_are_marked_and_can_be_left(client, administrator, case, manager):
    Deadline.objects.filter(is_main=True).update(told_on=date(2027, 6, 8))
    change, _ = proposed(client, administrator)
    client.force_login(manager)

    page = words(client.get(f"/calendar/changes/{change.pk}/"))
    done = words(decide(client, change, told="stay"))

    assert "told 8 Jun 2027" in page
    assert answer_due(case).due_on == date(2027, 6, 8)
    assert "1 deadline already told stayed." in done
    assert "stayed" in done


def test_what_changed_since_the_page_was_opened_is_shown_again(
    client, administrator, case, manager
):
    change, _ = proposed(client, administrator)
    client.force_login(manager)

    page = words(decide(client, change, seen="something else"))

    assert "Deadlines have changed since you opened this page" in page
    assert answer_due(case).due_on == date(2027, 6, 8)


def test_a_refusal_asks_for_its_reason_and_keeps_the_page(client, administrator, case, manager):
    change, _ = proposed(client, administrator)
    client.force_login(manager)

    again = words(decide(client, change, decision="refused", why=""))
    assert "Say why the calendar stays as it is" in again
    assert case.reference in again

    assert "Scotland only" in words(decide(client, change, decision="refused", why="Scotland only"))
    assert not BankHoliday.objects.filter(title="A jubilee").exists()


def test_who_keeps_the_calendar_and_decides_does_both(client, case):
    both = [Role.MANAGER, Role.ADMINISTRATOR]
    user = User.objects.create_user("both@example.org", "Rosa Both", both)

    change, answer = proposed(client, user)
    decide(client, change)

    assert case.reference in words(answer)
    assert answer_due(case).due_on == date(2027, 6, 9)


def test_an_administrator_takes_back_what_was_a_mistake(client, administrator, case):
    change, _ = proposed(client, administrator)

    client.post(f"/calendar/changes/{change.pk}/take-back/")

    change.refresh_from_db()
    assert change.decision == "taken_back"


def test_an_administrator_does_not_decide_and_an_officer_sees_no_change(client, administrator):
    change = CalendarChange.objects.create(added={"2027-06-04": "x"}, proposed_on=TODAY)
    client.force_login(administrator)
    sent = {"decision": "approved"}
    assert client.post(f"/calendar/changes/{change.pk}/", sent).status_code == 403

    officer = User.objects.create_user("officer@example.org", "An Officer", [Role.OFFICER])
    client.force_login(officer)
    assert client.get(f"/calendar/changes/{change.pk}/").status_code == 404
    assert client.post(f"/calendar/changes/{change.pk}/", sent).status_code == 403


def test_what_was_decided_stands_below_the_calendar_of_its_year(
    client, administrator, case, manager
):
    change, _ = proposed(client, administrator)
    client.force_login(manager)
    decide(client, change, decision="refused", why="Scotland only")

    assert "Bank holiday 4 June 2027, A jubilee</a>: refused 25 May 2027 by Anna Fielding" in words(
        client.get("/calendar/?year=2027")
    )
    assert "A jubilee" not in words(client.get("/calendar/?year=2026"))


def test_the_stages_come_in_pages_and_those_told_can_be_shown_alone(
    client, administrator, case, manager, monkeypatch
):
    monkeypatch.setattr("complaints_site.deadlines_listed.STAGES_A_PAGE", 1)
    area = factories.service_area("Leaving Care")
    other = take_in(on=TODAY, by=manager, received_on=date(2027, 5, 24), service_area=area)
    Deadline.objects.filter(stage__case=other, is_main=True).update(told_on=date(2027, 6, 8))
    change, _ = proposed(client, administrator)
    client.force_login(manager)

    first, told = (
        words(client.get(f"/calendar/changes/{change.pk}/{query}")) for query in ("", "?show=told")
    )

    assert case.reference in first
    assert other.reference not in first
    assert "?page=2" in first
    assert other.reference in told
    assert case.reference not in told
    assert "Show all" in told


def test_a_case_the_manager_is_complained_about_in_is_counted_and_not_shown(
    client, administrator, case, manager
):
    person = Person.objects.create(name="Anna Fielding", user=manager)
    CasePerson.objects.create(case=case, person=person, role="complained_about")
    change, _ = proposed(client, administrator)
    client.force_login(manager)

    page = words(client.get(f"/calendar/changes/{change.pk}/"))

    assert case.reference not in page
    assert "of cases that you may not see" in page


def test_a_day_typed_by_mistake_is_taken_out(client, administrator):
    add_bank_holiday(date(2027, 6, 4), "A jubilee", by=None)
    add_closure_day(date(2027, 6, 7), "Staff day", by=None)
    client.force_login(administrator)
    assert "Take out" in words(client.get("/calendar/?year=2027"))

    asked = words(client.get("/calendar/bank_holiday/2027-06-04/remove/"))
    done = words(client.post("/calendar/bank_holiday/2027-06-04/remove/", follow=True))
    client.post("/calendar/closure/2027-06-07/remove/")

    assert "Take 4 June 2027 out of the calendar" in asked
    assert "Taken out of the calendar: bank holiday 4 June 2027, A jubilee." in done
    assert not BankHoliday.objects.filter(day=date(2027, 6, 4)).exists()
    assert client.get("/calendar/closure/2027-06-07/remove/").status_code == 404


def test_a_day_of_the_official_list_is_not_taken_out_by_hand(client, administrator):
    client.force_login(administrator)

    assert client.get("/calendar/bank_holiday/2027-05-31/remove/").status_code == 404
    assert client.get("/calendar/none/2027-05-31/remove/").status_code == 404


def test_the_tasks_that_move_with_it_are_listed_before_and_after(
    client, administrator, case, manager
):
    change, answer = proposed(client, administrator)
    assert "and 1 open task of 1 case" in words(answer)
    assert "would move with it" in words(answer)
    client.force_login(manager)
    address = f"/calendar/changes/{change.pk}/"

    before = words(client.get(address))
    assert "Update the complainant on how far it is" in before
    assert "22 Jun 2027" in before
    approval = {"decision": "approved", "seen": answer.context["fingerprint"], "told": "move"}
    after = words(client.post(address, approval, follow=True))

    assert "and 1 open task moved" in after
    assert "23 Jun 2027" in after
