"""Have we heard from them before? Likely earlier cases of the people named, as they are typed.

A number in the social care system finds its person first. Beside that the database compares names
and addresses by their trigrams (an index does the work), so a misspelt name is found. Only what the
reader may see is shown; what an officer may not know of is told to the complaints managers.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity, TrigramStrictWordSimilarity
from django.db.models import FloatField, QuerySet, Value
from django.db.models.functions import Left

from accounts.models import User
from cases.models import Case, CasePerson, Person

LIKELY = 0.45  # of two names: "Marlow Penfeild" and "Marlow Penfield" share 0.6
LIKELY_ADDRESS = 0.8  # the next house is as likely: the reader sees the address and judges
SAME = 0.95
SHOWN = 6
NAMES, ADDRESSES = 8, 2  # looked for at once
SHORTEST = 4  # letters: a shorter name is like too many others
SHORTEST_ADDRESS = 10
PEOPLE = 60  # the likeliest


@dataclass(frozen=True)
class Typed:
    """What is known of the people so far."""

    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    FIELDS = ("name", "address", "care_system_number")

    @classmethod
    def of(cls, people: Iterable[dict]) -> "Typed":
        people = list(people)
        return cls(
            *(tuple(told[field] for told in people if told.get(field)) for field in cls.FIELDS)
        )

    @property
    def is_enough(self) -> bool:
        return bool(self.long_names or self.long_addresses or self.numbers)

    @property
    def long_names(self) -> list[str]:
        return [name[:300] for name in self.names if len(name) >= SHORTEST][:NAMES]

    @property
    def long_addresses(self) -> list[str]:
        lines = (" ".join(address.split()) for address in self.addresses)
        return [line[:300] for line in lines if len(line) >= SHORTEST_ADDRESS][:ADDRESSES]


@dataclass(frozen=True)
class Heard:
    """An earlier case, the person in it who is like one of those typed, and by what."""

    case: Case
    part: CasePerson
    by: str

    @property
    def about(self) -> str:
        return self.part.about


def heard_before(typed: Typed, user: User) -> list[Heard]:
    """Return the likeliest earlier cases, one line a case.

    First those found by number, then those of the same name or address, then the newest.
    """
    likely = _likely(typed)
    parts = (
        CasePerson.objects.visible_to(user)
        .filter(person__in=list(likely), case__in=Case.objects.visible_to(user))
        .annotate(about=Left("case__summary", 100))
        .select_related("person", "case__service_area")
        .defer("case__summary")
        .order_by("-case__received_on", "-case_id")
    )
    found: dict[int, Heard] = {}
    for part in sorted(parts if likely else [], key=lambda part: -likely[part.person_id][0]):
        found.setdefault(part.case_id, Heard(part.case, part, likely[part.person_id][1]))
    newest = sorted(found.values(), key=lambda heard: heard.case.received_on, reverse=True)
    newest.sort(key=lambda heard: likely[heard.part.person_id][0] < SAME)
    newest.sort(key=lambda heard: heard.by != "number")
    return newest[:SHOWN]


def people_like(typed: Typed, user: User, *, but: Person) -> list[Person]:
    """Other people of cases that ``user`` may see, each with ``by`` what they are alike, likest
    first, and in how many of those cases they are."""
    likely = _likely(typed)
    seen = CasePerson.objects.visible_to(user).filter(
        person__in=list(likely), case__in=Case.objects.visible_to(user)
    )
    numbers = Counter(seen.order_by().values_list("person", flat=True).exclude(person=but))
    found = list(Person.objects.filter(pk__in=numbers))
    for person in found:
        person.by, person.cases = likely[person.pk][1], numbers[person.pk]
    return sorted(found, key=lambda person: (-likely[person.pk][0], person.pk))[:SHOWN]


def restricted_and_unseen(typed: Typed, user: User, *, but: Case) -> list[Case]:
    """Restricted cases of people like these, which ``user`` may not know of; ``but`` the new one.

    Never shown to ``user``.
    """
    likely = _likely(typed)
    if not likely:
        return []
    parts = CasePerson.objects.filter(person__in=list(likely)).order_by().values("case")
    restricted = Case.objects.filter(restricted=True, pk__in=parts).exclude(pk=but.pk)
    found = list(restricted.only("reference"))
    if not found:
        return []
    seen = Case.objects.visible_to(user).filter(pk__in=[case.pk for case in found])
    seen = set(seen.values_list("pk", flat=True))
    return [case for case in found if case.pk not in seen][:SHOWN]


def _likely(typed: Typed) -> dict[int, tuple[float, str]]:
    """People like those typed: how like, and by what (their number, name or address)."""
    if not typed.is_enough:
        return {}
    looks = [
        *(_named_like(name) for name in typed.long_names),
        *(_living_like(address) for address in typed.long_addresses),
    ]
    if typed.numbers:
        numbered = Person.objects.filter(care_system_number__in=typed.numbers)
        looks.append(_shown(numbered.annotate(likeness=Value(2.0, FloatField())), "number"))
    found = looks[0].union(*looks[1:], all=True) if looks[1:] else looks[0]
    likely: dict[int, tuple[float, str]] = {}
    for key, likeness, by in found:
        likely[key] = max((likeness, by), likely.get(key, (0.0, by)))
    return likely


def _named_like(name: str) -> QuerySet:
    like = Person.objects.filter(name__trigram_similar=name)
    like = like.annotate(likeness=TrigramSimilarity("name", name))
    return _shown(like.filter(likeness__gte=LIKELY), "name")


def _living_like(address: str) -> QuerySet:
    """Addresses that hold what was typed: half an address finds the whole one."""
    like = Person.objects.filter(address__trigram_strict_word_similar=address)
    like = like.annotate(likeness=TrigramStrictWordSimilarity(address, "address"))
    return _shown(like.filter(likeness__gte=LIKELY_ADDRESS), "address")


def _shown(people: QuerySet, by: str) -> QuerySet:
    first = people.order_by("-likeness")[:PEOPLE].annotate(by=Value(by))
    return first.values_list("pk", "likeness", "by")
