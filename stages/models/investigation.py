"""Who is appointed to a stage: investigator, independent person; and review panels."""

from datetime import date

import pgtrigger
from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked
from cases.models import Case

from .pool import Investigator
from .stage import Stage

# What no one row can hold. The forms say the same in their own words before.
NOT_OF_THE_COUNCIL = pgtrigger.Trigger(
    name="independent_person_not_of_the_council",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("role", "investigator_id"),
    condition=pgtrigger.Condition("NEW.role = 'independent_person'"),
    func="""
        IF EXISTS (
            SELECT 1 FROM stages_investigator
            WHERE id = NEW.investigator_id AND employed_by_council
        ) THEN
            RAISE EXCEPTION 'An independent person is not of the council.' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
NOT_THE_INDEPENDENT_PERSON = pgtrigger.Trigger(
    name="panellist_was_not_the_independent_person",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("panel_id", "investigator_id"),
    func="""
        IF EXISTS (
            SELECT 1 FROM stages_panel panel
            JOIN stages_stage of_panel ON of_panel.id = panel.stage_id
            JOIN stages_stage before ON before.case_id = of_panel.case_id
            JOIN stages_appointment appointment ON appointment.stage_id = before.id
            WHERE panel.id = NEW.panel_id
                AND appointment.investigator_id = NEW.investigator_id
                AND appointment.role = 'independent_person'
        ) THEN
            RAISE EXCEPTION 'The independent person of Stage 2 does not sit on the panel.'
                USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


def accepted_after_asked(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(accepted_on__gte=F("asked_on")) | Q(asked_on=None) | Q(accepted_on=None),
        violation_error_message="Nobody accepts before they were asked.",
    )


def costs_not_negative(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=(Q(fee__gte=0) | Q(fee=None)) & (Q(expenses__gte=0) | Q(expenses=None)),
        violation_error_message="Enter a fee and expenses of nothing or more.",
    )


@tracked
class Appointment(models.Model):
    """Who was appointed to a stage, from being asked to being paid.

    What bars somebody is asked before, in :mod:`stages.pool`.
    """

    class Role(models.TextChoices):
        INVESTIGATING_OFFICER = "investigating_officer", "Investigating officer"
        INDEPENDENT_PERSON = "independent_person", "Independent person"
        ADJUDICATING_OFFICER = "adjudicating_officer", "Adjudicating officer"

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="appointments")
    investigator = models.ForeignKey(Investigator, models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=30, choices=Role)
    asked_on = models.DateField("asked", null=True, blank=True)
    accepted_on = models.DateField("accepted", null=True, blank=True)
    appointed_on = models.DateField("appointed")
    met_complainant_on = models.DateField("met the complainant", null=True, blank=True)
    ended_on = models.DateField("ended", null=True, blank=True)
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
            models.UniqueConstraint(
                fields=["stage", "investigator"],
                name="one_role_in_a_stage",
                condition=Q(ended_on=None),
                violation_error_message="Nobody has two roles in one investigation.",
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
                name="appointment_met_after_asked",
                condition=Q(met_complainant_on__gte=F("asked_on"))
                | Q(asked_on=None)
                | Q(met_complainant_on=None),
                violation_error_message="Nobody meets the complainant before they were asked.",
            ),
            accepted_after_asked("appointment_accepted_after_asked"),
            costs_not_negative("appointment_costs_not_negative"),
        ]
        triggers = [NOT_OF_THE_COUNCIL]

    def __str__(self) -> str:
        return f"{self.investigator} ({self.get_role_display().lower()})"

    @property
    def case(self) -> Case:
        return self.stage.case

    @property
    def report_on(self) -> date | None:
        """The day of their own report; somebody who was replaced made none."""
        if self.ended_on:
            return None
        reports = {
            self.Role.INVESTIGATING_OFFICER: self.stage.investigation_report_on,
            self.Role.INDEPENDENT_PERSON: self.stage.independent_person_report_on,
        }
        return reports.get(self.role)


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
    investigator = models.ForeignKey(Investigator, models.PROTECT, related_name="seats")
    chairs = models.BooleanField(default=False)
    asked_on = models.DateField("asked", null=True, blank=True)
    accepted_on = models.DateField("accepted", null=True, blank=True)
    appointed_on = models.DateField("appointed", null=True, blank=True)
    ended_on = models.DateField("left", null=True, blank=True)
    ended_because = models.TextField(blank=True)
    fee = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    expenses = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)

    class Meta:
        constraints = [
            accepted_after_asked("panel_member_accepted_after_asked"),
            costs_not_negative("panel_member_costs_not_negative"),
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
        triggers = [NOT_THE_INDEPENDENT_PERSON]
        verbose_name = "panel member"

    def __str__(self) -> str:
        return str(self.investigator)

    @property
    def case(self) -> Case:
        return self.panel.stage.case


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
