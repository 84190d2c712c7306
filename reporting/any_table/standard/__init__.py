"""The standard tables of a council's year, beside those of the annual report (features 92 to 104).

All are made of the vocabulary of any table. Those of several measures stand in ``Beside``.
"""

from reporting.any_table.standard.before import BEFORE_STAGE_1
from reporting.any_table.standard.escalation import ESCALATION
from reporting.any_table.standard.flow import FLOW_BY_AREA
from reporting.any_table.standard.listed import STANDARD, Standard
from reporting.any_table.standard.money import COSTS
from reporting.any_table.standard.people import COMPLETENESS
from reporting.any_table.standard.sections import IN_ORDER
from reporting.any_table.standard.times import TIMES
from reporting.any_table.standard.trends import TREND

BESIDE = (FLOW_BY_AREA, BEFORE_STAGE_1, *TIMES, *ESCALATION, COMPLETENESS, COSTS, TREND)
BY_KEY = {table.key: table for table in BESIDE}

__all__ = ["BESIDE", "BY_KEY", "IN_ORDER", "STANDARD", "Standard"]
