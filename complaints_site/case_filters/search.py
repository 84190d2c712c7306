"""Finding cases by what somebody types: a reference, a person's name, words of what was said."""

from django.db.models import CharField, Lookup, Q, TextField

from cases.models import Case, CasePerson

from .keys import among_keys

RARE = 5_000  # more hits than this, and looking through cases in their order is the shorter way


def matching(text: str, asked) -> Q:
    """Cases whose reference holds ``text``, or which, or a person of which, has all its words.

    What few cases have is looked up first, through the indexes of letters; the rest is then a list
    of keys. For what many have, each case is asked in turn, and a page is soon full.
    """
    by_reference = Q(reference__ilike=text)
    by_words, by_name = _all_words("summary", text), _all_words("person__name", text)
    people = CasePerson.objects.visible_to(asked.user).filter(by_name).order_by()
    parts = Case.objects.filter(part_of__in=people.values("case")).order_by()  # theirs too
    found = Case.objects.filter(by_reference).order_by().values("pk")
    found = found.union(
        Case.objects.filter(by_words).order_by().values("pk"),
        people.values("case"),
        parts.values("pk"),
        all=True,
    )
    keys = {pk for (pk,) in found.values_list("pk")[: RARE + 1]}
    if len(keys) <= RARE:
        return among_keys(keys)
    by_person = Q(pk__in=people.values("case")) | Q(pk__in=parts.values("pk"))
    return by_reference | by_words | by_person


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
