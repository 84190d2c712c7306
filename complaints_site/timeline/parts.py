"""What else runs beside the case: its parts, joint work and proceedings."""

from complaints_site.timeline.happening import Happening, titled
from stages.models import Outcome, Proceedings

ROWS = [
    """
    SELECT 'proceedings', ended_on, '', kind, '' FROM stages_proceedings
    WHERE case_id = %(case)s AND ended_on IS NOT NULL
    """,
    """
    SELECT 'joint', agreed_on, '', body, '' FROM stages_jointwork WHERE case_id = %(case)s
    """,
    """
    SELECT 'joint-part', came_on, '', body, '' FROM stages_jointwork
    WHERE case_id = %(case)s AND came_on IS NOT NULL
    """,
    """
    SELECT 'part', min(decision.decided_on), '', part.reference, ''
    FROM cases_case part JOIN cases_decision decision ON decision.case_id = part.id
    WHERE part.part_of_id = %(case)s AND decision.kind = 'procedure' GROUP BY part.id
    """,
    """
    SELECT 'part-answered', stage.responded_on, '', part.reference, stage.outcome
    FROM cases_case part JOIN stages_stage stage ON stage.case_id = part.id
    WHERE part.part_of_id = %(case)s AND stage.responded_on IS NOT NULL
    """,
    """
    SELECT 'part-withdrawn', withdrawn_on, '', reference, '' FROM cases_case
    WHERE part_of_id = %(case)s AND withdrawn_on IS NOT NULL
    """,
    """
    SELECT 'part-closed', closed_on, '', reference, close_reason FROM cases_case
    WHERE part_of_id = %(case)s AND closed_on IS NOT NULL
    """,
]


def _proceedings_ended(on, by, detail, text):
    return Happening(on, f"{Proceedings.Kind(detail).label}: ended")


def _part_answered(on, by, detail, text):
    return Happening(on, f"Part {detail} answered", text=Outcome(text).label if text else "")


TITLES = {
    "proceedings": _proceedings_ended,
    "joint": titled("Joint work agreed with {}"),
    "joint-part": titled("The part of {} came"),
    "part": titled("Part {} split off"),
    "part-answered": _part_answered,
    "part-withdrawn": titled("Part {} withdrawn"),
    "part-closed": titled("Part {} closed"),
}
