"""The plan of a stage: by when, and how, it will be dealt with, as agreed with the complainant.

Under the 2009 Regulations its date is the case's due date, inside the long stop (domain.md 1.E).
Before stage 1 it is the day by which the council promised to settle the matter.
"""

from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked

from .stage import Stage


class PlanQuerySet(models.QuerySet):
    def that_count(self):
        """Those whose date is in force: made before the date they replace had passed.

        A date that had passed is replaced only where the complainant agrees.
        """
        return self.filter(Q(agreed_on__lte=F("from_due_on")) | Q(by_agreement=True))


@tracked
class Plan(models.Model):
    """One plan; a later one takes its place, and both are kept.

    Where the complainant declined to discuss it, the council set the period and wrote to say so.
    """

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="plans")
    agreed_on = models.DateField()
    from_due_on = models.DateField(help_text="The due date that it replaces")
    due_on = models.DateField("answer due")
    how = models.TextField("how it will be dealt with", blank=True)
    by_agreement = models.BooleanField("agreed with the complainant", default=True)
    told_on = models.DateField("complainant told", null=True, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["stage", "agreed_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="plan_agreed_or_told",
                condition=Q(by_agreement=True) | Q(told_on__isnull=False),
                violation_error_message=(
                    "A date that the council sets by itself is told to the complainant."
                ),
            ),
            models.CheckConstraint(
                name="plan_due_on_or_after_it_was_made",
                condition=Q(due_on__gte=F("agreed_on")),
                violation_error_message="A plan cannot be due before it was made.",
            ),
        ]

    def __str__(self) -> str:
        return f"to be answered by {self.due_on}"

    @property
    def counts(self) -> bool:
        """Whether its date came into force; the same rule as that of the rows."""
        return self.by_agreement or self.agreed_on <= self.from_due_on
