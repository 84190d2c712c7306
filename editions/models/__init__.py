from .allowed import ReleaseAllowed
from .cover import CoverEntry, CoverField
from .edition import Edition, Section
from .frozen import FrozenList, FrozenReport, Release
from .making import Made
from .meeting import CommitteeItem, Priority, StepDone, TimetableStep
from .printed import PrintedText, SettledPlace
from .template import WordTemplate
from .together import TableTogether
from .typed import TypedSection
from .words import Clearance, Dismissal, OutsideFigure

__all__ = [
    "Clearance",
    "CommitteeItem",
    "CoverEntry",
    "CoverField",
    "Dismissal",
    "Edition",
    "FrozenList",
    "FrozenReport",
    "Made",
    "OutsideFigure",
    "PrintedText",
    "Priority",
    "Release",
    "ReleaseAllowed",
    "Section",
    "SettledPlace",
    "StepDone",
    "TableTogether",
    "TimetableStep",
    "TypedSection",
    "WordTemplate",
]
