"""A step that a rule refuses."""

from django.core.exceptions import ValidationError


class NotPossible(ValidationError):
    """A step that cannot be taken, with the reason in the user's words."""
