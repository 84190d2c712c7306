"""Letting a form do what was asked: where a rule refuses it, the form says why."""

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from stages.forms.giving_away import gives_away
from stages.working_days import BeyondHorizon


def taken(form, user: User, **also):
    """What came of ``form.take``, or True; None where a rule refused, and nothing is changed.

    So too, once, where an answer names somebody whom the service must not learn of.
    """
    if gives_away(form, getattr(form, "case", None), user):
        return None
    try:
        with transaction.atomic():
            return form.take(by=user, **also) or True
    except (ValidationError, BeyondHorizon) as refusal:
        form.add_error(None, getattr(refusal, "messages", [str(refusal)]))
        return None
