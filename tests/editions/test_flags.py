"""What an author of the printed report of 2006/07 would have been told (domain.md section 10)."""

import pytest

from editions.actions.committee import dismiss
from editions.actions.writing import write_section
from editions.assembling import Assembling
from editions.flags.every import Flags

pytestmark = pytest.mark.django_db


@pytest.fixture
def flags_of(edition, author):
    """The flags of a text that stands in a section, beside that section's tables."""

    def flags(text: str, title: str = "Stage 1 complaints", beside: str = ""):
        section = edition.sections.get(title=title)
        tables = f"\n\n{beside}" if beside else ""
        write_section(section, title=title, text=text + tables, seen=section.saved, by=author)
        return Flags(Assembling(edition)).of(edition.sections.get(title=title))

    return flags


def told(flags):
    return [(flag.kind, flag.words) for flag in flags]


def test_a_typed_number_that_is_a_figure_is_offered_as_one(flags_of):
    (flag,) = flags_of("Mediation was successful in 15 mediations in social care.", "Mediation")

    assert flag.kind == "typed"
    assert "mediation.successful_social_care" in [known.name for known in flag.offers]


def test_a_percentage_that_is_last_years_is_contradicted(flags_of):
    """Row 9: 8% were by young people, where 5 of 56 are 8.9%."""
    flags = flags_of("Young people themselves made 8% of complaints by young people.")

    assert ("contradicts", "8% of complaints by") in told(flags)


def test_a_time_limit_a_stage_and_a_year_are_no_counts(flags_of):
    assert flags_of("At Stage 2 the law of 2006 gives 25 working days, under regulation 17.") == []


def test_an_increase_of_what_fell_is_told(flags_of):
    text = (
        "{escalation.stage1_to_2_percent} went on, and complaints show a decrease of "
        "{summary.percent_change_on_previous_year}."
    )

    (flag,) = flags_of(text)

    assert (flag.kind, flag.words) == ("direction", "decrease")
    assert "it went up" in flag.says


def test_the_right_direction_is_not_told(flags_of):
    assert flags_of("An increase of {summary.percent_change_on_previous_year}.") == []


def test_none_where_there_were_some_is_told(flags_of):
    (flag,) = flags_of("There were no referrals to the advocacy service.", "Advocacy")

    assert flag.kind == "none"
    assert "24" in flag.says


def test_none_where_there_were_none_is_right(flags_of):
    assert flags_of("No compliments were received.", "Compliments and other contacts") == []


def test_a_paragraph_that_mixes_bases_is_told(flags_of):
    """Row 16: 32% of 56 beside parts of the other log's 17."""
    text = "{made_by_young_people.percent} by them, {escalation.stage2_to_3_percent} to Stage 3."

    assert ("bases", "of 4 and of 56") in told(flags_of(text))


def test_a_difference_of_percentages_is_in_points(flags_of):
    text = (
        "{escalation.stage1_to_2_percent} escalated, against "
        "{escalation.stage1_to_2_previous_year_percent}: 14% fewer."
    )

    assert ("points", "14%") in told(flags_of(text))


def test_staff_are_not_named(flags_of):
    assert ("staff", "Ann Author") in told(flags_of("Our thanks go to Ann Author."))


def test_what_was_dismissed_stays_dismissed_for_these_words_only(flags_of, edition, author):
    (flag,) = flags_of("Our thanks go to Ann Author.")
    dismiss(edition, flag=flag.key, why="She agreed", by=author)

    assert flags_of("Our thanks go to Ann Author.") == []
    assert told(flags_of("Ann Author again.")) == [("staff", "Ann Author")]
