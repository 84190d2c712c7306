from .calendar import BankHoliday, CalendarDay, ClosureDay
from .calendar_change import CalendarChange, MovedDeadline
from .deadline import Deadline, Extension, Hold
from .finding import Finding, Outcome
from .investigation import Appointment, Investigator, Panel, PanelMember
from .mediation import Mediation
from .ombudsman import OmbudsmanDecision, OmbudsmanEnquiry
from .procedure import Procedure, StageDefinition, StageEvent, TimeLimit
from .provider import ProviderRequest
from .stage import Route, Stage
from .task import Task

__all__ = [
    "Appointment",
    "BankHoliday",
    "CalendarChange",
    "CalendarDay",
    "ClosureDay",
    "Deadline",
    "Extension",
    "Finding",
    "Hold",
    "Investigator",
    "Mediation",
    "MovedDeadline",
    "OmbudsmanDecision",
    "OmbudsmanEnquiry",
    "Outcome",
    "Panel",
    "PanelMember",
    "Procedure",
    "ProviderRequest",
    "Route",
    "Stage",
    "StageDefinition",
    "StageEvent",
    "Task",
    "TimeLimit",
]
