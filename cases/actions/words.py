"""The office's lists: a word comes into use and goes out of use. No word is renamed or deleted.

What was logged under a word keeps it, so the figures of an old year never move.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Max, Model

from accounts.models import User
from accounts.trail import action, record
from cases.models import Directorate, ServiceArea


@action
def add_word(model: type[Model], *, by: User, **fields) -> Model:
    """Add a word at the end of its list; ``fields`` are those of its row."""
    last = model.objects.aggregate(last=Max("position"))["last"]
    word = model(position=0 if last is None else last + 1, **fields)
    word.full_clean()
    word.save()
    record(f"added “{word}” to the list: {model._meta.verbose_name}", word, by=by)
    return word


@action
def retire_word(word: Model, *, until: date, by: User) -> None:
    """Take a word out of use after its last day, ``until``."""
    if isinstance(word, Directorate):
        _refuse_while_areas_remain(word, until)
    word.in_use_until = until
    word.full_clean()
    word.save(update_fields=["in_use_until"])
    record(f"took “{word}” out of use after {until:%-d %B %Y}", word, by=by)


@action
def keep_word(word: Model, *, by: User) -> None:
    """Take back that a word goes out of use."""
    word.in_use_until = None
    word.save(update_fields=["in_use_until"])
    record(f"kept “{word}” in use", word, by=by)


@action
def set_headed_areas(user: User, *, areas: list[ServiceArea], by: User) -> None:
    """Say which service areas ``user`` heads: a head of service sees the cases of these."""
    if by is not None and by.pk == user.pk:
        raise ValidationError("The service areas that you head are set by another administrator.")
    user.heads_service_areas.set(areas)
    names = ", ".join(sorted(area.name for area in areas)) or "no service area"
    record(f"made {user} head of {names}", user, by=by)


def _refuse_while_areas_remain(directorate: Directorate, until: date) -> None:
    """A service area cannot outlast its directorate: nothing could report it."""
    staying = directorate.service_areas.exclude(in_use_until__lte=until)
    names = ", ".join(staying.values_list("name", flat=True))
    if names:
        raise ValidationError(f"First take out of use the service areas that stay longer: {names}.")
