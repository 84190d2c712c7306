"""Small numbers of a published report: hidden, and proved not to be worked out from the rest.

`Release` takes what is to be printed, `protect` decides what is not, `attack` tries to work it out
all the same, `report` prints how that went. Nothing here knows of complaints or of a database.
"""

from disclosure.attack import Findings, Interval, attack
from disclosure.cost import Cost, cost_of_hiding
from disclosure.earlier import comes_after
from disclosure.marks import Mark
from disclosure.protect import Protected, protect
from disclosure.rates import Rate, Spread, average, change, percentage, printed
from disclosure.relations import Relation, adds_up
from disclosure.release import DoesNotAddUp, Release
from disclosure.report import report
from disclosure.rules import Rules
from disclosure.suggestions import Suggestion, merged, of_several_years, suggestions
from disclosure.tables import TOTAL, Table
from disclosure.variables import PENCE, Variable, counting

__all__ = [
    "PENCE",
    "TOTAL",
    "Cost",
    "DoesNotAddUp",
    "Findings",
    "Interval",
    "Mark",
    "Protected",
    "Rate",
    "Relation",
    "Release",
    "Rules",
    "Spread",
    "Suggestion",
    "Table",
    "Variable",
    "adds_up",
    "attack",
    "average",
    "change",
    "comes_after",
    "cost_of_hiding",
    "counting",
    "merged",
    "of_several_years",
    "percentage",
    "printed",
    "protect",
    "report",
    "suggestions",
]
