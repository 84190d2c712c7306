"""``manage.py deadline`` on the worked examples of domain.md 2.6, and on what it cannot answer."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from stages.actions.calendar import add_closure_day
from stages.models import TimeLimit

FOLDER = Path(__file__).parents[2] / "fixtures/procedures"


@pytest.fixture
def office(db):
    call_command("load_calendar", verbosity=0)
    call_command("load_procedures", verbosity=0)


def answer(*question) -> dict:
    out = StringIO()
    call_command("deadline", *question, "--json", stdout=out)
    return json.loads(out.getvalue())


def due(*question) -> tuple:
    told = answer(*question)
    return told["due_on"], told["extended_due_on"]


def test_example_2_is_answered_with_every_day_to_the_end_of_the_extension(office):
    told = answer("children", "stage-1", "2006-12-18")

    steps = told.pop("steps")
    assert told == {
        "procedure": "children",
        "version": "2006",
        "stage": "stage-1",
        "limit": "response",
        "start": "2006-12-18",
        "due_on": "2007-01-04",
        "extended_due_on": "2007-01-18",
    }
    assert len(steps) == 32
    assert steps[0]["date"] == "2006-12-18"
    assert steps[7] == {
        "date": "2006-12-25",
        "counts": False,
        "why": "bank holiday: Christmas Day",
    }
    assert steps[17] == {"date": "2007-01-04", "counts": True, "why": "day 10: due"}
    assert steps[31] == {
        "date": "2007-01-18",
        "counts": True,
        "why": "day 20: the latest it can be extended to",
    }


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("children stage-1 2006-09-04", ("2006-09-18", "2006-10-02")),
        ("children stage-2 2006-10-02", ("2006-11-06", "2007-01-04")),
        (
            "children stage-2 2006-10-02 --limit response-from-statement",
            ("2006-11-06", "2007-01-04"),
        ),
        ("children stage-3 2007-01-15", ("2007-02-26", None)),
        ("children stage-3 2007-02-27 --limit panel-report", ("2007-03-06", None)),
        ("children stage-3 2007-02-27 --limit response", ("2007-03-20", None)),
        ("children stage-1 2007-04-02 --limit window", ("2007-05-02", None)),
        ("children stage-1 2006-09-09", ("2006-09-22", "2006-10-06")),
        ("children stage-1 2022-09-08", ("2022-09-23", "2022-10-07")),
        ("children stage-2 2025-11-24", ("2025-12-31", "2026-02-26")),
        ("children stage-2 2006-07-03", ("2006-07-31", None)),
        ("children before-stage-1 2006-12-18", ("2006-12-27", None)),
        ("adults before-stage-1 2025-12-23", ("2025-12-24", None)),
        ("corporate stage-1 1999-12-22", ("2000-01-11", "2000-01-25")),
        ("corporate stage-2 2007-01-15", ("2007-02-12", None)),
        ("corporate stage-1 2026-04-01 --limit acknowledgement", ("2026-04-10", None)),
        ("corporate stage-1 2026-04-08", ("2026-04-22", "2026-05-07")),
        ("corporate stage-2 2026-06-01", ("2026-06-29", "2026-07-27")),
        ("housing stage-1 2026-04-08", ("2026-04-22", "2026-05-07")),
        ("adults stage-1 2025-12-23 --limit acknowledgement", ("2025-12-30", None)),
        ("adults stage-1 2025-12-23", ("2026-06-22", None)),
        ("adults stage-3 2007-01-15", ("2007-02-26", None)),
        ("public-health stage-1 2025-12-23", ("2026-06-22", None)),
        ("data-protection stage-1 2026-07-01", ("2026-07-30", None)),
    ],
)
def test_the_worked_examples(office, question, expected):
    assert due(*question.split()) == expected


def test_inner_milestones_count_back_from_the_response_and_from_its_ceiling(office):
    told = {
        key: due("children", "stage-2", "2006-10-02", "--limit", key)
        for key in ("investigator-report", "draft", "sign-off")
    }

    assert told == {
        "investigator-report": ("2006-10-23", "2006-12-18"),
        "draft": ("2006-11-01", "2006-12-29"),
        "sign-off": ("2006-11-02", "2007-01-02"),
    }


def test_the_steps_to_a_milestone_end_there(office):
    steps = answer("adults", "stage-1", "2025-12-23", "--limit", "draft")["steps"]

    assert [(step["date"], step["why"]) for step in steps[-2:]] == [
        ("2026-05-22", "month 5 ends"),
        ("2026-06-17", "3 working days before “Response” is due: due"),
    ]


def test_the_day_the_complaint_was_made_chooses_the_version(office):
    by_start = answer("children", "stage-2", "2006-10-02")
    by_day_made = answer("children", "stage-2", "2006-10-02", "--made-on", "2006-08-31")

    assert (by_start["version"], by_start["due_on"]) == ("2006", "2006-11-06")
    assert (by_day_made["version"], by_day_made["due_on"]) == ("1991", "2006-10-30")


def test_a_version_can_be_asked_for_ahead_of_its_day(office):
    told = answer("corporate", "stage-1", "2026-03-02", "--version", "2024")

    assert (told["version"], told["due_on"]) == ("2024", "2026-03-16")


def test_closure_days_are_left_out_only_where_the_version_says_so(office, tmp_path):
    """Example 4: the office is shut from 27 to 29 December 2006."""
    for day in (27, 28, 29):
        add_closure_day(date(2006, 12, day), "between Christmas and New Year", by=None)
    assert due("corporate", "stage-1", "2006-12-18")[0] == "2007-01-04"

    own = tmp_path / "own.toml"
    own.write_text(
        (FOLDER / "corporate-2006.toml")
        .read_text()
        .replace('version = "2006"', 'version = "2006 closures"')
        .replace("1995-01-01", "2006-04-01")
        .replace("closure_days_excluded = false", "closure_days_excluded = true")
    )
    call_command("load_procedures", own, verbosity=0)

    told = answer("corporate", "stage-1", "2006-12-18")
    assert told["due_on"] == "2007-01-09"
    assert told["steps"][9] == {
        "date": "2006-12-27",
        "counts": False,
        "why": "office closed: between Christmas and New Year",
    }
    assert due("children", "stage-1", "2006-12-18")[0] == "2007-01-04"


def test_a_version_may_move_calendar_days_off_a_weekend(office, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        (FOLDER / "data-protection-2026.toml")
        .read_text()
        .replace('version = "2026"', 'version = "2027"')
        .replace("2026-06-19", "2027-01-01")
        .replace("month_ends_roll = false", "month_ends_roll = true")
    )
    call_command("load_procedures", own, verbosity=0)

    told = answer("data-protection", "stage-1", "2027-07-02")  # day 30 is a Saturday

    assert told["due_on"] == "2027-08-02"
    assert [step["why"] for step in told["steps"][-3:]] == [
        "day 30 (Saturday)",
        "Sunday",
        "a working day: due",
    ]


def test_the_reasons_are_sentences_and_then_days(office):
    out = StringIO()
    call_command("deadline", "children", "stage-1", "2006-09-14", stdout=out)

    lines = out.getvalue().splitlines()
    assert lines[0] == (
        "Children Act procedure, 2006 Regulations – Stage 1: local resolution – Response"
    )
    assert lines[2:9] == [
        "Response: 10 working days from 14 September 2006 (complaint received).",
        "The first working day after it starts is day 1.",
        "Weekends, Christmas Day, Good Friday and bank holidays in England and Wales do not "
        "count; days when the office is closed count.",
        "Due on Thursday 28 September 2006. It can be extended to 20 working days from the same "
        "start and no further: Thursday 12 October 2006.",
        "An extension counts where it was decided, and the complainant told, by the date it "
        "replaces; until then that date is due.",
        "Once it is late, or the stage has gone on for 20 working days, the complainant is given "
        "an update every 10 working days.",
        "“Children Act procedure, 2006 Regulations” (version 2006, in force from 1 September "
        "2006) is used, because it was in force on the day it starts, 14 September 2006.",
    ]
    assert "Thu 14 Sep 2006       starts here; counting begins with the next working day" in lines
    assert "Sat 16 Sep 2006       Saturday" in lines
    assert "Thu 28 Sep 2006   10  day 10: due" in lines
    assert lines[-1] == "Thu 12 Oct 2006   20  day 20: the latest it can be extended to"


def test_every_key_can_be_listed(office):
    out = StringIO()
    call_command("deadline", list=True, stdout=out)

    lines = out.getvalue().splitlines()
    assert "children, version 2006: Children Act procedure, 2006 Regulations" in lines
    assert "  stage-3: Stage 3: review panel" in lines
    assert "    panel: Panel to meet, 30 working days from: requested by the complainant" in lines
    assert {line.split(",")[0] for line in lines if not line.startswith(" ")} == {
        "adults",
        "children",
        "corporate",
        "data-protection",
        "housing",
        "public-health",
    }


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("", "Give a procedure, a stage and the day it starts."),
        ("children stage-1", "Give a procedure, a stage and the day it starts."),
        ("children stage-1 18/12/2006", "START: “18/12/2006” is not a date such as 2006-12-18."),
        ("children stage-1 2006-02-30", "START: “2006-02-30” is not a date such as 2006-12-18."),
        ("children stage-1 2006-12-18 --made-on x", "--made-on: “x” is not a date"),
        (
            "childrens stage-1 2006-12-18",
            "No procedure is called “childrens”. There are: adults, children, corporate, "
            "data-protection, housing, public-health.",
        ),
        (
            "children stage-4 2006-12-18",
            "“Children Act procedure, 2006 Regulations” has no stage “stage-4”. It has: "
            "before-stage-1, stage-1, stage-2, stage-3.",
        ),
        (
            "children stage-1 2006-12-18 --limit reply",
            "“Stage 1: local resolution” has no limit “reply”. It has: acknowledgement, response, "
            "draft, sign-off, window.",
        ),
        (
            "children stage-1 2006-12-18 --version 1992",
            "“children” has no version “1992”. There are: 1991, 2006.",
        ),
        (
            "housing stage-1 2024-03-31",
            "No version of “housing” was in force on 31 March 2024. The first, “Housing Ombudsman "
            "Complaint Handling Code 2024”, is in force from 1 April 2024.",
        ),
        (
            "children stage-1 2006-12-18 --made-on 2006-12-19",
            "A complaint made on 19 December 2006 cannot have a time limit that started before",
        ),
        ("children stage-1 2028-12-18", "10 working days from 18 December 2028 cannot be counted."),
        ("children stage-1 2031-01-02", "cannot be counted."),
        ("adults stage-1 9999-12-31", "Nothing is known of 31 December 9999."),
        ("children stage-1 1994-12-30", "Nothing is known of 30 December 1994."),
    ],
)
def test_what_cannot_be_answered_is_a_sentence(office, question, sentence):
    with pytest.raises(CommandError) as refused:
        call_command("deadline", *question.split())

    assert sentence in str(refused.value)


def test_a_stage_without_a_time_limit_has_no_date(office):
    TimeLimit.objects.filter(stage__key="before-stage-1").delete()

    with pytest.raises(CommandError, match="“Before Stage 1” has no time limit"):
        call_command("deadline", "children", "before-stage-1", "2006-12-18")


def test_before_anything_is_loaded_the_command_says_what_to_load(no_rules):
    with pytest.raises(CommandError, match="No procedures are loaded"):
        call_command("deadline", "children", "stage-1", "2006-12-18")

    call_command("load_procedures", verbosity=0)
    with pytest.raises(CommandError, match="No bank holidays are loaded"):
        call_command("deadline", "children", "stage-1", "2006-12-18")
