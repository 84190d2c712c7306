"""Have we heard from them before? Likely earlier cases of the people named, as they are typed.

The database compares names by their trigrams (an index does the work), so a misspelt name is found.
Only cases that the reader may see are shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q, Value
from django.db.models.functions import Greatest, Left

from accounts.models import User
from cases.models import Case, CasePerson

LIKELY = 0.45  # of two names: "Marlow Penfeild" and "Marlow Penfield" share 0.6
SHOWN = 6
SHORTEST = 4  # letters: a shorter name is like too many others


@dataclass(frozen=True)
class Heard:
    """An earlier case, and the name in it that is like one of those typed."""

    case: Case
    name: str
    part: str
    about: str


def heard_before(names: Sequence[str], user: User) -> list[Heard]:
    """Return the likeliest earlier cases, one line a case, those received last first."""
    names = [name for name in names if len(name) >= SHORTEST]
    if not names:
        return []
    found: dict[int, Heard] = {}
    for part in _alike(names, user):
        about = Heard(part.case, part.person.name, part.get_role_display().lower(), part.about)
        found.setdefault(part.case_id, about)
    newest = sorted(found.values(), key=lambda heard: heard.case.received_on, reverse=True)
    return newest[:SHOWN]


def _alike(names: Sequence[str], user: User):
    like_any = reduce(or_, (Q(person__name__trigram_similar=name) for name in names))
    likeness = [TrigramSimilarity("person__name", name) for name in names]
    return (
        CasePerson.objects.filter(like_any)
        .annotate(likeness=Greatest(*likeness, Value(0.0)), about=Left("case__summary", 100))
        .filter(likeness__gte=LIKELY, case__in=Case.objects.visible_to(user))
        .select_related("person", "case__service_area")
        .defer("case__summary")
        .order_by("-likeness", "-case__received_on")[: SHOWN * len(names)]
    )
