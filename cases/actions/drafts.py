"""A complaint that is being taken down: kept, taken up by somebody else, ended."""

from datetime import date
from uuid import UUID

from django.db.models.functions import Now

from accounts.models import User
from accounts.trail import action, record
from cases.models import Draft


@action
def keep_draft(key: UUID, *, answers: dict, received_on: date, on: date, by: User) -> Draft:
    """Keep what was typed so far. Whoever saved it last is named beside it."""
    typed = {"answers": answers, "received_on": received_on, "saved_by": by, "saved_at": Now()}
    draft, is_new = Draft.objects.update_or_create(
        key=key, defaults=typed, create_defaults=typed | {"begun_by": by, "begun_on": on}
    )
    if is_new:
        record("began the draft of a complaint", draft, by=by)
    draft.refresh_from_db(fields=["saved_at"])  # the database's own time
    return draft


@action
def end_draft(draft: Draft, *, why: str, by: User) -> None:
    """The draft has become a case or a note, or nobody needs it: what was typed is gone."""
    record("ended the draft of a complaint", draft, by=by, why=why)
    draft.delete()
