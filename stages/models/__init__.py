from .calendar import BankHoliday, CalendarDay, ClosureDay
from .calendar_change import CalendarChange, MovedDeadline
from .deadline import Deadline, Extension, Hold
from .finding import Finding, Outcome
from .investigation import Appointment, Investigator, Panel, PanelMember
from .mediation import Mediation
from .ombudsman import DraftDecision, OmbudsmanDecision, OmbudsmanEnquiry, OmbudsmanRequest
from .ombudsman_letter import AnnualLetter, LetterRow, Settlement
from .ombudsman_outcome import AgreedRemedy, PublicReport
from .plan import Plan
from .procedure import Procedure, StageDefinition, StageEvent, TimeLimit
from .provider import ProviderRequest
from .stage import Route, Stage
from .task import Task
from .telling import Acknowledgement, Answer, How

__all__ = [
    "Acknowledgement",
    "AgreedRemedy",
    "AnnualLetter",
    "Answer",
    "Appointment",
    "BankHoliday",
    "CalendarChange",
    "CalendarDay",
    "ClosureDay",
    "Deadline",
    "DraftDecision",
    "Extension",
    "Finding",
    "Hold",
    "How",
    "Investigator",
    "LetterRow",
    "Mediation",
    "MovedDeadline",
    "OmbudsmanDecision",
    "OmbudsmanEnquiry",
    "OmbudsmanRequest",
    "Outcome",
    "Panel",
    "PanelMember",
    "Plan",
    "Procedure",
    "ProviderRequest",
    "PublicReport",
    "Route",
    "Settlement",
    "Stage",
    "StageDefinition",
    "StageEvent",
    "Task",
    "TimeLimit",
]
