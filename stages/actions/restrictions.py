"""Unacceptable behaviour: a restriction decided, told, appealed against, reviewed, ended.

None of it closes the way to complain. What is next is a task of a case of theirs, for managers: to
tell them, to decide their appeal, to tell them of that, to review it.
"""

from datetime import date

from django.conf import settings

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, ContactRestriction, Person
from stages.actions.tasks import drop_task, finish_task, raise_task
from stages.calendars import load_calendar
from stages.models import Task
from stages.not_possible import NotPossible
from stages.working_days import add_working_days

Kind = Task.Kind


@action
def restrict_contact(
    case: Case,
    person: Person,
    *,
    reason: str,
    terms: list[str],
    on: date,
    review_on: date,
    by: User,
) -> ContactRestriction:
    """Restrict how a person may deal with the council, until the day of its review at first."""
    restriction = ContactRestriction(
        case=case,
        person=person,
        reason=reason,
        terms="\n".join(terms),
        decided_on=on,
        decided_by=by,
        review_on=review_on,
    )
    restriction.full_clean()
    restriction.save()
    # No sentence names the person: who complains may be withheld from who reads it
    record("restricted contact with a person of the case", case, by=by, why=reason)
    _raise_telling(restriction, "Tell the person of the restriction, and how to appeal", on, by)
    _raise_review(restriction, by)
    return restriction


@action
def tell(restriction: ContactRestriction, *, on: date, appeal_by: date, by: User) -> None:
    """Record that the person was told of the restriction, and until when they may appeal."""
    _change(restriction, told_on=on, appeal_by=appeal_by)
    _finish(restriction, Kind.RESTRICTION_TELL, on=on, by=by)
    record("told the person of the restriction", restriction.case, by=by)


@action
def receive_appeal(restriction: ContactRestriction, *, on: date, by: User) -> None:
    """Record an appeal. A late one is still an appeal: whether to hear it is the decision.

    Deciding it stands on the managers' desks from now on.
    """
    if restriction.told_on is None:
        raise NotPossible("Record first that they were told.")
    _change(restriction, appealed_on=on)
    what = "Decide the appeal against the restriction of contact"
    days = settings.RESTRICTION_APPEAL_DAYS
    _raise_within(days, restriction, Kind.RESTRICTION_APPEAL, what, on=on, by=by)
    record("recorded an appeal against the restriction", restriction.case, by=by)


@action
def decide_appeal(
    restriction: ContactRestriction,
    *,
    on: date,
    outcome: str,
    reason: str,
    by: User,
    terms: list[str] = (),
) -> None:
    """Decide an appeal: by somebody other than who restricted. ``terms`` where they change."""
    if restriction.decided_by == by:
        raise NotPossible("Somebody other than whoever restricted them decides the appeal.")
    changed = outcome == ContactRestriction.AppealOutcome.CHANGED
    if changed and not terms:
        raise NotPossible("Enter the terms as they are from now on, each on a line.")
    told = {"terms": "\n".join(terms)} if changed else {}
    _change(restriction, appeal_decided_on=on, appeal_outcome=outcome, appeal_reason=reason, **told)
    said = restriction.get_appeal_outcome_display().lower()
    record(f"decided the appeal: {said}", restriction.case, by=by, why=reason)
    _finish(restriction, Kind.RESTRICTION_APPEAL, on=on, evidence=reason, by=by)
    if outcome == ContactRestriction.AppealOutcome.LIFTED:
        end_restriction(restriction, on=on, why="Lifted on appeal", by=by)
    _raise_telling(restriction, "Tell the person how their appeal was decided, and why", on, by)


@action
def tell_of_appeal(restriction: ContactRestriction, *, on: date, by: User) -> None:
    """Record that the person was told how their appeal was decided."""
    if restriction.appeal_decided_on is None:
        raise NotPossible("Record first how the appeal was decided.")
    _change(restriction, appeal_told_on=on)
    _finish(restriction, Kind.RESTRICTION_TELL, on=on, by=by)
    record("told the person how their appeal was decided", restriction.case, by=by)


@action
def review(
    restriction: ContactRestriction, *, on: date, reason: str, next_review_on: date, by: User
) -> None:
    """Let a restriction go on after a review, until the next one."""
    look = restriction.reviews.model(
        restriction=restriction,
        case=restriction.case,
        reviewed_on=on,
        reviewed_by=by,
        reason=reason,
        next_review_on=next_review_on,
    )
    look.full_clean()
    look.save()
    _change(restriction, review_on=next_review_on)
    _finish(restriction, Kind.RESTRICTION_REVIEW, on=on, evidence=reason, by=by)
    _raise_review(restriction, by)
    record("reviewed the restriction: it goes on", restriction.case, by=by, why=reason)


@action
def end_restriction(restriction: ContactRestriction, *, on: date, why: str, by: User) -> None:
    _change(restriction, ended_on=on, ended_because=why)
    for task in restriction.tasks.open():
        drop_task(task, on=on, why=f"The restriction ended: {why}"[:300], by=by)
    record("ended the restriction", restriction.case, by=by, why=why)


def _change(restriction: ContactRestriction, **fields) -> None:
    for name, value in fields.items():
        setattr(restriction, name, value)
    restriction.full_clean()
    restriction.save(update_fields=list(fields))


def _finish(
    restriction: ContactRestriction, kind: str, *, on: date, by: User, evidence: str = ""
) -> None:
    for task in restriction.tasks.open().filter(kind=kind):
        finish_task(task, on=on, evidence=evidence, by=by)


def _raise_telling(restriction: ContactRestriction, what: str, on: date, by: User) -> None:
    """By the next working day, as of any decision about a person."""
    _raise_within(1, restriction, Kind.RESTRICTION_TELL, what, on=on, by=by)


def _raise_review(restriction: ContactRestriction, by: User) -> None:
    what = "Review the restriction of contact"
    due = {"due_on": restriction.review_on}
    _raise(restriction, Kind.RESTRICTION_REVIEW, what, due, by)


def _raise_within(
    days: int, restriction: ContactRestriction, kind: str, what: str, *, on: date, by: User
) -> None:
    due = {"due_on": add_working_days(on, days, load_calendar()), "counted_from": on}
    _raise(restriction, kind, what, due, by)


def _raise(restriction: ContactRestriction, kind: str, what: str, due: dict, by: User) -> None:
    raise_task(
        restriction.case,
        what=what,
        kind=kind,
        restriction=restriction,
        **due,
        for_deciders=True,
        outlives_the_case=True,
        by=by,
    )
