"""A complaint that is being taken down: kept until it is logged, and never counted."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from accounts.trail import tracked


@tracked(exclude=["answers", "saved_at"])  # the trail is for ever: half a sentence is not for it
class Draft(models.Model):
    """What was typed on the log form so far. Any officer may go on with it, on any computer.

    Its key comes with the empty form, so that saving it twice at once makes one draft.
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    begun_on = models.DateField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(db_default=Now())
    received_on = models.DateField("date received", help_text="As typed, else the day it was begun")
    answers = models.JSONField(help_text="What stands in each box, as it was typed")

    class Meta:
        ordering = ["received_on", "id"]

    def __str__(self) -> str:
        return f"Draft, received {self.received_on:%-d %B %Y}"
