"""The text of a printed report, kept to be held against the records; and what an author settled."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked
from cases.models import Directorate
from reporting.period import Period
from reporting.scope import Scope

LONGEST_PRINTED = 200_000  # letters: some eighty pages


class PrintedTextQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        return self if user.may(Permission.OPEN_REPORTS) else self.none()


@tracked
class PrintedText(models.Model):
    """``text`` is as it was pasted, or as it was read from the file ``sent_as``: cells of a table
    are parted by tabs."""

    title = models.CharField(max_length=200)
    start = models.DateField("from")
    end = models.DateField("to")
    directorate = models.ForeignKey(
        Directorate, models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.TextField(max_length=LONGEST_PRINTED)
    sent_as = models.CharField(max_length=200, blank=True)
    kept_at = models.DateTimeField(auto_now_add=True)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = PrintedTextQuerySet.as_manager()

    class Meta:
        ordering = ["-end", "-id"]
        constraints = [
            models.CheckConstraint(
                name="printed_text_ends_after_it_begins", condition=Q(end__gte=F("start"))
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def scope(self) -> Scope:
        return Scope(Period(self.start, self.end), self.directorate)


@tracked
class SettledPlace(models.Model):
    """A number or a finding of a printed text that an author looked at: it says ``figure``, or,
    without one, it is nothing to look at."""

    text = models.ForeignKey(PrintedText, models.PROTECT, related_name="settled")
    place = models.CharField(max_length=32)
    figure = models.CharField(max_length=300, blank=True)
    why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "place"], name="place_settled_once")]

    def __str__(self) -> str:
        return self.figure or "Nothing to look at"
