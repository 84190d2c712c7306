"""The people from outside: investigators, independent persons, panellists; and review panels."""

from django.db import models
from django.db.models import Q

from accounts.trail import tracked

from .stage import Stage


@tracked
class Investigator(models.Model):
    """Someone of the pool: investigating officer, independent person, panellist or mediator."""

    name = models.CharField(max_length=200)
    agency = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=60, blank=True)
    employed_by_council = models.BooleanField(default=False)
    in_pool_from = models.DateField(null=True, blank=True)
    in_pool_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@tracked
class Appointment(models.Model):
    """Who was appointed to a stage. An independent person is never of the council (reg 2)."""

    class Role(models.TextChoices):
        INVESTIGATING_OFFICER = "investigating_officer", "Investigating officer"
        INDEPENDENT_PERSON = "independent_person", "Independent person"
        ADJUDICATING_OFFICER = "adjudicating_officer", "Adjudicating officer"

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="appointments")
    investigator = models.ForeignKey(Investigator, models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=30, choices=Role)
    appointed_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    fee = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    expenses = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ["appointed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "role"],
                name="one_appointment_at_a_time",
                condition=Q(ended_on=None),
            ),
            models.CheckConstraint(
                name="appointment_costs_not_negative",
                condition=(Q(fee__gte=0) | Q(fee=None)) & (Q(expenses__gte=0) | Q(expenses=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.investigator} ({self.get_role_display().lower()})"


@tracked
class Panel(models.Model):
    """A review panel: three independent persons, one of whom chairs (reg 19(2))."""

    stage = models.OneToOneField(Stage, models.PROTECT, related_name="panel")
    venue = models.CharField(max_length=200, blank=True)
    recommendations = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"Panel of {self.stage.case}"


@tracked
class PanelMember(models.Model):
    panel = models.ForeignKey(Panel, models.PROTECT, related_name="members")
    investigator = models.ForeignKey(Investigator, models.PROTECT, related_name="+")
    chairs = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["panel", "investigator"], name="panel_member_once"),
            models.UniqueConstraint(
                fields=["panel"], name="one_chair_of_a_panel", condition=Q(chairs=True)
            ),
        ]

    def __str__(self) -> str:
        return str(self.investigator)
