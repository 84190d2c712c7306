"""Earlier cases that were looked at while a complaint was logged, and are of other people."""

from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked

from .case import Case


@tracked
class ToldApart(models.Model):
    """Two cases whose people are alike and not the same: nobody need ask again."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="told_apart")
    other = models.ForeignKey(Case, models.PROTECT, related_name="told_apart_from")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "other"], name="told_apart_once"),
            models.CheckConstraint(
                name="not_told_apart_from_itself",
                condition=~Q(case=F("other")),
                violation_error_message="A case cannot be told apart from itself.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} is not {self.other}"
