"""Every filter, in the groups and the order of the panel."""

from typing import NamedTuple

from . import case_facts as case
from . import later_facts as later
from . import people_facts as people
from . import stage_facts as stage
from .kinds import Filter


class Group(NamedTuple):
    """A part of the panel. The first, without a title, is always open."""

    title: str
    filters: list[Filter]
    note: str = ""


PANEL = [
    Group("", [case.WORDS, case.RECEIVED, case.SERVICE_AREA, case.STATE, people.OWNER]),
    Group(
        "What it is about",
        [
            case.DIRECTORATE,
            case.PROVIDER,
            case.NATURE,
            case.ISSUE,
            case.KIND,
            case.HISTORICAL,
            case.JOINT,
            case.PART,
            case.SAFEGUARDING,
            case.RESTRICTED,
        ],
    ),
    Group(
        "How it came",
        [
            case.MADE,
            case.CHANNEL,
            case.PASSED_ON_BY,
            case.COMPLAINANT_TYPE,
            case.LOG,
            case.NOT_ON_LOG,
        ],
    ),
    Group(
        "How far it is",
        [
            stage.PROCEDURE,
            stage.VERSION,
            stage.REACHED,
            stage.DUE,
            stage.OVERDUE,
            case.CLOSED,
            case.LEFT_OUT,
        ],
    ),
    Group(
        "A stage",
        [
            stage.STAGE,
            stage.STAGE_OUTCOME,
            stage.TIME,
            stage.STAGE_PROGRESS,
            stage.REQUESTED,
            stage.BEGUN,
            stage.ANSWERED,
            stage.EXTENDED,
            stage.FINDING,
            stage.EXTERNAL,
            stage.STAGE_NATURE,
        ],
        "All answers here are about one and the same stage.",
    ),
    Group(
        "Beside and after",
        [
            later.DECISION,
            later.DECIDED,
            later.MEDIATION,
            later.MEDIATED,
            later.ADVOCACY,
            later.OMBUDSMAN,
            later.OMBUDSMAN_DECIDED,
            later.PAYMENT,
            later.PAID,
        ],
    ),
    Group("Who has it", [people.ASSIGNED, people.TEAM, people.CHANGED, people.ASK_AGAIN]),
    Group("Equalities of the service user", people.EQUALITIES),
]
FILTERS = [filter_ for group in PANEL for filter_ in group.filters]
