"""A version of a procedure tried on the open cases before it is in force. Nothing is written."""

from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Event, User
from accounts.permissions import Role
from stages.actions import casework, timing
from stages.actions.intake import take_in
from stages.actions.procedures import load_procedures
from stages.models import Deadline, Procedure
from stages.procedure_files import read_procedure
from stages.procedure_rows import version_of
from stages.procedure_trial import stored_version, summaries, try_version
from tests import factories

pytestmark = pytest.mark.django_db
FILE = Path(__file__).parents[2] / "fixtures/procedures/children-2006.toml"
TODAY = date(2026, 11, 17)


@pytest.fixture
def manager():
    return User.objects.create_user("manager@example.org", "Anna Fielding", [Role.MANAGER])


def complaint(manager, day=date(2026, 11, 9)):
    """Under the version of 2006 the answer is due within 10 working days: 23 November 2026."""
    area = factories.service_area("Leaving Care")
    return take_in(on=day, by=manager, received_on=day, service_area=area, points=["One thing"])


def quicker(days=5, to=10):
    """A version to come in which stage 1 is answered in 5 working days, at most 10."""
    rules = read_procedure(FILE)
    stages = [
        replace(
            stage,
            limits=[
                replace(limit, length=days, extends_to=to) if limit.main else limit
                for limit in stage.limits
            ],
        )
        if stage.number == 1
        else stage
        for stage in rules.stages
    ]
    return replace(
        rules,
        version="2027",
        name="Children 2027",
        in_force_from=date(2027, 4, 1),
        stages=stages,
        content_hash="2027",
    )


def response(tried):
    return next(one for one in tried if one.limit.is_main)


def test_each_running_deadline_is_shown_as_it_would_be(manager):
    complaint(manager)

    tried = response(try_version(version_of(quicker()), today=TODAY))

    assert (tried.before, tried.after) == (date(2026, 11, 23), date(2026, 11, 16))
    assert (tried.was_late, tried.would_be_late) == (False, True)


def test_an_extension_stands_as_far_as_the_version_allows(manager):
    case = complaint(manager)
    day = date(2026, 12, 7)
    timing.extend(case.stages.get(), to=day, reason="Two files", told_on=TODAY, by=manager)

    tried = response(try_version(version_of(quicker()), today=TODAY))

    assert (tried.before, tried.after) == (day, date(2026, 11, 23))


def test_it_is_summed_up_by_stage(manager):
    complaint(manager)
    complaint(manager, date(2026, 10, 5))
    answered = complaint(manager)
    casework.respond(answered.stages.get(), on=date(2026, 11, 10), findings={}, by=manager)

    summary = summaries(try_version(version_of(quicker()), today=TODAY))[0]

    assert (summary.earlier > 0, summary.later, summary.new) == (True, 0, 0)
    assert summary.late_after > summary.late_before
    total = summary.earlier + summary.later + summary.same + summary.gone
    assert summary.running == total


def test_a_limit_that_goes_or_comes_is_said_so(manager):
    complaint(manager)
    rules = quicker()
    first = rules.stages[0] if rules.stages[0].number == 1 else rules.stages[1]
    extra = replace(next(one for one in first.limits if one.main), key="call", main=False)
    kept = [one for one in first.limits if one.key != "draft"]
    changed = [
        replace(one, limits=[*kept, extra]) if one.number == 1 else one for one in rules.stages
    ]

    tried = try_version(version_of(replace(rules, stages=changed)), today=TODAY)

    new = [one.limit.key for one in tried if one.before is None]
    gone = [one.limit.key for one in tried if one.after is None]
    assert new == ["call"]
    assert "draft" in gone


def test_nothing_is_written(manager):
    complaint(manager)
    before = list(Deadline.objects.order_by("pk").values())
    events, versions = Event.objects.count(), Procedure.objects.count()

    try_version(version_of(quicker()), today=TODAY)

    assert list(Deadline.objects.order_by("pk").values()) == before
    assert (Event.objects.count(), Procedure.objects.count()) == (events, versions)


def test_many_cases_cost_no_more_queries_than_one(manager):
    complaint(manager)
    version = version_of(quicker())
    with CaptureQueriesContext(connection) as few:
        try_version(version, today=TODAY)
    for _ in range(9):
        complaint(manager)
    with CaptureQueriesContext(connection) as many:
        try_version(version, today=TODAY)

    assert len(many) == len(few) <= 12


def test_a_version_that_is_loaded_from_a_day_to_come_gives_the_same(manager):
    complaint(manager)
    load_procedures([quicker()], by=None)
    loaded = Procedure.objects.get(version="2027")

    tried = response(try_version(stored_version(loaded), today=TODAY))

    assert tried.after == date(2026, 11, 16)


def test_the_command_tries_a_file_that_is_not_loaded(manager, tmp_path):
    case = complaint(manager)
    path = tmp_path / "children-2027.toml"
    text = FILE.read_text(encoding="utf-8").replace('version = "2006"', 'version = "2027"')
    text = text.replace("in_force_from = 2006-09-01", "in_force_from = 2027-04-01")
    path.write_text(text.replace("length = 10", "length = 5", 1), encoding="utf-8")
    out = StringIO()

    with time_machine.travel(TODAY, tick=False):
        call_command("try_procedure", path, "--cases", stdout=out)

    said = out.getvalue()
    assert "tried on 1 open cases. Nothing is changed." in said
    assert f"{case.reference}, " in said
    assert "23 November 2026 to 16 November 2026 (late)" in said


def test_a_file_with_a_fault_is_told(tmp_path):
    path = tmp_path / "none.toml"
    path.write_text("version = 1", encoding="utf-8")

    with pytest.raises(CommandError, match="version: expected text"):
        call_command("try_procedure", path)


@pytest.fixture
def coming(manager):
    load_procedures([quicker()], by=None)
    with time_machine.travel(TODAY, tick=False):
        yield "/procedures/children/2027/try/"


def words(answer):
    return " ".join(answer.content.decode().split())


def test_a_manager_sees_the_cases(client, manager, coming):
    case = complaint(manager)
    client.force_login(manager)

    page = words(client.get(coming))

    assert case.reference in page
    assert "16 Nov 2026" in page
    assert "Try it on the open cases" in words(client.get("/procedures/children/2027/"))


def test_an_administrator_sees_counts_and_an_officer_nothing(client, manager, coming):
    case = complaint(manager)
    keeper = User.objects.create_user("ada@example.org", "Ada Meadow", [Role.ADMINISTRATOR])
    officer = User.objects.create_user("o@example.org", "Otto Officer", [Role.OFFICER])
    client.force_login(keeper)

    page = words(client.get(coming))

    assert "of 1 open case would be otherwise" in page
    assert case.reference not in page
    client.force_login(officer)
    assert client.get(coming).status_code == 403


def test_without_an_open_case_the_page_says_so(client, manager, coming):
    client.force_login(manager)

    assert "There is nothing to try it on." in words(client.get(coming))
