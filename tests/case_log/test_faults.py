"""A log with anything wrong in it changes nothing, and says where and what was expected."""

import pytest

from accounts.models import Event
from cases.models import Case

WHERE = "case_log, line 2, column"


def faults(result) -> list[str]:
    return [str(fault) for fault in result.faults]


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        (
            {"received_on": "31/02/2006"},
            f"{WHERE} B (received_on), “31/02/2006”: there is no such day: expected a date such as "
            "2006-09-04 or 04/09/2006",
        ),
        (
            {"received_on": "4 Sept"},
            f"{WHERE} B (received_on), “4 Sept”: expected a date such as 2006-09-04 or 04/09/2006",
        ),
        (
            {"received_on": ""},
            f"{WHERE} B (received_on): this cell is empty: it must be filled",
        ),
        (
            {"procedure": "childrens"},
            f"{WHERE} C (procedure), “childrens”: no such procedure: expected one of adults, "
            "adults_statutory, children, children_statutory, corporate, data-protection, housing, "
            "public-health",
        ),
        (
            {"received_on": "1990-05-01"},
            f"{WHERE} C (procedure), “children”: no version of the procedure “children” was in "
            "force on 1990-05-01",
        ),
        (
            {"stage2_requested_on": "2006-09-01"},
            f"{WHERE} E (stage2_requested_on), “2006-09-01”: stage 2 cannot be asked for before "
            "the complaint was received: expected 2006-09-04 or later",
        ),
        (
            {"stage2_requested_on": "2006-10-16", "stage2_responded_on": "2006-10-02"},
            f"{WHERE} F (stage2_responded_on), “2006-10-02”: the response at stage 2 cannot be "
            "before its request: expected 2006-10-16 or later",
        ),
        (
            {"stage2_requested_on": "2006-10-16", "stage2_started_on": "2006-10-02"},
            f"{WHERE} F (stage2_started_on), “2006-10-02”: stage 2 cannot begin before its "
            "request: expected 2006-10-16 or later",
        ),
        (
            {"stage3_requested_on": "2007-01-15", "stage3_panel_on": "2007-01-12"},
            f"{WHERE} F (stage3_panel_on), “2007-01-12”: a panel cannot meet before its request: "
            "expected 2007-01-15 or later",
        ),
        (
            {
                "stage3_requested_on": "2007-01-15",
                "stage3_panel_on": "2007-02-27",
                "stage3_report_on": "2007-02-26",
            },
            f"{WHERE} G (stage3_report_on), “2007-02-26”: a panel cannot report before it has met: "
            "expected 2007-02-27 or later",
        ),
        (
            {"stage1_responded_on": "2006-09-01"},
            f"{WHERE} E (stage1_responded_on), “2006-09-01”: stage 1, response: this cannot be "
            "before the complaint was received: expected 2006-09-04 or later",
        ),
        (
            {"made_on": "2006-09-05"},
            f"{WHERE} E (made_on), “2006-09-05”: a complaint cannot be made after it was received: "
            "expected 2006-09-04 or before",
        ),
        (
            {"received_on": "0206-09-04"},
            f"{WHERE} B (received_on), “0206-09-04”: expected a year from 1900 to 2100",
        ),
        (
            {"closed_on": "2006-08-01"},
            f"{WHERE} E (closed_on), “2006-08-01”: a case cannot close before it was received: "
            "expected 2006-09-04 or later",
        ),
        (
            {"stage_reached": "4"},
            f"{WHERE} E (stage_reached), “4”: expected a whole number from 0 to 3",
        ),
        (
            {"stage_reached": "2"},
            f"{WHERE} E (stage_reached), “2”: nothing says when stage 2 was: expected "
            "stage2_requested_on",
        ),
        (
            {"stage2_requested_on": "2006-10-16", "stage2_outcome": "Upheld"},
            f"{WHERE} F (stage2_outcome), “upheld”: stage 2 has an outcome and was never begun: "
            "expected stage_reached to be 2, or a date on which it was begun or answered",
        ),
        (
            {"stage1_outcome": "Mostly upheld"},
            f"{WHERE} E (stage1_outcome), “Mostly upheld”: expected one of: upheld, partially "
            "upheld, not upheld, withdrawn, no finding, resolved without finding, not accepted",
        ),
        (
            {"historical": "perhaps"},
            f"{WHERE} E (historical), “perhaps”: expected yes or no",
        ),
        (
            {"summary": "a\0b"},
            f"{WHERE} E (summary), “a\\x00b”: expected text without NUL characters",
        ),
        (
            {"service_area": "Leaving Car"},
            f"{WHERE} D (service_area), “Leaving Car”: not in the list of service areas "
            "(--create-missing adds it); did you mean “Leaving Care” or "
            "“Learning Disability”?",
        ),
        (
            {"directorate": "Adults' Services"},
            f"{WHERE} E (directorate), “Adults' Services”: expected Children's Services, to which "
            "the service area “Children in Need (CIN)” belongs",
        ),
        (
            {"procedure": "adults", "received_on": "2010-03-01", "stage2_started_on": "2010-04-01"},
            f"{WHERE} E (stage2_started_on), “2010-04-01”: “Adult social care procedure, 2009 "
            "Regulations” has no stage 2",
        ),
    ],
)
def test_what_cannot_be_is_refused_where_it_stands(imported, complaint, told, fault):
    result = imported([complaint(**told)])

    assert faults(result) == [fault]
    assert not Case.objects.exists()


