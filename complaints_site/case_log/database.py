"""A refusal by the database, in a sentence. The checks before should leave it nothing to refuse."""

import psycopg
from django.apps import apps

from .faults import Remark


def refusal(error: Exception) -> Remark:
    """Say which rule of the database a row broke, in that rule's own words where it has any."""
    cause = error if isinstance(error, psycopg.Error) else error.__cause__
    told = getattr(cause, "diag", None)
    name = told.constraint_name if told else None
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if name and constraint.name == name:
                says = str(constraint.get_violation_error_message())
                return Remark(f"{says} The database refused it, in the {_kind(model)}.")
    detail = (
        told.message_primary if told else str(error)
    )  # the row itself stays unsaid: it is private
    return Remark(f"The database refused the log: {detail}")


def _kind(model) -> str:
    return str(model._meta.verbose_name_plural)
