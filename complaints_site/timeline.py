"""What happened in a case, newest first: its own dates, the dates of its stages, and its notes.

These are the facts with the day they happened on. Who typed what, and when, is its history.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import connection
from django.utils.text import capfirst

from cases.models import AdvocacyOffer, AdvocacyReferral, Case, Decision
from complaints_site import timeline_ombudsman
from complaints_site.next_step import short_name
from remedies.models import Payment
from stages.before_stage_1 import name_of
from stages.models import Appointment, How, Mediation, Outcome, Proceedings, Stage, StageEvent
from stages.working_calendar import in_words

SHOWN = 60
NOTES, DATES = "notes", "dates"
KINDS = {"": "Everything", DATES: "Dates", NOTES: "Notes"}

# Written out: putting this UNION together through the ORM takes longer than running it
ROWS_ABOUT = """
    SELECT 'note' AS kind, note.on AS day, coalesce(writer.full_name, note.by_name) AS by_whom,
           note.said_by AS detail, note.text AS words
    FROM cases_note note LEFT JOIN accounts_user writer ON writer.id = note.by_id
    WHERE note.case_id = %(case)s
    UNION ALL
    SELECT 'decision:' || decision.kind, decision.decided_on, coalesce(decider.full_name, ''),
           decision.decision, decision.reason
    FROM cases_decision decision LEFT JOIN accounts_user decider
         ON decider.id = decision.decided_by_id
    WHERE decision.case_id = %(case)s
    UNION ALL
    SELECT 'concern', raised_on, '', '', concern FROM cases_safeguardingconcern
    WHERE case_id = %(case)s
    UNION ALL
    SELECT 'referral', referred_on, referred_by, referred_to, reference
    FROM cases_safeguardingconcern WHERE case_id = %(case)s AND referred_on IS NOT NULL
    UNION ALL
    SELECT 'no-referral', concern.not_needed_on, coalesce(decider.full_name, ''), '',
           concern.not_needed_because
    FROM cases_safeguardingconcern concern LEFT JOIN accounts_user decider
         ON decider.id = concern.not_needed_by_id
    WHERE concern.case_id = %(case)s AND concern.not_needed_on IS NOT NULL
    UNION ALL
    SELECT 'extension', extension.decided_on, '', extension.to_due_on::text, extension.reason
    FROM stages_extension extension JOIN stages_stage stage ON stage.id = extension.stage_id
    WHERE stage.case_id = %(case)s AND extension.decided_on IS NOT NULL
    UNION ALL
    SELECT 'told', extension.told_on, '', extension.to_due_on::text, ''
    FROM stages_extension extension JOIN stages_stage stage ON stage.id = extension.stage_id
    WHERE stage.case_id = %(case)s AND extension.told_on IS NOT NULL
    UNION ALL
    SELECT CASE WHEN plan.by_agreement THEN 'agreed' ELSE 'set' END, plan.agreed_on, '',
           plan.due_on::text, plan.how
    FROM stages_plan plan JOIN stages_stage stage ON stage.id = plan.stage_id
    WHERE stage.case_id = %(case)s
    UNION ALL
    SELECT 'update', done_on, '', '', evidence FROM stages_task
    WHERE case_id = %(case)s AND kind = 'update' AND done_on IS NOT NULL
    UNION ALL
    SELECT answer.way, coalesce(answer.right_given_on, stage.responded_on), '', answer.with_whom,
           answer.agreed
    FROM stages_answer answer JOIN stages_stage stage ON stage.id = answer.stage_id
    WHERE stage.case_id = %(case)s AND answer.way <> 'written'
    UNION ALL
    SELECT happened.kind, happened.day, happened.by_whom, happened.detail, happened.words
    FROM stages_mediation mediation CROSS JOIN LATERAL (VALUES
        ('mediation-offered', offered_on, '', '', ''),
        ('mediation-accepted', accepted_on, '', '', ''),
        ('mediation-refused', refused_on, '', refused_by, refused_because),
        ('mediation-given-up', given_up_on, '', '', given_up_because),
        ('mediation', held_on, mediator, outcome, terms),
        ('right-confirmed', right_confirmed_on, '', '', '')
    ) happened (kind, day, by_whom, detail, words)
    WHERE mediation.case_id = %(case)s AND happened.day IS NOT NULL
    UNION ALL
    SELECT happened.kind, happened.day, '', happened.detail, ''
    FROM cases_advocacyoffer offer CROSS JOIN LATERAL (VALUES
        ('advocacy-told', told_on, ''),
        ('advocacy-offered', offered_on, ''),
        ('advocacy-asked', asked_on, wants)
    ) happened (kind, day, detail)
    WHERE offer.case_id = %(case)s AND happened.day IS NOT NULL
    UNION ALL
    SELECT happened.kind, happened.day, '', happened.detail, ''
    FROM cases_advocacyreferral referral CROSS JOIN LATERAL (VALUES
        ('advocacy-referred', referred_on, provider),
        ('advocate', appointed_on, advocate),
        ('advocacy-ended', ended_on, outcome)
    ) happened (kind, day, detail)
    WHERE referral.case_id = %(case)s AND happened.day IS NOT NULL
    UNION ALL
    SELECT 'payment', paid_on, '', kind, amount::text FROM remedies_payment
    WHERE case_id = %(case)s AND paid_on IS NOT NULL
    UNION ALL
    SELECT 'enquiry', received_on, '', '', ombudsman_reference FROM stages_ombudsmanenquiry
    WHERE case_id = %(case)s AND received_on IS NOT NULL
    UNION ALL
    SELECT 'ombudsman', enquiry.decided_on, '', '', coalesce(decision.name, '')
    FROM stages_ombudsmanenquiry enquiry LEFT JOIN stages_ombudsmandecision decision
         ON decision.id = enquiry.decision_id
    WHERE enquiry.case_id = %(case)s AND enquiry.decided_on IS NOT NULL
    UNION ALL
    SELECT 'calendar', change.decided_on, coalesce(decider.full_name, ''), '',
           string_agg(time_limit.name || CASE WHEN moved.stayed THEN ' stays on '
               ELSE ' moved to ' END || to_char(moved.to_on, 'FMDD FMMonth YYYY'), E'\n')
    FROM stages_moveddeadline moved
    JOIN stages_stage stage ON stage.id = moved.stage_id
    JOIN stages_calendarchange change ON change.id = moved.change_id
    JOIN stages_deadline deadline ON deadline.id = moved.deadline_id
    JOIN stages_timelimit time_limit ON time_limit.id = deadline.limit_id
    LEFT JOIN accounts_user decider ON decider.id = change.decided_by_id
    WHERE stage.case_id = %(case)s GROUP BY change.id, decider.full_name
    UNION ALL
    SELECT 'provider-asked', request.asked_on, '', provider.name, request.due_on::text
    FROM stages_providerrequest request JOIN cases_provider provider
         ON provider.id = request.provider_id
    WHERE request.case_id = %(case)s
    UNION ALL
    SELECT 'provider-answered', request.answered_on, '', provider.name, request.said
    FROM stages_providerrequest request JOIN cases_provider provider
         ON provider.id = request.provider_id
    WHERE request.case_id = %(case)s AND request.answered_on IS NOT NULL
    UNION ALL
    SELECT 'statement', statement.proposed_on, '', statement.version::text, ''
    FROM stages_statement statement JOIN stages_stage stage ON stage.id = statement.stage_id
    WHERE stage.case_id = %(case)s
    UNION ALL
    SELECT 'changes', statement.changes_wanted_on, '', statement.version::text,
           statement.changes_wanted
    FROM stages_statement statement JOIN stages_stage stage ON stage.id = statement.stage_id
    WHERE stage.case_id = %(case)s AND statement.changes_wanted_on IS NOT NULL
    UNION ALL
    SELECT 'replaced', gone.ended_on, '', gone.role, gone.ended_because
    FROM stages_appointment gone JOIN stages_stage stage ON stage.id = gone.stage_id
    WHERE stage.case_id = %(case)s AND gone.ended_on IS NOT NULL
    UNION ALL
    SELECT happened.kind, happened.day, '', appointment.role, person.name
    FROM stages_appointment appointment
    JOIN stages_stage stage ON stage.id = appointment.stage_id
    JOIN stages_investigator person ON person.id = appointment.investigator_id
    CROSS JOIN LATERAL (VALUES ('person-asked', appointment.asked_on),
        ('person-accepted', appointment.accepted_on),
        ('person-met', appointment.met_complainant_on)) AS happened (kind, day)
    WHERE stage.case_id = %(case)s AND happened.day IS NOT NULL
    UNION ALL
    SELECT happened.kind, happened.day, '', 'panellist', person.name
    FROM stages_panelmember seat
    JOIN stages_panel panel ON panel.id = seat.panel_id
    JOIN stages_stage stage ON stage.id = panel.stage_id
    JOIN stages_investigator person ON person.id = seat.investigator_id
    CROSS JOIN LATERAL (VALUES ('person-asked', seat.asked_on),
        ('person-accepted', seat.accepted_on),
        ('person-appointed', seat.appointed_on)) AS happened (kind, day)
    WHERE stage.case_id = %(case)s AND happened.day IS NOT NULL
    UNION ALL
    SELECT 'papers', panel.papers_sent_on, '', '', ''
    FROM stages_panel panel JOIN stages_stage stage ON stage.id = panel.stage_id
    WHERE stage.case_id = %(case)s AND panel.papers_sent_on IS NOT NULL
    UNION ALL
    SELECT 'proceedings', ended_on, '', kind, '' FROM stages_proceedings
    WHERE case_id = %(case)s AND ended_on IS NOT NULL
    UNION ALL
    SELECT 'joint', agreed_on, '', body, '' FROM stages_jointwork WHERE case_id = %(case)s
    UNION ALL
    SELECT 'joint-part', came_on, '', body, '' FROM stages_jointwork
    WHERE case_id = %(case)s AND came_on IS NOT NULL
    UNION ALL
    SELECT 'afterwards-asked', asked_on, '', '', how FROM stages_askedafterwards
    WHERE case_id = %(case)s
    UNION ALL
    SELECT 'afterwards-said', answered_on, '', said, '' FROM stages_askedafterwards
    WHERE case_id = %(case)s AND answered_on IS NOT NULL
    UNION ALL
    SELECT 'part', min(decision.decided_on), '', part.reference, ''
    FROM cases_case part JOIN cases_decision decision ON decision.case_id = part.id
    WHERE part.part_of_id = %(case)s AND decision.kind = 'procedure' GROUP BY part.id
    UNION ALL
    SELECT 'part-answered', stage.responded_on, '', part.reference, stage.outcome
    FROM cases_case part JOIN stages_stage stage ON stage.case_id = part.id
    WHERE part.part_of_id = %(case)s AND stage.responded_on IS NOT NULL
    UNION ALL
    SELECT 'part-withdrawn', withdrawn_on, '', reference, '' FROM cases_case
    WHERE part_of_id = %(case)s AND withdrawn_on IS NOT NULL
    UNION ALL
    SELECT 'part-closed', closed_on, '', reference, close_reason FROM cases_case
    WHERE part_of_id = %(case)s AND closed_on IS NOT NULL
