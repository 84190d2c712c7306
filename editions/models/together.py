"""A table of an edition that says more put together: its smaller rows as one, or several years."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from accounts.trail import tracked
from editions.models.edition import Edition

MOST_YEARS = 5


@tracked
class TableTogether(models.Model):
    """``rows`` are the headings that are one in the public form, by their words; or ``years``, with
    this one, are counted together. The internal form stays as it is."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="together")
    table = models.CharField(max_length=100)
    rows = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    years = models.PositiveSmallIntegerField(default=1)

    class Meta:
        verbose_name_plural = "tables put together"
        ordering = ["edition", "id"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "table"], name="table_together_once"),
            models.CheckConstraint(
                name="together_rows_or_years",
                condition=Q(rows__len__gte=2, years=1)
                | Q(rows=[], years__gte=2, years__lte=MOST_YEARS),
                violation_error_message="Choose two rows at least, or two to five years.",
            ),
        ]

    def __str__(self) -> str:
        if self.years > 1:
            return f"{self.years} years together"
        return f"{', '.join(self.rows[:-1])} and {self.rows[-1]} together"
