"""Where the list behind a number stands."""

from django.urls import reverse
from django.utils.http import urlencode

from reporting.scope import Scope

PUBLIC_FORM = "editions:answer"  # of a table, for an answer


def of_cell(scope: Scope, table: str, row: str, column: str) -> str:
    return _at(scope, "reporting:behind-cell", table=table, row=row, column=column)


def of_figure(scope: Scope, key: str) -> str:
    return _at(scope, "reporting:behind-figure", key=key)


def of_asked(scope: Scope, given, name: str = "reporting:any-table", *args, **more) -> str:
    """A table as somebody asked for it: ``given`` has lists of words by their names."""
    start, end = scope.period.days
    asked = {**given, "start": start, "end": end, **more}
    asked |= chosen_in(scope)
    return f"{reverse(name, args=args)}?{urlencode(asked, doseq=True)}"


def of_report(scope: Scope, name: str = "reporting:annual-report", **where) -> str:
    return _at(scope, name, **where)


def _at(scope: Scope, name: str, **where) -> str:
    start, end = scope.period.days
    address = reverse(name, kwargs={"start": start, "end": end, **where})
    chosen = chosen_in(scope)
    return f"{address}?{urlencode(chosen, doseq=True)}" if chosen else address


def chosen_in(scope: Scope) -> dict[str, list]:
    """The directorates and procedures as an address asks for them."""
    found = {}
    if scope.directorates:
        found["directorate"] = [each.pk for each in scope.directorates]
    if scope.procedures:
        found["procedure"] = list(scope.procedures)
    return found
