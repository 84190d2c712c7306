"""Who of the pool can be appointed, who is barred and why, and what is recorded of them."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.permissions import Role
from cases.actions.casework import add_person, assign
from cases.models import Assignment, CasePerson
from stages.actions import investigation, outsiders, pool
from stages.actions.outsiders import Costs
from stages.actions.panel import Seat, appoint_panel
from stages.models import (
    Appointment,
    CheckKind,
    Investigator,
    PanelMember,
    PoolAbsence,
    PoolCheck,
    PoolRole,
)
from stages.not_possible import NotPossible
from stages.pool import candidates, cases_held
from tests.stages.investigated import an_officer, at_stage_2, escalated, somebody

pytestmark = pytest.mark.django_db

IO, IP = Appointment.Role.INVESTIGATING_OFFICER, Appointment.Role.INDEPENDENT_PERSON
ON = date(2026, 7, 7)


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def stage(officer):
    return at_stage_2(officer)


def barred(stage, person, role=IO, on=ON):
    among = Investigator.objects.filter(pk=person.pk)
    [candidate] = candidates([stage], role, on=on, among=among)
    return candidate.bars


def check(person, officer, *, expires_on, done_on=date(2023, 7, 1), kind="DBS"):
    kind, _ = CheckKind.objects.get_or_create(name=kind)
    return pool.record_check(
        person, kind=kind, done_on=done_on, expires_on=expires_on, reference="", by=officer
    )


def appointed(person, officer, role=IO, **facts):
    stage = at_stage_2(officer)
    return outsiders.appoint(stage, person, role=role, on=ON, by=officer, **facts)


def test_nothing_bars_somebody_new(stage, officer):
    assert barred(stage, somebody("Ines Outside", officer)) == []


def test_a_person_of_the_pool_acts_only_in_their_roles(stage, officer):
    quentin = somebody("Quentin Second", officer, roles=[PoolRole.PANELLIST])

    assert barred(stage, quentin) == [
        "Quentin Second is in the pool, but not as an investigating officer."
    ]


def test_whoever_left_or_is_still_to_come_is_barred(stage, officer):
    left = somebody("Ines Outside", officer, in_pool_until=date(2026, 7, 6))
    comes = somebody("Ivo Apart", officer, in_pool_from=date(2026, 7, 8))

    assert barred(stage, left) == ["Ines Outside left the pool on 6 July 2026."]
    assert barred(stage, comes) == ["Ivo Apart comes into the pool on 8 July 2026."]
    assert barred(stage, left, on=date(2026, 7, 6)) == []


def test_whoever_is_away_that_day_is_barred(stage, officer):
    ines = somebody("Ines Outside", officer)
    pool.record_absence(ines, from_on=ON, until_on=date(2026, 7, 20), why="", by=officer)

    assert barred(stage, ines) == ["Ines Outside is away until 20 July 2026."]
    assert barred(stage, ines, on=date(2026, 7, 21)) == []
    pool.record_absence(ines, from_on=date(2026, 8, 1), until_on=None, why="Ill", by=officer)
    assert barred(stage, ines, on=date(2026, 9, 1)) == [
        "Ines Outside is away until further notice."
    ]


def test_an_expired_check_bars_until_it_is_renewed(stage, officer):
    ines = somebody("Ines Outside", officer)
    check(ines, officer, expires_on=date(2026, 7, 6))

    assert barred(stage, ines) == ["Ines Outside: the check “DBS” expired on 6 July 2026."]
    assert barred(stage, ines, on=date(2026, 7, 6)) == []
    check(ines, officer, done_on=date(2026, 7, 1), expires_on=date(2029, 7, 1))
    assert barred(stage, ines) == []


def test_a_renewed_check_is_not_among_those_that_end(officer):
    ines, ivo = somebody("Ines Outside", officer), somebody("Ivo Apart", officer)
    check(ines, officer, expires_on=date(2026, 7, 6))
    check(ines, officer, done_on=date(2026, 7, 1), expires_on=None)
    check(ivo, officer, expires_on=date(2026, 7, 6))

    assert list(Investigator.objects.whose_checks_end_by(ON)) == [ivo]
    assert list(Investigator.objects.whose_checks_end_by(date(2026, 7, 5))) == []


def test_nobody_is_appointed_beyond_their_limit_and_the_case_stays_as_it_was(stage, officer):
    ines = somebody("Ines Outside", officer, limit_of_cases=2)
    appointed(ines, officer)
    appointed(ines, officer)

    with pytest.raises(NotPossible) as refusal:
        outsiders.appoint(stage, ines, role=IO, on=ON, by=officer)

    assert refusal.value.messages == ["Ines Outside holds 2 cases and takes 2 at most."]
    stage.refresh_from_db()
    assert (stage.investigator_appointed_on, stage.appointments.count()) == (None, 0)


def test_an_answered_stage_is_held_no_more(stage, officer):
    ines = somebody("Ines Outside", officer, limit_of_cases=1)
    first = appointed(ines, officer)
    assert barred(stage, ines) == ["Ines Outside holds 1 case and takes 1 at most."]

    first.stage.responded_on = date(2026, 7, 10)
    first.stage.save()

    assert barred(stage, ines) == []


def test_a_seat_on_a_panel_counts_as_a_case_until_the_panel_has_reported(officer):
    three = [somebody(name, officer) for name in ("Petra", "Quentin", "Rosa")]
    panel = a_panel(three, officer)

    held = Investigator.objects.annotate(held=cases_held()).values_list("held", flat=True)
    assert list(held) == [1, 1, 1]
    panel.stage.panel_report_on = date(2026, 10, 12)
    panel.stage.save()
    assert set(Investigator.objects.annotate(held=cases_held()).values_list("held")) == {(0,)}


def a_panel(three, officer, second=None):
    second = second or at_stage_2(officer)
    third = escalated(
        second.case, 3, officer, requested=date(2026, 9, 1), answered=date(2026, 8, 7)
    )
    seats = [Seat(one, date(2026, 9, 8), chairs=one == three[0]) for one in three]
    return appoint_panel(third, seats, by=officer)


def test_somebody_of_the_council_is_barred_by_the_role(stage, officer):
    ida = somebody("Ida Inside", officer, employed_by_council=True)

    assert barred(stage, ida) == []
    assert barred(stage, ida, IP) == [
        "Ida Inside works for the council, so cannot be independent (regulation 2)."
    ]


def test_an_investigator_of_the_same_service_is_barred(stage, officer):
    area = stage.case.service_area
    ida = somebody("Ida Inside", officer, employed_by_council=True, works_in=area)

    assert barred(stage, ida) == ["Ida Inside works in the service that is complained about."]


def test_a_panel_of_three_independent_people_has_none_of_the_council(officer):
    second = at_stage_2(officer)
    third = escalated(
        second.case, 3, officer, requested=date(2026, 9, 1), answered=date(2026, 8, 7)
    )
    ida = somebody("Ida Inside", officer, employed_by_council=True)

    assert barred(third, ida, PoolRole.PANELLIST) == [
        "Ida Inside works for the council: 3 of the panel must be independent."
    ]


def test_whoever_was_appointed_before_in_the_case_is_barred(stage, officer):
    ines, ivo = somebody("Ines Outside", officer), somebody("Ivo Apart", officer)
    outsiders.appoint(stage, ines, role=IO, on=ON, by=officer)
    outsiders.appoint(stage, ivo, role=IP, on=ON, by=officer)
    third = escalated(stage.case, 3, officer, requested=date(2026, 9, 1), answered=date(2026, 8, 7))

    assert barred(third, ines, PoolRole.PANELLIST) == [
        "Ines Outside was the investigating officer of Stage 2, so was involved before."
    ]
    assert barred(third, ivo, PoolRole.PANELLIST) == [
        "Ivo Apart was the independent person of Stage 2 and may not sit on the panel "
        "(regulation 19(3))."
    ]


def test_whoever_was_replaced_may_come_back_in_the_same_role_only(stage, officer):
    ines = somebody("Ines Outside", officer)
    outsiders.appoint(stage, ines, role=IO, on=ON, by=officer)
    investigation.replace(
        stage, somebody("Nia Newcome", officer), role=IO, on=ON, why="Ill", by=officer
    )

    assert barred(stage, ines) == []
    assert barred(stage, ines, IP) == [
        "Ines Outside was the investigating officer of Stage 2, so was involved before."
    ]


def test_the_person_complained_about_is_barred_by_name_and_by_account(stage, officer):
    worker = an_officer("Martin Oakes", Role.RESPONDER)
    part = add_person(
        stage.case, name="M. Oakes", role=CasePerson.Role.COMPLAINED_ABOUT, by=officer
    )
    part.person.user = worker
    part.person.save()
    by_account = somebody("Martin Oakes", officer, employed_by_council=True, account=worker)
    by_name = somebody("m. oakes", officer)

    assert barred(stage, by_account) == ["Martin Oakes is complained about."]
    assert barred(stage, by_name) == ["m. oakes is complained about."]


def test_whoever_had_the_case_put_to_them_is_barred(stage, officer):
    worker = an_officer("Ruth Barlow", Role.RESPONDER)
    capacity = Assignment.Capacity.RESPONDER
    assign(stage.case, to=worker, capacity=capacity, on=ON, by=officer)
    ruth = somebody("Ruth Barlow", officer, employed_by_council=True, account=worker)

    assert barred(stage, ruth) == [
        "Ruth Barlow has dealt with this case before (answers the complaint)."
    ]


def test_however_many_are_in_the_pool_it_is_looked_through_in_as_many_queries(
    stage, officer, django_assert_num_queries
):
    for number in range(12):
        check(somebody(f"Person {number}", officer), officer, expires_on=date(2026, 7, 1))

    with django_assert_num_queries(5):
        candidates([stage], IO, on=ON, among=Investigator.objects.all())


def test_what_was_asked_accepted_and_met_stands_on_the_appointment(stage, officer):
    ines = somebody("Ines Outside", officer)
    one = outsiders.appoint(
        stage,
        ines,
        role=IO,
        on=ON,
        asked_on=date(2026, 7, 3),
        accepted_on=date(2026, 7, 6),
        by=officer,
    )

    outsiders.record_dates(one, stage.case, met_complainant_on=date(2026, 7, 14), by=officer)

    one = stage.appointments.get()
    assert (one.asked_on, one.accepted_on) == (date(2026, 7, 3), date(2026, 7, 6))
    assert one.met_complainant_on == date(2026, 7, 14)


def test_dates_of_an_appointment_stand_in_their_order(stage, officer):
    one = appointed(somebody("Ines Outside", officer), officer, asked_on=date(2026, 7, 3))
    case = one.stage.case

    with pytest.raises(ValidationError, match="accepts before they were asked"):
        outsiders.record_dates(one, case, accepted_on=date(2026, 7, 2), by=officer)
    one.refresh_from_db()
    with pytest.raises(ValidationError, match="meets the complainant before they were asked"):
        outsiders.record_dates(one, case, met_complainant_on=date(2026, 7, 2), by=officer)


def test_costs_are_recorded_of_each_and_are_never_negative(stage, officer):
    one = appointed(somebody("Ines Outside", officer), officer)

    outsiders.record_costs(
        one.stage.case, {one: Costs(Decimal("1200.00"), Decimal("85.40"))}, by=officer
    )
    one.refresh_from_db()
    assert (one.fee, one.expenses) == (Decimal("1200.00"), Decimal("85.40"))
    with pytest.raises(ValidationError, match="nothing or more"):
        outsiders.record_costs(one.stage.case, {one: Costs(Decimal(-1), None)}, by=officer)


def test_the_report_of_an_appointment_is_that_of_its_role_and_none_of_whoever_was_replaced(stage):
    stage.investigation_report_on = date(2026, 8, 3)
    stage.independent_person_report_on = date(2026, 8, 5)

    assert Appointment(stage=stage, role=IO).report_on == date(2026, 8, 3)
    assert Appointment(stage=stage, role=IP).report_on == date(2026, 8, 5)
    assert Appointment(stage=stage, role=IO, ended_on=ON).report_on is None


# What the database holds, whoever writes to it


def refused():
    return pytest.raises(IntegrityError)


def test_the_database_takes_no_independent_person_of_the_council(stage, officer):
    ida = somebody("Ida Inside", officer, employed_by_council=True)

    with refused(), transaction.atomic():
        Appointment.objects.create(stage=stage, investigator=ida, role=IP, appointed_on=ON)
    with refused(), transaction.atomic():
        Investigator.objects.filter(pk=ida.pk).update(roles=[PoolRole.INDEPENDENT_PERSON])


def test_the_database_keeps_the_independent_person_off_the_panel(stage, officer):
    ivo = somebody("Ivo Apart", officer)
    outsiders.appoint(stage, ivo, role=IP, on=ON, by=officer)
    three = [somebody(name, officer) for name in ("Petra", "Quentin", "Rosa")]
    panel = a_panel(three, officer, second=stage)

    with refused(), transaction.atomic():
        PanelMember.objects.create(panel=panel, investigator=ivo)


def test_the_database_gives_nobody_two_roles_in_one_investigation(stage, officer):
    ines = somebody("Ines Outside", officer)
    outsiders.appoint(stage, ines, role=IO, on=ON, by=officer)

    with refused(), transaction.atomic():
        Appointment.objects.create(stage=stage, investigator=ines, role=IP, appointed_on=ON)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"account": True}, "Only someone who works for the council"),
        ({"rate": Decimal(40)}, "Enter the rate, and whether it is for an hour"),
        ({"limit_of_cases": 0}, "Enter a limit of at least one case"),
        (
            {"in_pool_from": ON, "in_pool_until": date(2026, 7, 6)},
            "Nobody leaves the pool before they came into it",
        ),
        (
            {"employed_by_council": True, "roles": [PoolRole.INDEPENDENT_PERSON]},
            "cannot be an independent person",
        ),
    ],
)
def test_what_the_pool_knows_of_somebody_is_held_together(officer, facts, message):
    if "account" in facts:
        facts = {"account": officer}
    with pytest.raises(ValidationError, match=message):
        somebody("Ines Outside", officer, **facts)


def test_a_check_expires_after_it_was_done_and_nobody_is_back_before_they_went(officer):
    ines = somebody("Ines Outside", officer)
    kind = CheckKind.objects.create(name="DBS")

    with refused(), transaction.atomic():
        PoolCheck.objects.create(investigator=ines, kind=kind, done_on=ON, expires_on=ON)
    with refused(), transaction.atomic():
        PoolAbsence.objects.create(investigator=ines, from_on=ON, until_on=date(2026, 7, 6))


def test_what_was_recorded_by_mistake_is_struck_out_with_a_reason(officer):
    ines = somebody("Ines Outside", officer)
    one = check(ines, officer, expires_on=date(2026, 7, 6))

    pool.strike_out(one, why="Another person's", by=officer)

    assert not ines.checks.exists()
