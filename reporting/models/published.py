"""Figures as they were published: compared with, and never computed from."""

from django.db import models

from accounts.trail import tracked


@tracked
class PublishedFigure(models.Model):
    """One number of a printed report, of this year or an earlier one.

    ``key`` is a figure's key, or ``table / row / column / value``.
    """

    year = models.CharField(max_length=7, help_text="Financial year, such as 2006/07")
    key = models.CharField(max_length=300)
    value = models.CharField(max_length=100)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["year", "id"]
        constraints = [
            models.UniqueConstraint(fields=["year", "key"], name="figure_published_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.key} = {self.value}"