"""
# In its detail: perhaps who complains
NAMES_SOMEBODY = {"note", "spoken", "settled", "advocate", "afterwards-said"}
NEWEST_FIRST = " ORDER BY day DESC LIMIT %(shown)s"


@dataclass(frozen=True)
class Happening:
    on: date
    title: str
    by: str = ""
    text: str = ""
    kind: str = DATES


def timeline(
    case: Case, stages: Iterable[Stage], kind: str = "", *, withholds=False
) -> list[Happening]:
    """The happenings of ``case``, of one kind where it is asked for; one query.

    Where it ``withholds``, the reader may not know who said what.
    """
    found = [*_dates_of_case(case), *_dates_of_stages(stages), *_rows_about(case, withholds)]
    chosen = [happening for happening in found if kind in ("", happening.kind)]
    return sorted(chosen, key=lambda happening: happening.on, reverse=True)


def _dates_of_case(case: Case) -> Iterable[Happening]:
    if case.closed_on:
        yield Happening(case.closed_on, "Closed", text=capfirst(case.close_reason))
    if case.withdrawn_on:
        yield Happening(case.withdrawn_on, "Withdrawn by the complainant")
    came = f"By {case.channel.name.lower()}" if case.channel else ""
    yield Happening(case.received_on, f"{case.get_kind_display()} received", text=came)


def _dates_of_stages(stages: Iterable[Stage]) -> Iterable[Happening]:
    """Later events first, so that those of one day stand in the order of the procedure."""
    stages = list(stages)
    requested = {stage.requested_on for stage in stages}
    for stage in reversed(stages):
        for event in reversed(StageEvent):
            day = getattr(stage, event.value)
            if day and not _said_elsewhere(event, day, stage, requested):
                yield Happening(
                    day, f"{short_name(stage)}: {name_of(event, stage)}", text=_result(event, stage)
                )


def _said_elsewhere(event: StageEvent, day: date, stage: Stage, requested: set) -> bool:
    """On stage 1 it begins as it is received; the request for the next stage is that stage's."""
    begins_at_once = event == StageEvent.BEGUN and day in (stage.received_on, stage.requested_on)
    asked_for = event == StageEvent.ESCALATED and day in requested
    return event == StageEvent.RECEIVED or begins_at_once or asked_for


