"""Who of the pool can be appointed, and who cannot, and why (domain.md 7, regs 2 and 19(3))."""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from cases.models import Assignment, CasePerson
from stages.models import (
    Appointment,
    Investigator,
    Mediation,
    PanelMember,
    PoolAbsence,
    PoolCheck,
    PoolRole,
    Stage,
)
from stages.not_possible import NotPossible
from stages.working_calendar import in_words

PANELLISTS = 3  # reg 19(2)
OPEN = {"case__closed_on": None, "case__withdrawn_on": None}


def held_appointments() -> QuerySet[Appointment]:
    """Those whose stage is not answered yet. What cases share counts as one (``held_as``)."""
    still_open = {f"stage__{name}": value for name, value in OPEN.items()}
    return Appointment.objects.filter(
        ended_on=None, stage__responded_on=None, **still_open
    ).annotate(held_as=Coalesce(-F("stage__joint"), F("stage"), output_field=IntegerField()))


def held_seats() -> QuerySet[PanelMember]:
    """Seats on panels that have not reported yet."""
    still_open = {f"panel__stage__{name}": value for name, value in OPEN.items()}
    return PanelMember.objects.filter(
        ended_on=None,
        panel__stage__panel_report_on=None,
        panel__stage__responded_on=None,
        **still_open,
    )


def cases_held():
    """How many cases someone of the pool holds, as something to annotate people with."""
    return _number(held_appointments(), "held_as") + _number(held_seats(), "panel")


def _number(rows: QuerySet, of: str) -> Coalesce:
    of_theirs = rows.filter(investigator=OuterRef("pk")).order_by().values("investigator")
    number = of_theirs.annotate(number=Count(of, distinct=True)).values("number")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)


def sharing(stage: Stage) -> list[Stage]:
    """The stage, and those that share its investigation."""
    return [stage, *Stage.objects.investigated_with(stage).exclude(pk=stage.pk)]


@dataclass(frozen=True)
class Candidate:
    """Someone of the pool before an appointment: ``bars`` say why not, each as a sentence."""

    person: Investigator
    bars: list[str]

    @property
    def cases_held(self) -> str:
        held, limit = self.person.held, self.person.limit_of_cases
        cases = "case" if (limit or held) == 1 else "cases"
        return f"{held} of {limit} {cases}" if limit else f"{held} {cases}"


def candidates(
    stages: list[Stage], role: str, *, on: date, among: QuerySet[Investigator]
) -> list[Candidate]:
    """Each of ``among`` with what bars them from ``role`` at ``stages``, in a few queries."""
    people = list(_with_what_bars(among, on))
    involved = Involved.in_the_cases_of(stages)
    return [Candidate(person, list(_bars(person, stages, role, on, involved))) for person in people]


def free_first(found: list[Candidate]) -> list[Candidate]:
    return sorted(found, key=lambda one: (bool(one.bars), one.person.held, one.person.name))


def _with_what_bars(people: QuerySet[Investigator], on: date) -> QuerySet[Investigator]:
    away = PoolAbsence.objects.filter(investigator=OuterRef("pk"), from_on__lte=on)
    expired = PoolCheck.objects.not_renewed().filter(investigator=OuterRef("pk"), expires_on__lt=on)
    return people.annotate(
        held=cases_held(),
        away=ArraySubquery(away.exclude(until_on__lt=on).values(row=JSONObject(until="until_on"))),
        expired=ArraySubquery(
            expired.values(row=JSONObject(kind="kind__name", expires_on="expires_on"))
        ),
    )


@dataclass(frozen=True)
class Involved:
    """Who had to do with a case before: by account, by name, by an appointment."""

    parts: list[tuple]  # role, name, user
    assigned: dict[int, str]  # capacity by user
    mediators: set[str | int]  # by name, and by the key of somebody of the pool
    appointed: list[Appointment]

    @classmethod
    def in_the_cases_of(cls, stages: list[Stage]) -> "Involved":
        cases = {stage.case_id for stage in stages}
        # The people of a mixed complaint stand in its lead
        cases |= {stage.case.part_of_id for stage in stages if stage.case.part_of_id}
        parts = CasePerson.objects.filter(case__in=cases)
        assigned = Assignment.objects.filter(case__in=cases).exclude(user=None)
        mediations = Mediation.objects.filter(case__in=cases).exclude(mediator="")
        mediated = mediations.values_list("mediator", "pool_mediator")
        return cls(
            list(parts.values_list("role", "person__name", "person__user")),
            dict(assigned.values_list("user", "capacity")),
            {name.lower() for name, _ in mediated} | {key for _, key in mediated if key},
            list(Appointment.objects.filter(stage__case__in=cases).select_related("stage")),
        )


