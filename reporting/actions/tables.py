"""What people keep of the tables they built."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from reporting.models import SavedTable
from reporting.period import Period


@action
def save_table(
    *, name: str, asked: dict, period: Period, shared: bool, in_report: bool, by: User
) -> SavedTable:
    """Keep a table under a short address; one in the report is shared with all who open it."""
    table = SavedTable(
        owner=by,
        name=name,
        asked=asked,
        start=period.start,
        end=period.end,
        shared=shared or in_report,
        in_report=in_report,
    )
    table.full_clean()
    table.save()
    where = " and put it into the annual report" if in_report else ""
    record(f"saved the table “{table}”{where}", table, by=by)
    return table


@action
def delete_table(table: SavedTable, *, on: date, by: User) -> None:
    """Take a table away from everybody, and out of the report."""
    table.deleted_on = on
    table.save(update_fields=["deleted_on"])
    record(f"deleted the table “{table}”", table, by=by)
