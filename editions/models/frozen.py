"""What was published, kept as it was: words, numbers, their cases, and to whom it went."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from accounts.trail import tracked
from editions.models.edition import Edition

STAYS = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)]


@tracked
class FrozenReport(models.Model):
    """Both forms of a published edition. ``numbers`` are as ``PublishedFigure`` keys them.

    ``sha256`` is the hash of the other columns, written canonically.
    """

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="frozen")
    internal = models.JSONField()
    public = models.JSONField(null=True)
    numbers = models.JSONField()
    proof = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64)

    class Meta:
        triggers = STAYS

    def __str__(self) -> str:
        return f"{self.edition}: {self.sha256[:12]}"


@tracked
class FrozenList(models.Model):
    """The cases behind one number. ``cases`` are keyed hashes of their references, which say
    nothing once a case is disposed of and are found again while it is there."""

    frozen = models.ForeignKey(FrozenReport, models.PROTECT, related_name="lists")
    number = models.CharField(max_length=300)
    words = models.CharField(max_length=300)
    cases = ArrayField(models.CharField(max_length=32))

    class Meta:
        triggers = STAYS
        constraints = [
            models.UniqueConstraint(fields=["frozen", "number"], name="frozen_list_once")
        ]

    def __str__(self) -> str:
        return f"{self.number}: {len(self.cases)}"


@tracked
class Release(models.Model):
    """What left the house, to whom and when. ``numbers`` are what its readers know since."""

    edition = models.ForeignKey(
        Edition, models.PROTECT, null=True, blank=True, related_name="releases"
    )
    what = models.CharField(max_length=200)
    to_whom = models.CharField("to whom", max_length=200)
    released_on = models.DateField("on")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    regardless = models.TextField("released although it is not proved, because", blank=True)
    numbers = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["-released_on", "-id"]
        triggers = STAYS

    def __str__(self) -> str:
        return self.what
