"""What an author types is kept beside the section until they save it or take it back."""

from django.core.exceptions import ValidationError
from django.db.models.functions import Now

from accounts.models import User
from accounts.trail import action, record
from editions.actions.writing import PUBLISHED
from editions.models import Section, TypedSection


@action
def keep_typed(section: Section, *, title: str, text: str, seen: int, by: User) -> TypedSection:
    """``seen`` is which saving of the section the author goes on from."""
    if section.edition.is_published:
        raise ValidationError(PUBLISHED)
    told = {"title": title, "text": text, "seen": seen, "kept_at": Now()}
    typed, is_new = TypedSection.objects.update_or_create(section=section, author=by, defaults=told)
    if is_new:
        record(f"began to change the section “{section}”", section.edition, by=by)
    typed.refresh_from_db(fields=["kept_at"])
    return typed


@action
def take_back_typed(section: Section, *, by: User) -> None:
    """The section stands as it is saved."""
    gone, _ = section.typed.filter(author=by).delete()
    if gone:
        record(f"took back what they typed in “{section}”", section.edition, by=by)
