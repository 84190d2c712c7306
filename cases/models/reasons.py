"""Why something was decided, in words of lists that a council edits and that its reports count."""

from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked

from .decisions import Decision
from .lists import ListedWord


@tracked
class DecisionReason(ListedWord):
    """A reason for a decision of one kind, and whether it means yes or no.

    Of an early referral each word is a condition: all those in use must be met (domain.md 1.A).
    """

    kind = models.CharField("decision", max_length=30, choices=Decision.Kind)
    accepts = models.BooleanField("means yes", default=False)

    class Meta(ListedWord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["kind", "name"], name="decisionreason_name_of_kind"),
            models.CheckConstraint(
                name="decisionreason_in_use_until_after_from",
                condition=Q(in_use_until__gte=F("in_use_from")),
                violation_error_message="A word cannot go out of use before it came into use.",
            ),
            models.CheckConstraint(
                name="decisionreason_a_refusal_never_means_yes",
                condition=~Q(kind="refused", accepts=True),
                violation_error_message="A reason to refuse never means yes.",
            ),
        ]
