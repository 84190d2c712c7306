"""What an import makes of a complaint: stages, clocks, people, logs, equalities."""

from datetime import date

import pytest
import time_machine

from accounts.models import Event, User
from accounts.permissions import Role
from cases.actions.casework import next_reference
from cases.models import Assignment, Case, Equalities, LogEntry, Note, Person, Point
from reporting.waiting import updates_due
from stages.actions.telling import record_update
from stages.deadlines import count_clocks
from stages.models import Deadline, Extension, Finding, Hold, Stage, Task

pytestmark = pytest.mark.django_db


def stage(number: int) -> Stage:
    return Stage.objects.get(number=number)


def main_deadline(number: int) -> Deadline:
    return Deadline.objects.get(stage__number=number, is_main=True)


def told(result) -> list[str]:
    assert result.faults == []
    return [str(notice) for notice in result.notices]


def test_stage_1_begins_on_receipt_with_its_clocks_counted(imported, complaint):
    told(imported([complaint(acknowledged_on="2006-09-06")]))

    assert stage(1).begun_on == date(2006, 9, 4)
    assert main_deadline(1).due_on == date(2006, 9, 18)
    assert main_deadline(1).live
    acknowledgement = Deadline.objects.get(limit__key="acknowledgement")
    assert (acknowledgement.due_on, acknowledgement.met_on) == (date(2006, 9, 7), date(2006, 9, 6))


def test_without_a_procedure_a_case_runs_on_the_usual_one_until_triage(imported, complaint):
    told(imported([complaint(procedure="")]))

    route = Case.objects.get().route
    assert (route.procedure.code, route.provisional) == ("children", True)


@pytest.mark.parametrize("name", ["children_statutory", "Children"])
def test_a_procedure_may_be_named_by_an_alias(imported, complaint, name):
    told(imported([complaint(procedure=name, made_on="2006-08-31")]))

    assert Case.objects.get().route.procedure.version == "1991"


@pytest.mark.parametrize(
    ("says", "begun_on"),
    [
        ({}, None),
        ({"stage_reached": "1"}, None),
        ({"stage_reached": "2"}, date(2006, 10, 16)),
        ({"stage2_responded_on": "2006-12-01"}, date(2006, 10, 16)),
        ({"stage_reached": "2", "stage2_started_on": "2006-10-20"}, date(2006, 10, 20)),
    ],
)
def test_a_stage_counts_as_begun_where_it_was_reached_answered_or_started(
    imported, complaint, says, begun_on
):
    told(imported([complaint(stage2_requested_on="2006-10-16", **says)]))

    assert stage(2).begun_on == begun_on
    assert stage(1).escalated_on == date(2006, 10, 16)


def test_a_stage_without_its_request_counts_from_its_first_date_and_that_is_said(
    imported, complaint
):
    assert told(imported([complaint(stage2_responded_on="2006-12-01")])) == [
        "case_log, line 2, column E (stage2_responded_on), “2006-12-01”: stage 2 has no date of "
        "its request or start: its first date, response, counts as its start"
    ]
    assert stage(2).begun_on == date(2006, 12, 1)


def test_a_stage_whose_start_alone_is_known_runs_provisionally_from_it(imported, complaint):
    told(imported([complaint(stage2_started_on="2006-10-02")]))

    assert main_deadline(2).due_on == date(2006, 11, 6)
    assert main_deadline(2).provisional


def test_a_concern_settled_before_stage_1_has_no_stage_1(imported, complaint):
    told(imported([complaint(stage_reached="0", precomplaint_closed_on="2006-09-06")]))

    assert list(Stage.objects.values_list("number", "responded_on")) == [(0, date(2006, 9, 6))]


def test_a_date_promised_before_stage_1_stays_in_a_note(imported, complaint):
    told(imported([complaint(stage_reached="0", precomplaint_due_on="2006-09-06")]))

    assert Note.objects.get().text == "In the log, stage 0 was due on 6 September 2006."


def test_of_an_open_answered_stage_only_the_time_to_go_further_still_runs(imported, complaint):
    told(imported([complaint(stage1_responded_on="2006-09-15")]))

    running = Deadline.objects.running()
    assert [(each.limit.key, each.due_on) for each in running] == [("window", date(2006, 10, 17))]


def test_an_open_complaint_arrives_with_its_owner_and_running_deadlines(imported, complaint):
    officer = User.objects.create_user("ann@example.org", "Ann Example", [Role.OFFICER])
    told(
        imported(
            [
                complaint("R1", owner="ann example"),
                complaint("R2", owner="Duty team"),
                complaint("R3", owner="ANN@example.org", closed_on="2006-10-01"),
            ]
        )
    )

    owners = Assignment.objects.order_by("case__reference").values_list("user", "team", "until")
    assert list(owners) == [
        (officer.pk, "", None),
        (None, "Duty team", None),
        (officer.pk, "", date(2006, 10, 1)),
    ]
    assert not Deadline.objects.running().filter(stage__case__reference="R3").exists()
    assert Deadline.objects.running().filter(stage__case__reference="R2").exists()


