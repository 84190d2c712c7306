"""The office's lists. A word is never renamed in place or deleted: it is in use for some years.

domain.md section 4: three category schemes were in use in 2006/07 alone.
"""

from datetime import date

from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked


class InUseQuerySet(models.QuerySet):
    def in_use_on(self, day: date):
        return self.filter(Q(in_use_from=None) | Q(in_use_from__lte=day)).filter(
            Q(in_use_until=None) | Q(in_use_until__gte=day)
        )


class ListedWord(models.Model):
    """A word of a list, valid between two days (both included; None is open-ended)."""

    name = models.CharField(max_length=200)
    position = models.PositiveIntegerField(default=0, help_text="Where it stands in the list")
    in_use_from = models.DateField(null=True, blank=True)
    in_use_until = models.DateField(null=True, blank=True)

    objects = InUseQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["name"], name="%(class)s_name"),
            models.CheckConstraint(
                name="%(class)s_in_use_until_after_from",
                condition=Q(in_use_until__gte=F("in_use_from")),
                violation_error_message="A word cannot go out of use before it came into use.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class Channel(ListedWord):
    """How a complaint came: letter, email, telephone, …"""


@tracked
class PassedOnBy(ListedWord):
    """Who passed a complaint on that did not come straight: an MP, an advocate, …"""


@tracked
class ComplainantType(ListedWord):
    """The standing in which someone complains (domain.md 4.5)."""

    is_young_person = models.BooleanField(
        default=False, help_text="Counts as a complaint made by a child or young person"
    )


@tracked
class CategoryScheme(ListedWord):
    """A version of the list of natures; ``stage_number`` where one stage has a list of its own."""

    stage_number = models.PositiveSmallIntegerField(null=True, blank=True)


@tracked
class Category(models.Model):
    """A nature of complaint. It belongs to one scheme: the same word in another is another row."""

    scheme = models.ForeignKey(CategoryScheme, models.PROTECT, related_name="categories")
    name = models.CharField(max_length=200)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["scheme", "position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "name"], name="category_name_in_scheme")
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class CloseReason(ListedWord):
    """Why a case was closed. What it means decides when it may be chosen, and what counts."""

    class Means(models.TextChoices):
        RAN_ITS_COURSE = "ran_its_course", "It was answered and ran its course"
        ENDED_EARLY = "ended_early", "It ended before an answer"
        DUPLICATE = "duplicate", "The same complaint stands in another case: not counted"
        LOGGED_IN_ERROR = "logged_in_error", "It was logged in error: not counted"

    means = models.CharField(max_length=20, choices=Means)
