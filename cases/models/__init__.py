from .activities import Activity, ActivityKind, LoggedAtActivity, Trainee
from .advocacy import AdvocacyOffer, AdvocacyReferral
from .case import Case, CaseIssue
from .contacts import Compliment, Contact, ContactTime
from .decisions import Decision
from .drafts import Draft
from .earlier import ToldApart
from .equalities import Equalities, EqualityAnswer
from .finding import ListColumns, ListExport, SavedSearch, SearchWatch
from .links import CaseLink, CaseViewing, ReferenceCounter
from .lists import (
    Category,
    CategoryScheme,
    Channel,
    CloseReason,
    ComplainantType,
    PassedOnBy,
)
from .logs import Log, LogEntry
from .merging import PersonMerge
from .notes import Note
from .people import Assignment, CasePerson, Person
from .points import Point
from .reasons import DecisionReason
from .restrictions import ContactRestriction, RestrictionReview, RestrictionTerm
from .safeguarding import SafeguardingConcern
from .searched import SearchedText
from .services import Directorate, Provider, ServiceArea, ServiceAreaHead

__all__ = [
    "Activity",
    "ActivityKind",
    "AdvocacyOffer",
    "AdvocacyReferral",
    "Assignment",
    "Case",
    "CaseIssue",
    "CaseLink",
    "CasePerson",
    "CaseViewing",
    "Category",
    "CategoryScheme",
    "Channel",
    "CloseReason",
    "ComplainantType",
    "Compliment",
    "Contact",
    "ContactRestriction",
    "ContactTime",
    "Decision",
    "DecisionReason",
    "Directorate",
    "Draft",
    "Equalities",
    "EqualityAnswer",
    "ListColumns",
    "ListExport",
    "Log",
    "LogEntry",
    "LoggedAtActivity",
    "Note",
    "PassedOnBy",
    "Person",
    "PersonMerge",
    "Point",
    "Provider",
    "ReferenceCounter",
    "RestrictionReview",
    "RestrictionTerm",
    "SafeguardingConcern",
    "SavedSearch",
    "SearchWatch",
    "SearchedText",
    "ServiceArea",
    "ServiceAreaHead",
    "ToldApart",
    "Trainee",
]
