"""Every step of the table, truly taken: where it starts, what comes before it, what is typed.

What is typed may be known only once the case is there: such an answer is a function of the case.
"""

from collections.abc import Callable
from datetime import date

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import link
from cases.models import (
    AdvocacyReferral,
    Case,
    CloseReason,
    DecisionReason,
    Person,
    Provider,
    SafeguardingConcern,
    ServiceArea,
)
from stages.actions.casework import begin_stage, request_stage, respond
from stages.actions.intake import take_in
from stages.models import (
    Appointment,
    Finding,
    Investigator,
    JointWork,
    OmbudsmanDecision,
    Outcome,
    PanelMember,
    Procedure,
    Proceedings,
    Stage,
)
from tests import factories

RECEIVED, TODAY = date(2006, 12, 18), date(2006, 12, 20)
LONG_AGO = date(2006, 10, 2)  # when a complaint came whose request for the next stage is late
RECEIVED_LATER, LATER = date(2026, 9, 21), date(2026, 9, 23)  # under the law of after 2009
SENT = {"on": "20 12 2006"}
SENT_LATER = {"on": "23 9 2026"}

# How a case differs where a step cannot start from a complaint of two days ago
STARTS = {
    "settle": {"settle_first": True},
    "become-complaint": {"settle_first": True},
    "promise": {"settle_first": True},
    "late-request": {"received_on": LONG_AGO},
    "finalise-statement": {"received_on": LONG_AGO},
    "agree-plan": {"received_on": RECEIVED_LATER, "code": "adults"},
}


def today_of(key: str) -> date:
    return LATER if STARTS.get(key, {}).get("received_on") == RECEIVED_LATER else TODAY


def case_for(key: str, officer: User, **facts) -> Case:
    """A case from which a step can be reached, with the lists that its forms offer."""
    fill_lists()
    if key == "pause":
        Procedure.objects.filter(code="children").update(pauses_move_deadlines=True)
    usual = {"received_on": RECEIVED, "points": ["The deposit"]} | STARTS.get(key, {})
    facts = usual | facts
    area = factories.service_area("Leaving Care")
    return take_in(on=facts["received_on"], by=officer, service_area=area, **facts)


def fill_lists() -> None:
    kinds = "refused", "sufficient_interest", "representative", "time_limit", "late_request"
    for kind in kinds:
        factories.decision_reason(kind, "As it was found", accepts=kind != "refused")
    factories.decision_reason("early_referral", "The report is very robust", accepts=True)
    factories.close_reason("Every stage has been used")
    OmbudsmanDecision.objects.get_or_create(name="No fault", defaults={"means": "not_upheld"})
    Provider.objects.get_or_create(name="Willow House")
    factories.service_area("Fostering")


def last(model, **which) -> Callable[[Case], int]:
    """The key of the latest row, once it is there."""
    return lambda case: model.objects.filter(**which).latest("pk").pk


def reason(kind: str) -> Callable[[Case], int]:
    return last(DecisionReason, kind=kind)


def point_of_the_case(case: Case) -> int:
    return case.points.earliest("number").pk


def remedy_was_considered(case: Case) -> dict:
    finding = last(Finding, stage__case=case)(case)
    return {f"considered_{finding}": "yes", f"why_{finding}": "An apology and the deposit"}


def every_condition(case: Case) -> dict:
    met = {f"condition_{last(DecisionReason, kind='early_referral')(case)}": "on"}
    agreed = {"agrees": "on", "consent_on": "20 12 2006", "reason": "In her letter"}
    return SENT | met | agreed


def costs_of_the_last(case: Case) -> dict:
    key = f"appointment_{Appointment.objects.latest('pk').pk}"
    return {f"fee_{key}": "1200", f"expenses_{key}": "85.40"}


def linked_case_at_stage_2(case: Case) -> None:
    """Another complaint of the same family, whose Stage 2 is under way too."""
    by = User.objects.get(email="officer@example.org")
    other = case_for("answer", by)
    found = dict.fromkeys(other.points.all(), Outcome.UPHELD)
    respond(other.stages.get(), on=TODAY, findings=found, by=by)
    request_stage(other, 2, on=TODAY, by=by)
    begin_stage(other, 2, on=TODAY, by=by)
    link(case, other, why="Of the same family", by=by)


def acknowledgement_of(case: Case) -> str:
    return f"{case.stages.get().pk}-acknowledged_on"


FOSTERING = last(ServiceArea, name="Fostering")
OFFICER = last(User, email="officer@example.org")
FOUND = {"point_1": "upheld", "reason_1": "The letter of May shows it"}

