"""What was filed under the wrong family, or should never have been: its content goes, a stub stays.

The row is emptied, so that no page, search, pack or report that reads rows can show what it held.
The database's own trail keeps what it was, read by nobody on a page: a council must be able to
account for a breach of personal data (UK GDPR, article 33(5)), and destroying what somebody asked
for is an offence (Freedom of Information Act 2000, section 77). It goes with the case, by the
retention schedule.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .case import Case


class CanBeTakenOut(models.Model):
    """Who took the row's content out of its case, when, why, and where it was moved to."""

    taken_out_at = models.DateTimeField("taken out", null=True, blank=True)
    taken_out_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_out_because = models.CharField("taken out because", max_length=300, blank=True)
    moved_to = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def is_taken_out(self) -> bool:
        return self.taken_out_at is not None


def taken_out_rules(name: str, content: str) -> list[models.CheckConstraint]:
    """With a reason and without its content, or neither; and moved to another case than its own."""
    there = Q(taken_out_at=None, taken_out_by=None, taken_out_because="", moved_to=None)
    gone = Q(taken_out_at__isnull=False, taken_out_by__isnull=False) & ~Q(taken_out_because="")
    return [
        models.CheckConstraint(
            name=f"{name}_taken_out_for_a_reason",
            condition=there | gone & Q(**{content: ""}),
            violation_error_message="Say who takes it out, and why; its content goes.",
        ),
        models.CheckConstraint(
            name=f"{name}_moved_to_another_case",
            condition=Q(moved_to=None) | ~Q(moved_to=F("case")),
            violation_error_message="It is filed with that case already. Name another one.",
        ),
    ]