def _bars(person: Investigator, stages: list[Stage], role: str, on: date, involved: Involved):
    yield from _bars_of_the_pool(person, role, on)
    yield from _bars_of_the_council(person, stages, role)
    yield from _bars_of_the_case(person, stages, role, involved)


def _bars_of_the_pool(person: Investigator, role: str, on: date):
    if person.roles and role not in person.roles:
        yield f"{person} is in the pool, but not as {_a(role)}."
    if person.in_pool_from and person.in_pool_from > on:
        yield f"{person} comes into the pool on {in_words(person.in_pool_from)}."
    if person.in_pool_until and person.in_pool_until < on:
        yield f"{person} left the pool on {in_words(person.in_pool_until)}."
    for absence in person.away:
        until = absence["until"]
        yield f"{person} is away {f'until {_day(until)}' if until else 'until further notice'}."
    for check in person.expired:
        yield f"{person}: the check “{check['kind']}” expired on {_day(check['expires_on'])}."
    if person.limit_of_cases and person.held >= person.limit_of_cases:
        cases = "case" if person.held == 1 else "cases"
        yield f"{person} holds {person.held} {cases} and takes {person.limit_of_cases} at most."


def _bars_of_the_council(person: Investigator, stages: list[Stage], role: str):
    if not person.employed_by_council:
        return
    if role == PoolRole.INDEPENDENT_PERSON:
        yield f"{person} works for the council, so cannot be independent (regulation 2)."
    if role == PoolRole.PANELLIST and stages[0].definition.independent_panellists >= PANELLISTS:
        yield f"{person} works for the council: {PANELLISTS} of the panel must be independent."
    areas = {stage.case.service_area_id for stage in stages}
    if role == PoolRole.INVESTIGATING_OFFICER and person.works_in_id in areas:
        yield f"{person} works in the service that is complained about."


def _bars_of_the_case(person: Investigator, stages: list[Stage], role: str, involved: Involved):
    for part, name, user in involved.parts:
        is_theirs = user is not None and user == person.account_id
        if is_theirs or name.strip().lower() == person.name.strip().lower():
            yield _has_a_part(person, part)
    if capacity := involved.assigned.get(person.account_id):
        label = Assignment.Capacity(capacity).label.lower()
        yield f"{person} has dealt with this case before ({label})."
    if {person.name.lower(), person.pk} & involved.mediators:
        yield f"{person} mediated in this case."
    for one in involved.appointed:
        if one.investigator_id == person.pk:
            yield from _bar_of_an_appointment(person, one, stages, role)


def _has_a_part(person: Investigator, part: str) -> str:
    if part == CasePerson.Role.COMPLAINED_ABOUT:
        return f"{person} is complained about."
    return f"{person} is a person of this case ({CasePerson.Role(part).label.lower()})."


def _bar_of_an_appointment(person: Investigator, one: Appointment, stages: list[Stage], role: str):
    was = one.get_role_display().lower()
    is_here = one.stage_id in {stage.pk for stage in stages}
    if is_here and one.ended_on is None:
        yield f"{person} is the {was} already."
    elif role == PoolRole.PANELLIST and one.role == PoolRole.INDEPENDENT_PERSON:
        yield (
            f"{person} was the independent person of Stage {one.stage.number} and may not sit on "
            "the panel (regulation 19(3))."
        )
    elif not is_here or one.role != role:
        yield f"{person} was the {was} of Stage {one.stage.number}, so was involved before."


def _a(role: str) -> str:
    name = PoolRole(role).label.lower()
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _day(iso: str) -> str:
    return in_words(date.fromisoformat(iso))


def refuse_the_barred(stages: list[Stage], people: list[Investigator], role: str, *, on: date):
    """Raise the reasons why one of ``people`` cannot be appointed.

    They are locked, so that two officers at once do not appoint one of them beyond their limit.
    """
    locked = Investigator.objects.select_for_update().filter(pk__in=[one.pk for one in people])
    keys = list(locked.order_by("pk").values_list("pk", flat=True))
    among = Investigator.objects.filter(pk__in=keys)
    found = candidates(stages, role, on=on, among=among)
    if bars := [bar for one in found for bar in one.bars]:
        raise NotPossible(bars)
