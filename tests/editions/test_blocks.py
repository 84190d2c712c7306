"""What a report says by itself: changes not made, how the procedure worked, old priorities."""

from datetime import date

import pytest
from django.utils.timezone import now

from cases.models import ServiceArea
from editions.actions.committee import keep_priority, record_outcome
from editions.actions.writing import begin_edition
from editions.assembling import Assembling
from editions.flags.every import Flags
from editions.known import KnownFigures
from editions.models import Edition
from editions.sections_given import sections_given
from remedies.models import ActionPoint, Lesson
from reporting.annual_report import assemble
from reporting.period import financial_year
from reporting.scope import Scope

pytestmark = pytest.mark.django_db


def text_of(assembling, title) -> str:
    part = next(one for one in assembling.document().parts if one.title == title)
    return "\n".join(each.text for each in part.holds if hasattr(each, "text"))


def test_changes_that_were_not_made_stand_there_with_why(edition, assembling):
    area = ServiceArea.objects.get(name="Leaving Care")
    lesson = Lesson.objects.create(
        service_area=area,
        raised_on=date(2006, 9, 1),
        text="Ring back the same day",
        accepted=Lesson.Accepted.NO,
        accepted_why="There is nobody in the evening",
    )
    for due, done in ((date(2006, 12, 1), None), (date(2006, 12, 2), date(2006, 12, 1))):
        ActionPoint.objects.create(
            lesson=lesson,
            text=f"Due {due:%-d}",
            lead="A manager",
            due_on=due,
            done_on=done,
            evidence="Seen" if done else "",
        )

    said = text_of(assembling, "Learning from complaints")

    assert (
        "Leaving Care: Ring back the same day. Not accepted: There is nobody in the evening."
    ) in said
    assert "Leaving Care: Due 1. It was due by 1 December 2006 and was not done by 31 March" in said
    assert "Due 2. It was due" not in said


def test_the_review_says_its_figures_and_its_prompt_is_flagged_but_not_printed(assembling):
    said = text_of(assembling, "The procedure and its future")

    assert "7% of complaints went on from Stage 1 to Stage 2. Few go on where" in said
    assert "An answer at Stage 2 took 54 working days on average." in said
    assert "Write here" not in said
    section = assembling.edition.sections.get(title="The procedure and its future")
    assert [flag.kind for flag in Flags(assembling).of(section)] == ["prompt", "prompt"]


def test_the_next_report_opens_with_what_became_of_the_priorities(edition, author):
    kept = keep_priority(
        edition,
        by=author,
        text="Answer in time",
        owner="The manager",
        due_on=date(2007, 12, 1),
        measure="Nine of ten",
    )
    Edition.objects.filter(pk=edition.pk).update(published_at=now(), published_by=author)
    record_outcome(kept, became="Eight of ten were", on=date(2008, 1, 1), by=author)
    year = financial_year(2007)
    figures = KnownFigures(assemble(Scope(year, edition.directorate)))
    following = begin_edition(
        year, edition.directorate, title="Next", sections=sections_given(figures), by=author
    )

    assert "Answer in time. Eight of ten were" in text_of(
        Assembling(following), "Summary of activity"
    )
