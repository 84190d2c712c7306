"""A table that somebody asked for, as a page shows it: each number leads to its list."""

from dataclasses import replace
from functools import partial

from accounts.models import User
from reporting import addresses
from reporting.any_table import standard
from reporting.any_table.asked import Asked, read
from reporting.comparators import NoLastYear
from reporting.counted import DoesNotFit
from reporting.models import SavedTable
from reporting.openness import Openness
from reporting.pages import ReportPage
from reporting.results import Table
from reporting.scope import Scope


def counted(asked: Asked, scope: Scope) -> Table:
    """One query counts it."""
    table = asked.table()
    return table.table(scope, {table.key: table.counts(scope)})


def shown(asked: Asked, scope: Scope, reader: Openness) -> dict:
    """What the template of a table draws, for ``reader``."""
    table = asked.table()
    openness = reader.about(scope, {table.key: table})
    page = ReportPage(None, scope, openness, NoLastYear(), partial(_of_cell, asked.given))
    return page.table(counted(asked, scope))


def _of_cell(given, scope: Scope, table: str, row: str, column: str) -> str:
    return addresses.of_asked(scope, given, "reporting:behind-asked", row=row, column=column)


def standard_tables(scope: Scope, user: User) -> list[dict]:
    """The standard tables of a period, section by section."""
    reader = Openness(user, scope)
    page = ReportPage(None, scope, reader, NoLastYear())
    sections = {name: {"name": name, "tables": []} for name in standard.IN_ORDER}
    for table in (each for each in standard.BESIDE if each.fits(scope)):
        counts = {each.key: each.counts(scope) for each in table.needs}
        drawn = page.table(table.table(scope, counts))
        given = {"table": table.key}
        drawn["public_url"] = addresses.of_asked(scope, given, addresses.PUBLIC_FORM)
        sections[table.section]["tables"].append(drawn)
    for place, each in enumerate(standard.STANDARD):
        asked, its_scope = each.for_scope(scope)
        named = replace(asked, key=f"standard-{place}")
        drawn = shown(named, its_scope, reader) | {"period": its_scope.period.label}
        drawn["public_url"] = addresses.of_asked(its_scope, asked.given, addresses.PUBLIC_FORM)
        sections[each.section]["tables"].append(drawn)
    return list(sections.values())


def counted_standard_tables(scope: Scope) -> list[tuple[Table, Scope]]:
    """The same as plain tables, each with what it is about."""
    tables = []
    for table in (each for each in standard.BESIDE if each.fits(scope)):
        counts = {each.key: each.counts(scope) for each in table.needs}
        tables.append((table.table(scope, counts), scope))
    for each in standard.STANDARD:
        asked, its_scope = each.for_scope(scope)
        tables.append((counted(asked, its_scope), its_scope))
    return tables


def further_tables(scope: Scope, user: User) -> list[dict]:
    """The saved tables that stand in the annual report, for its period.

    One that cannot be asked any more says so in its place, with the reason; one that ``user`` may
    not ask for is left out.
    """
    reader = Openness(user, scope)
    drawn = (_further(saved, scope, reader) for saved in SavedTable.objects.in_the_report())
    return [each for each in drawn if each]


def _further(saved: SavedTable, scope: Scope, reader: Openness) -> dict | None:
    try:
        asked = read(saved.asked, scope)
    except DoesNotFit as error:
        return {"saved": saved, "fault": str(error)}
    if not asked.is_for(reader.user):
        return None
    named = replace(asked, name=saved.name, key=f"table-{saved.key}")
    return {"saved": saved, "shown": shown(named, scope, reader)}
