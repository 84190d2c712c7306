"""The people from outside: investigators, independent persons, panellists; and review panels."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

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
    ended_because = models.TextField(blank=True)
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
                name="appointment_ended_with_a_reason",
                condition=Q(ended_on=None) | ~Q(ended_because=""),
                violation_error_message="Say why the appointment ended.",
            ),
            models.CheckConstraint(
                name="appointment_ended_after_it_began",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("appointed_on")),
                violation_error_message="An appointment cannot end before it began.",
            ),
            models.CheckConstraint(
                name="appointment_costs_not_negative",
                condition=(Q(fee__gte=0) | Q(fee=None)) & (Q(expenses__gte=0) | Q(expenses=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.investigator} ({self.get_role_display().lower()})"

    def clean(self):
        """An independent person is never of the council (reg 2), and no one has two roles."""
        someone = self.investigator
        if self.role == self.Role.INDEPENDENT_PERSON and someone.employed_by_council:
            raise ValidationError(f"{someone} works for the council, so cannot be independent.")
        others = self.stage.appointments.filter(investigator=someone, ended_on=None)
        if self.ended_on is None and (other := others.exclude(pk=self.pk).first()):
            raise ValidationError(f"{someone} is the {other.get_role_display().lower()} already.")


@tracked
class Panel(models.Model):
    """A review panel: three independent persons, one of whom chairs (reg 19(2))."""

    stage = models.OneToOneField(Stage, models.PROTECT, related_name="panel")
    venue = models.CharField(max_length=200, blank=True)
    meets_on = models.DateField("meeting planned for", null=True, blank=True)
    papers_sent_on = models.DateField("papers sent", null=True, blank=True)
    recommendations = models.TextField(blank=True)
    # The council decides its response together with the independent person (reg 20)
    consulted = models.ForeignKey(
        Investigator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="independent person who took part in the response",
    )
    consulted_on = models.DateField("independent person took part", null=True, blank=True)
    consulted_how = models.TextField("how the independent person took part", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="panel_says_how_the_independent_person_took_part",
                condition=Q(consulted_on=None)
                | (Q(consulted__isnull=False) & ~Q(consulted_how="")),
                violation_error_message="Say who the independent person was, and what they did.",
            )
        ]

    def __str__(self) -> str:
        return f"Panel of {self.stage.case}"


@tracked
class PanelMember(models.Model):
    panel = models.ForeignKey(Panel, models.PROTECT, related_name="members")
    investigator = models.ForeignKey(Investigator, models.PROTECT, related_name="+")
    chairs = models.BooleanField(default=False)
    appointed_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["panel", "investigator"],
                name="panel_member_once",
                condition=Q(ended_on=None),
            ),
            models.UniqueConstraint(
                fields=["panel"],
                name="one_chair_of_a_panel",
                condition=Q(chairs=True, ended_on=None),
            ),
            models.CheckConstraint(
                name="panel_member_left_with_a_reason",
                condition=Q(ended_on=None) | ~Q(ended_because=""),
                violation_error_message="Say why they left the panel.",
            ),
        ]
        verbose_name = "panel member"

    def __str__(self) -> str:
        return str(self.investigator)


@tracked
class PanelAttendance(models.Model):
    """Who came to the panel. The complainant may bring the advocate and one other person, and
    choose one of them to speak (reg 19(5))."""

    class Part(models.TextChoices):
        COMPLAINANT = "complainant", "Complainant"
        ADVOCATE = "advocate", "Advocate"
        SUPPORTER = "supporter", "Complainant's supporter"
        INDEPENDENT_PERSON = "independent_person", "Independent person of Stage 2"
        COUNCIL = "council", "For the council"
        OTHER = "other", "Other"

    panel = models.ForeignKey(Panel, models.PROTECT, related_name="attendances")
    name = models.CharField(max_length=200)
    part = models.CharField(max_length=20, choices=Part)
    speaks = models.BooleanField("speaks for the complainant", default=False)

    class Meta:
        ordering = ["panel", "id"]
        verbose_name = "attendance at the panel"
        constraints = [
            models.UniqueConstraint(
                fields=["panel"],
                name="one_supporter_at_a_panel",
                condition=Q(part="supporter"),
                violation_error_message="One supporter beside the advocate (regulation 19(5)).",
            ),
            models.UniqueConstraint(
                fields=["panel"], name="one_speaker_at_a_panel", condition=Q(speaks=True)
            ),
            models.CheckConstraint(
                name="speaker_came_with_the_complainant",
                condition=Q(speaks=False) | Q(part__in=["complainant", "advocate", "supporter"]),
                violation_error_message="Only who came with the complainant speaks for them.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
