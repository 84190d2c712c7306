"""Drafts as officers see them: everybody's, and on the desk those that have waited a day."""

from datetime import date

from cases.models import Draft
from stages.working_days import BeyondHorizon, Calendar, count_working_days

SHOWN = 100
SUBJECT = 80


def drafts_of_the_team() -> list[Draft]:
    """The drafts of all officers, those received first at the top, with a few words of each."""
    drafts = list(Draft.objects.select_related("begun_by", "saved_by")[:SHOWN])
    for draft in drafts:
        draft.subject = _subject(draft)
    return drafts


def waiting(today: date, calendar: Calendar) -> list[Draft]:
    """Drafts begun a working day ago or more: what came in, and is in no case yet."""
    return [draft for draft in drafts_of_the_team() if _days_old(draft, today, calendar) >= 1]


def _days_old(draft: Draft, today: date, calendar: Calendar) -> int:
    try:
        return count_working_days(draft.begun_on, today, calendar)
    except BeyondHorizon:
        return (today - draft.begun_on).days


def _subject(draft: Draft) -> str:
    """Who complains and what was said, as far as it was typed."""
    said = [draft.answers.get(name, [""])[0].strip() for name in ("complainant", "summary")]
    words = " ".join(": ".join(filter(None, said)).split())
    return words if len(words) <= SUBJECT else f"{words[: SUBJECT - 1].rstrip()}…"