def _result(event: StageEvent, stage: Stage) -> str:
    return stage.get_outcome_display() if event == StageEvent.RESPONSE else ""


def _rows_about(case: Case, withholds: bool) -> Iterable[Happening]:
    """What stands in rows of its own: the newest ``SHOWN`` of all kinds together."""
    with connection.cursor() as cursor:
        rows = ROWS_ABOUT + timeline_ombudsman.ROWS + NEWEST_FIRST
        cursor.execute(rows, {"case": case.pk, "shown": SHOWN})
        for kind, on, by, detail, text in cursor.fetchall():
            kind, _, of = kind.partition(":")
            if title := timeline_ombudsman.TITLES.get(kind):
                if withholds and kind in timeline_ombudsman.ABOUT_SOMEBODY:
                    detail, text = "a person", ""
                yield Happening(on, capfirst(title.format(detail)), by, text)
            else:
                detail = "" if withholds and kind in NAMES_SOMEBODY else detail
                yield TITLES[kind](on, by, f"{of}:{detail}" if of else detail, text)


def _decision(on, by, detail, text):
    kind, _, decision = detail.partition(":")
    return Happening(on, f"{Decision.Kind(kind).label}: {decision}", by, text)


def _concern(on, by, detail, text):
    return Happening(on, "Safeguarding concern raised", text=text)


