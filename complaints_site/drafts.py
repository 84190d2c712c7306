"""Drafts as officers see them: everybody's, and on the desk those that have waited a day."""

from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.timezone import localtime

from accounts.models import User
from cases.models import Draft
from complaints_site.typed import draft_of
from stages.forms.log import LogForm
from stages.working_days import BeyondHorizon, Calendar, count_working_days

SHOWN = 100
SUBJECT = 80
SEEN = "draft_seen"  # in the form: which saving of its draft its author has seen


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


def stamp(draft: Draft | None) -> str:
    """Which saving of a draft this is; nothing where there is none."""
    return draft.saved_at.isoformat() if draft else ""


def done_meanwhile(typed: QueryDict, user: User) -> str:
    """What somebody else did with the draft that ``user`` goes on with; nothing where nobody did.

    Two officers may go on with one draft: neither writes over what they have not seen.
    """
    draft = draft_of(typed) if typed.get("draft") else None
    seen = typed.get(SEEN, "")
    if draft is None:
        return "This draft was logged or thrown away while you were typing." if seen else ""
    if draft.saved_by_id == user.pk or stamp(draft) == seen:
        return ""
    at = localtime(draft.saved_at)
    return f"{draft.saved_by} saved this draft at {at:%H:%M} while you were typing."


def where_it_differs(draft: Draft | None, typed: QueryDict) -> list[tuple[str, str]]:
    """What was saved in each box of writing into which something else is typed."""
    saved = draft.answers if draft else {}
    boxes = {
        name: field
        for name, field in LogForm.base_fields.items()
        if not isinstance(field, forms.ChoiceField | forms.BooleanField)
    }
    return [
        (field.label or name.capitalize(), saved.get(name, [""])[0] or "nothing")
        for name, field in boxes.items()
        if saved.get(name, [""])[0].split() != typed.get(name, "").split()
    ]
