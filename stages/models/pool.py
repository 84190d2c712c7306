"""The pool: investigators, independent persons, panellists and mediators, and who is free.

domain.md 7. Independent persons and panellists are not of the council (regulation 2 of SI
2006/1738); an investigating officer may be, but not of the service that is complained about.
"""

from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Lower

from accounts.trail import tracked
from cases.models import ServiceArea
from cases.models.lists import ListedWord


class PoolRole(models.TextChoices):
    INVESTIGATING_OFFICER = "investigating_officer", "Investigating officer"
    INDEPENDENT_PERSON = "independent_person", "Independent person"
    PANELLIST = "panellist", "Panellist"
    MEDIATOR = "mediator", "Mediator"


class PoolQuerySet(models.QuerySet):
    def as_role(self, role: str):
        """Those who act in ``role``, and those of whom no role was ever recorded."""
        return self.filter(Q(roles__contains=[role]) | Q(roles=[]))

    def in_pool_on(self, day: date):
        return self.filter(Q(in_pool_from=None) | Q(in_pool_from__lte=day)).filter(
            Q(in_pool_until=None) | Q(in_pool_until__gte=day)
        )

    def whose_checks_end_by(self, day: date):
        """With a check that was not renewed and ends on ``day`` or before."""
        ending = PoolCheck.objects.not_renewed().filter(expires_on__lte=day)
        return self.filter(Exists(ending.filter(investigator=OuterRef("pk"))))


@tracked
class Investigator(models.Model):
    """Someone of the pool: investigating officer, independent person, panellist or mediator.

    ``roles`` is empty where none was recorded: someone of an old case, known by name alone.
    """

    class RatePer(models.TextChoices):
        HOUR = "hour", "an hour"
        DAY = "day", "a day"
        CASE = "case", "a case"

    name = models.CharField(max_length=200)
    agency = models.CharField(max_length=200, blank=True)
    roles = ArrayField(models.CharField(max_length=30, choices=PoolRole), default=list, blank=True)
    email = models.EmailField("email address", blank=True)
    telephone = models.CharField(max_length=60, blank=True)
    address = models.TextField(blank=True)
    employed_by_council = models.BooleanField("works for the council", default=False)
    works_in = models.ForeignKey(
        ServiceArea,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="service area in which they work",
    )
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="in_the_pool",
        verbose_name="account with which they sign in",
    )
    skills = models.TextField("skills and experience", blank=True)
    languages = models.CharField(max_length=200, blank=True)
    rate = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    rate_per = models.CharField("the rate is for", max_length=10, choices=RatePer, blank=True)
    limit_of_cases = models.PositiveSmallIntegerField(
        "cases at one time, at most", null=True, blank=True
    )
    in_pool_from = models.DateField("in the pool from", null=True, blank=True)
    in_pool_until = models.DateField("in the pool until", null=True, blank=True)
    notes = models.TextField("notes on their work", blank=True)

    objects = PoolQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = "person of the pool"
        constraints = [
            models.CheckConstraint(
                name="pool_independent_is_not_of_the_council",
                condition=Q(employed_by_council=False) | ~Q(roles__contains=["independent_person"]),
                violation_error_message=(
                    "Someone who works for the council cannot be an independent person "
                    "(regulation 2)."
                ),
            ),
            models.CheckConstraint(
                name="pool_works_in_a_service_of_the_council",
                condition=Q(employed_by_council=True) | Q(works_in=None, account=None),
                violation_error_message=(
                    "Only someone who works for the council has a service area or an account."
                ),
            ),
            models.CheckConstraint(
                name="pool_left_after_it_was_joined",
                condition=Q(in_pool_until__gte=F("in_pool_from"))
                | Q(in_pool_from=None)
                | Q(in_pool_until=None),
                violation_error_message="Nobody leaves the pool before they came into it.",
            ),
            models.CheckConstraint(
                name="pool_rate_says_what_it_is_for",
                condition=Q(rate=None, rate_per="") | (Q(rate__gte=0) & ~Q(rate_per="")),
                violation_error_message="Enter the rate, and whether it is for an hour, a day or "
                "a case.",
            ),
            models.CheckConstraint(
                name="pool_limit_of_at_least_one_case",
                condition=Q(limit_of_cases=None) | Q(limit_of_cases__gte=1),
                violation_error_message="Enter a limit of at least one case, or none.",
            ),
        ]
        indexes = [models.Index(Lower("name"), name="pool_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def role_names(self) -> list[str]:
        return [PoolRole(role).label for role in self.roles]


@tracked
class CheckKind(ListedWord):
    """A check that people of the pool go through, such as that of the DBS."""


class PoolCheckQuerySet(models.QuerySet):
    def not_renewed(self):
        """Those that end, and that no other of the same kind outlasts."""
        others = PoolCheck.objects.filter(
            Q(expires_on=None) | Q(expires_on__gt=OuterRef("expires_on")),
            investigator=OuterRef("investigator"),
            kind=OuterRef("kind"),
        )
        return self.exclude(expires_on=None).exclude(Exists(others))


@tracked
class PoolCheck(models.Model):
    """A check of someone of the pool. A renewal is a new row, so that the old one stays."""

    investigator = models.ForeignKey(Investigator, models.PROTECT, related_name="checks")
    kind = models.ForeignKey(CheckKind, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=100, blank=True)
    done_on = models.DateField("done")
    expires_on = models.DateField("expires", null=True, blank=True)

    objects = PoolCheckQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-done_on", "id"]
        verbose_name = "check"
        constraints = [
            models.CheckConstraint(
                name="pool_check_expires_after_it_was_done",
                condition=Q(expires_on=None) | Q(expires_on__gt=F("done_on")),
                violation_error_message="A check expires after the day on which it was done.",
            ),
            models.UniqueConstraint(
                fields=["investigator", "kind", "done_on"],
                name="pool_check_once_a_day",
                violation_error_message="This check is recorded already.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.kind)


@tracked
class PoolTraining(models.Model):
    investigator = models.ForeignKey(Investigator, models.PROTECT, related_name="trainings")
    name = models.CharField("training", max_length=200)
    on = models.DateField("trained on")

    class Meta:
        ordering = ["-on", "id"]
        verbose_name = "training"
        constraints = [
            models.UniqueConstraint(
                fields=["investigator", "name", "on"],
                name="pool_training_once",
                violation_error_message="This training is recorded already.",
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class PoolAbsence(models.Model):
    """When someone of the pool takes no case. Without an end it lasts until they say so."""

    investigator = models.ForeignKey(Investigator, models.PROTECT, related_name="absences")
    from_on = models.DateField("away from")
    until_on = models.DateField("away until", null=True, blank=True)
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-from_on", "id"]
        verbose_name = "absence"
        constraints = [
            models.CheckConstraint(
                name="pool_absence_ends_after_it_began",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                violation_error_message="Nobody is back before they went.",
            )
        ]

    def __str__(self) -> str:
        return f"away from {self.from_on:%-d %B %Y}"
