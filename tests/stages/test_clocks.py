"""The clocks of a stage: what starts each, what moves it, and what runs only provisionally."""

from datetime import date

import pytest
from django.core.management import call_command

from stages.clocks import clocks_of
from stages.models import TimeLimit
from stages.rules import Rules
from stages.working_days import Calendar, DayOne, Unit

CHRISTMAS = {
    date(2006, 12, 25): "Christmas Day",
    date(2006, 12, 26): "Boxing Day",
    date(2007, 1, 1): "New Year's Day",
    date(2007, 4, 6): "Good Friday",
    date(2007, 4, 9): "Easter Monday",
}
CALENDAR = Calendar(date(2006, 7, 1), date(2008, 12, 31), CHRISTMAS)


def limit(key, length, **more):
    """A time limit as the children's procedure has them, in memory."""
    usual = {
        "name": key,
        "unit": Unit.WORKING_DAYS,
        "day_one": DayOne.AFTER,
        "runs_from": "" if "counts_back_from" in more else "received_on",
        "stopped_by": "responded_on",
    }
    return TimeLimit(key=key, length=length, **(usual | more))


RESPONSE = limit("response", 10, extends_to=20, is_main=True)
DRAFT = limit("draft", 3, counts_back_from="response", kind=TimeLimit.Kind.INNER)
RECEIVED = {"received_on": date(2006, 12, 18)}


def days(clock):
    return clock.starts_on, clock.target_on, clock.due_on, clock.ceiling_on


def test_a_response_has_a_target_and_a_ceiling_from_the_same_start():
    (clock,) = clocks_of([RESPONSE], RECEIVED, CALENDAR)

    assert days(clock) == (
        date(2006, 12, 18),
        date(2007, 1, 4),
        date(2007, 1, 4),
        date(2007, 1, 18),
    )
    assert not clock.provisional
    assert clock.met_on is None


def test_a_limit_without_extension_has_its_ceiling_on_its_target():
    (clock,) = clocks_of([limit("response", 10)], RECEIVED, CALENDAR)

    assert (clock.target_on, clock.ceiling_on) == (date(2007, 1, 4), date(2007, 1, 4))


def test_a_clock_is_met_by_the_day_of_what_stops_it():
    (clock,) = clocks_of([RESPONSE], RECEIVED | {"responded_on": date(2007, 1, 3)}, CALENDAR)

    assert clock.met_on == date(2007, 1, 3)


def test_a_clock_whose_start_has_not_happened_does_not_run():
    assert clocks_of([RESPONSE, DRAFT], {"requested_on": date(2006, 12, 18)}, CALENDAR) == []


def test_an_extension_moves_the_response_and_its_milestones_and_nothing_else():
    acknowledgement = limit("acknowledgement", 3, stopped_by="acknowledged_on")

    clocks = clocks_of(
        [acknowledgement, RESPONSE, DRAFT], RECEIVED, CALENDAR, extended_to=date(2007, 1, 11)
    )

    assert [clock.due_on for clock in clocks] == [
        date(2006, 12, 21),
        date(2007, 1, 11),
        date(2007, 1, 8),
    ]
    assert [clock.target_on for clock in clocks] == [
        date(2006, 12, 21),
        date(2007, 1, 4),
        date(2006, 12, 29),
    ]


def test_an_extension_that_a_later_start_has_overtaken_does_not_move_the_response_back():
    (clock,) = clocks_of([RESPONSE], RECEIVED, CALENDAR, extended_to=date(2006, 12, 29))

    assert clock.due_on == date(2007, 1, 4)


def test_a_milestone_counts_back_over_days_that_do_not_count():
    response = limit("response", 10, is_main=True)
    report = limit("report", 10, counts_back_from="response")

    clocks = clocks_of([response, report], RECEIVED, CALENDAR)

    assert clocks[1].due_on == date(2006, 12, 18)


def test_the_window_runs_from_the_day_the_letter_is_deemed_received():
    window = limit(
        "window",
        20,
        kind=TimeLimit.Kind.WINDOW,
        runs_from="responded_on",
        stopped_by="escalated_on",
    )
    sent = {"responded_on": date(2007, 3, 29)}

    by_hand = clocks_of([window], sent, CALENDAR)
    by_post = clocks_of([window], sent, CALENDAR, posting_days=2)

    assert (by_hand[0].starts_on, by_hand[0].due_on) == (date(2007, 3, 29), date(2007, 4, 30))
    assert (by_post[0].starts_on, by_post[0].due_on) == (date(2007, 4, 2), date(2007, 5, 2))


PANEL = limit("panel", 30, runs_from="requested_on", stopped_by="panel_met_on")
REPORT = limit(
    "panel-report",
    5,
    runs_from="panel_met_on",
    provisional_from="panel",
    stopped_by="panel_report_on",
)
REPLY = limit(
    "response", 15, runs_from="panel_report_on", provisional_from="panel-report", is_main=True
)


def test_clocks_of_stage_3_run_provisionally_on_the_last_day_of_the_one_before():
    clocks = clocks_of([PANEL, REPORT, REPLY], {"requested_on": date(2007, 1, 15)}, CALENDAR)

    assert [(clock.provisional, clock.due_on) for clock in clocks] == [
        (False, date(2007, 2, 26)),
        (True, date(2007, 3, 5)),
        (True, date(2007, 3, 26)),
    ]


