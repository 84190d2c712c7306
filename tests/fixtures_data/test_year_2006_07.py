"""The 2006/07 sheets hold what the printed report counted. Counted here from the files alone,
with none of the product's own counting, so that a wrong table cannot be right by a wrong sheet."""

import csv
import runpy
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

YEAR = Path(__file__).parents[2] / "fixtures" / "2006_07"

CIN, DUTY, CWD = (
    "Children in Need (CIN)",
    "Duty/Referral & Assessment",
    "Children with Disabilities/SEN (CWD/SEN)",
)
FOSTERING, ASYLUM, LEAVING = "Fostering & Adoption", "Asylum Seekers/Connexions", "Leaving Care"
CENTRE, LOOKED_AFTER, EWO = (
    "Family Centre",
    "Children Looked After (CLA)",
    "Education Welfare (EWO)",
)

HOLIDAYS = {
    *(date(2006, 5, 29), date(2006, 8, 28), date(2006, 12, 25), date(2006, 12, 26)),
    date(2007, 1, 1),
}


def rows(name: str) -> list[dict]:
    with (YEAR / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def cases() -> list[dict]:
    return rows("case_log")


@pytest.fixture(scope="module")
def corporate_log(cases) -> list[dict]:
    """The corporate log's 43 as it held them itself."""
    entries = {entry["reference"]: entry for entry in rows("log_entries")}
    logged = [case for case in cases if "corporate" in case["logs"].split(";")]
    return [case | entries.get(case["reference"], {}) for case in logged]


def working_days(start: str, end: str) -> int:
    day, last, days = date.fromisoformat(start), date.fromisoformat(end), 0
    while day < last:
        day += timedelta(days=1)
        days += day.weekday() < 5 and day not in HOLIDAYS
    return days


def test_making_the_year_again_gives_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(YEAR))
    monkeypatch.setattr("sys.argv", ["make_year.py", str(tmp_path)])

    runpy.run_path(str(YEAR / "make_year.py"), run_name="__main__")

    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in YEAR.glob("*.csv")}


def test_the_manual_log_holds_56_complaints_20_of_them_before_september(cases):
    first = [case for case in cases if case["received_on"] < "2006-09-01"]

    assert len({case["reference"] for case in cases}) == 56
    assert all("manual" in case["logs"].split(";") for case in cases)
    assert all("2006-04-01" <= case["received_on"] <= "2007-03-31" for case in cases)
    assert Counter(case["service_area"] for case in first) == {
        CIN: 10,
        DUTY: 2,
        CWD: 2,
        FOSTERING: 4,
        ASYLUM: 2,
    }
    assert Counter(case["service_area"] for case in cases) == {
        CIN: 18,
        DUTY: 8,
        CWD: 6,
        FOSTERING: 12,
        ASYLUM: 5,
        LEAVING: 3,
        CENTRE: 1,
        LOOKED_AFTER: 2,
        EWO: 1,
    }


def test_the_corporate_log_holds_43_under_areas_of_its_own(cases, corporate_log):
    central = {case["reference"]: case["service_area"] for case in cases}
    elsewhere = [
        (central[entry["reference"]], entry["service_area"])
        for entry in corporate_log
        if entry["service_area"] != central[entry["reference"]]
    ]

    assert Counter(entry["service_area"] for entry in corporate_log) == {
        CIN: 17,
        DUTY: 6,
        CWD: 3,
        FOSTERING: 12,
        ASYLUM: 2,
        LEAVING: 3,
    }
    assert elsewhere == [(CIN, DUTY), (DUTY, CIN), (CWD, CIN), (LOOKED_AFTER, LEAVING)]


def test_the_corporate_log_counts_natures_of_complaint_as_printed(corporate_log):
    counts = Counter(
        (entry["nature_of_complaint"], entry["service_area"]) for entry in corporate_log
    )

    level, action = "Level & quality of service", "Action/lack of action"
    policy = "Policy & procedural requirements not met"
    assert counts == {
        (level, CIN): 2,
        (level, DUTY): 6,
        (level, CWD): 1,
        (level, FOSTERING): 5,
        (level, ASYLUM): 1,
        ("Attitude of staff", CIN): 2,
        (policy, CIN): 4,
        (policy, FOSTERING): 2,
        (policy, LEAVING): 1,
        (action, CIN): 7,
        (action, CWD): 1,
        (action, FOSTERING): 3,
        (action, ASYLUM): 1,
        (action, LEAVING): 2,
        ("Service delay", CIN): 2,
        ("Service delay", FOSTERING): 1,
        ("Failure to provide information", CWD): 1,
        ("Failure to provide information", FOSTERING): 1,
    }


def test_complaints_were_made_by_the_people_the_report_counts(cases):
    assert sorted(Counter(case["complainant_type"] for case in cases).items()) == [
        ("Advocate", 2),
        ("Asylum seekers", 3),
        ("Child/young person in need or being looked after", 5),
        ("Local authority foster carer", 9),
        ("Other (including solicitors)", 8),
        (
            "Person to whom arrangements for adoption services extend"
            " (prospective or inter-country adopters)",
            5,
        ),
        ("Person with parental responsibility", 24),
    ]


