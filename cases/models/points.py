"""Points of complaint: what exactly is complained of, one by one."""

from django.db import models
from django.db.models import Q

from accounts.trail import tracked

from .case import Case
from .lists import Category


@tracked
class Point(models.Model):
    """One numbered head of complaint. Its findings, at up to three levels, are in ``stages``."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="points")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    desired_outcome = models.TextField(blank=True)
    nature = models.ForeignKey(Category, models.PROTECT, null=True, blank=True, related_name="+")
    is_primary = models.BooleanField("the primary point", default=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="point_number_in_case"),
            models.UniqueConstraint(
                fields=["case"], name="one_primary_point", condition=Q(is_primary=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"
