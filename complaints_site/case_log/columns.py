"""The sheets of a case log and their columns, as data. ``docs/case-log.md`` describes them."""

from collections.abc import Callable
from dataclasses import dataclass

from cases.models import AdvocacyReferral, Case, CasePerson, Contact, Decision
from remedies.models import Payment
from stages.models import Mediation, Outcome, StageEvent

from .values import day, money, one_of, text_of, whole, words, yes_no

LONG = text_of(
    100_000
)  # far above any letter; a cell longer than this is a file in the wrong place
REFERENCE, NAME, LINE = text_of(40), text_of(200), text_of(300)
STAGE = whole(0, 3)
OUTCOME = one_of(Outcome.choices, also={"partly upheld": "partially_upheld", "pending": ""})

# The short names of the sheet stage_dates, as columns of a stage
EVENTS = {
    "requested": StageEvent.REQUESTED.value,
    "started": StageEvent.BEGUN.value,
    "acknowledged": StageEvent.ACKNOWLEDGED.value,
    "statement agreed": StageEvent.STATEMENT_AGREED.value,
    "investigating officer appointed": StageEvent.INVESTIGATOR_APPOINTED.value,
    "independent person appointed": StageEvent.INDEPENDENT_PERSON_APPOINTED.value,
    "investigation report": StageEvent.INVESTIGATION_REPORT.value,
    "independent person's report": StageEvent.INDEPENDENT_PERSON_REPORT.value,
    "adjudication": StageEvent.ADJUDICATION.value,
    "panel met": StageEvent.PANEL_MET.value,
    "panel report": StageEvent.PANEL_REPORT.value,
    "response": StageEvent.RESPONSE.value,
}

# The same events where they are columns of case_log
SHORT_FORM = {
    "precomplaint_closed_on": (0, "responded_on"),
    "stage1_responded_on": (1, "responded_on"),
    "stage2_requested_on": (2, "requested_on"),
    "stage2_started_on": (2, "begun_on"),
    "stage2_responded_on": (2, "responded_on"),
    "stage3_requested_on": (3, "requested_on"),
    "stage3_panel_on": (3, "panel_met_on"),
    "stage3_report_on": (3, "panel_report_on"),
    "stage3_responded_on": (3, "responded_on"),
}

EQUALITIES = ["gender", "ethnicity", "disability", "age_band", "religion", "sexual_orientation"]
OF_COMPLAINANT = EQUALITIES[:4]


@dataclass(frozen=True, slots=True)
class Column:
    read: Callable[[str], object]
    required: bool = False


def required(read: Callable) -> Column:
    return Column(read, required=True)


def sheet(**columns) -> dict[str, Column]:
    return {
        name: column if isinstance(column, Column) else Column(column)
        for name, column in columns.items()
    }


