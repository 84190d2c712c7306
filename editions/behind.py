"""The cases behind each number of a report, as keyed hashes of their references.

The key is made of ``SECRET_KEY``: who has only the report's rows cannot try references out.
"""

from collections.abc import Iterable

from django.utils.crypto import salted_hmac

from accounts.models import User
from cases.models import Case
from editions.document import Document
from editions.names import name_of
from reporting.annual_report import sums_of
from reporting.counted import Counted, Listed
from reporting.crosstab import NoSuchCell
from reporting.scope import Scope
from reporting.tables import BY_KEY

DISPOSED_OF = "disposed of under the schedule"


def hash_of(reference: str) -> str:
    return salted_hmac("editions.case", reference, algorithm="sha256").hexdigest()[:32]


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
    sums = sums_of(scope)
    for number in numbers:
        for place, listed in enumerate(_lists(number, scope, sums)):
            name = number if place == 0 else f"{number} ({place + 1})"
            yield name, listed.words[:300], _references(listed)


def _lists(number: str, scope: Scope, sums) -> list[Listed]:
    name = name_of(number)
    if not name.is_cell:
        return sums.lists(name.key)
    table = BY_KEY.get(name.key)
    if table is None:
        return []
    try:
        return table.lists(scope, name.row, name.column)
    except NoSuchCell:
        return []


def _references(listed: Listed) -> list[str]:
    counted: Counted = listed.counted
    if counted.case is None:
        return []
    path = f"{counted.case}__reference" if counted.case else "reference"
    rows = listed.rows.order_by().exclude(**{path: None})
    return sorted(set(rows.values_list(path, flat=True)))


def cases_found(hashes: Iterable[str], user: User) -> tuple[list[Case], int]:
    """Those of them that ``user`` may open, and how many there are no more."""
    wanted = set(hashes)
    there = dict(Case.objects.order_by("reference").values_list("reference", "pk"))
    keys = {pk for reference, pk in there.items() if hash_of(reference) in wanted}
    shown = list(Case.objects.wholly_visible_to(user).filter(pk__in=keys).order_by("reference"))
    return shown, len(wanted) - len(keys)
