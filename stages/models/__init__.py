from .afterwards import AfterwardsAnswer, AfterwardsQuestion, AskedAfterwards
from .calendar import BankHoliday, CalendarDay, ClosureDay
from .calendar_change import CalendarChange, MovedDeadline, MovedTask
from .deadline import Deadline, Extension, Hold
from .finding import Finding, Outcome
from .investigation import Appointment, Panel, PanelAttendance, PanelMember
from .joint import JointWork, PointOfJointWork
from .mediation import Mediation
from .ombudsman import DraftDecision, OmbudsmanDecision, OmbudsmanEnquiry, OmbudsmanRequest
from .ombudsman_letter import AnnualLetter, LetterRow, Settlement
from .ombudsman_outcome import AgreedRemedy, PublicReport
from .plan import Plan
from .pool import CheckKind, Investigator, PoolAbsence, PoolCheck, PoolRole, PoolTraining
from .procedure import Procedure, StageDefinition, StageEvent, TimeLimit
from .proceedings import PointOfProceedings, Proceedings, Suspension
from .provider import ProviderRequest
from .recommendation import Recommendation
from .service_request import LinkUse, RequestLink, ServiceRequest
from .stage import JointInvestigation, Route, Stage
from .statement import Proposer, Side, Statement, StatementPoint
from .task import Task
from .telling import Acknowledgement, Answer, How

__all__ = [
    "Acknowledgement",
    "AfterwardsAnswer",
    "AfterwardsQuestion",
    "AgreedRemedy",
    "AnnualLetter",
    "Answer",
    "Appointment",
    "AskedAfterwards",
    "BankHoliday",
    "CalendarChange",
    "CalendarDay",
    "CheckKind",
    "ClosureDay",
    "Deadline",
    "DraftDecision",
    "Extension",
    "Finding",
    "Hold",
    "How",
    "Investigator",
    "JointInvestigation",
    "JointWork",
    "LetterRow",
    "LinkUse",
    "Mediation",
    "MovedDeadline",
    "MovedTask",
    "OmbudsmanDecision",
    "OmbudsmanEnquiry",
    "OmbudsmanRequest",
    "Outcome",
    "Panel",
    "PanelAttendance",
    "PanelMember",
    "Plan",
    "PointOfJointWork",
    "PointOfProceedings",
    "PoolAbsence",
    "PoolCheck",
    "PoolRole",
    "PoolTraining",
    "Procedure",
    "Proceedings",
    "Proposer",
    "ProviderRequest",
    "PublicReport",
    "Recommendation",
    "RequestLink",
    "Route",
    "ServiceRequest",
    "Settlement",
    "Side",
    "Stage",
    "StageDefinition",
    "StageEvent",
    "Statement",
    "StatementPoint",
    "Suspension",
    "Task",
    "TimeLimit",
]
