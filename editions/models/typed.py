"""What somebody has typed into a section and not saved yet."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from accounts.trail import tracked
from editions.models.edition import LONGEST_TEXT, Section


@tracked(exclude=["title", "text", "kept_at"])  # the trail is for ever: half a sentence is not
class TypedSection(models.Model):
    """Each author's own, so two at once lose nothing. ``seen`` is the saving it goes on from."""

    section = models.ForeignKey(Section, models.PROTECT, related_name="typed")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True, max_length=LONGEST_TEXT)
    seen = models.PositiveIntegerField()
    kept_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["section", "author"]
        constraints = [
            models.UniqueConstraint(fields=["section", "author"], name="section_typed_once_each")
        ]

    def __str__(self) -> str:
        return f"{self.section}, as {self.author} types it"
