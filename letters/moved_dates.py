"""Dates in a letter that were of the record as it was written, and are not any more as it goes:
the record changed meanwhile, or the sending itself moves them. They would arrive as wrong.

A day that the letter itself tells as past ("we said …") stays.
"""

import re
from datetime import date

from django.core.exceptions import ValidationError

from letters.checks.reading import Reading, days_in
from letters.models import Letter, LetterDraft
from letters.notation import paragraphs_of
from letters.record import Record
from stages.models import Stage
from stages.situation import Situation

MOVED = (
    "A date in it is on the record no more as it goes: the letter is back, with that line marked"
)
TOLD_AS_PAST = re.compile(
    r"\b(?:said|promised|told you|could not|cannot (?:answer|reply|keep))\b", re.IGNORECASE
)


class DatesMoved(ValidationError):
    """``lines`` are the number of a paragraph and what is to be said of it."""

    def __init__(self, lines: list[tuple[int, str]]):
        super().__init__(MOVED)
        self.lines = lines


def dates_in_force(letter: Letter, text: str) -> list[str]:
    """The dates in ``text`` that the record has now, as they are written: kept with a draft."""
    known = _in_force(letter)
    return sorted({day.words for day in days_in(text) if day.on and day.on in known})


def refuse_changed(letter: Letter, draft: LetterDraft) -> None:
    """Called before the step is taken."""
    known = _in_force(letter)
    were = set(draft.dates_on_record)
    _bring_back(
        letter,
        draft.text,
        {one.words for one in days_in(draft.text) if one.words in were and one.on not in known},
    )


def _in_force(letter: Letter) -> set[date | None]:
    record = Record(letter, Situation(letter.case))
    return record.days_in_force | {record.window_ends_on}


def strange_dates(letter: Letter, text: str) -> set[str]:
    """The dates in ``text`` that are not on the record as it stands now: of visits, of calls."""
    record = Record(letter, Situation(letter.case))
    known = record.days | {record.window_ends_on}
    return {day.words for day in days_in(text) if day.on not in known}


def refuse_moved(letter: Letter, text: str, strange_before: set[str]) -> None:
    """Called with the step taken."""
    _bring_back(letter, text, strange_dates(letter, text) - strange_before)


def _bring_back(letter: Letter, text: str, moved: set[str]) -> None:
    marked = [
        (number, day)
        for number, paragraph in enumerate(paragraphs_of(text), 1)
        for day in dict.fromkeys(_promised_in(paragraph))
        if day in moved
    ]
    if marked:
        due = _due_now(letter.stage)
        said = "As the letter goes, this date is on the record no more"
        raise DatesMoved([(number, f"{said}: {day}.{due}") for number, day in marked])


def _promised_in(paragraph: str) -> list[str]:
    sentences = Reading(paragraph).every
    left = [one.text for one in sentences if not TOLD_AS_PAST.search(one.text)]
    return [day.words for text in left for day in days_in(text)]


def _due_now(stage: Stage | None) -> str:
    if stage is None:
        return ""
    main = stage.deadlines.filter(is_main=True, live=True, met_on=None).first()
    return f" The answer is due on {main.due_on:%-d %B %Y} then." if main else ""
