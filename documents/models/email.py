"""An e-mail that was filed with a case: by what it is known again, and what it answers."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from accounts.trail import tracked
from cases.models import Note


@tracked
class FiledEmail(models.Model):
    """Its text and day are those of its ``note``. One e-mail is filed once, in whatever case.

    Where its note is taken out, this row goes: it may be filed again where it belongs.
    """

    note = models.OneToOneField(Note, models.PROTECT, related_name="email")
    message_id = models.CharField(max_length=500)
    answers = ArrayField(models.CharField(max_length=500), default=list, blank=True)

    class Meta:
        verbose_name = "filed e-mail"
        indexes = [GinIndex(fields=["answers"], name="filed_email_answers")]
        constraints = [
            models.UniqueConstraint(
                fields=["message_id"],
                name="email_filed_once",
                violation_error_message="This e-mail has been filed already.",
            ),
        ]

    def __str__(self) -> str:
        return f"E-mail of {self.note.on}"
