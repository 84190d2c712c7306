"""What a list of cases can say of each: a column is one expression, for the list and for a file.

Those that hold people, or what was said, are ``personal``: a file has them only where it is asked
for with names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case as Depending,
)
from django.db.models import (
    CharField,
    DateField,
    Expression,
    F,
    Func,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat, Left, Replace, Substr, Upper

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Assignment, Case, CasePerson
from stages.models import Deadline, Outcome, Stage
from stages.points_upheld import points_upheld


@dataclass(frozen=True)
class Reader:
    """Who reads the list, and on which day."""

    user: User
    today: date


@dataclass(frozen=True)
class Column:
    """``written`` by people: its text may be anything, so a file takes care what it begins with."""

    key: str
    label: str
    of: Callable[[Reader], Expression]
    is_date: bool = False
    written: bool = False
    personal: bool = False


def _column(name: str) -> Callable[[Reader], Expression]:
    return lambda reader: F(name)


def _choice(name: str, choices: type[TextChoices]) -> Expression:
    whens = [When(**{name: value}, then=Value(label)) for value, label in choices.choices]
    return Depending(*whens, default=Value(""), output_field=CharField())


def _state(reader: Reader) -> Expression:
    return Depending(
        When(withdrawn_on__isnull=False, then=Value("Withdrawn")),
        When(closed_on__isnull=False, then=Value("Closed")),
        default=Value("Open"),
    )


def _complainant_type(reader: Reader) -> Expression:
    """Blank where the reader may not know in what standing the complainant is."""
    known = Q() if reader.user.may(Permission.SEE_WITHHELD) else _not_withheld()
    return Depending(When(known & Q(pk__isnull=False), then=F("complainant_type__name")))


def _summary(reader: Reader) -> Expression:
    """It may name who complains, and where that is withheld, a list that is taken out cannot hide
    the name alone as a page does."""
    known = Q() if reader.user.may(Permission.SEE_WITHHELD) else _not_withheld()
    said = When(known & Q(pk__isnull=False), then=F("summary"))
    return Depending(said, default=Value("Withheld"), output_field=CharField())


def _not_withheld() -> Q:
    lead = Q(part_of=None) | Q(part_of__identity_withheld=False)
    return Q(identity_withheld=False) & lead


def _procedure(reader: Reader) -> Expression:
    """As it is named in a list: "Children 2006"."""
    code = Replace("route__procedure__code", Value("-"), Value(" "))
    words = Concat(Upper(Left(code, 1)), Substr(code, 2), Value(" "), "route__procedure__version")
    return Depending(When(route__isnull=False, then=words), output_field=CharField())


def _begun() -> QuerySet[Stage]:
    return Stage.objects.filter(case=OuterRef("pk"), begun_on__isnull=False).order_by("-number")


def _stage(reader: Reader) -> Expression:
    words = Concat(Value("Stage "), Cast("number", CharField()), output_field=CharField())
    number = Depending(When(number=0, then=Value("Before stage 1")), default=words)
    return Subquery(_begun().values(words=number)[:1])


def _outcome(reader: Reader) -> Expression:
    """With how many of its points were upheld, where it has several."""
    parts = points_upheld()
    words = Depending(
        When(with_points__gt="", then=Concat(_choice("outcome", Outcome), Value(", "), parts)),
        default=_choice("outcome", Outcome),
        output_field=CharField(),
    )
    found = _begun().exclude(outcome="").alias(with_points=parts).values(words=words)
    return Subquery(found[:1])


def _owner(reader: Reader) -> Expression:
    holding = Assignment.objects.filter(
        case=OuterRef("pk"), until=None, capacity=Assignment.Capacity.OWNER
    )
    return Subquery(holding.values(who=Coalesce("user__full_name", "team"))[:1])


def next_due(reader: Reader) -> Expression:
    """The day of the first thing that the council has to do; none on a case that has ended."""
    to_do = Deadline.objects.to_do(on=reader.today).filter(stage__case=OuterRef("pk")).order_by()
    first = to_do.values("stage__case").annotate(first=Min("due_on")).values("first")
    return Depending(
        When(closed_on=None, withdrawn_on=None, then=Subquery(first)), output_field=DateField()
    )


def _people(role: str) -> Callable[[Reader], Expression]:
    """Names, of those whom the reader may know of; a part of a mixed complaint has its lead's."""

    def names(reader: Reader) -> Expression:
        lead = Coalesce(OuterRef("part_of"), OuterRef("pk"))
        parts = CasePerson.objects.visible_to(reader.user).filter(case=lead, role=role)
        of = ArraySubquery(parts.order_by("position", "id").values("person__name"))
        return Func(of, Value(", "), function="array_to_string", output_field=TextField())

    return names


REFERENCE = Column("reference", "Case", _column("reference"), written=True)
COLUMNS = [
    REFERENCE,
    Column("kind", "Kind", lambda reader: _choice("kind", Case.Kind)),
    Column("state", "Open or closed", _state),
    Column("due", "Next due", next_due, is_date=True),
    Column("service_area", "Service area", _column("service_area__name"), written=True),
    Column("directorate", "Directorate", _column("service_area__directorate__name"), written=True),
    Column("provider", "Provider", _column("provider__name"), written=True),
    Column("nature", "Nature of complaint", _column("nature__name"), written=True),
    Column("procedure", "Procedure", _procedure, written=True),
    Column("stage", "Stage reached", _stage),
    Column("outcome", "Outcome so far", _outcome),
    Column("received", "Received", _column("received_on"), is_date=True),
    Column("made", "Made", _column("made_on"), is_date=True),
    Column("closed", "Closed", _column("closed_on"), is_date=True),
    Column("channel", "How it came", _column("channel__name"), written=True),
    Column("passed_on_by", "Passed on by", _column("passed_on_by__name"), written=True),
    Column("complainant_type", "Complainant type", _complainant_type, written=True),
    Column("owner", "Held by", _owner, written=True),
    Column("complainants", "Complainants", _people("complainant"), written=True, personal=True),
    Column("service_users", "Service users", _people("service_user"), written=True, personal=True),
    Column("summary", "What was said", _summary, written=True, personal=True),
]
BY_KEY = {column.key: column for column in COLUMNS}
