"""What officers clear, what is meant to be done, what the committee asks, what is flagged."""

from datetime import date

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.trail import action, record
from editions.models import (
    Clearance,
    CommitteeItem,
    Dismissal,
    Edition,
    OutsideFigure,
    Priority,
    StepDone,
    TimetableStep,
)
from editions.whole_text import whole_text


@action
def clear(edition: Edition, *, office: str, on_behalf_of: str, note: str, by: User) -> Clearance:
    """Clear the draft as it is now. A later change makes this stale, and shows what changed."""
    if edition.is_published:
        raise ValidationError("It was published already.")
    clearance = Clearance(
        edition=edition,
        draft=edition.draft,
        by=by,
        office=office,
        on_behalf_of=on_behalf_of,
        note=note,
        text=whole_text(edition),
    )
    clearance.full_clean()
    clearance.save()
    whom = f", on behalf of {on_behalf_of}" if on_behalf_of else ""
    record(f"cleared draft {edition.draft} as {office}{whom}", edition, by=by)
    return clearance


@action
def mark_step(edition: Edition, step: TimetableStep, *, on: date, by: User) -> None:
    """A step on the way to the meeting was taken."""
    _, is_new = StepDone.objects.get_or_create(
        edition=edition, step=step, defaults={"done_on": on, "by": by}
    )
    if is_new:
        record(f"marked as done: {step}", edition, by=by)


@action
def unmark_step(edition: Edition, step: TimetableStep, *, by: User) -> None:
    gone, _ = edition.steps_done.filter(step=step).delete()
    if gone:
        record(f"marked as not done: {step}", edition, by=by)


@action
def keep_priority(edition: Edition, *, by: User, priority: Priority | None = None, **facts):
    """Add one, or change it. What became of one is also kept once the report is published."""
    priority = priority or Priority(edition=edition)
    for name, value in facts.items():
        setattr(priority, name, value)
    priority.full_clean()
    priority.save()
    record(f"kept the priority “{priority}”", edition, by=by)
    return priority


@action
def record_outcome(priority: Priority, *, became: str, on: date, by: User) -> None:
    priority.became, priority.became_on = became, on
    priority.full_clean()
    priority.save()
    record(f"recorded what became of the priority “{priority}”", priority.edition, by=by)


@action
def keep_committee_item(
    edition: Edition, *, by: User, item: CommitteeItem | None = None, **facts
) -> CommitteeItem:
    """What members asked or recommended, and the reply."""
    item = item or CommitteeItem(edition=edition)
    for name, value in facts.items():
        setattr(item, name, value)
    item.full_clean()
    item.save()
    record(f"kept what the committee said: {item}", edition, by=by)
    return item


@action
def keep_outside_figure(*, by: User, figure: OutsideFigure | None = None, **facts) -> OutsideFigure:
    figure = figure or OutsideFigure()
    for name, value in facts.items():
        setattr(figure, name, value)
    figure.full_clean()
    figure.save()
    record(f"kept the figure from outside “{figure.name}”", figure, by=by)
    return figure


@action
def dismiss(edition: Edition, *, flag: str, why: str, by: User) -> None:
    """It stays dismissed for these words; other words are looked at anew."""
    Dismissal.objects.get_or_create(edition=edition, flag=flag, defaults={"why": why, "by": by})
    record("dismissed a flag of the report", edition, by=by, why=why)
