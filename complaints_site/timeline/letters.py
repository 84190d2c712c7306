"""The letters of the case: drafted, put to the vetter, decided, sent."""

from complaints_site.timeline.happening import Happening
from letters.kinds import Kind
from letters.models import Part, Vetting

ROWS = [
    """
    SELECT 'letter-sent', letter.sent_on, sender.full_name, letter.kind,
           CASE WHEN letter.sent_outside THEN 'Outside this system, not vetted' ELSE '' END
    FROM letters_letter letter LEFT JOIN accounts_user sender ON sender.id = letter.sent_by_id
    WHERE letter.case_id = %(case)s AND letter.sent_on IS NOT NULL
    """,
    """
    SELECT 'letter-cleared-' || vetting.part,
           (vetting.decided_at AT TIME ZONE 'Europe/London')::date,
           vetter.full_name, letter.kind, vetting.outcome
    FROM letters_letter letter JOIN letters_vetting vetting ON vetting.letter_id = letter.id
    JOIN accounts_user vetter ON vetter.id = vetting.decided_by_id
    WHERE letter.case_id = %(case)s AND vetting.outcome <> 'taken_back'
    """,
    """
    SELECT 'letter-waits-' || vetting.part,
           (vetting.submitted_at AT TIME ZONE 'Europe/London')::date,
           author.full_name, letter.kind, ''
    FROM letters_letter letter JOIN letters_vetting vetting ON vetting.letter_id = letter.id
    JOIN accounts_user author ON author.id = vetting.submitted_by_id
    WHERE letter.case_id = %(case)s AND vetting.outcome = ''
    """,
]

CLEARED = {
    Part.SIGN_OFF: "Sign-off of a letter",
    Part.VETTING: "Vetting of a letter",
    Part.SIGNATURE: "Signature of a letter",
}
WAITS = {
    Part.SIGN_OFF: "Letter with the service, to be signed off",
    Part.VETTING: "Letter with the vetter",
    Part.SIGNATURE: "Letter with who signs it",
}


def _cleared(title: str):
    return lambda on, by, detail, text: Happening(
        on,
        f"{title}: {_named(detail)}",
        by=by or "",
        text=Vetting.Outcome(text).label,
        is_letter=True,
    )


def _waits(title: str):
    return lambda on, by, detail, text: Happening(
        on, f"{title}: {_named(detail)}", by=by or "", is_letter=True
    )


TITLES = {
    "letter-sent": lambda on, by, detail, text: Happening(
        on, f"Letter sent: {_named(detail)}", by=by or "", text=text, is_letter=True
    ),
}
TITLES |= {f"letter-cleared-{part}": _cleared(title) for part, title in CLEARED.items()}
TITLES |= {f"letter-waits-{part}": _waits(title) for part, title in WAITS.items()}


def _named(kind: str) -> str:
    return Kind(kind).label
