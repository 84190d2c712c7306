"""Saving a row whose constraints the database holds: what it refuses, it refuses in plain words.

Asking it beforehand (``full_clean``) costs a statement for each constraint and each key.
"""

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import Model


def save_or_say_why(row: Model) -> None:
    """Save ``row``; a constraint's own message becomes a ValidationError.

    Part of an action, whose transaction is undone with the error.
    """
    try:
        row.save()
    except IntegrityError as refusal:
        name = refusal.__cause__.diag.constraint_name
        for constraint in row._meta.constraints:
            if constraint.name == name:
                raise ValidationError(constraint.get_violation_error_message()) from refusal
        raise
