"""What was done to a case of late: the last act, whether it can be undone, what came since.

An act is all that one step did: the sentences of the trail that share a context.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.timezone import localtime
from pghistory.models import Context

from accounts.models import Event, User
from accounts.permissions import Permission
from accounts.putting_back import why_it_stays
from cases.models import Case, Contact, Person

ACT = Context.objects.filter(pk=OuterRef("context_id"))
SENTENCES = 8  # of one act, at the most

SENT_BY_EMAIL = "send_letter_by_email"  # the name of an act that sends a letter so

# Acts that are corrected and never undone, by the name of their action
NEVER = {
    SENT_BY_EMAIL: "The e-mail with the letter has gone. Send another that puts it right.",
    "take_in": "Logging a case is not undone. Close it as logged in error.",
    "log_case": "Logging a case is not undone. Close it as logged in error.",
    "log_from_enquiry": "Logging a case is not undone. Close it as logged in error.",
    "import_log": "An import is not undone here.",
    "bulk_chase": "An e-mail reminds them: that is not taken back.",
    "remind_by_task": "An e-mail tells them of it. Drop the task instead.",
    "ask_service": "An e-mail tells them of it. Withdraw the question instead.",
    "chase_request": "An e-mail reminds them: that is not taken back.",
    "ask_through_link": "The link has been sent. Withdraw the question instead.",
    "send_link": "The link has been sent. Withdraw it instead.",
    "withdraw_link": "A link that was withdrawn stays closed. Send a new one.",
    "answer_through_link": "An answer that came is kept.",
    "finish_pack": "A file that was made may have been sent: it stays.",
    "undo_last": "An undoing is not undone. Take the step again.",
}
# Acts that only add something of their own, so that nobody's typing can overwrite them
ONLY_ADD = {"add_note", "raise_task", "remind_by_task"}


@dataclass(frozen=True)
class Act:
    """One act on a case. ``names`` are those of its context: user, action, step."""

    context_id: UUID
    names: dict
    events: list[Event]  # the latest first

    @property
    def sentence(self) -> str:
        return "; ".join(event.sentence for event in reversed(self.events))

    @property
    def short(self) -> str:
        """Its first sentence, and how many more there are."""
        more = f", and {len(self.events) - 1} more" if len(self.events) > 1 else ""
        return f"{self.events[-1].sentence}{more}"

    @property
    def by(self) -> User | None:
        return self.events[0].by

    @property
    def at(self) -> datetime:
        return self.events[0].at

    @property
    def until(self) -> datetime:
        """The last moment in which it can be undone."""
        return self.at + timedelta(minutes=settings.UNDO_MINUTES)

    def is_past(self, now: datetime) -> bool:
        """Whether a page has nothing more to say of it: of what is fresh it says why not."""
        never = self.names.get("action") in NEVER
        return now > (self.until if never else self.at + timedelta(days=1))

    def why_not_undone(self, user: User, now: datetime) -> str:
        """Why ``user`` cannot undo it any more, or never could; "" where they can."""
        if reason := NEVER.get(self.names.get("action")):
            return reason
        if not self.names:
            return "Nothing of the case was changed by it."
        if self.by != user and not user.may(Permission.DECIDE):
            return f"It is undone by {self.by or 'a complaints manager'}" + (
                " or a complaints manager." if self.by else "."
            )
        if now > self.until:
            return (
                f"The {settings.UNDO_MINUTES} minutes to undo it ended at "
                f"{localtime(self.until):%H:%M}. Take a step that corrects it."
            )
        return ""


def last_act(case: Case, events: list[Event] | None = None) -> Act | None:
    """The last thing done to ``case``, in one query; notes and reminders are things done too."""
    if events is None:
        events = list(events_of(case).select_related("by")[:SENTENCES])
    if not events or events[0].context_id is None:
        return None
    latest = events[0]
    own = [event for event in events if event.context_id == latest.context_id]
    return Act(latest.context_id, latest.names or {}, own)


@dataclass(frozen=True)
class OfferToUndo:
    """What a page says of undoing the last act: the button until a moment, or why there is none."""

    act: Act
    why_not: str


def offer_to_undo(case: Case, user: User, now: datetime, events=None) -> OfferToUndo | None:
    """``events``, the latest of the case, where a page has read them already."""
    act = last_act(case, events)
    if act is None or act.is_past(now):
        return None
    return OfferToUndo(act, act.why_not_undone(user, now) or why_it_stays(act.context_id))


def latest(events: QuerySet[Event]) -> int:
    """What somebody who opens the page now has seen: the number of the last of ``events``."""
    return events.values_list("pk", flat=True).first() or 0


def since(events: QuerySet[Event], seen: str | None) -> list[Event]:
    """Those of ``events`` since the sentence numbered ``seen``, the latest first.

    Nothing where a form did not say what its author had seen.
    """
    if not (seen and seen.isascii() and seen.isdecimal() and len(seen) < 19):
        return []
    found = events.filter(pk__gt=int(seen)).select_related("by")
    return [event for event in found if not only_adds(event.names or {})]


def only_adds(names: dict) -> bool:
    return names.get("action") in ONLY_ADD


def events_of(row: Case | Contact) -> QuerySet[Event]:
    """The sentences about a case or a contact, the latest first, with the names of their acts."""
    about = Event.objects.filter(about_model=row._meta.label_lower, about_id=row.pk)
    return with_names(about.order_by("-pk"))


def corrections_of(person: Person) -> QuerySet[Event]:
    """Where people of the cases of ``person`` were put right: also by way of another case."""
    cases = person.parts.order_by().values("case")
    about = Event.objects.filter(about_model=Case._meta.label_lower, about_id__in=cases)
    return with_names(about.order_by("-pk")).filter(names__action="correct_person")


def with_names(events: QuerySet[Event]) -> QuerySet[Event]:
    """Each with the names of its act: who, by which action, which step of the table."""
    return events.annotate(names=Subquery(ACT.values("metadata")[:1]))


def others_of(act: Act, case: Case) -> Iterable[int]:
    """The keys of the other cases that an act was also about."""
    about = Event.objects.filter(context_id=act.context_id, about_model=case._meta.label_lower)
    return about.exclude(about_id=case.pk).values_list("about_id", flat=True).distinct()
