"""Mediation: a step instead of a stage. It never removes the right to the next one."""

from datetime import date

from django.db import models
from django.db.models import Case as DbCase
from django.db.models import F, Q, Value, When

from accounts.trail import tracked
from cases.models import Case, ServiceArea


class MediationQuerySet(models.QuerySet):
    def open(self):
        """Offered, and neither refused nor held nor given up."""
        return self.filter(refused_on=None, held_on=None, given_up_on=None)

    def to_confirm(self):
        """Held, and the right to go on is not yet confirmed in writing."""
        return self.filter(held_on__isnull=False, right_confirmed_on=None)

    def states(self):
        """How far each of those that are open is: the word alone."""
        accepted = When(accepted_on__isnull=False, then=Value("accepted"))
        return self.values_list(DbCase(accepted, default=Value("offered")))


@tracked
class Mediation(models.Model):
    """One attempt: offered, accepted or refused and by whom, held, and what came of it.

    It is voluntary for both sides. ``stage_avoided`` is a stage that had been asked for when the
    mediation was held (domain.md 7); where that stage is begun all the same, none was avoided.
    """

    class Outcome(models.TextChoices):
        RESOLVED = "resolved", "Resolved"
        PARTLY = "partly", "Partly resolved"
        NOT_RESOLVED = "not_resolved", "Not resolved"

    class Side(models.TextChoices):
        COMPLAINANT = "complainant", "The complainant"
        SERVICE = "service", "The service"
        BOTH = "both", "Both sides"

    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="mediations")
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="+")
    stage_number = models.PositiveSmallIntegerField(
        "stage at which it was offered", null=True, blank=True
    )
    offered_on = models.DateField("offered", null=True, blank=True)
    accepted_on = models.DateField("accepted", null=True, blank=True)
    accepted_by = models.CharField("who accepted", max_length=200, blank=True)
    refused_on = models.DateField("refused", null=True, blank=True)
    refused_by = models.CharField(max_length=100, choices=Side, blank=True)
    refused_because = models.TextField("why it was refused", blank=True)
    mediator = models.CharField(max_length=200, blank=True)
    pool_mediator = models.ForeignKey(
        "stages.Investigator",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mediations",
        verbose_name="mediator, of the pool",
    )
    meets_on = models.DateField("planned for", null=True, blank=True)
    held_on = models.DateField("held", null=True, blank=True)
    terms = models.TextField("terms agreed", blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    stage_avoided = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Only a stage that had been asked for"
    )
    given_up_on = models.DateField("given up", null=True, blank=True)
    given_up_because = models.TextField("why it was not held", blank=True)
    right_confirmed_on = models.DateField(
        "right to go on confirmed in writing", null=True, blank=True
    )

    objects = MediationQuerySet.as_manager()

    class Meta:
        ordering = ["held_on", "id"]
        indexes = [
            models.Index(fields=["held_on"], name="mediation_held"),
            models.Index(fields=["offered_on"], name="mediation_offered"),
        ]
        constraints = [
            models.CheckConstraint(
                name="mediation_mediator_of_the_pool_is_named",
                condition=Q(pool_mediator=None) | ~Q(mediator=""),
                violation_error_message="Enter the mediator’s name.",
            ),
            models.CheckConstraint(
                name="mediation_held_on_or_after_offered_on",
                condition=Q(held_on__gte=F("offered_on")) | Q(held_on=None) | Q(offered_on=None),
                violation_error_message="A mediation cannot be held before it was offered.",
            ),
            models.CheckConstraint(
                name="mediation_outcome_of_one_that_was_held",
                condition=Q(outcome="") | Q(held_on__isnull=False),
                violation_error_message="Only a mediation that was held has an outcome.",
            ),
            models.CheckConstraint(
                name="mediation_answered_after_it_was_offered",
                condition=Q(offered_on=None)
                | (Q(accepted_on=None) | Q(accepted_on__gte=F("offered_on")))
                & (Q(refused_on=None) | Q(refused_on__gte=F("offered_on"))),
                violation_error_message="The offer cannot be answered before it was made.",
            ),
            models.CheckConstraint(
                name="mediation_ends_once",
                condition=Q(refused_on=None, held_on=None)
                | Q(refused_on=None, given_up_on=None)
                | Q(held_on=None, given_up_on=None),
                violation_error_message="It is refused, held or given up: one of these.",
            ),
            models.CheckConstraint(
                name="mediation_accepted_or_refused",
                condition=Q(accepted_on=None) | Q(refused_on=None),
                violation_error_message="An offer is accepted or refused: not both.",
            ),
            models.CheckConstraint(
                name="mediation_refused_by_somebody",
                condition=Q(refused_on=None) | ~Q(refused_by=""),
                violation_error_message="Say who refused.",
            ),
            models.CheckConstraint(
                name="mediation_held_after_it_was_accepted",
                condition=Q(held_on__gte=F("accepted_on")) | Q(held_on=None) | Q(accepted_on=None),
                violation_error_message="A mediation cannot be held before it was accepted.",
            ),
            models.CheckConstraint(
                name="mediation_given_up_with_a_reason",
                condition=Q(given_up_on=None) | ~Q(given_up_because=""),
                violation_error_message="Say why it was not held.",
            ),
            models.CheckConstraint(
                name="mediation_avoided_a_stage_by_settling_it",
                condition=Q(stage_avoided=None) | Q(outcome="resolved"),
                violation_error_message="Only a mediation that resolved it avoided a stage.",
            ),
            models.CheckConstraint(
                name="mediation_right_confirmed_after_it_was_held",
                condition=Q(right_confirmed_on=None) | Q(right_confirmed_on__gte=F("held_on")),
                violation_error_message=(
                    "The right to go on is confirmed once the mediation was held."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Mediation, {self.service_area}, {self.held_on or 'not held'}"

    @property
    def begins_on(self) -> date | None:
        """The day that puts it beside the stage of its time."""
        return self.offered_on or self.held_on

    @property
    def words(self) -> str:
        """How it stands, in a word or two."""
        if self.held_on:
            return self.get_outcome_display() or "Held"
        if self.refused_on or self.refused_by:
            by = self.get_refused_by_display()
            return f"Refused by {by[:1].lower()}{by[1:]}"
        if self.given_up_on:
            return "Accepted, and not held"
        return "Accepted, not held yet" if self.accepted_on else "Offered, no answer yet"
