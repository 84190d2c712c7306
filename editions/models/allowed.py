"""A draft whose public form is released although it is not proved: by one role, with reasons."""

from django.conf import settings
from django.db import models

from accounts.trail import tracked
from editions.models.edition import Edition


@tracked
class ReleaseAllowed(models.Model):
    """Of one draft: a later change needs it anew."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="releases_allowed")
    draft = models.PositiveIntegerField()
    why = models.TextField("why it is released all the same", max_length=1_000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "releases allowed"
        constraints = [
            models.UniqueConstraint(fields=["edition", "draft"], name="release_allowed_once")
        ]

    def __str__(self) -> str:
        return f"Draft {self.draft}: {self.why}"