def _referral(on, by, detail, text):
    return Happening(on, f"Safeguarding: referred to {detail}", by, text)


def _no_referral(on, by, detail, text):
    return Happening(on, "Safeguarding: no referral needed", by, text)


def _note(on, by, detail, text):
    return Happening(on, f"Note: said by {detail}" if detail else "Note", by, text, NOTES)


def _mediation(on, by, detail, text):
    outcome = Mediation.Outcome(detail).label if detail else "held"
    return Happening(on, f"Mediation: {outcome.lower()}", by, text)


def _mediation_refused(on, by, detail, text):
    side = Mediation.Side(detail).label
    return Happening(on, f"Mediation refused by {side[:1].lower()}{side[1:]}", text=text)


def _wants(on, by, detail, text):
    said = AdvocacyOffer.Wants(detail).label
    return Happening(on, "Asked whether they want an advocate", text=said)


def _advocacy_ended(on, by, detail, text):
    return Happening(on, "Advocacy ended", text=AdvocacyReferral.Outcome(detail).label)


def _plainly(words: str):
    """A title that says all there is to say."""
    return lambda on, by, detail, text: Happening(on, words, text=text)


def _with_detail(words: str):
    """A title with a name behind it, where there is one that may be known."""
    return lambda on, by, detail, text: Happening(on, words, text=detail)


def _payment(on, by, detail, text):
    return Happening(on, f"{Payment.Kind(detail).label} paid", text=f"£{Decimal(text):,.2f}")


def _provider_asked(on, by, detail, text):
    until = in_words(date.fromisoformat(text))
    return Happening(on, f"Put to the provider: {detail}", text=f"Answer due {until}")


