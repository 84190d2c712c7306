"""What can be counted: the rows, the date that puts each into a period, and the words for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db.models import Case as DbCase
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from accounts.models import User
from cases.models import Case
from reporting.scope import Scope

Path = str | Coalesce | DbCase


class DoesNotFit(ValueError):
    """A dimension that what is counted does not have. ``name`` says what of the question it is."""

    def __init__(self, sentence: str, name: str = ""):
        super().__init__(sentence)
        self.name = name


@dataclass(frozen=True)
class Listed:
    """The list behind a number, or one of its lists: what it holds, in words, and the rows."""

    words: str
    counted: "Counted"
    rows: QuerySet


@dataclass(frozen=True)
class Counted:
    """``case`` is the path to the case: "" where the row is the case, None where there is none.

    ``paths`` names the dimensions that the row has of its own; all others are the case's.
    ``social_care`` counts children's and adults' social care together, whichever is reported on.
    """

    key: str
    one: str
    many: str
    words: str
    rows: Callable[[], QuerySet]
    on: str
    case: str | None
    paths: Mapping[str, Path] = field(default_factory=dict)
    social_care: bool = False

    def for_scope(self, scope: Scope) -> "Counted":
        return self

    def within(self, scope: Scope) -> QuerySet:
        """The rows that belong to the period, the directorates and the procedures."""
        rows = self.rows().filter(**{f"{self.on}__range": scope.period.days})
        return self.narrowed(rows, scope)

    def narrowed(self, rows: QuerySet, scope: Scope) -> QuerySet:
        """Those of the directorates and procedures."""
        if scope.procedures and self.case is not None:
            under = Q(**{f"{self.of_case('route')}__procedure__code__in": scope.procedures})
            rows = rows.filter(under | Q(**{self.case: None})) if self.case else rows.filter(under)
        if self.social_care:
            return rows.filter(**{f"{self.path('service_area')}__directorate__social_care": True})
        if scope.has_every_area:
            return rows
        areas = [area.pk for area in scope.service_areas]
        return rows.filter(**{f"{self.path('service_area')}__in": areas})

    def visible_to(self, user: User, rows: QuerySet) -> QuerySet:
        """Those of ``rows`` whose case ``user`` may see, and those that belong to no case.

        Not those of which they may not know who complains: a list by standing would tell.
        """
        if self.case is None:
            return rows
        seen = self._case_in(Case.objects.wholly_visible_to(user))
        return rows.filter(seen | Q(**{self.case: None})) if self.case else rows.filter(seen)

    def hidden_from(self, user: User, rows: QuerySet) -> QuerySet:
        """Those of ``rows`` whose case ``user`` may not see."""
        if self.case is None:
            return rows.none()
        rows = rows.exclude(**{self.case: None}) if self.case else rows
        return rows.exclude(self._case_in(Case.objects.wholly_visible_to(user)))

    def _case_in(self, cases: QuerySet) -> Q:
        return Q(**{f"{self.case or 'pk'}__in": cases.order_by().values("pk")})

    def path(self, name: str) -> Path:
        if name in self.paths:
            return self.paths[name]
        if self.case is None:
            raise DoesNotFit(f"{self.many.capitalize()} have no {name.replace('_', ' ')}.")
        return self.of_case(name)

    def of_case(self, name: str) -> str:
        return f"{self.case}__{name}" if self.case else name

    def column(self, name: str):
        """The path as something to group by."""
        path = self.path(name)
        return F(path) if isinstance(path, str) else path

    def number(self, number: int) -> str:
        return f"{number} {self.one if number == 1 else self.many}"


# What counts as a complaint: no representation, no duplicate, nothing that was logged in error
A_COMPLAINT = {"kind": Case.Kind.COMPLAINT, "left_out_as": ""}
OF_A_COMPLAINT = {f"case__{column}": value for column, value in A_COMPLAINT.items()}


def of_service_area(key, one, many, words, model, on, *, case="case", **paths) -> Counted:
    """Records that stand beside the cases and carry a service area of their own."""
    return Counted(
        key=key,
        one=one,
        many=many,
        words=words,
        rows=model.objects.all,
        on=on,
        case=case,
        paths={"service_area": "service_area", **paths},
    )
