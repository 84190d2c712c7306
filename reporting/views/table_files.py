"""Tables as files to take away: one of them, or a set."""

import json

from django.http import HttpResponse

from reporting.any_table.exports import as_csv, as_json, as_xlsx
from reporting.results import Table
from reporting.scope import Scope

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UTF_8 = "\ufeff"  # tells a spreadsheet so


def attached(content, scope, kind: str, content_type: str, name: str = "table") -> HttpResponse:
    start, end = scope.period.days
    file = f"{name}-{start}-to-{end}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)


def as_a_file(kind: str, tables: list[tuple[Table, Scope]], scope: Scope) -> HttpResponse:
    """One file with all ``tables``, each with what it is about; ``kind`` is one of ``KINDS``."""
    content, content_type = KINDS[kind](tables)
    name = "table" if len(tables) == 1 else "tables"
    return attached(content, scope, kind, content_type, name)


def _csv(tables: list[tuple[Table, Scope]]) -> tuple[str, str]:
    """One under the other, an empty line between them."""
    return UTF_8 + "\r\n".join(as_csv(*each) for each in tables), "text/csv; charset=utf-8"


def _json(tables: list[tuple[Table, Scope]]) -> tuple[str, str]:
    said = [as_json(*each) for each in tables]
    return json.dumps(said if len(said) > 1 else said[0], ensure_ascii=False), "application/json"


KINDS = {"csv": _csv, "xlsx": lambda tables: (as_xlsx(tables), XLSX), "json": _json}