ACKNOWLEDGE = ("acknowledge", SENT)
ANSWER = ("answer", SENT | {"point_1": "upheld"})
ASK, BEGIN = ("ask-for-next", SENT), ("begin", SENT)
REMEDY = ("consider-remedies", remedy_was_considered)
AT_STAGE_2 = [ANSWER, ASK, BEGIN]
INVESTIGATOR = ("appoint-investigator", SENT | {"name": "Ines Outside", "of_the_council": "on"})
INDEPENDENT = ("appoint-independent-person", SENT | {"name": "Ivo Apart"})
VERSION = {"proposed_by": "investigator", "text_1": "The deposit was kept", "from_1": "1"}
PROPOSE = ("propose-statement", SENT | VERSION)
JOIN = (
    "join-investigation",
    SENT | {"other": lambda case: Stage.objects.exclude(case=case).latest("pk").pk},
)
REPORT = ("receive-report", SENT | FOUND | {"recommended_1": "Pay it back"})
ADJUDICATE = (
    "adjudicate",
    SENT | FOUND | {"adjudicator": OFFICER, "adjudicated_on": "20 12 2006"},
)
AT_STAGE_3 = [*AT_STAGE_2, INVESTIGATOR, INDEPENDENT, REPORT, ADJUDICATE, ASK, BEGIN]
SEATS = {"chair": "Petra First", "second": "Quentin Second", "third": "Rosa Third"}
NAMED = {f"{seat}_name": name for seat, name in SEATS.items()}
PANEL = ("appoint-panel", NAMED | {f"{seat}_on": "20 12 2006" for seat in SEATS})
PLAN = ("plan-panel", {"on": "5 1 2007", "venue": "The town hall"})
MET = ("panel-met", SENT | {"council": "Anna Fielding\nMartin Oakes", "others": "A note taker"})
PANEL_REPORTS = ("panel-reported", SENT | FOUND | {"recommendations": "Pay it back\n\nSay sorry"})
CONSULTED = {
    "consulted": last(Investigator, name="Ivo Apart"),
    "consulted_on": "20 12 2006",
    "consulted_how": "At a meeting",
}
BOTH_ACCEPTED = {"answer_1": "accepted", "answer_2": "accepted"}

EXTEND = {"to": "10 1 2007", "reason": "Two files", "decided_on": "20 12 2006"}
HOLD = ("hold", SENT | {"reason": "A report is awaited"})
PUT_TO_PROVIDER = (
    "put-to-provider",
    SENT | {"provider": last(Provider), "asks_for": "draft", "chaser": OFFICER},
)
CONCERN = ("raise-safeguarding", {"concern": "He is alone at night"})
OF_THE_CONCERN = SENT | {"which": last(SafeguardingConcern)}
SPLIT = (
    "split-part",
    {
        "code": "corporate",
        "service_area": last(ServiceArea),
        "new_points": "The council tax\nThe refund",
        "why": "Another service answers it",
    },
)
JOINT = (
    "set-up-joint-work",
    SENT
    | {
        "body": "Marsh Hospital",
        "led_by": "council",
        "points": point_of_the_case,
        "consent": "asked",
        "consent_on": "20 12 2006",
        "due_on": "29 12 2006",
    },
)
OF_THE_WORK = SENT | {"work": last(JointWork)}
CONSENT = ("record-consent", OF_THE_WORK | {"consent": "given"})
WITHHELD = SENT | {
    "kind": "court",
    "points": point_of_the_case,
    "reasons": "The same facts are before the court",
    "told_on": "20 12 2006",
    "how_to_resubmit": "In a letter to us",
    "review_on": "10 1 2007",
}
SUSPEND, DECLINE = ("suspend", WITHHELD), ("decline", WITHHELD)
OF_THE_PROCEEDINGS = SENT | {"proceedings": last(Proceedings)}
END_PROCEEDINGS = ("end-proceedings", OF_THE_PROCEEDINGS)
ENQUIRY = (
    "ombudsman-asks",
    SENT | {"reference": "06/B/1", "asks": "The chronology", "answer_due_on": "10 1 2007"},
)
DRAFT = ("ombudsman-draft", SENT | {"comments_due_on": "10 1 2007", "owner": OFFICER})
PUBLIC_REPORT = ("ombudsman-report", SENT | {"owner": OFFICER})
CONSIDERED = ("ombudsman-report-considered", SENT | {"considered_by": "Cabinet"})
COMPLAINANT = (
    "add-person",
    {"role": "complainant", "name": "Juniper Vale", "telephone": "01632", "care": "no_messages"},
)
WITHHOLD = ("withhold-identity", {"why": "She is afraid of the team"})
MEDIATION_OFFER = ("offer-mediation", SENT)
MEDIATION_ACCEPTED = (
    "answer-mediation",
    SENT
    | {
        "answer": "accepted",
        "accepted_by": "Juniper Vale, and the team manager",
        "mediator": "Ruth Calder",
        "meets_on": "29 12 2006",
    },
)
MEDIATED = ("mediate", SENT | {"outcome": "resolved", "terms": "A new worker"})
REFERRAL = ("refer-advocacy", SENT | {"provider": "Sample Voices Advocacy"})
OF_THE_REFERRAL = SENT | {"which": last(AdvocacyReferral)}
ADVOCATE = (
    "appoint-advocate",
    OF_THE_REFERRAL | {"advocate": "Elspeth Marrow", "independent": "on"},
)
ADVOCACY_ENDED = ("end-advocacy", OF_THE_REFERRAL | {"outcome": "supported"})
YES = SENT | {"reason": "The letters were weighed", "told_on": "20 12 2006"}

