"""The trail of sentences: who did what, when, and why."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class Event(models.Model):
    """One thing that was done. Written by :func:`accounts.trail.record`; never changed after.

    ``about`` is any row (a case, a procedure, a user), named by its model and key: this app lies
    under all others and cannot point at them.
    """

    at = models.DateTimeField(db_default=Now())
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sentence = models.CharField(max_length=500)
    why = models.TextField(blank=True)
    about_model = models.CharField(max_length=60)
    about_id = models.BigIntegerField()
    context_id = models.UUIDField(null=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["about_model", "about_id", "-at"], name="event_about")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.by or 'The system'} {self.sentence}"
