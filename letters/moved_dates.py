"""Dates in a letter that its own sending moves: on the record before it goes, and not any more once
it has. They would be wrong as it arrives."""

from django.core.exceptions import ValidationError

from letters.checks.reading import days_in
from letters.models import Letter
from letters.notation import paragraphs_of
from letters.record import Record
from stages.models import Stage
from stages.situation import Situation

MOVED = "Sending it moves a date in it: the letter is back, with that line marked"


class DatesMoved(ValidationError):
    """``lines`` are the number of a paragraph and what is to be said of it."""

    def __init__(self, lines: list[tuple[int, str]]):
        super().__init__(MOVED)
        self.lines = lines


def strange_dates(letter: Letter, text: str) -> set[str]:
    """The dates in ``text`` that are not on the record as it stands now: of visits, of calls."""
    record = Record(letter, Situation(letter.case))
    known = record.days | {record.window_ends_on}
    return {day.words for day in days_in(text) if day.on not in known}


def refuse_moved(letter: Letter, text: str, strange_before: set[str]) -> None:
    """Called with the step taken."""
    moved = strange_dates(letter, text) - strange_before
    if not moved:
        return
    due = _due_now(letter.stage)
    raise DatesMoved(
        [
            (number, f"As the letter goes, this date is on the record no more: {day}.{due}")
            for number, paragraph in enumerate(paragraphs_of(text), 1)
            for day in dict.fromkeys(one.words for one in days_in(paragraph))
            if day in moved
        ]
    )


def _due_now(stage: Stage | None) -> str:
    if stage is None:
        return ""
    main = stage.deadlines.filter(is_main=True, live=True, met_on=None).first()
    return f" The answer is due on {main.due_on:%-d %B %Y} then." if main else ""
