"""The way to the committee's meeting: counted back, late where a step is not done, on the desk."""

from datetime import date

import pytest
import time_machine
from django.core.management import call_command

from accounts.models import User
from accounts.permissions import Role
from editions.actions.committee import mark_step, unmark_step
from editions.models import Edition, StepDone, TimetableStep
from editions.timetable import still_to_do, timetable
from stages.calendars import load_calendar

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 24)


@pytest.fixture
def author(db):
    return User.objects.create_user("author@example.org", "Ann Author", [Role.COMMITTEE])


@pytest.fixture
def edition(db, author):
    """It meets on Thursday 8 October 2026."""
    call_command("load_calendar", verbosity=0)
    for name, days in (("It is written", 20), ("Finance has cleared it", 8), ("Sent out", 6)):
        TimetableStep.objects.create(name=name, working_days_before=days)
    return Edition.objects.create(
        title="Annual report",
        start=date(2025, 4, 1),
        end=date(2026, 3, 31),
        meeting_on=date(2026, 10, 8),
        begun_by=author,
    )


def step_called(name) -> TimetableStep:
    return TimetableStep.objects.get(name=name)


def test_agenda_and_report_lie_open_for_five_clear_days(edition):
    """Local Government Act 1972, section 100B: 1, 2, 5, 6 and 7 October lie between."""
    steps = timetable(edition, load_calendar(), TODAY)

    assert [(step.name, step.due_on) for step in steps] == [
        ("It is written", date(2026, 9, 10)),
        ("Finance has cleared it", date(2026, 9, 28)),
        ("Sent out", date(2026, 9, 30)),
        ("The committee meets", date(2026, 10, 8)),
    ]


def test_a_step_that_is_past_and_not_done_is_late_and_the_next_one_is_named(edition, author):
    def told():
        ((_, steps),) = still_to_do(load_calendar(), TODAY)
        return [(step.name, step.is_late) for step in steps]

    assert told() == [("It is written", True), ("Finance has cleared it", False)]
    written = step_called("It is written")
    mark_step(edition, written, on=TODAY, by=author)
    mark_step(edition, written, on=TODAY, by=author)  # pressed twice
    assert told() == [("Finance has cleared it", False)]
    assert StepDone.objects.count() == 1
    unmark_step(edition, written, by=author)
    assert told()[0] == ("It is written", True)


def test_after_the_meeting_and_without_one_nothing_is_to_do(edition):
    assert still_to_do(load_calendar(), date(2026, 10, 9)) == []
    Edition.objects.filter(pk=edition.pk).update(meeting_on=None)
    assert still_to_do(load_calendar(), TODAY) == []


def test_a_word_that_is_out_of_use_is_no_step(edition):
    TimetableStep.objects.filter(name="It is written").update(in_use_until=date(2026, 9, 1))

    ((_, steps),) = still_to_do(load_calendar(), TODAY)

    assert [step.name for step in steps] == ["Finance has cleared it"]


@pytest.mark.parametrize(
    ("role", "page", "sees"),
    [
        (Role.MANAGER, "/", True),
        (Role.OFFICER, "/", False),
        (Role.COMMITTEE, "/reports/", True),
        (Role.DIRECTOR, "/reports/", False),
    ],
)
def test_the_first_page_of_who_writes_the_report_tells_what_is_late(
    client, edition, role, page, sees, django_assert_max_num_queries
):
    client.force_login(User.objects.create_user("p@example.org", "A Person", [role]))
    with time_machine.travel(TODAY), django_assert_max_num_queries(12 if page == "/" else 30):
        answer = client.get(page).content.decode()

    assert ("The report on its way to the committee" in answer) == sees


def test_a_step_is_done_with_one_press_and_only_by_a_writer(client, edition, author):
    client.force_login(author)
    step = step_called("It is written")
    at = f"/reports/editions/{edition.pk}/step/{step.pk}/"

    client.post(f"{at}done/")
    assert StepDone.objects.get().by == author
    client.post(f"{at}not-done/")
    assert not StepDone.objects.exists()
    assert client.post(f"{at}perhaps/").status_code == 404
    client.force_login(User.objects.create_user("d@example.org", "A Director", [Role.DIRECTOR]))
    assert client.post(f"{at}done/").status_code == 403
