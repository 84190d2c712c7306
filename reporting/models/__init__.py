from .denominators import Denominator, DenominatorNumber
from .published import PublishedFigure
from .saved_tables import SavedTable, table_key

__all__ = ["Denominator", "DenominatorNumber", "PublishedFigure", "SavedTable", "table_key"]
