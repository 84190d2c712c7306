"""The rules before stage 1: what is still a concern, and from which day its complaint would run."""

from datetime import date

from stages.calendars import calendar_for
from stages.models import Procedure, Stage, StageEvent, TimeLimit
from stages.working_calendar import in_words
from stages.working_days import add_working_days

IN_ITS_WORDS = {StageEvent.RESPONSE: "settled", StageEvent.ESCALATED: "became a complaint"}


def name_of(event: StageEvent, stage: Stage) -> str:
    """What an event of a stage is called: a concern is not answered, it is settled."""
    return str(IN_ITS_WORDS.get(event, event.label) if stage.number == 0 else event.label)


def exempt_until(stage: Stage) -> date | None:
    """The last day on which it can be settled without being run as a complaint (2009 regs, 8)."""
    days = stage.definition.exempt_days
    if days is None:
        return None
    return add_working_days(stage.received_on, days, calendar_for(stage.definition.procedure))


def why_a_complaint(stage: Stage, *, on: date) -> str:
    """Why it can no longer be settled as a concern; nothing where it can."""
    until = exempt_until(stage)
    if until is None or on <= until:
        return ""
    return (
        f"It was not settled by the end of {in_words(until)}, so it is a complaint: record that it "
        "becomes one, and answer it."
    )


def runs_from_receipt(procedure: Procedure) -> bool:
    """Under the law the clock of stage 1 runs from the day the matter was raised.

    Not so where it runs from the acknowledgement of the complaint: a request for service is none.
    """
    from_the_acknowledgement = TimeLimit.objects.filter(
        stage__procedure=procedure,
        stage__number=1,
        is_main=True,
        runs_from=StageEvent.ACKNOWLEDGED,
    )
    return procedure.statutory and not from_the_acknowledgement.exists()
