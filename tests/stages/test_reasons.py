"""The reasons behind a due date on a case."""

from datetime import date

import pytest
from django.core.management import call_command

from stages.actions.calendar import add_bank_holiday
from stages.deadlines import count_clocks
from stages.models import Extension, Procedure, Route, Stage
from stages.reasons import reasons_for
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office():
    call_command("load_calendar", verbosity=0)
    call_command("load_procedures", verbosity=0)


def stage_of(code, number, received_on, *, made_on=None, provisional=False, **dates):
    """A stage with its clocks counted, on a case of its own."""
    case = factories.case(received_on, "Fostering", made_on=made_on)
    procedure = Procedure.objects.version_for(code, case.chooses_version_on)
    Route.objects.create(
        case=case, procedure=procedure, chosen_on=received_on, provisional=provisional
    )
    stage = Stage.objects.create(
        case=case,
        definition=procedure.stages.get(number=number),
        number=number,
        received_on=received_on,
        **dates,
    )
    count_clocks(stage)
    return stage


def reasons(stage, key="response"):
    return reasons_for(stage.deadlines.get(limit__key=key))


def test_a_due_date_says_what_started_it_and_which_version_was_used():
    told = reasons(stage_of("children", 1, date(2006, 12, 18)))

    assert told.due_on == date(2007, 1, 4)
    assert told.extended_due_on == date(2007, 1, 18)
    assert (
        told.sentences[0] == "Response: 10 working days from 18 December 2006 (complaint received)."
    )
    assert (
        "“Children Act procedure, 2006 Regulations” (version 2006, in force from 1 September "
        "2006) is used, because the complaint was received on 18 December 2006."
    ) in told.sentences
    assert len(told.steps) == 32


def test_a_complaint_made_under_the_old_regulations_says_so():
    stage = stage_of(
        "children", 2, date(2006, 9, 4), made_on=date(2006, 8, 31), requested_on=date(2006, 10, 2)
    )
    told = reasons(stage)

    assert told.due_on == date(2006, 10, 30)
    assert told.extended_due_on is None
    assert (
        "“Children Act procedure, 1991 Regulations” (version 1991, in force from 14 October 1991 "
        "to 31 August 2006) is used, because the complaint was made on 31 August 2006."
    ) in told.sentences
    assert "Every day counts, and the last day stays where it falls, at a weekend too." in (
        told.sentences
    )


def test_before_triage_the_version_is_the_usual_one_of_the_service_area():
    told = reasons(stage_of("children", 1, date(2006, 12, 18), provisional=True))

    assert any(
        sentence.endswith("; it is the usual procedure of the service area until triage.")
        for sentence in told.sentences
    )


def test_an_extension_is_told_with_its_reason_and_marked_among_the_days():
    stage = stage_of("children", 1, date(2006, 12, 18))
    Extension.objects.create(
        stage=stage,
        from_due_on=date(2007, 1, 4),
        to_due_on=date(2007, 1, 11),
        reason="A witness is away.",
        told_on=date(2007, 1, 3),
    )
    count_clocks(stage)
    told = reasons(stage)

    assert told.due_on == date(2007, 1, 11)
    assert (
        "Extended from 4 January 2007 to 11 January 2007, told on 3 January 2007: "
        "A witness is away."
    ) in told.sentences
    marked = {step.day: step.why for step in told.steps if ": " in step.why and step.counts}
    assert marked == {
        date(2007, 1, 4): "day 10: due without the extension",
        date(2007, 1, 11): "day 15: due, as extended",
        date(2007, 1, 18): "day 20: the latest it can be extended to",
    }


def test_a_provisional_clock_says_which_event_is_not_recorded():
    told = reasons(stage_of("corporate", 1, date(2026, 4, 1)))

    assert told.due_on == date(2026, 4, 24)
    assert told.sentences[0] == (
        "Response: 10 working days from 10 April 2026, provisionally: “acknowledged” is not "
        "recorded, so the last day allowed for it is taken."
    )


def test_a_window_says_when_the_letter_is_deemed_received():
    told = reasons(
        stage_of("children", 1, date(2007, 3, 15), responded_on=date(2007, 3, 29)), "window"
    )

    assert told.due_on == date(2007, 5, 2)
    assert told.sentences[0] == (
        "Time to ask for Stage 2: 20 working days from 2 April 2007, when the letter sent on "
        "29 March 2007 is deemed received."
    )


def test_an_inner_milestone_says_what_it_counts_back_from():
    told = reasons(stage_of("children", 1, date(2006, 12, 18)), "draft")

    assert told.due_on == date(2006, 12, 29)
    assert told.sentences[0] == (
        "Draft response: 3 working days before “response” is due, which runs from 18 December 2006."
    )
    assert told.steps[-1].day == date(2007, 1, 15)


def test_a_clock_shown_beside_says_that_it_does_not_count():
    stage = stage_of(
        "children",
        2,
        date(2006, 9, 1),
        requested_on=date(2006, 9, 18),
        statement_agreed_on=date(2006, 10, 2),
    )
    told = reasons(stage, "response-from-statement")

    assert told.due_on == date(2006, 11, 6)
    assert any("shown beside the clock that counts" in sentence for sentence in told.sentences)


def test_a_holiday_proclaimed_later_does_not_rewrite_the_date_and_is_told():
    stage = stage_of("children", 1, date(2027, 6, 1))

    add_bank_holiday(date(2027, 6, 4), "A jubilee", by=None)
    told = reasons(stage)

    assert told.due_on == date(2027, 6, 15)
    assert (
        "Counted on today's calendar, without pauses, it would be 16 June 2027; the date set at "
        "the time stands."
    ) in told.sentences
