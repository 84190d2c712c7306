"""Letting a form do what was asked: where a rule refuses it, the form says why."""

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from stages.working_days import BeyondHorizon


def taken(form, user: User, **also):
    """What came of ``form.take``, or True; None where a rule refused, and nothing is changed."""
    try:
        with transaction.atomic():
            return form.take(by=user, **also) or True
    except (ValidationError, BeyondHorizon) as refusal:
        form.add_error(None, getattr(refusal, "messages", [str(refusal)]))
        return None
