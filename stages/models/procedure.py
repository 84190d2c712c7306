"""The rules, as versioned data: Procedure → StageDefinition → TimeLimit.

Loaded from ``fixtures/procedures/*.toml``. A version that a case has used is never changed; a new
one, from a date, takes its place (domain.md 1).
"""

from datetime import date

from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked
from stages.working_days import DayOne, Unit

DAY_ONE_LABELS = {
    DayOne.AFTER: "the day after is day 1",
    DayOne.SAME: "the day itself is day 1",
    DayOne.DEEMED: "on a day that does not count, the next working day; the day after is day 1",
}
UNIT_LABELS = {
    Unit.WORKING_DAYS: "working days",
    Unit.CALENDAR_DAYS: "calendar days",
    Unit.MONTHS: "months",
}


class StageEvent(models.TextChoices):
    """What can start or stop a clock. The value is the name of the column on a stage."""

    RECEIVED = "received_on", "complaint received"
    REQUESTED = "requested_on", "requested by the complainant"
    BEGUN = "begun_on", "begun"
    ACKNOWLEDGED = "acknowledged_on", "acknowledged"
    STATEMENT_AGREED = "statement_agreed_on", "statement of complaint agreed"
    INVESTIGATOR_APPOINTED = "investigator_appointed_on", "investigating officer appointed"
    INDEPENDENT_PERSON_APPOINTED = (
        "independent_person_appointed_on",
        "independent person appointed",
    )
    INVESTIGATION_REPORT = "investigation_report_on", "investigation report"
    INDEPENDENT_PERSON_REPORT = "independent_person_report_on", "independent person's report"
    ADJUDICATION = "adjudication_on", "adjudication"
    PANEL_MET = "panel_met_on", "panel met"
    PANEL_REPORT = "panel_report_on", "panel report"
    RESPONSE = "responded_on", "response"
    ESCALATED = "escalated_on", "next stage requested"


class ProcedureQuerySet(models.QuerySet):
    def in_force_on(self, day: date):
        """The versions in force on ``day``; at most one of each code."""
        return self.filter(in_force_from__lte=day).filter(
            Q(in_force_until=None) | Q(in_force_until__gte=day)
        )

    def version_for(self, code: str, day: date) -> "Procedure | None":
        return self.in_force_on(day).filter(code=code).order_by("-in_force_from").first()


