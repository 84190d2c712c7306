"""What people keep of their searches: the filter, whom they share it with, what they watch; the
columns they chose; and every list that left the house.
"""

from secrets import choice

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from accounts.models import User
from accounts.permissions import Role
from accounts.trail import tracked

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none is taken for another when it is read out


def short_key() -> str:
    return "".join(choice(LETTERS) for _ in range(6))


class SavedSearchQuerySet(models.QuerySet):
    def open_to(self, user: User):
        """One's own, and those shared with a team of one's own; none that was deleted."""
        teams = Q(shared_with__in=user.roles)
        return self.filter(Q(owner=user) | teams, deleted_on=None)


@tracked
class SavedSearch(models.Model):
    """A list of cases that will be wanted again. Whoever opens it sees what they may see of it.

    A team is a role: those who do the same work. A deleted one keeps its row, so that its address
    can say what became of it.
    """

    key = models.CharField("short address", max_length=12, unique=True, default=short_key)
    name = models.CharField(max_length=100)
    filter = models.TextField(help_text="The query of the list's address", blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="saved_searches"
    )
    shared_with = models.CharField(
        "the team it is shared with", max_length=30, choices=Role, blank=True
    )
    deleted_on = models.DateField(null=True, blank=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "saved searches"
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                name="saved_search_name_of_owner",
                condition=Q(deleted_on=None),
                violation_error_message="You have a search of that name: give this one another.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_open_to(self, user: User) -> bool:
        mine = self.owner_id == user.pk or self.shared_with in user.roles
        return mine and self.deleted_on is None


class SearchWatchQuerySet(models.QuerySet):
    def passed(self):
        return self.filter(counted__gt=models.F("above"), search__deleted_on=None)


@tracked(exclude=["counted", "counted_at", "passed_at"])
class SearchWatch(models.Model):
    """Somebody is told when a search finds more than a number of cases that they may see."""

    search = models.ForeignKey(SavedSearch, models.PROTECT, related_name="watches")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="watches")
    above = models.PositiveIntegerField("tell me when it passes")
    counted = models.PositiveIntegerField("cases at the last count", null=True)
    counted_at = models.DateTimeField(null=True)
    passed_at = models.DateTimeField("first counted above it", null=True)

    objects = SearchWatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "search watches"
        constraints = [
            models.UniqueConstraint(fields=["user", "search"], name="search_watched_once"),
        ]

    def __str__(self) -> str:
        return f"{self.search} above {self.above}"

    @property
    def has_passed(self) -> bool:
        return self.counted is not None and self.counted > self.above


@tracked
class ListColumns(models.Model):
    """The columns that somebody chose for the list of cases, in their order."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="list_columns"
    )
    columns = ArrayField(models.CharField(max_length=30), default=list)

    class Meta:
        verbose_name_plural = "list columns"

    def __str__(self) -> str:
        return ", ".join(self.columns)


class ListExport(models.Model):
    """A list of cases was exported as a file. Kept for ever, changed by nobody."""

    class Format(models.TextChoices):
        CSV = "csv", "CSV"
        XLSX = "xlsx", "Excel (XLSX)"

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    format = models.CharField(max_length=10, choices=Format)
    with_names = models.BooleanField(default=False)
    purpose = models.CharField(max_length=300, blank=True)
    filter = models.TextField(help_text="The query of the list's address", blank=True)
    sentence = models.TextField(help_text="The filter in words")
    number = models.PositiveIntegerField("cases in it")

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="export_with_names_has_a_purpose",
                condition=Q(with_names=False) | ~Q(purpose=""),
                violation_error_message="Say what a list with names is for.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.by}, {self.at:%d %B %Y}: {self.sentence}"
