"""What stands before the report when it goes to a committee: a council's own list of fields."""

from django.db import models
from django.db.models import Q

from accounts.trail import tracked
from cases.models.lists import ListedWord
from editions.models.edition import Edition


@tracked
class CoverField(ListedWord):
    """A field of the cover, or an implication, of which it is kept who wrote it and when."""

    hint = models.CharField(max_length=200, blank=True)
    usual = models.TextField("what usually stands there", blank=True)
    is_signed = models.BooleanField(
        "who wrote it and when are kept", default=False, help_text="As of the implications"
    )
    needed = models.BooleanField("needed before it is published", default=False)


@tracked
class CoverEntry(models.Model):
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="cover")
    field = models.ForeignKey(CoverField, models.PROTECT, related_name="+")
    text = models.TextField(blank=True, max_length=5_000)
    written_by = models.CharField("written by", max_length=100, blank=True)
    written_on = models.DateField("written on", null=True, blank=True)

    class Meta:
        ordering = ["edition", "field__position", "field__name"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "field"], name="cover_entry_once"),
            models.CheckConstraint(
                name="cover_entry_written_by_somebody",
                condition=Q(written_on=None) | ~Q(written_by=""),
                violation_error_message="Enter who wrote it.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.text}"
