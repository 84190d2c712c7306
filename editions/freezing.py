"""What is kept of an edition as it is published: both forms, every number, and a hash over them."""

import hashlib
import json

from editions.assembling import Assembling
from editions.document import Document
from reporting.as_json import plain
from reporting.results import Table


def numbers_of(assembling: Assembling) -> dict[str, str]:
    """Every number of the report by the key under which a printed one would be kept."""
    figures = {
        figure.key: _text(figure.value, figure.kind)
        for figure in assembling.report.figures.values()
        if figure.value is not None
    }
    cells = {}
    for table in assembling.tables.values():
        cells |= _cells(table)
    return figures | cells


def _cells(table: Table) -> dict[str, str]:
    found = {}
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            place = f"{table.key} / {row.label} / {column.label}"
            if cell.value is not None:
                found[f"{place} / value"] = _text(cell.value, cell.kind)
            if cell.percent is not None:
                found[f"{place} / percent"] = _text(cell.percent, "percent")
    return found


def _text(value, kind: str) -> str:
    return str(plain(value, kind))


def sha256_of(internal: dict, public: dict | None, numbers: dict[str, str]) -> str:
    """Over what was published, written in one way only: keys sorted, nothing between."""
    whole = {"internal": internal, "public": public, "numbers": numbers}
    written = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()


def differences_today(then: Document, now: Document) -> list[tuple[str, str, str, str]]:
    """Where a table would say something else today: table, place, published number, today's."""
    today = {
        (grid.name, line.label, column): number
        for grid in now.grids()
        for line in grid.lines
        for column, number in zip(grid.columns, line.numbers, strict=True)
    }
    found = []
    for grid in then.grids():
        for line in grid.lines:
            for column, number in zip(grid.columns, line.numbers, strict=True):
                other = today.get((grid.name, line.label, column))
                text = other.text if other else "not there"
                if text != number.text:
                    found.append((grid.title, f"{line.label}, {column}", number.text, text))
    return found
