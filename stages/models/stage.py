"""Stages of a case: each keeps the definition it was opened under, and its dates."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.trail import tracked
from cases.models import Case, Category

from .finding import Outcome
from .procedure import Procedure, StageDefinition


@tracked
class Route(models.Model):
    """Which procedure a case goes by, in which version, and why. Fixed for the whole case."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="route")
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="routes")
    chosen_on = models.DateField()
    chosen_because = models.TextField(blank=True)
    provisional = models.BooleanField(
        default=False, help_text="Until triage: the usual procedure of its service area"
    )

    def __str__(self) -> str:
        return str(self.procedure)


@tracked
class JointInvestigation(models.Model):
    """What linked cases of siblings share at a stage: one investigation, statement and report.

    What is recorded once stands on each of its stages; the findings are each case's own.
    """

    since = models.DateField()

    def __str__(self) -> str:
        return f"Joint investigation since {self.since}"


class StageQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        return self.filter(case__in=Case.objects.visible_to(user))

    def investigated_with(self, stage: "Stage"):
        """``stage`` and those that share its investigation and are still open."""
        same = Q(pk=stage.pk)
        if stage.joint_id:
            same |= Q(
                joint=stage.joint_id,
                responded_on=None,
                case__closed_on=None,
                case__withdrawn_on=None,
            )
        return self.filter(same).select_related("case", "definition__procedure")

    def to_join(self, stage: "Stage"):
        """The same stage of the same procedure, under way in a linked case."""
        linked = Q(case__links__other=stage.case_id) | Q(case__linked_from__case=stage.case_id)
        same = {
            "number": stage.number,
            "definition__procedure__code": stage.definition.procedure.code,
        }
        return self.under_way().filter(linked, **same).select_related("case").distinct()

    def under_way(self):
        return self.filter(
            begun_on__isnull=False,
            responded_on=None,
            case__closed_on=None,
            case__withdrawn_on=None,
        )

    def begun_between(self, start: date, end: date):
        return self.filter(begun_on__range=(start, end))


def _on_or_after(field: str, earlier: str, message: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"stage_{field}_after_{earlier}",
        condition=Q(**{f"{field}__gte": F(earlier)}) | Q(**{field: None}) | Q(**{earlier: None}),
        violation_error_message=message,
    )


@tracked
class Stage(models.Model):
    """One stage of one case. ``begun_on`` is empty where it was asked for and never begun.

    Each date is a column, so that the database can hold their order and count by any of them.
    ``outcome`` is derived from the points (:mod:`stages.outcomes`) unless overridden with a reason;
    empty means pending.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="stages")
    definition = models.ForeignKey(StageDefinition, models.PROTECT, related_name="stages_opened")
    number = models.PositiveSmallIntegerField(help_text="The definition's, for indexes")
    received_on = models.DateField(help_text="When the complaint was received")
    requested_on = models.DateField("requested", null=True, blank=True)
    begun_on = models.DateField("begun", null=True, blank=True)
    acknowledged_on = models.DateField("acknowledged", null=True, blank=True)
    statement_agreed_on = models.DateField("statement agreed", null=True, blank=True)
    investigator_appointed_on = models.DateField(
        "investigating officer appointed", null=True, blank=True
    )
    independent_person_appointed_on = models.DateField(
        "independent person appointed", null=True, blank=True
    )
    investigation_report_on = models.DateField("investigation report", null=True, blank=True)
    independent_person_report_on = models.DateField(
        "independent person's report", null=True, blank=True
    )
    adjudication_on = models.DateField("adjudication", null=True, blank=True)
    panel_met_on = models.DateField("panel met", null=True, blank=True)
    panel_report_on = models.DateField("panel report", null=True, blank=True)
    responded_on = models.DateField("responded", null=True, blank=True)
    escalated_on = models.DateField("next stage requested", null=True, blank=True)
    nature = models.ForeignKey(
        Category,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Where the stage has a category scheme of its own",
    )
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    outcome_overridden_because = models.TextField(blank=True)
    external_investigator = models.BooleanField(null=True, blank=True)
    adjudicated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    joint = models.ForeignKey(
        JointInvestigation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stages",
        verbose_name="joint investigation",
    )

    objects = StageQuerySet.as_manager()

    class Meta:
        ordering = ["case", "number"]
        indexes = [
            models.Index(fields=["number", "begun_on"], name="stage_begun"),
            models.Index(fields=["number", "requested_on"], name="stage_requested"),
            models.Index(fields=["number", "outcome", "case"], name="stage_outcome"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="stage_once_in_a_case"),
            _on_or_after(
                "requested_on",
                "received_on",
                "A stage cannot be asked for before the complaint was received.",
            ),
            _on_or_after("begun_on", "requested_on", "A stage cannot begin before its request."),
            _on_or_after(
                "acknowledged_on",
                "received_on",
                "A complaint cannot be acknowledged before it was received.",
            ),
            _on_or_after(
                "responded_on", "requested_on", "The response cannot be before the request."
            ),
            _on_or_after(
                "responded_on", "received_on", "The response cannot be before the complaint."
            ),
            _on_or_after("panel_met_on", "requested_on", "A panel cannot meet before its request."),
            _on_or_after(
                "panel_report_on", "panel_met_on", "A panel cannot report before it has met."
            ),
            models.CheckConstraint(
                name="stage_outcome_of_a_begun_stage",
                condition=Q(outcome="") | Q(begun_on__isnull=False) | Q(outcome="withdrawn"),
                violation_error_message="Only a stage that has begun has an outcome.",
            ),
        ]

    def __str__(self) -> str:
        return self.definition.name

    @property
    def became_a_complaint(self) -> bool:
        """Before stage 1, and not settled: the attempt has ended, and nothing falls due by it."""
        return self.number == 0 and self.escalated_on is not None

    @property
    def gave_way(self) -> bool:
        """The next was asked for without its answer: nothing falls due by it any more."""
        return self.became_a_complaint or bool(self.escalated_on and not self.responded_on)