def test_equalities_are_those_of_the_corporate_log(corporate_log):
    assert Counter(case["gender"] for case in corporate_log) == {
        "Male": 20,
        "Female": 17,
        "Not specified": 6,
    }
    assert Counter(case["ethnicity"] for case in corporate_log) == {
        "White/British": 5,
        "White/other": 1,
        "Black": 1,
        "Black African": 2,
        "Asian other": 7,
        "Irish": 2,
        "Mixed Asian": 1,
        "Mixed other": 1,
        "Other": 1,
        "Not recorded": 22,
    }
    assert Counter(case["disability"] for case in corporate_log) == {"yes": 2, "": 41}


def test_the_four_stage_2_complaints_took_54_working_days_on_average(cases):
    begun = [case for case in cases if case["stage2_started_on"]]

    assert [
        (
            case["service_area"],
            case["stage2_nature"],
            case["stage2_started_on"],
            working_days(case["stage2_requested_on"], case["stage2_responded_on"]),
        )
        for case in begun
    ] == [
        (CWD, "Action/lack of action", "2006-06-05", 80),
        (CIN, "Action/lack of action", "2006-07-10", 30),
        (FOSTERING, "Non-provision of requested service", "2006-09-25", 59),
        (CIN, "Level/quality of service", "2006-10-16", 47),
    ]
    assert (80 + 30 + 59 + 47) / 4 == 54


def test_findings_on_primary_points_and_on_all_points_differ_as_printed():
    points = rows("points")
    primary = Counter(
        point["adjudication_finding"] for point in points if point["primary"] == "yes"
    )
    all_findings = {}
    for point in points:
        all_findings.setdefault(point["reference"], set()).add(point["adjudication_finding"])

    assert primary == {"Upheld": 1, "Partially upheld": 1, "Not upheld": 2}
    assert {"Upheld"} not in all_findings.values()
    assert list(all_findings.values()).count({"Not upheld"}) == 1
    assert len(all_findings) == 4


def test_the_panel_met_on_day_31_reported_that_day_and_was_answered_on_day_7(cases):
    (panel,) = [case for case in cases if case["stage3_panel_on"]]

    assert panel["service_area"] == FOSTERING
    assert working_days(panel["stage3_requested_on"], panel["stage3_panel_on"]) == 31
    assert panel["stage3_report_on"] == panel["stage3_panel_on"] == "2007-02-27"
    assert working_days(panel["stage3_report_on"], panel["stage3_responded_on"]) == 7


def test_mediation_settled_15_of_20_and_8_of_these_instead_of_a_stage_2(cases):
    held = [row for row in rows("mediations") if row["held_on"]]
    avoided = [row["reference"] for row in held if row["stage_avoided"] == "2"]
    asked = [
        case["reference"]
        for case in cases
        if case["stage2_requested_on"] and not case["stage2_started_on"]
    ]

    assert len(held) == 20
    assert sum(row["outcome"] == "resolved" for row in held) == 15
    assert len(asked) == 8
    assert sorted(avoided) == sorted(asked)


def test_payments_are_those_printed():
    paid = {
        (row["stage"], row["stage_requested_only"], row["kind"]): Decimal(row["amount"])
        for row in rows("payments")
    }

    assert paid == {
        ("1", "", "compensation"): Decimal("1484.14"),
        ("2", "yes", "reimbursement"): Decimal("10687.50"),
        ("3", "", "reimbursement"): Decimal("680.00"),
        ("3", "", "compensation"): Decimal("1835.00"),
    }


def test_the_other_sheets_hold_what_the_report_counts(cases):
    premature = [
        (case["service_area"], case["ombudsman_decision"])
        for case in cases
        if case["ombudsman_decided_on"]
    ]

    assert premature == [(FOSTERING, "Premature complaint"), (CIN, "Premature complaint")]
    assert len(rows("advocacy_referrals")) == 24
    assert Counter(row["service_area"] for row in rows("lessons")) == {CWD: 1, FOSTERING: 1, CIN: 6}
    assert rows("compliments") == []


def test_no_step_comes_before_the_one_it_follows(cases):
    steps = [
        *("made_on", "received_on", "acknowledged_on", "stage1_responded_on"),
        *("stage2_requested_on", "stage2_started_on", "stage2_responded_on"),
        *("stage3_requested_on", "stage3_panel_on", "stage3_report_on", "stage3_responded_on"),
        "closed_on",
    ]
    for case in cases:
        taken = [case[step] for step in steps if case[step]]

        assert taken == sorted(taken), case["reference"]
        assert case["ombudsman_decided_on"] <= case["closed_on"] <= "2007-03-31"


def test_figures_are_kept_as_printed_even_where_they_are_wrong():
    printed = {(row["year"], row["key"]): row["value"] for row in rows("published")}

    assert len(printed) == len(rows("published"))
    assert printed["2006/07", f"stage1_by_service_area / Recorded manually / {DUTY} / percent"] == (
        "25"
    )
    assert printed["2006/07", "made_by_young_people.percent"] == "8"
    assert printed["2006/07", "stage2_outcomes_derived / Partially upheld / Total / value"] == "3"
    assert printed["2005/06", "summary.received_recorded_manually"] == "52"
