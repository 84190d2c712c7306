"""The keys of the cases that somebody was given, heads, or is complained about in.

Written out: nearly every query of every page holds one of these, and Django takes longer to put
them together than PostgreSQL to answer them. Each is a row for itself, not a condition on all
cases: by way of the cases, all of them would be read to find few.
"""

from django.db.models import BooleanField, F, Func
from django.db.models.expressions import RawSQL

from accounts.models import User

COMPLAINED_ABOUT = """
    SELECT part.case_id FROM cases_caseperson part JOIN cases_person ON cases_person.id = person_id
    WHERE part.role = 'complained_about' AND cases_person.user_id = %s
"""
GIVEN = "SELECT case_id FROM cases_assignment WHERE user_id = %s AND until IS NULL"
HEADED = """
    SELECT headed.id FROM cases_case headed
    WHERE NOT headed.restricted AND headed.service_area_id IN
        (SELECT servicearea_id FROM cases_servicearea_heads WHERE user_id = %s)
"""


def complained_about(user: User) -> RawSQL:
    return _with_parts(user, COMPLAINED_ABOUT)


def given_to(user: User) -> RawSQL:
    return _with_parts(user, GIVEN)


def given_or_headed_by(user: User) -> RawSQL:
    return _with_parts(user, GIVEN, HEADED)


def among(keys: RawSQL) -> Func:
    """The condition that a case is one of ``keys``, which are few and are read first, once.

    As PostgreSQL reckons it, ``IN`` would read them anew for each case that is looked up by its
    key: to spare that it reads every case there is.
    """
    return Func(
        F("pk"),
        keys,
        arg_joiner=" = ANY(ARRAY",
        template="%(expressions)s)",
        output_field=BooleanField(),
    )


def _with_parts(user: User, *keys: str) -> RawSQL:
    """Those cases, and the parts of those that are mixed complaints."""
    parts = (f"SELECT id FROM cases_case WHERE part_of_id IN ({of})" for of in keys)  # noqa: S608
    every = [*keys, *parts]
    return RawSQL(" UNION ALL ".join(every), [user.pk] * len(every))  # noqa: S611
