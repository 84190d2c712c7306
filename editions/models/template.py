"""The council's Word template for its reports: the last one uploaded is used."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from accounts.trail import tracked


@tracked
class WordTemplate(models.Model):
    """``lacks`` says what a report needs and the template does not have."""

    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    lacks = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name
