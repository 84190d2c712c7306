"""Finding cases by what somebody types: a reference, a person's name, words of their texts."""

import re
from itertools import islice

from django.contrib.postgres.search import (
    SearchQuery,
    TrigramSimilarity,
    TrigramStrictWordSimilarity,
)
from django.db.models import (
    BooleanField,
    CharField,
    Lookup,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)

from accounts.models import User
from cases.models import Case, CasePerson, SearchedText
from cases.models.searched import LANGUAGE

from .fields import SHORTEST_WORD
from .keys import among_keys

RARE = 5_000  # more hits than this, and looking through cases in their order is the shorter way
FEW = 20
LIKELY = 0.36  # of a word and a name: "Penfeild" and "Penfield" share 0.38
AS_GOOD = 0.85  # of the likeliest: "Marlow Penfeild" finds no other Marlow beside the Penfields
ALIKE = 300  # parts of people, the likeliest
SHORTEST_NAME = 4  # letters: a shorter one is like too many others
PLAIN = re.compile(r"[^\W\d_]+(\s+[^\W\d_]+)*")  # words of letters alone
ASKS_EXACTLY = re.compile(r'"|(^|\s)-|\sor\s', re.IGNORECASE)


def matching(text: str, asked) -> Q:
    """Cases whose reference holds ``text``, or a text or a person of which has all its words.

    Where the reader sees none, those of people named alike: a misspelt name finds its case. What
    few cases have is looked up first, through the indexes; the rest is then a list of keys. For
    what many have, each case is asked in turn, and a page is soon full.
    """
    found = Found(text, asked.user)
    if found.is_common:
        return found.each_in_turn
    if _any_seen(found.keys, asked.user) or not (alike := keys_named_like(text, asked.user)):
        return among_keys(found.keys)
    asked.notes.append(f"Nothing has “{text}” as it is typed. These have people of a like name.")
    return among_keys(alike)


def _any_seen(keys: set[int], user: User) -> bool:
    """Most readers see one of the first few: all are sent only where they see none of these."""
    seen = Case.objects.visible_to(user)
    few = list(islice(keys, FEW))
    return any(seen.filter(among_keys(some)).exists() for some in (few, keys) if some)


class Found:
    """What has all the words of ``text``, of whatever case; people, only those ``user`` may know.

    ``keys`` are of cases: all of them, unless it is common.
    """

    def __init__(self, text: str, user: User):
        self.by_reference = Q(reference__ilike=text)
        self.texts = SearchedText.objects.filter(words=words_of(text)).known_to(user).order_by()
        named = CasePerson.objects.visible_to(user).filter(_all_words("person__name", text))
        self.people = named.order_by().values("case")
        self.parts = _parts_of(self.people)
        found = Case.objects.filter(self.by_reference).order_by().values("pk")
        found = found.union(self.texts.values("case"), self.people, self.parts, all=True)
        found = found.values_list("pk")[: RARE + 1]
        # Many texts may be of one case: where not all were read, not all cases are among the keys
        self.is_common = len(found) > RARE
        self.keys = {pk for (pk,) in found}

    @property
    def each_in_turn(self) -> Q:
        # Not "exists", of which PostgreSQL would read all texts first, to be quick with the rest
        of_the_case = self.texts.filter(case=OuterRef("pk")).values(has=Value(True))
        has_words = Q(Subquery(of_the_case[:1], output_field=BooleanField()))
        return self.by_reference | has_words | Q(pk__in=self.people) | Q(pk__in=self.parts)


def words_of(text: str) -> SearchQuery:
    """All the words, as a text may bend them; each may go on: "trans" finds "transport".

    Whoever writes "missed visit" in quotes, or -taxi, or taxi or bus, gets exactly that.
    """
    asked = SearchQuery(text, config=LANGUAGE, search_type="websearch")
    words = re.findall(r"\w+", text)
    beginnings = [f"{word}:*" if len(word) >= SHORTEST_WORD else word for word in words]
    if ASKS_EXACTLY.search(text) or not beginnings:
        return asked
    begun = SearchQuery(" & ".join(beginnings), config=LANGUAGE, search_type="raw")
    # Of plain words the beginnings find the words themselves; others ("e-mail") are told apart
    return begun if PLAIN.fullmatch(text.strip()) else asked | begun


def keys_named_like(text: str, user: User) -> set[int]:
    """Of the cases that ``user`` may see, with people of whose name ``text`` may be a misspelling.

    Only those as good as the likeliest, and that among what the reader sees: what they may not
    know of changes nothing.
    """
    if len(text) < SHORTEST_NAME:
        return set()
    likely: dict[int, float] = {}
    for key, likeness in _named_like(text, user):
        likely[key] = max(likeness, likely.get(key, 0.0))
    keys = among_keys(likely) | among_keys(likely, "part_of")
    seen = Case.objects.visible_to(user).filter(keys).order_by().values_list("pk", "part_of")
    found = {pk: max(likely.get(pk, 0.0), likely.get(lead, 0.0)) for pk, lead in seen}
    best = max(found.values(), default=0.0)
    return {pk for pk, likeness in found.items() if likeness >= best * AS_GOOD}


def _named_like(text: str, user: User) -> QuerySet:
    """Cases, and how like a name in them is. A word is held against the words of a name, a whole
    name against the whole: a first name that thousands have finds none of them by itself.

    The index compares by the session's thresholds (``complaints_site.environment``).
    """
    parts = CasePerson.objects.visible_to(user).order_by()
    if " " in text:
        like, likeness = "person__name__trigram_similar", TrigramSimilarity("person__name", text)
    else:
        like = "person__name__trigram_word_similar"
        likeness = TrigramStrictWordSimilarity(text, "person__name")
    parts = parts.filter(**{like: text}).annotate(likeness=likeness).filter(likeness__gte=LIKELY)
    return parts.order_by("-likeness", "-case").values_list("case", "likeness")[:ALIKE]


def _parts_of(leads: QuerySet) -> QuerySet:
    """The keys of the parts of mixed complaints: their people are their lead's."""
    return Case.objects.filter(part_of__in=leads).order_by().values("pk")


def _all_words(column: str, text: str) -> Q:
    condition = Q()
    for word in text.split():
        condition &= Q(**{f"{column}__ilike": word})
    return condition


@CharField.register_lookup
@TextField.register_lookup
class ILike(Lookup):
    """Holds some letters, great or small.

    Not "icontains": that compares capitals, and the indexes of letters hold what was written.
    """

    lookup_name = "ilike"

    def get_prep_lookup(self):
        return str(self.rhs)

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        return f"{column} ILIKE %s", [*params, f"%{connection.ops.prep_for_like_query(self.rhs)}%"]