def test_a_due_date_beyond_the_known_bank_holidays_is_refused(imported, complaint):
    result = imported([complaint(received_on="2028-12-20")])

    (fault,) = faults(result)
    assert fault.startswith(f"{WHERE} B (received_on), “2028-12-20”: 10 working days")
    assert "The calendar of bank holidays runs from 1 January 1995 to 31 December 2028" in fault


def test_every_fault_is_told_and_not_only_the_first(imported, complaint):
    result = imported(
        [
            complaint("R1", received_on="soon"),
            complaint("R2", stage1_outcome="maybe"),
            complaint("R2"),
            complaint("R4"),
        ],
        people=[
            {"reference": "R9", "role": "complainant", "name": "A"},
            {"reference": "R4", "role": "judge", "name": "B"},
        ],
        notes=[{"reference": "R4", "on": "2006-10-32", "text": "- he did not call"}],
    )

    assert [(fault.sheet, fault.line, fault.column) for fault in result.faults] == [
        ("case_log", 2, "received_on"),
        ("case_log", 3, "stage1_outcome"),
        ("case_log", 4, "reference"),
        ("people", 2, "reference"),
        ("people", 3, "role"),
        ("notes", 2, "on"),
    ]
    assert result.faults[2].says == "this reference stands on line 3 too: expected it once"
    assert not Case.objects.exists()
    assert not Event.objects.filter(about_model="cases.case").exists()


def test_a_cell_of_ten_megabytes_is_refused_and_those_after_it_are_still_read(imported, complaint):
    result = imported([complaint(summary="x" * 10_000_000), complaint("R2", closed_on="never")])

    assert faults(result) == [
        f"{WHERE} E (summary), “{'x' * 60}…”: 10,000,000 characters: expected 100,000 at most",
        "case_log, line 3, column F (closed_on), “never”: expected a date such as 2006-09-04 or "
        "04/09/2006",
    ]


def test_dates_given_in_two_places_must_agree(imported, complaint):
    result = imported(
        [complaint(stage2_requested_on="2006-10-16")],
        stage_dates=[
            {"reference": "R1", "stage": "2", "event": "requested", "on": "2006-10-17"},
        ],
    )

    assert faults(result) == [
        "stage_dates, line 2, column D (on), “2006-10-17”: stage 2, requested: case_log, line 2, "
        "gives 2006-10-16 for it (stage2_requested_on); expected it in one of the two places"
    ]


