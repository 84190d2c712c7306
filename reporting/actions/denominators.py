"""What rates are taken per: an administrator adds kinds and numbers, and takes wrong ones back."""

from datetime import date

from django.db.models import Max
from django.utils.text import slugify

from accounts.models import User
from accounts.trail import action, record
from reporting.models import Denominator, DenominatorNumber


@action
def add_denominator(*, many: str, per: int, by: User | None) -> Denominator:
    """Add something that rates can be taken per; its numbers are added apart."""
    last = Denominator.objects.aggregate(last=Max("position"))["last"]
    added = Denominator(
        key=slugify(many)[:40], many=many, per=per, position=0 if last is None else last + 1
    )
    added.full_clean()
    added.save()
    record(f"added what rates are taken per: {added.many}", added, by=by)
    return added


@action
def add_number(
    denominator: Denominator,
    *,
    number: int,
    valid_from: date,
    source: str,
    on: date,
    by: User | None,
) -> DenominatorNumber:
    """Enter how many there are from a day on. The number before it keeps its own days."""
    added = DenominatorNumber(
        denominator=denominator,
        number=number,
        valid_from=valid_from,
        source=source,
        entered_on=on,
        entered_by=by,
    )
    added.full_clean()
    added.save()
    record(f"entered {added}, by {source}", added, by=by)
    return added


@action
def take_back_number(number: DenominatorNumber, *, because: str, on: date, by: User) -> None:
    """Take a wrong number back: no rate is taken per it any more, and the history keeps it."""
    number.taken_back_on, number.taken_back_because = on, because
    number.full_clean()
    number.save(update_fields=["taken_back_on", "taken_back_because"])
    record(f"took back {number}", number, by=by, why=because)
