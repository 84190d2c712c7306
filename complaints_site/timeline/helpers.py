"""Who helped with the case: mediator, advocate, investigators, panel and provider."""

from datetime import date

from django.utils.text import capfirst

from cases.models import AdvocacyOffer, AdvocacyReferral
from complaints_site.timeline.happening import Happening, titled, with_detail
from stages.models import Appointment, Mediation
from stages.working_calendar import in_words

ROWS = [
    """
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
    """,
    """
    SELECT happened.kind, happened.day, '', happened.detail, ''
    FROM cases_advocacyoffer offer CROSS JOIN LATERAL (VALUES
        ('advocacy-told', told_on, ''),
        ('advocacy-offered', offered_on, ''),
        ('advocacy-asked', asked_on, wants)
    ) happened (kind, day, detail)
    WHERE offer.case_id = %(case)s AND happened.day IS NOT NULL
    """,
    """
    SELECT happened.kind, happened.day, '', happened.detail, ''
    FROM cases_advocacyreferral referral CROSS JOIN LATERAL (VALUES
        ('advocacy-referred', referred_on, provider),
        ('advocate', appointed_on, advocate),
        ('advocacy-ended', ended_on, outcome)
    ) happened (kind, day, detail)
    WHERE referral.case_id = %(case)s AND happened.day IS NOT NULL
    """,
    """
    SELECT 'provider-asked', request.asked_on, '', provider.name, request.due_on::text
    FROM stages_providerrequest request JOIN cases_provider provider
         ON provider.id = request.provider_id
    WHERE request.case_id = %(case)s
    """,
    """
    SELECT 'provider-answered', request.answered_on, '', provider.name, request.said
    FROM stages_providerrequest request JOIN cases_provider provider
         ON provider.id = request.provider_id
    WHERE request.case_id = %(case)s AND request.answered_on IS NOT NULL
    """,
    """
    SELECT 'replaced', gone.ended_on, '', gone.role, gone.ended_because
    FROM stages_appointment gone JOIN stages_stage stage ON stage.id = gone.stage_id
    WHERE stage.case_id = %(case)s AND gone.ended_on IS NOT NULL
    """,
    """
    SELECT happened.kind, happened.day, '', appointment.role, person.name
    FROM stages_appointment appointment
    JOIN stages_stage stage ON stage.id = appointment.stage_id
    JOIN stages_investigator person ON person.id = appointment.investigator_id
    CROSS JOIN LATERAL (VALUES ('person-asked', appointment.asked_on),
        ('person-accepted', appointment.accepted_on),
        ('person-met', appointment.met_complainant_on)) AS happened (kind, day)
    WHERE stage.case_id = %(case)s AND happened.day IS NOT NULL
    """,
    """
    SELECT happened.kind, happened.day, '', 'panellist', person.name
    FROM stages_panelmember seat
    JOIN stages_panel panel ON panel.id = seat.panel_id
    JOIN stages_stage stage ON stage.id = panel.stage_id
    JOIN stages_investigator person ON person.id = seat.investigator_id
    CROSS JOIN LATERAL (VALUES ('person-asked', seat.asked_on),
        ('person-accepted', seat.accepted_on),
        ('person-appointed', seat.appointed_on)) AS happened (kind, day)
    WHERE stage.case_id = %(case)s AND happened.day IS NOT NULL
    """,
    """
    SELECT 'papers', panel.papers_sent_on, '', '', ''
    FROM stages_panel panel JOIN stages_stage stage ON stage.id = panel.stage_id
    WHERE stage.case_id = %(case)s AND panel.papers_sent_on IS NOT NULL
    """,
]
# In its detail: perhaps who complains
NAMES_SOMEBODY = {"advocate"}


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


def _provider_asked(on, by, detail, text):
    until = in_words(date.fromisoformat(text))
    return Happening(on, f"Put to the provider: {detail}", text=f"Answer due {until}")


def _replaced(on, by, detail, text):
    return Happening(on, f"{Appointment.Role(detail).label} replaced", text=text)


def _engaged(words: str):
    """Something that happened with somebody of the pool: in which role, and who."""

    def happening(on, by, detail, text):
        role = "panellist" if detail == "panellist" else Appointment.Role(detail).label.lower()
        return Happening(on, f"{capfirst(role)} {words}", text=text)

    return happening


TITLES = {
    "mediation": _mediation,
    "mediation-offered": titled("Mediation offered"),
    "mediation-accepted": titled("Mediation accepted"),
    "mediation-refused": _mediation_refused,
    "mediation-given-up": titled("Mediation not held"),
    "right-confirmed": titled("Right to go on confirmed in writing, after the mediation"),
    "advocacy-told": titled("Told of advocacy"),
    "advocacy-offered": titled("Offered an advocate"),
    "advocacy-asked": _wants,
    "advocacy-referred": with_detail("Referred to advocacy"),
    "advocate": with_detail("Advocate appointed"),
    "advocacy-ended": _advocacy_ended,
    "provider-asked": _provider_asked,
    "provider-answered": titled("Answer of the provider: {}"),
    "replaced": _replaced,
    "person-asked": _engaged("asked"),
    "person-accepted": _engaged("accepted"),
    "person-appointed": _engaged("appointed"),
    "person-met": _engaged("met the complainant"),
    "papers": titled("Papers sent to the panel"),
}
