"""Which checks a letter of a kind is put to, in the order in which a vetter reads."""

from collections.abc import Callable, Iterable

from letters.checks.actions import actions
from letters.checks.address import address
from letters.checks.addressee import addressee
from letters.checks.advocacy import advocacy
from letters.checks.apology import apology
from letters.checks.check import Check
from letters.checks.dates import dates
from letters.checks.lateness import lateness
from letters.checks.left_open import left_open
from letters.checks.named import named
from letters.checks.needs import needs
from letters.checks.next_stage import next_stage
from letters.checks.ombudsman import ombudsman
from letters.checks.points import points
from letters.checks.procedure import procedure
from letters.checks.reading import Reading
from letters.checks.reading_age import reading_age
from letters.checks.recommendations import independent_person, recommendations
from letters.checks.remedy import remedy
from letters.checks.reports import reports
from letters.checks.signatory import signatory
from letters.kinds import ANSWER_A_STAGE, Kind, rules_of
from letters.record import Record

# Each gives its lines, or none where it has nothing to say of this letter
Judge = Callable[[Reading, Record], Iterable[Check]]

ANSWERS = tuple(kind for kind in Kind if rules_of(kind).step in ANSWER_A_STAGE)
OF_ANSWERS: tuple[Judge, ...] = (
    procedure,
    points,
    recommendations,
    independent_person,
    apology,
    lateness,
    remedy,
    actions,
    next_stage,
    reports,
)
BEFORE: tuple[Judge, ...] = (addressee, named, address)
AFTER: tuple[Judge, ...] = (advocacy, ombudsman, dates, signatory, needs, left_open, reading_age)


def checks_of(text: str, record: Record) -> list[Check]:
    """Every line that applies to this letter."""
    reading, kind = Reading(text), record.letter.kind
    of_kind = OF_ANSWERS if kind in ANSWERS else (apology,) if kind == Kind.EXTENSION else ()
    every = (*BEFORE, *of_kind, *AFTER)
    return [check for judge in every for check in judge(reading, record)]