SHEETS: dict[str, dict[str, Column]] = {
    "case_log": sheet(
        reference=required(REFERENCE),
        kind=one_of(Case.Kind.choices),
        received_on=required(day),
        made_on=day,
        acknowledged_on=day,
        procedure=NAME,
        directorate=NAME,
        service_area=NAME,
        nature_of_complaint=NAME,
        nature_scheme=NAME,
        issues=words,
        complainant_type=NAME,
        channel=NAME,
        passed_on_by=NAME,
        provider=NAME,
        owner=NAME,
        logs=words,
        summary=LONG,
        historical=yes_no,
        stage_reached=STAGE,
        precomplaint_due_on=day,
        precomplaint_closed_on=day,
        stage1_extended=yes_no,
        stage1_due_on=day,
        stage1_responded_on=day,
        stage1_outcome=OUTCOME,
        stage2_requested_on=day,
        stage2_started_on=day,
        stage2_extended=yes_no,
        stage2_due_on=day,
        stage2_responded_on=day,
        stage2_outcome=OUTCOME,
        stage2_nature=NAME,
        stage3_requested_on=day,
        stage3_due_on=day,
        stage3_panel_on=day,
        stage3_report_on=day,
        stage3_responded_on=day,
        stage3_outcome=OUTCOME,
        ombudsman_received_on=day,
        ombudsman_decided_on=day,
        ombudsman_decision=NAME,
        withdrawn_on=day,
        closed_on=day,
        close_reason=NAME,
        joint_body=NAME,
        **dict.fromkeys(EQUALITIES, NAME),
        **{f"complainant_{name}": NAME for name in OF_COMPLAINANT},
    ),
    "log_entries": sheet(
        reference=required(REFERENCE),
        log=required(NAME),
        received_on=day,
        service_area=NAME,
        nature_of_complaint=NAME,
    ),
    "people": sheet(
        reference=required(REFERENCE),
        role=required(one_of(CasePerson.Role.choices)),
        name=required(LINE),
        relation=text_of(100),
        care_system_number=REFERENCE,
        email=text_of(254),
        telephone=text_of(60),
        address=LONG,
        contact_rule=LONG,
        authority_evidence=LINE,
    ),
    "points": sheet(
        reference=required(REFERENCE),
        number=required(whole(1, 30_000)),
        text=LONG,
        nature=NAME,
        primary=yes_no,
        stage=STAGE,
        investigator_finding=OUTCOME,
        adjudication_finding=OUTCOME,
        panel_finding=OUTCOME,
    ),
    "stage_dates": sheet(
        reference=required(REFERENCE),
        stage=required(STAGE),
        event=required(one_of((value, name) for name, value in EVENTS.items())),
        on=required(day),
    ),
    "extensions": sheet(
        reference=required(REFERENCE),
        stage=required(STAGE),
        from_due_on=day,
        to_due_on=required(day),
        reason=LONG,
        told_on=day,
    ),
    "holds": sheet(
        reference=required(REFERENCE),
        stage=required(STAGE),
        from_on=required(day),
        to_on=day,
        reason=LONG,
        told_on=day,
    ),
    "decisions": sheet(
        reference=required(REFERENCE),
        kind=required(one_of(Decision.Kind.choices, also={"representative": "representative"})),
        decided_on=required(day),
        decision=LINE,
        reason=LONG,
    ),
    "notes": sheet(reference=required(REFERENCE), on=required(day), by=NAME, text=required(LONG)),
    "mediations": sheet(
        reference=REFERENCE,
        service_area=NAME,
        offered_on=day,
        held_on=day,
        stage_avoided=STAGE,
        outcome=one_of(Mediation.Outcome.choices),
    ),
    "payments": sheet(
        reference=REFERENCE,
        service_area=NAME,
        stage=STAGE,
        stage_requested_only=yes_no,
        kind=required(one_of(Payment.Kind.choices)),
        amount=required(money),
        offered_on=day,
        accepted_on=day,
        paid_on=day,
    ),
    "lessons": sheet(
        reference=REFERENCE,
        raised_on=required(day),
        service_area=NAME,
        text=required(LONG),
        lead=NAME,
        due_on=day,
        done_on=day,
        evidence=LONG,
        recurring=yes_no,
    ),
    "advocacy_referrals": sheet(
        reference=REFERENCE,
        service_area=NAME,
        referred_on=required(day),
        provider=NAME,
        outcome=one_of(
            AdvocacyReferral.Outcome.choices,
            also={"resolved without complaint": "resolved", "became a complaint": "complaint"},
        ),
    ),
    "compliments": sheet(
        received_on=required(day),
        directorate=NAME,
        service_area=NAME,
        **{"from": NAME},
        text=LONG,
    ),
    "contacts": sheet(
        received_on=required(day),
        kind=required(one_of(Contact.Kind.choices)),
        directorate=NAME,
        service_area=NAME,
        closed_on=day,
    ),
    "published": sheet(
        year=required(text_of(7)),
        key=required(LINE),
        value=text_of(100),
        note=LONG,
    ),
}
CASE_LOG = "case_log"