# Every step of the table: what is done before it, and what is typed
CLOSE = ("close", SENT | {"because": last(CloseReason), "all_the_same": "on"})
CLOSED_AND_NAMED = [COMPLAINANT, ANSWER, REMEDY, CLOSE]
ASK_AFTERWARDS = ("ask-afterwards", SENT | {"how": "email"})
TAKEN = {
    "settle": ([], SENT | {"what": "The key was replaced", "content": "yes"}),
    "become-complaint": ([], SENT | {"why": "She is not content with it"}),
    "promise": ([], {"due_on": "22 12 2006", "how": "On the telephone"}),
    "acknowledge": ([], SENT | {"how": "letter", "leaflet_sent": "on", "advocacy_offered": "on"}),
    "begin": ([ANSWER, ASK], SENT),
    "answer": (
        [],
        ANSWER[1]
        | {
            "way": "spoken",
            "with_whom": "Juniper Vale",
            "agreed": "It is paid back",
            "right_given_on": "20 12 2006",
        },
    ),
    "consider-remedies": ([ANSWER], REMEDY[1]),
    "ask-for-next": ([ANSWER], SENT),
    "record-update": ([], SENT | {"how": "telephone", "said": "That we are reading the file"}),
    "agree-plan": ([], SENT_LATER | {"way": "agreed", "due_on": "30 10 2026", "how": "We meet"}),
    "extend": ([], EXTEND | {"told_on": "20 12 2006", "told_how": "letter"}),
    "tell-new-date": ([("extend", EXTEND)], SENT | {"how": "email"}),
    "hold": ([], HOLD[1]),
    "pause": ([], HOLD[1]),
    "resume": ([HOLD], SENT),
    "appoint-investigator": (AT_STAGE_2, INVESTIGATOR[1]),
    "appoint-independent-person": (AT_STAGE_2, INDEPENDENT[1]),
    "replace-appointed": (
        [*AT_STAGE_2, INVESTIGATOR],
        SENT | {"appointment": last(Appointment), "why": "Ill", "name": "Nia Newcome"},
    ),
    "record-dates": (
        [*AT_STAGE_2, INVESTIGATOR],
        {
            "who": lambda case: f"appointment_{Appointment.objects.latest('pk').pk}",
            "asked_on": "20 12 2006",
            "accepted_on": "20 12 2006",
            "met_complainant_on": "20 12 2006",
        },
    ),
    "record-costs": ([*AT_STAGE_2, INVESTIGATOR], costs_of_the_last),
    "propose-statement": (AT_STAGE_2, PROPOSE[1]),
    "agree-statement": (
        [*AT_STAGE_2, PROPOSE],
        SENT | {"who": ["complainant", "council"], "answer": "agreed"},
    ),
    "finalise-statement": (
        [
            ("answer", {"on": "16 10 2006", "point_1": "upheld"}),
            ("ask-for-next", {"on": "1 11 2006"}),
            ("begin", {"on": "2 11 2006"}),
            ("propose-statement", VERSION | {"on": "1 12 2006"}),
        ],
        SENT | {"why": "Asked again on 8 and 15 December"},
    ),
    "join-investigation": ([*AT_STAGE_2, linked_case_at_stage_2], JOIN[1]),
    "leave-investigation": (
        [*AT_STAGE_2, linked_case_at_stage_2, JOIN],
        {"why": "The two complaints part"},
    ),
    "receive-report": ([*AT_STAGE_2, INVESTIGATOR], REPORT[1]),
    "receive-independent-report": ([*AT_STAGE_2, INDEPENDENT], SENT),
    "adjudicate": ([*AT_STAGE_2, INVESTIGATOR, REPORT], ADJUDICATE[1]),
    "appoint-panel": (AT_STAGE_3, PANEL[1]),
    "replace-panellist": (
        [*AT_STAGE_3, PANEL],
        SENT | {"leaving": last(PanelMember), "why": "Ill", "name": "Sam Fourth"},
    ),
    "plan-panel": (AT_STAGE_3, PLAN[1]),
    "move-panel": ([*AT_STAGE_3, PLAN], {"on": "9 1 2007", "venue": "The library"}),
    "send-papers": (AT_STAGE_3, SENT),
    "panel-met": ([*AT_STAGE_3, PANEL], MET[1]),
    "panel-reported": ([*AT_STAGE_3, PANEL, MET], PANEL_REPORTS[1]),
    "answer-panel": (
        [*AT_STAGE_3, PANEL, MET, PANEL_REPORTS],
        SENT | CONSULTED | BOTH_ACCEPTED,
    ),
    "put-to-provider": ([], PUT_TO_PROVIDER[1]),
    "provider-answered": ([PUT_TO_PROVIDER], SENT | {"said": "A letter of four pages"}),
    "triage": ([], {"code": "corporate", "why": "Not about a child in need"}),
    "refuse": ([], SENT | {"listed_reason": reason("refused"), "reason": "It asks for a service"}),
    "restrict": ([], {"why": "Concerns staff"}),
    "override-outcome": ([ANSWER], {"outcome": "partially_upheld", "why": "The panel said so"}),
    "late-request": (
        [("answer", {"on": "16 10 2006", "point_1": "upheld"}), ASK],
        YES
        | {
            "listed_reason": reason("late_request"),
            "why_late": "She was ill",
            "anything_new": "A letter was found",
        },
    ),
    "sufficient-interest": (
        [],
        YES | {"listed_reason": reason("sufficient_interest"), "childs_view": "He agrees"},
    ),
    "representative": (
        [],
        YES
        | {"listed_reason": reason("representative"), "who": "Rowan Vale", "content": "He agrees"},
    ),
    "time-limit": (
        [],
        YES
        | {
            "listed_reason": reason("time_limit"),
            "grounds_arose_on": "1 6 2005",
            "why_not_earlier": "She was in care",
            "still_fair": "The files are kept",
        },
    ),
    "refer-early": ([*AT_STAGE_2, INVESTIGATOR, REPORT, ADJUDICATE], every_condition),
    "ask-for-decision": (
        [],
        {"kind": "refused", "proposal": "It asks for a service", "due_on": "21 12 2006"},
    ),
    "raise-safeguarding": ([], CONCERN[1]),
    "refer-safeguarding": (
        [CONCERN],
        OF_THE_CONCERN | {"to": "The duty team", "referred_by": "Anna Fielding"},
    ),
    "settle-safeguarding": ([CONCERN], OF_THE_CONCERN | {"because": "His aunt lives there"}),
    "split-part": ([], SPLIT[1]),
    "join-parts": (
        [ACKNOWLEDGE, SPLIT],
        {"parts": last(Case), "why": "One service answers both after all"},
    ),
    "set-up-joint-work": ([], JOINT[1]),
    "record-consent": ([JOINT], CONSENT[1]),
    "receive-joint-part": ([JOINT, CONSENT], OF_THE_WORK),
    "answer-apart": ([JOINT], OF_THE_WORK | {"why": "She does not consent"}),
    "suspend": ([], WITHHELD),
    "decline": ([], WITHHELD),
    "review-proceedings": (
        [SUSPEND],
        OF_THE_PROCEEDINGS | {"found": "The hearing is in May", "next_on": "1 2 2007"},
    ),
    "end-proceedings": ([SUSPEND], OF_THE_PROCEEDINGS),
    "resubmit": ([DECLINE, END_PROCEEDINGS], OF_THE_PROCEEDINGS),
    "add-point": ([], {"text": "Nobody called back", "desired_outcome": "An apology"}),
    "change-point": ([], {"point": point_of_the_case, "desired_outcome": "An apology"}),
    "allocate": ([], {"to": OFFICER, "capacity": "responder", "draft_due_on": "29 12 2006"}),
    "note": ([], {"text": "She rang."}),
    "correct-date": (
        [ACKNOWLEDGE],
        {"which": acknowledgement_of, "to": "19 12 2006", "why": "The postmark"},
    ),
    "change-service-area": ([], {"service_area": FOSTERING, "why": "It is about the carers"}),
    "ask-service": (
        [],
        {"question": "Why?", "due_on": "22 12 2006", "how": "signs_in", "to_user": OFFICER},
    ),
    "add-task": ([], {"what": "Ring back", "due_on": "22 12 2006"}),
    "offer-mediation": ([], SENT),
    "answer-mediation": ([MEDIATION_OFFER], MEDIATION_ACCEPTED[1]),
    "mediate": ([], MEDIATED[1]),
    "give-up-mediation": ([MEDIATION_OFFER], SENT | {"why": "Nobody answered"}),
    "confirm-right": ([MEDIATION_OFFER, MEDIATION_ACCEPTED, MEDIATED], SENT),
    "offer-advocacy": (
        [],
        {
            "told_on": "18 12 2006",
            "offered_on": "18 12 2006",
            "asked_on": "20 12 2006",
            "wants": "wanted",
            "said": "Somebody who is not from the council",
        },
    ),
    "refer-advocacy": ([], REFERRAL[1]),
    "appoint-advocate": ([REFERRAL], ADVOCATE[1]),
    "end-advocacy": ([REFERRAL, ADVOCATE], ADVOCACY_ENDED[1]),
    "keep-feedback": (
        [REFERRAL, ADVOCATE, ADVOCACY_ENDED],
        {"which": last(AdvocacyReferral), "said": "She listened", "agreed_on": "20 12 2006"},
    ),
    "ombudsman-asks": ([], ENQUIRY[1] | {"owner": OFFICER}),
    "ombudsman-answer": ([ENQUIRY], SENT | {"sent": "Fourteen documents"}),
    "ombudsman-draft": ([ENQUIRY], DRAFT[1]),
    "ombudsman-comment": ([ENQUIRY, DRAFT], SENT | {"comments": "The date is wrong"}),
    "ombudsman-decides": ([ENQUIRY, DRAFT], SENT | {"decision": last(OmbudsmanDecision)}),
    "ombudsman-remedy": (
        [ENQUIRY],
        {"kind": "apology", "what": "Say sorry", "due_on": "10 1 2007", "owner": OFFICER},
    ),
    "ombudsman-report": ([ENQUIRY], PUBLIC_REPORT[1]),
    "ombudsman-report-considered": (
        [ENQUIRY, PUBLIC_REPORT],
        CONSIDERED[1] | {"notice_on": "20 12 2006"},
    ),
    "ombudsman-report-answered": (
        [ENQUIRY, PUBLIC_REPORT, CONSIDERED],
        SENT | {"said": "The rules were changed"},
    ),
    "restrict-contact": (
        [COMPLAINANT],
        SENT
        | {
            "person": last(Person),
            "reason": "Threats on the telephone",
            "more": "In writing only",
            "review_on": "20 6 2007",
        },
    ),
    "add-person": ([], COMPLAINANT[1]),
    "withhold-identity": ([COMPLAINANT], WITHHOLD[1]),
    "tell-identity": ([COMPLAINANT, WITHHOLD], {"why": "She agrees, in her letter"}),
    "withdraw": ([], SENT | {"why": "It was put right"}),
    "close": ([ANSWER, REMEDY], CLOSE[1]),
    "reopen": ([("withdraw", SENT)], {"why": "She asks again"}),
    "ask-afterwards": (CLOSED_AND_NAMED, ASK_AFTERWARDS[1]),
    "record-words-afterwards": (
        [*CLOSED_AND_NAMED, ASK_AFTERWARDS],
        SENT | {"said": "It was fair"},
    ),
}


def typed_into(case: Case, typed) -> dict:
    """What is typed, once every answer that depends on the case is known."""
    answers = typed(case) if callable(typed) else typed
    return {name: each(case) if callable(each) else each for name, each in answers.items()}


def take(client, case: Case, key: str, typed) -> None:
    path = f"/case/{case.reference}/step/{key}/"
    answer = client.post(path, typed_into(case, typed))
    assert answer.status_code == 302, answer.content.decode()


def take_what_comes_before(client, case: Case, key: str) -> None:
    take_all(client, case, TAKEN[key][0])


def take_all(client, case: Case, steps: list) -> None:
    for earlier in steps:
        if callable(earlier):
            earlier(case)
        else:
            take(client, case, *earlier)


def a_manager() -> User:
    return User.objects.create_user("manager@example.org", "Martin Oakes", [Role.MANAGER])


def an_officer() -> User:
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])
