"""The pool as a table: who is free, whose checks end, how long they take and what they cost."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Avg,
    Case,
    Count,
    DecimalField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce, JSONObject

from reporting.days import working_days_between
from reporting.percentages import half_up
from stages.models import (
    Appointment,
    Deadline,
    Investigator,
    PanelMember,
    PoolAbsence,
    PoolCheck,
    PoolRole,
    StageEvent,
)
from stages.pool import cases_held

WHOLE = Decimal(1)
SEEN_AHEAD = timedelta(days=60)  # a new check takes weeks
STATES = {
    "": "In the pool",
    "free": "Free now",
    "away": "Away",
    "full": "At their limit",
    "checks": "Check expired or soon to",
    "left": "Left the pool",
}
Role = Appointment.Role


def reported() -> QuerySet[Appointment]:
    """Appointments that came to a report, with its day, the days it took and when it was due.

    An investigator's is due on the procedure's own day; an independent person's, for want of one,
    with the answer of the stage.
    """
    by_role = {
        Role.INVESTIGATING_OFFICER: Q(limit__stopped_by=StageEvent.INVESTIGATION_REPORT),
        Role.INDEPENDENT_PERSON: Q(is_main=True),
    }
    due = {
        role: Deadline.objects.filter(which, stage=OuterRef("stage"))
        .order_by("-live", "-due_on")
        .values("due_on")[:1]
        for role, which in by_role.items()
    }
    return (
        Appointment.objects.filter(ended_on=None)
        .annotate(
            reported_on=Case(
                When(role=Role.INVESTIGATING_OFFICER, then=F("stage__investigation_report_on")),
                When(role=Role.INDEPENDENT_PERSON, then=F("stage__independent_person_report_on")),
            ),
            report_due_on=Case(*(When(role=role, then=Subquery(day)) for role, day in due.items())),
        )
        .filter(reported_on__isnull=False)
        .annotate(
            days=working_days_between("appointed_on", "reported_on", "stage__definition__procedure")
        )
    )


def cost() -> Coalesce:
    """Fee and expenses together: of a row that has at least one of them."""
    nothing = DecimalField(max_digits=10, decimal_places=2)
    return Coalesce(F("fee"), 0, output_field=nothing) + Coalesce(
        F("expenses"), 0, output_field=nothing
    )


HAS_COSTS = Q(fee__isnull=False) | Q(expenses__isnull=False)


def with_figures(people: QuerySet[Investigator], today: date) -> QuerySet[Investigator]:
    """People with all that the table shows, in one query."""
    in_time = Q(reported_on__lte=F("report_due_on"))
    away = PoolAbsence.objects.filter(investigator=OuterRef("pk"), from_on__lte=today)
    ending = PoolCheck.objects.not_renewed().filter(investigator=OuterRef("pk"))
    return people.annotate(
        held=cases_held(),
        reports=_of_theirs(reported(), Count("pk")),
        days_to_report=_of_theirs(reported(), Avg("days")),
        due_reports=_of_theirs(reported(), Count("pk", filter=Q(report_due_on__isnull=False))),
        reports_in_time=_of_theirs(reported(), Count("pk", filter=in_time)),
        of_appointments=_costs(Appointment.objects.all()),
        of_seats=_costs(PanelMember.objects.all()),
        away=ArraySubquery(
            away.exclude(until_on__lt=today).values(row=JSONObject(until="until_on"))
        ),
        next_check=Subquery(ending.order_by("expires_on").values("expires_on")[:1]),
        is_checked=Exists(PoolCheck.objects.filter(investigator=OuterRef("pk"))),
    ).select_related("works_in", "account")


def _of_theirs(rows: QuerySet, figure) -> Subquery:
    of_theirs = rows.filter(investigator=OuterRef("pk")).order_by().values("investigator")
    return Subquery(of_theirs.annotate(figure=figure).values("figure"))


def _costs(rows: QuerySet) -> Subquery:
    """What they cost together, and on how many cases."""
    of_theirs = rows.filter(HAS_COSTS, investigator=OuterRef("pk")).order_by()
    summed = of_theirs.values("investigator").annotate(number=Count("pk"), mean=Avg(cost()))
    return Subquery(summed.values(row=JSONObject(number="number", mean="mean")))


@dataclass(frozen=True)
class Line:
    """One person of the pool on one day."""

    person: Investigator
    today: date

    @property
    def roles(self) -> str:
        return ", ".join(self.person.role_names)

    @property
    def makes_reports(self) -> bool:
        return not self.person.roles or any(role in Role for role in self.person.roles)

    @property
    def cases(self) -> str:
        limit = self.person.limit_of_cases
        return f"{self.person.held} of {limit}" if limit else str(self.person.held)

    @property
    def has_left(self) -> bool:
        return bool(self.person.in_pool_until and self.person.in_pool_until < self.today)

    @property
    def is_full(self) -> bool:
        limit = self.person.limit_of_cases
        return bool(limit and self.person.held >= limit)

    @property
    def check_expired(self) -> bool:
        return bool(self.person.next_check and self.person.next_check < self.today)

    @property
    def check_ends_soon(self) -> bool:
        return bool(self.person.next_check and self.person.next_check <= self.today + SEEN_AHEAD)

    @property
    def away_words(self) -> str:
        untils = [one["until"] for one in self.person.away]
        if not untils:
            return ""
        if None in untils:
            return "Away"
        return f"Away until {date.fromisoformat(max(untils)):%-d %b %Y}"

    @property
    def is_free(self) -> bool:
        comes = self.person.in_pool_from and self.person.in_pool_from > self.today
        barred = self.has_left or comes or self.is_full or self.check_expired
        return not (barred or self.person.away)

    @property
    def standing(self) -> tuple[str, str]:
        """A word or two, and a colour."""
        if self.has_left:
            return "Left", "grey"
        if self.check_expired:
            return "Check expired", "red"
        if self.away_words:
            return self.away_words, "yellow"
        if self.is_full:
            return "At their limit", "orange"
        return ("Free", "green") if self.is_free else ("Not yet", "grey")

    @property
    def days_to_report(self):
        days = self.person.days_to_report
        return None if days is None else half_up(days, WHOLE)

    @property
    def in_time(self) -> str:
        due = self.person.due_reports
        return f"{self.person.reports_in_time} of {due}" if due else ""

    @property
    def cost_a_case(self):
        """The mean of all cases whose costs are recorded, on panels too."""
        both = [row for row in (self.person.of_appointments, self.person.of_seats) if row]
        number = sum(row["number"] for row in both)
        return sum(row["mean"] * row["number"] for row in both) / number if number else None

    def is_in(self, state: str) -> bool:
        answers = {
            "free": self.is_free,
            "away": bool(self.away_words),
            "full": self.is_full,
            "checks": self.check_ends_soon,
            "left": self.has_left,
        }
        return answers.get(state, True) and (state == "left" or not self.has_left)


def lines(people: QuerySet[Investigator], today: date) -> list[Line]:
    return [Line(person, today) for person in with_figures(people, today)]


def sought(role: str, words: str) -> QuerySet[Investigator]:
    people = Investigator.objects.all()
    if role in PoolRole:
        people = people.as_role(role)
    for word in words.replace("\0", "").split():
        people = people.filter(
            Q(name__icontains=word)
            | Q(agency__icontains=word)
            | Q(skills__icontains=word)
            | Q(languages__icontains=word)
        )
    return people


def checks_to_renew(today: date) -> QuerySet[Investigator]:
    """Those in the pool whose check has expired or soon will."""
    people = Investigator.objects.in_pool_on(today)
    return people.whose_checks_end_by(today + SEEN_AHEAD)