def test_an_extension_by_a_plain_yes_goes_to_the_ceiling(imported, complaint):
    told(imported([complaint(stage1_extended="yes")]))

    extension = Extension.objects.get()
    assert (extension.from_due_on, extension.to_due_on) == (date(2006, 9, 18), date(2006, 10, 2))
    assert extension.reason == "reason not in the log"
    assert main_deadline(1).due_on == date(2006, 10, 2)


def test_an_extension_beyond_the_ceiling_ends_there_and_that_is_said(imported, complaint):
    extensions = [{"reference": "R1", "stage": "1", "to_due_on": "2006-10-09", "reason": "Leave"}]

    (notice,) = told(imported([complaint()], extensions=extensions))

    assert notice.endswith("beyond what the rules allow: 2006-10-02 counts, and a note keeps this")
    assert main_deadline(1).due_on == date(2006, 10, 2)
    assert Note.objects.get().text == "In the log, stage 1 is extended to 9 October 2006: Leave"


def test_a_date_told_otherwise_is_kept_beside_the_one_from_the_rules(imported, complaint):
    (notice,) = told(imported([complaint(stage1_due_on="2006-09-15")]))

    assert notice.endswith("the rules give 2006-09-18, which counts; this is kept as the date told")
    assert main_deadline(1).due_on == date(2006, 9, 18)
    assert main_deadline(1).told_on == date(2006, 9, 15)


def test_a_hold_moves_no_statutory_deadline(imported, complaint):
    hold = {"reference": "R1", "stage": "1", "from_on": "2006-09-06", "to_on": "2006-09-13"}
    told(imported([complaint()], holds=[{**hold, "reason": "Advocate away"}]))

    assert Hold.objects.get().reason == "Advocate away"
    assert main_deadline(1).due_on == date(2006, 9, 18)


def test_the_outcome_that_the_log_records_stands_where_the_points_say_otherwise(
    imported, complaint
):
    points = [
        {"reference": "R1", "number": "1", "text": "a", "adjudication_finding": "Upheld"},
        {"reference": "R1", "number": "2", "text": "b", "adjudication_finding": "Not upheld"},
        {"reference": "R2", "number": "1", "text": "c", "adjudication_finding": "Upheld"},
    ]
    told(imported([complaint(stage1_outcome="Upheld"), complaint("R2")], points=points))

    assert list(
        Stage.objects.order_by("case__reference").values_list(
            "outcome", "outcome_overridden_because"
        )
    ) == [("upheld", "as recorded in the log"), ("upheld", "")]
    assert Point.objects.get(case__reference="R1", is_primary=True).number == 1


def test_a_panels_finding_belongs_to_stage_3(imported, complaint):
    point = {"reference": "R1", "number": "1", "text": "a", "stage": "2"}
    findings = {"investigator_finding": "Not upheld", "panel_finding": "Upheld"}
    dates = {"stage2_started_on": "2006-10-02", "stage3_requested_on": "2007-01-15"}
    told(imported([complaint(stage_reached="3", **dates)], points=[{**point, **findings}]))

    found = Finding.objects.order_by("stage__number")
    assert list(found.values_list("stage__number", "level", "finding")) == [
        (2, "investigator", "not_upheld"),
        (3, "panel", "upheld"),
    ]
    assert stage(3).outcome == "upheld"


def test_a_point_looked_at_in_two_stages_is_one_point(imported, complaint):
    point = {"reference": "R1", "number": "1", "text": "No visit"}
    points = [
        {**point, "stage": "1", "adjudication_finding": "Not upheld"},
        {**point, "stage": "2", "adjudication_finding": "Upheld"},
    ]
    told(imported([complaint(stage2_started_on="2006-10-02")], points=points))

    assert Point.objects.count() == 1
    assert (stage(1).outcome, stage(2).outcome) == ("not_upheld", "upheld")


def test_a_person_listed_under_two_spellings_is_kept_as_two(imported, complaint):
    number = {"reference": "R1", "role": "service user", "care_system_number": "C1"}
    people = [{**number, "name": "Kaitlin Sample"}, {**number, "name": "Caitlin Sample"}]

    told(imported([complaint()], people=people))

    names = Case.objects.get().people.values_list("person__name", flat=True)
    assert list(names) == ["Kaitlin Sample", "Caitlin Sample"]


def test_the_same_person_in_two_cases_and_two_roles_is_one(imported, complaint):
    ann = {"name": "Ann Sample", "relation": "self", "email": "ann@example.org"}
    people = [
        {"reference": "R1", "role": "complainant", **ann},
        {"reference": "R1", "role": "service user", "name": "Ann Sample", "relation": "self"},
        {"reference": "R2", "role": "complainant", **ann},
        {"reference": "R2", "role": "service user", "name": "Ann Sample", "relation": "child"},
    ]

    told(imported([complaint("R1"), complaint("R2")], people=people))

    assert Person.objects.count() == 2
    assert Person.objects.get(email="ann@example.org").parts.count() == 3


def test_a_later_log_knows_the_people_of_an_earlier_one(imported, complaint):
    child = {"role": "service user", "name": "Ben Sample", "care_system_number": "C7"}
    told(imported([complaint("R1")], people=[{"reference": "R1", **child}]))
    told(imported([complaint("R2")], people=[{"reference": "R2", **child}]))

    assert Person.objects.get().parts.count() == 2