def test_a_provisional_clock_is_counted_from_what_happened_once_that_is_recorded():
    happened = {
        "requested_on": date(2007, 1, 15),
        "panel_met_on": date(2007, 2, 27),
        "panel_report_on": date(2007, 2, 27),
    }

    clocks = clocks_of([PANEL, REPORT, REPLY], happened, CALENDAR)

    assert [(clock.provisional, clock.due_on) for clock in clocks] == [
        (False, date(2007, 2, 26)),
        (False, date(2007, 3, 6)),
        (False, date(2007, 3, 20)),
    ]
    assert [clock.met_on for clock in clocks] == [date(2007, 2, 27), date(2007, 2, 27), None]


def test_without_a_request_no_clock_of_stage_3_runs_even_provisionally():
    assert clocks_of([PANEL, REPORT, REPLY], {}, CALENDAR) == []


def test_calendar_days_stay_at_a_weekend_unless_the_version_moves_them():
    days_28 = limit("response", 28, unit=Unit.CALENDAR_DAYS)
    received = {"received_on": date(2006, 12, 9)}  # 28 days on is a Saturday

    (stays,) = clocks_of([days_28], received, CALENDAR)
    (moves,) = clocks_of([days_28], received, CALENDAR, roll=True)

    assert stays.due_on == date(2007, 1, 6)
    assert moves.due_on == date(2007, 1, 8)


def test_a_pause_moves_the_response_where_the_version_lets_it():
    clocks = clocks_of([RESPONSE, DRAFT], RECEIVED, CALENDAR, days_held=3)

    assert days(clocks[0])[1:] == (date(2007, 1, 9), date(2007, 1, 9), date(2007, 1, 23))
    assert clocks[1].due_on == date(2007, 1, 4)


@pytest.fixture
def rules(db):
    call_command("load_procedures", verbosity=0)
    return Rules()


def test_all_rules_are_read_in_two_queries(rules, django_assert_num_queries):
    with django_assert_num_queries(2):
        known = Rules()
        version = known.rules_in_force("children", date(2006, 9, 1))
        stages = {number: stage.key for number, stage in version.stages.items()}
        limits = [one.key for one in version.limits[3]]

    assert version.procedure.version == "2006"
    assert stages == {0: "before-stage-1", 1: "stage-1", 2: "stage-2", 3: "stage-3"}
    assert limits == ["acknowledgement", "panel", "panel-report", "response", "draft", "sign-off"]


@pytest.mark.parametrize(
    ("name", "day", "version"),
    [
        ("children_statutory", date(2006, 8, 31), "1991"),
        ("children_statutory", date(2006, 9, 1), "2006"),
        ("adults_statutory", date(2030, 1, 1), "2009"),
        ("corporate", date(2026, 3, 31), "2006"),
        ("corporate", date(2026, 4, 1), "2024"),
    ],
)
def test_a_case_log_may_use_another_name_of_a_procedure(rules, name, day, version):
    assert rules.rules_in_force(name, day).procedure.version == version


@pytest.mark.parametrize(
    ("name", "day"), [("housing", date(2024, 3, 31)), ("education", date(2024, 4, 1))]
)
def test_no_rules_are_in_force_before_the_first_version_or_under_an_unknown_name(rules, name, day):
    assert rules.rules_in_force(name, day) is None


def test_stage_2_counts_from_the_request_and_shows_the_agreed_statement_beside_it(rules):
    version = rules.rules_in_force("children", date(2006, 9, 1))
    happened = {
        "requested_on": date(2006, 9, 4),
        "statement_agreed_on": date(2006, 10, 2),
    }

    clocks = {clock.limit.key: clock for clock in clocks_of(version.limits[2], happened, CALENDAR)}

    assert clocks["response"].limit.in_force
    assert clocks["response"].due_on == date(2006, 10, 9)
    assert not clocks["response-from-statement"].limit.in_force
    assert clocks["response-from-statement"].due_on == date(2006, 11, 6)
    assert clocks["response-from-statement"].ceiling_on == date(2007, 1, 4)
    assert clocks["investigator-report"].due_on == date(2006, 9, 25)


def test_the_ombudsman_counted_65_working_days_from_the_request(rules):
    """Request of 29 August 2024, due by 28 November 2024 (decision 25 005 179)."""
    version = rules.rules_in_force("children", date(2024, 8, 29))
    calendar = Calendar(date(2024, 1, 1), date(2024, 12, 31))

    clocks = clocks_of(version.limits[2], {"requested_on": date(2024, 8, 29)}, calendar)

    (main,) = [clock for clock in clocks if clock.limit.is_main]
    assert main.ceiling_on == date(2024, 11, 28)


def test_an_unacknowledged_complaint_under_the_code_runs_from_the_last_day_to_acknowledge(rules):
    version = rules.rules_in_force("corporate", date(2026, 4, 1))
    easter = {date(2026, 4, 3): "Good Friday", date(2026, 4, 6): "Easter Monday"}
    calendar = Calendar(date(2026, 1, 1), date(2026, 12, 31), easter)

    clocks = clocks_of(version.limits[1], {"received_on": date(2026, 4, 1)}, calendar)

    assert [(clock.limit.key, clock.provisional, clock.due_on) for clock in clocks] == [
        ("acknowledgement", False, date(2026, 4, 10)),
        ("response", True, date(2026, 4, 24)),
        ("draft", True, date(2026, 4, 21)),
        ("sign-off", True, date(2026, 4, 22)),
    ]
