"""The printed report of 2006/07 held against its records: the 25 places in which it contradicts
itself or the law, each found or not, and nothing else told.

The text is as it was printed; the names of people and places are taken out.
"""

from pathlib import Path

import pytest

from editions.held_texts import limits_in_calendar_days
from editions.known import KnownFigures
from editions.printed.held import AGREES, CONTRADICTS, DIFFERS, Holding
from reporting.annual_report import assemble
from reporting.scope import Scope
from tests.editions.conftest import YEAR

pytestmark = pytest.mark.django_db
TEXT = (Path(__file__).parent / "printed" / "report_2006_07.txt").read_text("utf-8")

# Row of domain.md section 10; what is told of it: a number with its status and words, or a finding
PLACES = {
    1: ("none in the text; the table says 1.", "3 in the text; the table says 1."),
    2: ("50% is printed; 1 of 1 is 100.0%.",),
    3: ("25% is printed; 8 of 56 is 14.3%.",),
    4: ("4.5% is printed; 3 of 43 is 7.0%.",),
    5: ("The percentages of the row add up to 109%, not 100%.",),
    6: ("4% is printed; 2 of 43 is 4.7%.",),
    7: ("1% is printed; 2 of 43 is 4.7%.",),
    8: ("17% in the text; the table says 7 of 43, which is 16.3%.",),
    9: ("8% differs from 9%",),
    11: ("National average: about 20% here, more than 20% there.",),
    12: ("November 2007 is told as past; the text was written before.",),
    13: ("“first 6 months”: the table's first part has 5 months.",),
    14: ("80% is from a part of 5 months to one of 7; per month it is 28.6%.",),
    15: ("“All … lower”: not 2 of 10 (12 against 12; 3 against 3).",),
    16: ("32% is of 56 and 17 of 43, in one paragraph.",),
    17: ("28 days are calendar days in the Children Act procedure, 1991 Regulations.",),
    19: ("£200 stands in no table of payments.",),
    20: (
        "“Low” is said of Duty/Referral & Assessment, which with 8 is number 3 of 9 "
        "(Complaints by service area).",
    ),
    21: ("No number in the text bears this.",),
    22: ("The lists are not the same: 8 of 9 words are missing.",),
    23: (
        "Its title is “The Children Act 1989 Representations Procedure (England) Regulations "
        "2006” (SI 2006/1738).",
    ),
    24: ("Of “last year” 2 here, one there.",),
}
NOT_FOUND = {
    10: "“the first report to examine who complains” beside an earlier year's figure: a claim",
    18: "“1 took over three months” beside “over timescale 2”: reconcilable, and the records agree",
    25: "an extension called “automatic”: practice against the law, and no number",
}
FURTHER = {
    "1 in the text; the table says 2.",  # row 1 again: its third number
}
FALSE_ALARMS: set[str] = set()


@pytest.fixture(scope="module")
def whole(year_2006_07):
    scope = Scope(YEAR, directorate())
    figures = KnownFigures(assemble(scope))
    limits = limits_in_calendar_days(scope)
    return Holding(TEXT, figures.report, figures.everything(), limits).whole()


def directorate():
    from cases.models import Directorate

    return Directorate.objects.get(name="Children's Services")


def told_of(whole) -> list[str]:
    said = [finding.says for number in whole.numbers for finding in number.findings]
    differing = [f"{one.words} differs from {one.known.text}" for one in whole.of(DIFFERS)]
    return said + differing + [finding.says for finding in whole.findings]


def test_22_of_the_25_places_are_found(whole):
    told = told_of(whole)

    missing = {row: says for row, says in PLACES.items() if not set(says) <= set(told)}

    assert missing == {}
    assert sorted([*PLACES, *NOT_FOUND]) == list(range(1, 26))


def test_nothing_else_is_told(whole):
    expected = {says for place in PLACES.values() for says in place} | FURTHER

    assert set(told_of(whole)) - expected == FALSE_ALARMS


def test_most_of_its_numbers_agree(whole):
    """198 of 252. What cannot be matched is of others (a national average, adults), is counted
    nowhere, or stands under a heading that cannot be read."""
    counted = {status: len(whole.of(status)) for status in (AGREES, CONTRADICTS, DIFFERS)}

    assert counted == {AGREES: 198, CONTRADICTS: 13, DIFFERS: 1}
    assert len(whole.numbers) == 252


@pytest.mark.parametrize(
    ("words", "sentence", "figure"),
    [
        ("56", "manually recorded 56 complaints", "summary.received_recorded_manually"),
        ("43", "(log) 43]", "summary.received_on_corporate_log"),
        ("52", "compared with 52 manually", "summary.previous_year_recorded_manually"),
        ("7.7%", "7.7% increase", "summary.percent_change_on_previous_year"),
        (
            "32%",
            "CIN constitute 32%",
            "Complaints by service area: Recorded manually, Children in Need (CIN), in per cent",
        ),
        ("15", "successful in 15 out of 20", "mediation.successful_social_care"),
        ("20", "successful in 15 out of 20", "mediation.held_social_care"),
        ("24", "there were 24 referrals", "advocacy.referrals"),
        ("no", "no joint investigations", "joint_nhs.investigations"),
        ("21%", "in comparison to 21% last", "escalation.stage1_to_2_previous_year_percent"),
        ("one", "Only one of the four", "stage2_outcomes:upheld:total"),
    ],
)
def test_a_number_is_matched_to_its_figure(whole, words, sentence, figure):
    (number,) = [one for one in whole.numbers if one.words == words and sentence in one.around]

    assert figure in (number.known.name, number.known.label)
    assert number.agrees