def _with_date(words: str):
    """A title that ends with the due date that it is about."""
    return lambda on, by, detail, text: Happening(
        on, words.format(in_words(date.fromisoformat(detail))), text=text
    )


def _statement(on, by, detail, text):
    return Happening(on, f"Statement of complaint proposed, version {detail}")


def _changes(on, by, detail, text):
    return Happening(on, f"Changes wanted in version {detail} of the statement", text=text)


def _replaced(on, by, detail, text):
    return Happening(on, f"{Appointment.Role(detail).label} replaced", text=text)


def _engaged(words: str):
    """Something that happened with somebody of the pool: in which role, and who."""

    def happening(on, by, detail, text):
        role = "panellist" if detail == "panellist" else Appointment.Role(detail).label.lower()
        return Happening(on, f"{capfirst(role)} {words}", text=text)

    return happening


def _proceedings_ended(on, by, detail, text):
    return Happening(on, f"{Proceedings.Kind(detail).label}: ended")


def _part_answered(on, by, detail, text):
    return Happening(on, f"Part {detail} answered", text=Outcome(text).label if text else "")


TITLES = {
    "person-asked": _engaged("asked"),
    "person-accepted": _engaged("accepted"),
    "person-appointed": _engaged("appointed"),
    "person-met": _engaged("met the complainant"),
    "afterwards-asked": lambda on, by, detail, text: Happening(
        on, f"Asked after closing, {How(text).label.lower()}"
    ),
    "afterwards-said": lambda on, by, detail, text: Happening(
        on, "Answered what was asked after closing", text=detail
    ),
    "extension": _with_date("Decided: more time, to {}"),
    "told": _with_date("Told the complainant of the new date, {}"),
    "agreed": _with_date("Plan agreed: answer due {}"),
    "set": _with_date("Date set and told: {}"),
    "update": lambda on, by, detail, text: Happening(on, "Update to the complainant", text=text),
    "spoken": lambda on, by, detail, text: Happening(
        on,
        "Told of the right to go on",
        text=f"Agreed with {detail}: {text}" if detail else f"Agreed: {text}",
    ),
    "settled": lambda on, by, detail, text: Happening(on, "How it was settled", detail, text),
    "statement": _statement,
    "changes": _changes,
    "replaced": _replaced,
    "papers": lambda on, by, detail, text: Happening(on, "Papers sent to the panel"),
    "calendar": lambda on, by, detail, text: Happening(on, "Calendar changed", by, text),
    "provider-asked": _provider_asked,
    "provider-answered": lambda on, by, detail, text: Happening(
        on, f"Answer of the provider: {detail}", text=text
    ),
    "decision": _decision,
    "concern": _concern,
    "referral": _referral,
    "no-referral": _no_referral,
    "note": _note,
    "mediation": _mediation,
    "mediation-offered": _plainly("Mediation offered"),
    "mediation-accepted": _plainly("Mediation accepted"),
    "mediation-refused": _mediation_refused,
    "mediation-given-up": _plainly("Mediation not held"),
    "right-confirmed": _plainly("Right to go on confirmed in writing, after the mediation"),
    "advocacy-told": _plainly("Told of advocacy"),
    "advocacy-offered": _plainly("Offered an advocate"),
    "advocacy-asked": _wants,
    "advocacy-referred": _with_detail("Referred to advocacy"),
    "advocate": _with_detail("Advocate appointed"),
    "advocacy-ended": _advocacy_ended,
    "payment": _payment,
    "proceedings": _proceedings_ended,
    "joint": lambda on, by, detail, text: Happening(on, f"Joint work agreed with {detail}"),
    "joint-part": lambda on, by, detail, text: Happening(on, f"The part of {detail} came"),
    "part": lambda on, by, detail, text: Happening(on, f"Part {detail} split off"),
    "part-answered": _part_answered,
    "part-withdrawn": lambda on, by, detail, text: Happening(on, f"Part {detail} withdrawn"),
    "part-closed": lambda on, by, detail, text: Happening(on, f"Part {detail} closed", text=text),
    "enquiry": lambda on, by, detail, text: Happening(on, "Enquiry of the Ombudsman", text=text),
    "ombudsman": lambda on, by, detail, text: Happening(on, "Ombudsman's decision", text=text),
}
