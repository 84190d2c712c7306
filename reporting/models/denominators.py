"""What rates are taken per: children in the area, residents, cases open. Numbers with a first day.

A number is never changed. A newer one takes over from its first day, so that the rate of an old
year stays; one that was typed wrongly is taken back, with the reason, and stays in the history.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.trail import tracked


@tracked
class Denominator(models.Model):
    """One thing that rates are taken per: "complaints per 1,000 children in the area"."""

    class Per(models.IntegerChoices):
        HUNDRED = 100, "100"
        THOUSAND = 1_000, "1,000"
        TEN_THOUSAND = 10_000, "10,000"
        HUNDRED_THOUSAND = 100_000, "100,000"

    key = models.SlugField(max_length=40, unique=True)
    many = models.CharField("what is counted, as in “children in the area”", max_length=80)
    per = models.PositiveIntegerField("rates are per", choices=Per)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="denominator_per_a_round_number",
                condition=Q(per__in=[100, 1_000, 10_000, 100_000]),
            ),
            models.CheckConstraint(
                name="denominator_has_words",
                condition=~Q(many=""),
                violation_error_message="Enter what is counted.",
            ),
        ]

    def __str__(self) -> str:
        return self.many

    @property
    def unit(self) -> str:
        return f"per {self.get_per_display()} {self.many}"


class NumberQuerySet(models.QuerySet):
    def in_force(self):
        """Those that were not taken back, newest first."""
        return self.filter(taken_back_on=None).order_by("-valid_from")


@tracked
class DenominatorNumber(models.Model):
    """How many there were from a day on, until a newer number takes over."""

    denominator = models.ForeignKey(Denominator, models.PROTECT, related_name="numbers")
    number = models.PositiveIntegerField("how many")
    valid_from = models.DateField("from")
    source = models.CharField("where the number comes from", max_length=200)
    entered_on = models.DateField("entered on")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_back_on = models.DateField("taken back on", null=True, blank=True)
    taken_back_because = models.CharField("why", max_length=200, blank=True)

    objects = NumberQuerySet.as_manager()

    class Meta:
        ordering = ["denominator", "-valid_from", "-id"]
        constraints = [
            models.CheckConstraint(
                name="denominator_number_is_not_zero",
                condition=Q(number__gt=0),
                violation_error_message="Enter a number above zero: nothing is divided by zero.",
            ),
            models.CheckConstraint(
                name="denominator_number_has_a_source",
                condition=~Q(source=""),
                violation_error_message="Enter where the number comes from.",
            ),
            models.UniqueConstraint(
                fields=["denominator", "valid_from"],
                name="denominator_number_once_from_a_day",
                condition=Q(taken_back_on=None),
                violation_error_message=(
                    "There is a number from that day already: take it back first."
                ),
            ),
            models.CheckConstraint(
                name="denominator_number_taken_back_with_a_reason",
                condition=Q(taken_back_on=None, taken_back_because="")
                | (Q(taken_back_on__isnull=False) & ~Q(taken_back_because="")),
                violation_error_message="Say why the number is taken back.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number:,} {self.denominator.many} from {self.valid_from:%-d %B %Y}"