def test_a_worker_complained_about_who_signs_in_is_barred_from_the_case(imported, complaint):
    worker = User.objects.create_user("w@example.org", "Will Example", [Role.MANAGER])
    people = [{"reference": "R1", "role": "complained about", "name": "Will Example"}]

    told(imported([complaint("R1"), complaint("R2")], people=people))

    assert [case.reference for case in Case.objects.visible_to(worker)] == ["R2"]


def test_not_asked_not_recorded_and_empty_are_three_things(imported, complaint):
    told(
        imported(
            [complaint(gender="Not asked", ethnicity="Not recorded", complainant_gender="female")]
        )
    )

    of_user = Equalities.objects.get(about="service_user")
    assert (of_user.gender.kind, of_user.ethnicity.kind) == ("not_asked", "not_recorded")
    assert of_user.disability is None
    assert Equalities.objects.get(about="complainant").gender.name == "Female"


def test_what_a_log_says_otherwise_is_its_own_entry(imported, complaint):
    entries = [{"reference": "R1", "log": "corporate", "received_on": "2006-09-11"}]
    told(imported([complaint(logs="corporate;manual")], log_entries=entries))

    found = LogEntry.objects.order_by("log__key").values_list("log__key", "received_on")
    assert list(found) == [("corporate", date(2006, 9, 11)), ("manual", date(2006, 9, 4))]


def test_a_complaint_withdrawn_ends_what_was_not_answered(imported, complaint):
    told(imported([complaint(withdrawn_on="2006-09-08")]))

    assert stage(1).outcome == "withdrawn"
    assert not Deadline.objects.running().exists()


def test_the_next_complaint_logged_by_hand_takes_no_imported_reference(imported, complaint):
    told(imported([complaint("2006-00041"), complaint("2006-00007"), complaint("CH-2006-00099")]))

    assert next_reference(2006) == "2006-00042"
    assert next_reference(2007) == "2007-00001"


def test_the_import_is_one_action_with_a_sentence_for_each_case(imported, complaint):
    told(imported([complaint("R1"), complaint("R2")]))

    whole = Event.objects.get(about_model="complaints_site.case_log")
    assert str(whole) == "The system imported 2 complaints from log"
    of_cases = Event.objects.filter(about_model="cases.case")
    assert [each.context_id for each in of_cases] == [whole.context_id] * 2
    trail = Case.pgh_event_model.objects.values_list("pgh_label", "pgh_context_id")
    assert list(trail) == [("insert", whole.context_id)] * 2


# What is owed in cases that are still open


def updates() -> list[tuple]:
    found = Task.objects.filter(kind="update").order_by("due_on")
    return [(task.due_on, task.is_open) for task in found]


def test_the_next_update_is_owed_in_an_open_stage_though_no_step_was_taken_here(
    imported, complaint
):
    """Received on 4 September, due on the 18th: updates on 2, 16 and 30 October, …"""
    imported([complaint()], on=date(2006, 10, 20))

    assert updates() == [(date(2006, 10, 2), False), (date(2006, 10, 30), True)]
    assert Task.objects.open().get().shown_from == date(2006, 10, 25)


def test_one_that_is_not_yet_due_is_the_first(imported, complaint):
    imported([complaint()], on=date(2006, 9, 6))

    assert updates() == [(date(2006, 10, 2), True)]


def test_none_that_fell_due_before_the_import_counts_as_missed(imported, complaint):
    with time_machine.travel(date(2006, 10, 20)):
        imported([complaint()], on=date(2006, 10, 20))

        assert not updates_due().exists()


def test_the_next_step_leaves_it_where_it_is_and_the_one_after_follows_from_it(imported, complaint):
    imported([complaint()], on=date(2006, 10, 20))
    by = User.objects.create_user("o@example.org", "Anna Fielding", [Role.OFFICER])

    count_clocks(stage(1))
    assert updates()[-1] == (date(2006, 10, 30), True)

    record_update(stage(1), on=date(2006, 10, 30), how="telephone", said="Nearly there", by=by)
    assert updates()[-2:] == [(date(2006, 10, 30), False), (date(2006, 11, 13), True)]


@pytest.mark.parametrize(
    "ended",
    [
        {"stage1_responded_on": "2006-09-15"},
        {"closed_on": "2006-09-15"},
        {"withdrawn_on": "2006-09-15"},
    ],
)
def test_nothing_is_owed_where_nobody_waits(imported, complaint, ended):
    imported([complaint(**ended)], on=date(2006, 9, 20))

    assert updates() == []


def test_an_adult_is_owed_the_reason_why_the_six_months_were_not_enough(imported, complaint):
    """Six months commencing on 1 June end on 30 November (2009 regs, reg 14)."""
    told = {"received_on": "2026-06-01", "procedure": "adults"}
    imported([complaint(**told)], on=date(2026, 11, 2))

    task = Task.objects.get(kind="long_stop")
    assert (task.due_on, task.shown_from) == (date(2026, 12, 1), date(2026, 12, 1))
