"""The pool of the demonstration, and whom of it the earlier complaints were given to.

The people come before the cases, so that the stories find them; the earlier cases, which an import
brought with dates and without names, get their people afterwards.
"""

import random
import tomllib
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings

from accounts.models import User
from accounts.trail import one_act
from cases.models import ServiceArea
from stages.actions import outsiders, pool
from stages.actions.outsiders import Costs
from stages.actions.panel import Seat, appoint_panel
from stages.models import Appointment, CheckKind, Investigator, PanelMember, PoolRole, Stage
from stages.not_possible import NotPossible

FILE = settings.BASE_DIR / "fixtures" / "demo" / "pool.toml"
KEEPS_IT = "manager@example.org"
IN_POOL_FOR = timedelta(days=1400)
BESIDE_THE_ROW = ("checks", "trainings", "away", "left", "works_in")
Role = Appointment.Role


def load(*, today: date) -> int:
    """Take the people of the file into the pool; how many. None where they are in it."""
    with FILE.open("rb") as file:
        told = tomllib.load(file)["people"]
    if Investigator.objects.filter(name=told[0]["name"]).exists():
        return 0
    for one in told:
        add(one, today)
    return len(told)


def add(told: dict, today: date) -> None:
    by = User.objects.get(email=KEEPS_IT)
    facts = {name: value for name, value in told.items() if name not in BESIDE_THE_ROW}
    if area := told.get("works_in"):
        facts["works_in"] = ServiceArea.objects.get(name=area)
    if days := told.get("left"):
        facts["in_pool_until"] = today - timedelta(days=days)
    person = outsiders.add_investigator(by=by, in_pool_from=today - IN_POOL_FOR, **facts)
    for kind, done, expires_in in told.get("checks", []):
        pool.record_check(
            person,
            kind=CheckKind.objects.get_or_create(name=kind)[0],
            done_on=today - timedelta(days=done),
            expires_on=today + timedelta(days=expires_in),
            reference="",
            by=by,
        )
    for name, days in told.get("trainings", []):
        pool.record_training(person, name=name, on=today - timedelta(days=days), by=by)
    if away := told.get("away"):
        pool.record_absence(
            person,
            from_on=today - timedelta(days=away["from"]),
            until_on=today + timedelta(days=away["until"]),
            why=away["why"],
            by=by,
        )


def give_them_the_earlier_cases(*, today: date) -> int:
    """Appoint people to the investigations and panels that were imported; how many."""
    by = User.objects.get(email=KEEPS_IT)
    chosen, number = random.Random(today.toordinal()), 0  # noqa: S311 - invented cases
    for stage in _investigated(today - IN_POOL_FOR):
        for role, on in (
            (Role.INVESTIGATING_OFFICER, stage.investigator_appointed_on),
            (Role.INDEPENDENT_PERSON, stage.independent_person_appointed_on),
        ):
            number += bool(on and _appoint_somebody(stage, role, on, chosen, by))
    for stage in _with_a_panel(today - IN_POOL_FOR):
        number += _seat_a_panel(stage, chosen, by)
    return number


def _investigated(since: date):
    asked = Stage.objects.filter(number=2, appointments=None, begun_on__gte=since)
    asked = asked.filter(definition__independent_person=True, definition__panel=False)
    return asked.select_related("case", "definition__procedure").order_by("begun_on", "pk")


def _with_a_panel(since: date):
    met = Stage.objects.filter(definition__panel=True, panel=None, panel_met_on__gte=since)
    return met.select_related("case", "definition__procedure").order_by("panel_met_on", "pk")


def _appoint_somebody(stage: Stage, role: str, on: date, chosen, by: User) -> bool:
    """The first of the pool, in a chance order, whom nothing bars."""
    for person in _in_chance_order(role, chosen):
        try:
            with one_act(by=by):
                outsiders.appoint(
                    stage,
                    person,
                    role=role,
                    on=on,
                    asked_on=on - timedelta(days=chosen.randrange(3, 9)),
                    accepted_on=on - timedelta(days=chosen.randrange(3)),
                    by=by,
                )
        except NotPossible:
            continue
        _fill_in(stage.appointments.get(role=role), on, chosen, by)
        return True
    return False


def _fill_in(appointment: Appointment, on: date, chosen, by: User) -> None:
    """When they met the complainant, and what they cost once they reported."""
    stage, case = appointment.stage, appointment.stage.case
    ended_on = stage.responded_on
    met_on = on + timedelta(days=chosen.randrange(4, 15))
    if ended_on and met_on < ended_on:
        outsiders.record_dates(appointment, case, met_complainant_on=met_on, by=by)
    if ended_on and chosen.random() < 0.85:  # some invoices are still to come
        person = appointment.investigator
        worked = chosen.randrange(18, 44) if person.rate_per == "hour" else chosen.randrange(3, 7)
        fee = worked * (person.rate or Decimal(0))
        if appointment.role == Role.INDEPENDENT_PERSON:
            fee = fee / 2
        expenses = Decimal(chosen.randrange(1200, 9800)) / 100
        outsiders.record_costs(case, {appointment: Costs(fee, expenses)}, by=by)


def _seat_a_panel(stage: Stage, chosen, by: User) -> bool:
    appointed_on = max(stage.panel_met_on - timedelta(days=14), stage.case.received_on)
    people = _in_chance_order(PoolRole.PANELLIST, chosen)
    was_there = Appointment.objects.filter(stage__case=stage.case).values_list("investigator")
    barred = {key for (key,) in was_there}
    three = [one for one in people if one.pk not in barred][:3]
    seats = [Seat(one, appointed_on, chairs=one == three[0]) for one in three]
    try:
        with one_act(by=by):
            panel = appoint_panel(stage, seats, by=by)
    except NotPossible:
        return False
    costs: dict[Appointment | PanelMember, Costs] = {
        member: Costs(member.investigator.rate, Decimal(chosen.randrange(900, 4200)) / 100)
        for member in panel.members.all()
    }
    outsiders.record_costs(stage.case, costs, by=by)
    return True


def _in_chance_order(role: str, chosen) -> list[Investigator]:
    people = list(Investigator.objects.as_role(role).order_by("pk"))
    chosen.shuffle(people)
    return people