@pytest.mark.parametrize(
    ("sheet", "row", "fault"),
    [
        (
            "extensions",
            {"stage": "1", "from_due_on": "2006-09-18", "to_due_on": "2006-09-15"},
            "column D (to_due_on), “2006-09-15”: expected a date after 2006-09-18",
        ),
        (
            "extensions",
            {"stage": "2", "to_due_on": "2006-09-15"},
            "column B (stage), “2”: the log says nothing else of this stage: expected one with a "
            "date",
        ),
        (
            "holds",
            {"stage": "1", "from_on": "2006-09-18", "to_on": "2006-09-15"},
            "column D (to_on), “2006-09-15”: a hold cannot end before it starts: expected "
            "2006-09-18 or later",
        ),
        (
            "payments",
            {"kind": "compensation", "amount": "0", "paid_on": "2006-10-02"},
            "column C (amount), “0”: expected more than nothing and at most £9,999,999.99",
        ),
        (
            "payments",
            {"kind": "compensation", "amount": "20.555", "paid_on": "2006-10-02"},
            "column C (amount), “20.555”: expected pounds and pence such as 1484.14",
        ),
        (
            "payments",
            {"kind": "compensation", "amount": "20"},
            "column paid_on: expected when it was paid or at least offered",
        ),
        (
            "payments",
            {
                "kind": "compensation",
                "amount": "20",
                "offered_on": "2006-10-03",
                "paid_on": "2006-10-02",
            },
            "column E (paid_on), “2006-10-02”: a payment cannot be paid before its offer: expected "
            "2006-10-03 or later",
        ),
        (
            "mediations",
            {"offered_on": "2006-10-03", "held_on": "2006-10-02"},
            "column C (held_on), “2006-10-02”: a mediation cannot be held before its offer: "
            "expected 2006-10-03 or later",
        ),
        (
            "mediations",
            {"offered_on": "2006-10-03", "outcome": "resolved"},
            "column C (outcome), “resolved”: only a mediation that was held has an outcome: "
            "expected held_on to be filled",
        ),
        (
            "log_entries",
            {"log": "manual"},
            "column B (log), “manual”: the column logs of R1 does not name it: expected it there",
        ),
    ],
)
def test_the_other_sheets_are_refused_as_exactly(imported, complaint, sheet, row, fault):
    result = imported([complaint(logs="corporate")], **{sheet: [{"reference": "R1", **row}]})

    assert faults(result) == [f"{sheet}, line 2, {fault}"]


def test_a_point_counted_twice_and_two_primary_points_are_refused(imported, complaint):
    result = imported(
        [complaint()],
        points=[
            {"reference": "R1", "number": "1", "text": "No visit", "primary": "yes"},
            {"reference": "R1", "number": "1", "text": "No call", "primary": "no"},
            {"reference": "R1", "number": "2", "text": "Late", "primary": "yes"},
        ],
    )

    assert faults(result) == [
        "points, line 3, column B (number), “1”: point 1 stands on line 2 already: expected it "
        "once for each stage",
        "points, line 4, column D (primary), “yes”: point 1 is the primary one already: expected "
        "one of them",
    ]


def test_a_word_that_no_list_holds_is_never_invented(imported, complaint):
    told = {
        "complainant_type": "Advocat",
        "channel": "pigeon",
        "nature_of_complaint": "Service delays",
        "gender": "Femail",
        "ombudsman_decision": "Premature",
        "logs": "corporal",
    }
    result = imported([complaint(**told)])

    assert {fault.column for fault in result.faults} == set(told)
    assert "did you mean “Service delay”?" in " ".join(faults(result))


def test_words_are_added_to_their_lists_where_that_is_asked_for(imported, complaint):
    result = imported(
        [
            complaint(
                service_area="Youth Justice",
                directorate="Children's Services",
                channel="pigeon",
                complainant_type="Neighbour",
                nature_of_complaint="Noise",
                provider="Sample Homes",
            )
        ],
        create_missing=True,
    )

    assert result.faults == []
    assert sorted(result.created) == [
        "category: Noise",
        "channel: pigeon",
        "complainant type: Neighbour",
        "provider: Sample Homes",
        "service area: Youth Justice",
    ]
    assert Case.objects.get().service_area.directorate.name == "Children's Services"
