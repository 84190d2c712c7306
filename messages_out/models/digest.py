"""Who gets the desk digest, and which digests were made."""

from django.conf import settings
from django.db import models

from accounts.trail import tracked


@tracked
class WithoutDigest(models.Model):
    """Somebody who switched their desk digest off."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="without_digest"
    )

    class Meta:
        verbose_name = "person without a digest"
        verbose_name_plural = "people without a digest"

    def __str__(self) -> str:
        return f"{self.user} gets no digest"


class DigestRun(models.Model):
    """The digests of one day, or of the week that begins on it: made once, whoever comes second."""

    class Kind(models.TextChoices):
        DESK = "desk", "Desk digests"
        SERVICE = "service", "Weekly digests of heads of service"

    kind = models.CharField(max_length=20, choices=Kind)
    day = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "day"],
                name="digests_made_once",
                violation_error_message="These digests are made already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.day:%-d %B %Y}"
