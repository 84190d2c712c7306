"""Two records of one person, put together."""

from django.conf import settings
from django.db import models

from accounts.trail import tracked

from .people import Person


@tracked
class PersonMerge(models.Model):
    """Somebody who was here twice is here once. The other record is gone; the trail keeps it.

    ``context_id`` is the act that did it: putting that back undoes it, and takes this row away.
    """

    kept = models.ForeignKey(Person, models.PROTECT, related_name="merges")
    gone_name = models.CharField("name of the record that is gone", max_length=300)
    merged_at = models.DateTimeField()
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    context_id = models.UUIDField(unique=True)
    state = models.CharField(
        max_length=60, help_text="What stood of the one record then: another means built upon"
    )

    class Meta:
        ordering = ["-merged_at", "-id"]
        verbose_name = "merge of two records of a person"
        verbose_name_plural = "merges of records of people"

    def __str__(self) -> str:
        return f"{self.gone_name} put together with {self.kept}"
