"""What a form asks of a date that was typed: neither ahead of today, nor before it could be."""

from datetime import date

from django.core.exceptions import ValidationError


def not_ahead(on: date | None, today: date) -> date | None:
    if on and on > today:
        raise ValidationError("Enter a date that is today or in the past")
    return on


def between(on: date, first: date, today: date, what_began: str) -> date:
    """``on``, not ahead and not before ``first``, the day of which ``what_began`` is said."""
    if not_ahead(on, today) < first:
        raise ValidationError(f"{what_began} on {first:%-d %B %Y}: not before")
    return on
