"""What was decided and referred: decisions, safeguarding."""

from cases.models import Decision
from complaints_site.timeline.happening import Happening

ROWS = [
    """
    SELECT 'decision:' || decision.kind, decision.decided_on, coalesce(decider.full_name, ''),
           decision.decision, decision.reason
    FROM cases_decision decision LEFT JOIN accounts_user decider
         ON decider.id = decision.decided_by_id
    WHERE decision.case_id = %(case)s
    """,
    """
    SELECT 'concern', raised_on, '', '', concern FROM cases_safeguardingconcern
    WHERE case_id = %(case)s
    """,
    """
    SELECT 'referral', referred_on, referred_by, referred_to, reference
    FROM cases_safeguardingconcern WHERE case_id = %(case)s AND referred_on IS NOT NULL
    """,
    """
    SELECT 'no-referral', concern.not_needed_on, coalesce(decider.full_name, ''), '',
           concern.not_needed_because
    FROM cases_safeguardingconcern concern LEFT JOIN accounts_user decider
         ON decider.id = concern.not_needed_by_id
    WHERE concern.case_id = %(case)s AND concern.not_needed_on IS NOT NULL
    """,
]


def _decision(on, by, detail, text):
    kind, _, decision = detail.partition(":")
    return Happening(on, f"{Decision.Kind(kind).label}: {decision}", by, text)


def _concern(on, by, detail, text):
    return Happening(on, "Safeguarding concern raised", text=text)


def _referral(on, by, detail, text):
    return Happening(on, f"Safeguarding: referred to {detail}", by, text)


def _no_referral(on, by, detail, text):
    return Happening(on, "Safeguarding: no referral needed", by, text)


TITLES = {
    "decision": _decision,
    "concern": _concern,
    "referral": _referral,
    "no-referral": _no_referral,
}
