"""The cases behind each number of a report, as keyed hashes of their references.

The key is made of ``SECRET_KEY``: who has only the report's rows cannot try references out.
"""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from accounts.models import User
from cases.models import Case
from editions.document import Document
from editions.names import name_of
from reporting.annual_report import sums_of
from reporting.counted import Counted, Listed
from reporting.crosstab import Crosstab, NoSuchCell
from reporting.panels import StepsOfStage3
from reporting.scope import Scope
from reporting.tables import BY_KEY

DISPOSED_OF = "disposed of under the schedule"


def hash_of(reference: str) -> str:
    return _hashed(_key(), reference)


def _key() -> bytes:
    """As Django's ``salted_hmac`` makes it; made once where very many are hashed."""
    return hashlib.sha256(f"editions.case{settings.SECRET_KEY}".encode()).digest()


def _hashed(key: bytes, reference: str) -> str:
    return hmac.digest(key, reference.encode(), "sha256").hex()[:32]


def hashes_of(references: Iterable[str]) -> list[str]:
    key = _key()
    return [_hashed(key, reference) for reference in references]


def numbers_said(document: Document) -> list[str]:
    """The names of all numbers that stand in a document and have a list, each once."""
    found = {}
    for part in document.parts:
        for each in part.holds:
            for line in getattr(each, "lines", ()):
                pieces = line if isinstance(line, list) else line.numbers
                found |= {piece.figure: None for piece in pieces if piece.figure}
    return list(found)


def lists_behind(numbers: Iterable[str], scope: Scope) -> Iterable[tuple[str, str, list[str]]]:
    """Of each number its list in words, and the references of its cases, sorted."""
    lists = Lists(scope)
    for number in numbers:
        for place, (words, references) in enumerate(lists.of(number)):
            name = number if place == 0 else f"{number} ({place + 1})"
            yield name, words[:300], sorted(references)


class Lists:
    """Those of one report. All lists of a table of counts are read in one query."""

    def __init__(self, scope: Scope):
        self.scope, self.sums = scope, sums_of(scope)
        self._read: dict[str, dict] = {}

    def of(self, number: str) -> Iterable[tuple[str, Iterable[str]]]:
        name = name_of(number)
        if not name.is_cell:
            return [_listed(each) for each in self.sums.lists(name.key)]
        table = BY_KEY.get(name.key)
        if table is None:
            return []
        if type(table) is Crosstab and table.counted.for_scope(self.scope).case is not None:
            return self._in(table).get((name.row, name.column), [])
        if isinstance(table, StepsOfStage3):
            return self._in(table).get(name.row, [])
        try:
            return [_listed(each) for each in table.lists(self.scope, name.row, name.column)]
        except NoSuchCell:
            return []

    def _in(self, table: Crosstab | StepsOfStage3) -> dict:
        """Of each cell, or of each row that is one case, its lists."""
        if table.key not in self._read:
            if isinstance(table, Crosstab):
                path = _path(table.counted.for_scope(self.scope))
                found = table.cases(self.scope, path)
                self._read[table.key] = {cell: [listed] for cell, listed in found.items()}
            else:
                found = table.cases(self.scope)
                self._read[table.key] = {key: [(table.title, [of])] for key, of in found.items()}
        return self._read[table.key]


def _path(counted: Counted) -> str:
    return f"{counted.case}__reference" if counted.case else "reference"


def _listed(listed: Listed) -> tuple[str, list[str]]:
    return listed.words, references_of(listed)


def references_of(listed: Listed) -> list[str]:
    counted: Counted = listed.counted
    if counted.case is None:
        return []
    path = _path(counted)
    rows = listed.rows.order_by().exclude(**{path: None})
    return list(rows.values_list(path, flat=True).distinct())


def cases_found(hashes: Iterable[str], user: User, *, since: date) -> tuple[list[Case], int]:
    """Those of them that ``user`` may open, and how many there are no more.

    Older cases than ``since`` are looked through only where some are not found among the others.
    """
    wanted = set(hashes)
    keys = _found(wanted, Case.objects.filter(received_on__gte=since))
    if len(keys) < len(wanted):
        keys += _found(wanted, Case.objects.filter(received_on__lt=since))
    shown = list(Case.objects.wholly_visible_to(user).filter(pk__in=keys).order_by("reference"))
    return shown, len(wanted) - len(keys)


def _found(wanted: set[str], cases: QuerySet) -> list[int]:
    key = _key()
    there = cases.order_by().values_list("reference", "pk").iterator()
    return [pk for reference, pk in there if _hashed(key, reference) in wanted]
