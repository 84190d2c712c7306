"""Escalation as flow and as cohort, both labelled, and what mediation changed of it.

Flow: stages begun in the period, of what was received (or begun) in it. Cohort: of what was
received (or begun) in the period, what went on, in whatever year.
"""

from dataclasses import replace

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When

from reporting.any_table.spread import Shares
from reporting.any_table.standard.made import asked, of_areas
from reporting.any_table.standard.sections import FOUND
from reporting.any_table.what import CASES
from reporting.beside import Beside
from reporting.counted import MEDIATIONS, STAGE_2, Counted
from reporting.crosstab import Crosstab
from reporting.dimensions import Everything, ServiceAreas
from reporting.quotients import Quotient
from reporting.stage_figures import WENT_ON
from stages.models import Mediation, Stage

WENT_TO_STAGE_3 = Exists(
    Stage.objects.filter(case=OuterRef("case"), number=3, begun_on__isnull=False)
)


def escalation(stage: int, base: Counted, words: str, went_on) -> Beside:
    """To ``stage``, from what ``base`` counts."""
    key = f"escalation_to_stage_{stage}"
    before = of_areas(f"{key}-base", base)
    begun = asked(f"{key}-flow", count="stages-begun", rows="service-area", where=f"stage={stage}")
    avoided = of_areas(f"{key}-avoided", _avoided(stage))
    return Beside(
        key=key,
        title=f"Escalation to stage {stage}, as flow and as cohort",
        section=FOUND,
        parts=(
            (words, before),
            (f"stage {stage} begun in the period (flow)", begun),
            (
                "flow, per cent",
                Quotient(f"{key}-flow-share", (begun,), before, f"Stages {stage} begun of {words}"),
            ),
            ("of these, went on (cohort)", of_areas(f"{key}-cohort", _cohort(base, went_on))),
            ("cohort, per cent", _share(f"{key}-cohort-share", base, went_on)),
            (f"mediations that avoided stage {stage}", avoided),
            (
                "flow, had mediation not been used",
                Quotient(
                    f"{key}-without",
                    (begun, avoided),
                    before,
                    f"Stages {stage} begun or avoided by mediation, of {words}",
                ),
            ),
        ),
    )


def _cohort(base: Counted, went_on) -> Counted:
    return replace(
        base,
        key=f"{base.key}-that-went-on",
        words=f"{base.words}; of these, those that went on, in whatever year (cohort)",
        rows=lambda: base.rows().filter(went_on),
    )


def _share(key: str, base: Counted, went_on) -> Crosstab:
    return Shares(
        key=key,
        title="",
        counted=base,
        row=ServiceAreas(),
        column=Everything("All"),
        total_row="Total",
        value=lambda: Case(
            When(went_on, then=Value(1)), default=Value(0), output_field=IntegerField()
        ),
        part_words="went on",
    )


def _avoided(stage: int) -> Counted:
    avoided = Q(stage_avoided=stage, outcome=Mediation.Outcome.RESOLVED)
    return replace(
        MEDIATIONS,
        key=f"mediations-avoiding-{stage}",
        words=f"mediations held in the period that settled a request for stage {stage}",
        rows=lambda: MEDIATIONS.rows().filter(avoided),
    )


ESCALATION = (
    escalation(2, CASES, "complaints received", WENT_ON),
    escalation(3, STAGE_2, "stages 2 begun", WENT_TO_STAGE_3),
)
