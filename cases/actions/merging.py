"""Putting two records of one person together, and taking them apart again."""

from datetime import datetime

import pghistory
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.putting_back import CannotPutBack, put_back
from accounts.trail import action, record
from cases.actions.people import OF_THE_PART
from cases.merging import bars, state_of, values_of_both, why_not_undone
from cases.models import Case, CasePerson, Person, PersonMerge


@action
def merge_people(
    kept: Person, gone: Person, *, chosen: dict[str, str], now: datetime, by: User
) -> PersonMerge:
    """Make one record of two, which are locked: every part and restriction goes to ``kept``."""
    if reasons := bars(kept, gone, by):
        raise ValidationError(reasons)
    values, gone_name = values_of_both(kept, gone, chosen), gone.name
    cases = list(Case.objects.filter(people__person__in=[kept, gone]).distinct())
    for part in gone.parts.select_related("case"):
        _move(part, kept)
    gone.restrictions.update(person=kept)
    gone.merges.update(kept=kept)
    gone.delete()
    for name, value in values.items():
        setattr(kept, name, value)
    kept.full_clean()
    kept.save()
    for case in cases:
        record("put together two records of one person of the case", case, by=by)
    with pghistory.context() as context:
        return PersonMerge.objects.create(
            kept=kept,
            gone_name=gone_name,
            merged_at=now,
            merged_by=by,
            context_id=context.id,
            state=state_of(kept),
        )


@action
def undo_merge(merge: PersonMerge, *, by: User) -> None:
    """Take the two records apart again: every row as it was before."""
    if reason := why_not_undone(merge, by):
        raise ValidationError(reason)
    cases = list(Case.objects.filter(people__person=merge.kept).distinct())
    try:
        put_back(merge.context_id)
    except CannotPutBack as refusal:
        raise ValidationError(str(refusal)) from refusal
    for case in cases:
        record("took apart again two records of people of the case", case, by=by)


def _move(part: CasePerson, kept: Person) -> None:
    """The part goes to ``kept``; where they play it already, only what was not known of it does."""
    twin = CasePerson.objects.filter(case=part.case, person=kept, role=part.role).first()
    if twin is None:
        part.person = kept
        part.save(update_fields=["person"])
        return
    for name in OF_THE_PART:
        setattr(twin, name, getattr(twin, name) or getattr(part, name))
    twin.save()
    _point_to(twin, part)
    part.delete()


def _point_to(twin: CasePerson, part: CasePerson) -> None:
    """Whatever is said of the part that goes, is said of the one that stays: letters to them."""
    for field in CasePerson._meta.get_fields(include_hidden=True):
        if field.one_to_many and not hasattr(field.related_model, "pgh_tracked_model"):
            rows = field.related_model._base_manager.filter(**{field.field.name: part})
            rows.update(**{field.field.name: twin})
