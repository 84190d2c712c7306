"""Other cases that were held beside a case: linked to it, or looked at and found different."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, F, Q, Value

from accounts.models import User
from cases.models import Case, CaseLink, ToldApart


@dataclass(frozen=True)
class OtherCase:
    reference: str
    received_on: date
    service_area: str
    how: str


def other_cases(case: Case, user: User) -> list[OtherCase]:
    """Those that ``user`` may see, the newest first, from either side; one query.

    Who may not know the complainant of one of the two is not told of the other: it would tell.
    """
    if case.withholds_from(user):
        return []
    linked = Value("linked", CharField())
    apart = Value("looked at: of other people", CharField())
    looks = [
        _named(CaseLink.objects.filter(case=case), "other", linked, user),
        _named(CaseLink.objects.filter(other=case), "case", linked, user),
        _named(ToldApart.objects.filter(case=case), "other", apart, user),
        _named(ToldApart.objects.filter(other=case), "case", apart, user),
    ]
    found = looks[0].union(*looks[1:]).order_by("-day", "of")
    return [OtherCase(of, day, area, how) for of, day, area, how in found]


def _named(rows, side: str, how: Value, user: User):
    seen = Case.objects.wholly_visible_to(user).order_by().values("pk")
    return (
        rows.filter(Q(**{f"{side}__in": seen}))
        .order_by()
        .annotate(
            of=F(f"{side}__reference"),
            day=F(f"{side}__received_on"),
            area=F(f"{side}__service_area__name"),
            how=how,
        )
        .values_list("of", "day", "area", "how")
    )