@tracked
class Procedure(models.Model):
    """One version of a procedure."""

    code = models.SlugField(max_length=30)
    version = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    aliases = models.JSONField(default=list, blank=True, help_text="Other names in case logs")
    in_force_from = models.DateField()
    in_force_until = models.DateField(null=True, blank=True)
    statutory = models.BooleanField(default=False)
    day_one = models.CharField(max_length=10, choices=list(DAY_ONE_LABELS.items()))
    closure_days_excluded = models.BooleanField(default=False)
    pauses_move_deadlines = models.BooleanField(default=False)
    month_ends_roll = models.BooleanField(
        "calendar limits move off weekends to the next working day", default=False
    )
    posting_days = models.PositiveSmallIntegerField(
        "working days after which a posted letter is deemed received", default=2
    )
    update_every = models.PositiveSmallIntegerField(
        "working days from one update to the complainant to the next", default=10
    )
    update_after = models.PositiveSmallIntegerField(
        "working days of a stage after which updates begin, late or not", default=20
    )
    resubmit_months = models.PositiveSmallIntegerField(
        "months after proceedings end in which a complaint may be resubmitted", default=12
    )
    source = models.TextField(blank=True)
    remark = models.TextField(blank=True, help_text="What is not verified and may be changed")
    next_body = models.CharField("where a person may go afterwards", max_length=200, blank=True)
    content_hash = models.CharField(max_length=64, help_text="Of the file it was loaded from")

    objects = ProcedureQuerySet.as_manager()

    class Meta:
        ordering = ["code", "in_force_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="procedure_version"),
            models.UniqueConstraint(fields=["code", "in_force_from"], name="procedure_from_a_day"),
            models.CheckConstraint(
                name="procedure_in_force_until_after_from",
                condition=Q(in_force_until__gte=F("in_force_from")) | Q(in_force_until=None),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class StageDefinition(models.Model):
    """A stage of one version: its name, who answers, what answers it."""

    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="stages")
    key = models.SlugField(max_length=30)
    number = models.PositiveSmallIntegerField(help_text="0 is before stage 1")
    name = models.CharField(max_length=200)
    responder = models.CharField("who answers", max_length=200, blank=True)
    independent_person = models.BooleanField(default=False)
    panel = models.BooleanField(default=False)
    exempt_days = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="Before stage 1: what is not settled in so many working days is a complaint",
    )
    terms_in_writing_days = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="Working days in which terms agreed by talking are confirmed in writing",
    )
    independent_panellists = models.PositiveSmallIntegerField(
        "how many of the panel must be independent of the council", default=0
    )
    chase_statement_after = models.JSONField(
        "working days after which a complainant silent on the statement is asked again",
        default=list,
        blank=True,
    )
    source = models.TextField(blank=True)

    class Meta:
        ordering = ["procedure", "number"]
        constraints = [
            models.UniqueConstraint(fields=["procedure", "key"], name="stage_key_in_version"),
            models.UniqueConstraint(fields=["procedure", "number"], name="stage_number_in_version"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class TimeLimit(models.Model):
    """One clock of a stage: what starts it, how long it runs, what stops it.

    ``extends_to`` is the ceiling counted from the same start, not an addition (domain.md 11.1).
    An inner milestone counts ``length`` working days back from the due date of the limit
    ``counts_back_from``.
    """

    class Kind(models.TextChoices):
        STATUTORY = "statutory", "limit of the law or the published procedure"
        WINDOW = "window", "time in which the complainant may ask for the next stage"
        INNER = "inner", "the council's own milestone"

    stage = models.ForeignKey(StageDefinition, models.CASCADE, related_name="limits")
    key = models.SlugField(max_length=40)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.STATUTORY)
    length = models.PositiveSmallIntegerField()
    extends_to = models.PositiveSmallIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=20, choices=list(UNIT_LABELS.items()))
    day_one = models.CharField(max_length=10, choices=list(DAY_ONE_LABELS.items()))
    runs_from = models.CharField(max_length=40, choices=StageEvent, blank=True)
    stopped_by = models.CharField(max_length=40, choices=StageEvent)
    in_force = models.BooleanField(
        default=True, help_text="False where another clock counts and this one is shown beside it"
    )
    is_main = models.BooleanField(default=False, help_text="The clock of the stage's response")
    by_agreement = models.BooleanField(
        default=False, help_text="A long stop: a date inside it is agreed with the complainant"
    )
    extension_names_ombudsman = models.BooleanField(
        default=False,
        help_text="Whoever extends it gives the Ombudsman's details with the new date",
    )
    counts_back_from = models.SlugField(max_length=40, blank=True)
    provisional_from = models.SlugField(
        max_length=40,
        blank=True,
        help_text="Where the start is not recorded: the limit on whose last day it would fall",
    )
    source = models.TextField(blank=True)
    remark = models.TextField(blank=True, help_text="What is not verified and may be changed")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["stage", "position"]
        constraints = [
            models.UniqueConstraint(fields=["stage", "key"], name="limit_key_in_stage"),
            models.UniqueConstraint(
                fields=["stage"], name="one_main_clock_in_stage", condition=Q(is_main=True)
            ),
            models.CheckConstraint(
                name="limit_extends_beyond_its_length",
                condition=Q(extends_to__gt=F("length")) | Q(extends_to=None),
            ),
            models.CheckConstraint(
                name="limit_runs_from_an_event_or_back_from_a_limit",
                condition=Q(counts_back_from="") ^ Q(runs_from=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name
