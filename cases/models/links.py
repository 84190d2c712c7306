"""What ties a case to others and to its readers, and the counter of its reference."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from accounts.trail import tracked

from .case import Case


@tracked
class CaseLink(models.Model):
    """Two cases that belong together: siblings, an earlier complaint, the same matter."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="links")
    other = models.ForeignKey(Case, models.PROTECT, related_name="linked_from")
    why = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "other"], name="case_linked_once"),
            models.CheckConstraint(name="case_not_linked_to_itself", condition=~Q(case=F("other"))),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.other}"


class CaseViewing(models.Model):
    """Someone opened a page of the case. Kept for ever, changed by nobody."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="viewings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["case", "-at"], name="viewing_of_case"),
            models.Index(fields=["user", "case", "-at"], name="viewing_by_user"),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.user} opened {self.case}"


class ReferenceCounter(models.Model):
    """The last number given to a case in a year. Counted up by one statement, never read first."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
