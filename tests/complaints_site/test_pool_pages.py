"""The pool on pages: who is in it and free, one of them with their work, appointing, costs."""

import re
from datetime import date
from decimal import Decimal

import pytest
import time_machine

from accounts.permissions import Role
from cases.actions.casework import restrict
from stages.actions import investigation, outsiders, pool
from stages.actions.outsiders import Costs
from stages.findings import Found
from stages.models import Appointment, CheckKind, Investigator, Outcome, PoolRole
from tests.stages.investigated import an_officer, at_stage_2, escalated, somebody

pytestmark = pytest.mark.django_db

TODAY = date(2026, 8, 10)
IO, IP = Appointment.Role.INVESTIGATING_OFFICER, Appointment.Role.INDEPENDENT_PERSON


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def officer(client):
    user = an_officer()
    client.force_login(user)
    return user


@pytest.fixture
def manager():
    return an_officer("Bela Manners", Role.MANAGER)


@pytest.fixture
def stage(officer):
    return at_stage_2(officer)


def words(answer):
    return " ".join(answer.content.decode().split())


def reported(stage, person, officer, *, on=date(2026, 8, 3)):
    """Appointed on 7 July, with a report, a fee and expenses."""
    one = outsiders.appoint(stage, person, role=IO, on=date(2026, 7, 7), by=officer)
    points = stage.case.points.at_stage(2)
    found = dict.fromkeys(points, Found(Outcome.UPHELD))
    investigation.receive_report(stage, on=on, findings=found, recommendations={}, by=officer)
    outsiders.record_costs(stage.case, {one: Costs(Decimal(1200), Decimal("85.40"))}, by=officer)


def check(person, by, expires_on):
    kind, _ = CheckKind.objects.get_or_create(name="DBS")
    pool.record_check(
        person, kind=kind, done_on=date(2023, 7, 1), expires_on=expires_on, reference="7", by=by
    )


def test_the_table_says_how_many_cases_how_long_in_time_and_what_a_case_costs(
    client, stage, officer
):
    ines = somebody("Ines Outside", officer, roles=[IO], agency="Fairlead", limit_of_cases=3)
    reported(stage, ines, officer)

    said = words(client.get("/pool/"))

    assert 'Ines Outside</a><span class="app-table__sub">Fairlead' in said
    assert ">1 of 3<" in said
    # 7 July to 3 August 2026: 19 working days; the report was due on 24 July
    assert '>19<span class="app-table__sub">of 1 report<' in said
    assert "£1,285.40" in said


def test_each_stands_under_what_they_do_and_how_they_stand(client, officer):
    somebody("Ines Outside", officer, roles=[IO])
    ivo = somebody("Ivo Apart", officer, roles=[IP], languages="Polish")
    petra = somebody("Petra First", officer, roles=[PoolRole.PANELLIST])
    somebody("Lea Gone", officer, roles=[IO], in_pool_until=date(2026, 8, 1))
    pool.record_absence(ivo, from_on=TODAY, until_on=date(2026, 9, 1), why="", by=officer)
    check(petra, officer, date(2026, 8, 9))

    def named(query):
        said = words(client.get(f"/pool/{query}"))
        everybody = Investigator.objects.values_list("name", flat=True)
        return {name for name in everybody if f">{name}</a>" in said}

    assert named("") == {"Ines Outside", "Ivo Apart", "Petra First"}
    assert named("?role=independent_person") == {"Ivo Apart"}
    assert named("?state=free") == {"Ines Outside"}
    assert named("?state=away") == {"Ivo Apart"}
    assert named("?state=checks") == {"Petra First"}
    assert named("?state=left") == {"Lea Gone"}
    assert named("?words=polish") == {"Ivo Apart"}
    said = words(client.get("/pool/"))
    assert "Away until 1 Sep 2026" in said
    assert "Check expired" in said


def test_the_table_is_read_in_as_many_queries_however_many_are_in_it(
    client, officer, django_assert_max_num_queries
):
    for number in range(15):
        check(somebody(f"Person {number}", officer, roles=[IO]), officer, date(2027, 1, 1))

    with django_assert_max_num_queries(4):
        client.get("/pool/")


def test_a_page_of_one_person_shows_their_work_checks_and_changes(
    client, stage, officer, django_assert_max_num_queries
):
    ines = somebody("Ines Outside", officer, roles=[IO], email="ines@example.org")
    check(ines, officer, date(2026, 9, 1))
    reported(stage, ines, officer)

    with django_assert_max_num_queries(14):
        said = words(client.get(f"/pool/{ines.pk}/"))

    assert stage.case.reference in said
    assert "19 working days to report on average" in said
    assert "£1,200.00" in said
    assert "£85.40" in said
    assert "check ends soon" in said
    assert "Anna Fielding added someone to the pool" in said
    assert "Change what the pool knows" not in said  # that is for who keeps it


def test_cases_that_a_reader_may_not_see_are_counted_and_not_named(client, stage, officer):
    ines = somebody("Ines Outside", officer, roles=[IO])
    reported(stage, ines, officer)
    restrict(stage.case, why="Concerns staff", by=officer)

    said = words(client.get(f"/pool/{ines.pk}/"))

    assert stage.case.reference not in said
    assert "And 1 more in cases that you may not see" in said


def test_the_manager_keeps_the_pool_and_an_officer_does_not(client, officer, manager):
    ines = somebody("Ines Outside", officer)
    kept = ["/pool/add/", f"/pool/{ines.pk}/change/", f"/pool/{ines.pk}/check/add/"]

    assert [client.get(address).status_code for address in kept] == [403, 403, 403]
    client.force_login(manager)
    assert [client.get(address).status_code for address in kept] == [200, 200, 200]
    assert client.get(f"/pool/{ines.pk}/secret/add/").status_code == 404


ADDED = {
    "name": "Ines  Outside",
    "roles": ["investigating_officer"],
    "agency": "Fairlead",
    "email": "ines@example.org",
    "languages": "French",
    "rate": "42",
    "rate_per": "hour",
    "limit_of_cases": "2",
    "in_pool_from": "1 8 2026",
}


def test_somebody_is_added_and_changed(client, manager):
    client.force_login(manager)

    client.post("/pool/add/", ADDED)
    ines = Investigator.objects.get()
    assert (ines.name, ines.rate, ines.limit_of_cases) == ("Ines Outside", Decimal(42), 2)
    client.post(f"/pool/{ines.pk}/change/", ADDED | {"limit_of_cases": "4"})

    ines.refresh_from_db()
    assert (ines.limit_of_cases, ines.languages) == (4, "French")


def test_what_another_keeper_changed_meanwhile_is_not_overwritten(client, manager):
    client.force_login(manager)
    client.post("/pool/add/", ADDED)
    ines = Investigator.objects.get()
    address = f"/pool/{ines.pk}/change/"
    seen = re.search(r'name="seen" value="(\d+)"', client.get(address).content.decode())[1]
    client.post(address, ADDED | {"limit_of_cases": "4", "seen": seen})

    answer = client.post(address, ADDED | {"languages": "Welsh", "seen": seen})

    assert answer.status_code == 409
    assert "The record changed while you were typing" in words(answer)
    assert "Welsh" in words(answer)
    ines.refresh_from_db()
    assert (ines.limit_of_cases, ines.languages) == (4, "French")


def test_what_was_typed_is_not_lost_where_a_rule_refuses_it(client, manager):
    client.force_login(manager)
    wrong = {"employed_by_council": "on", "roles": ["independent_person"], "skills": "Law"}

    said = words(client.post("/pool/add/", ADDED | wrong))

    assert "cannot be an independent person (regulation 2)" in said
    assert "Law</textarea>" in said
    assert not Investigator.objects.exists()


def test_nobody_is_in_the_pool_twice(client, manager):
    client.force_login(manager)
    client.post("/pool/add/", ADDED)

    said = words(client.post("/pool/add/", ADDED | {"name": "INES OUTSIDE"}))

    assert "is in the pool already: change what is there" in said
    assert Investigator.objects.count() == 1


def test_a_check_a_training_and_an_absence_are_recorded_and_struck_out(client, manager):
    client.force_login(manager)
    ines = somebody("Ines Outside", manager)
    kind = CheckKind.objects.create(name="DBS")

    client.post(
        f"/pool/{ines.pk}/check/add/",
        {"kind": kind.pk, "done_on": "1 8 2026", "expires_on": "1 8 2029", "reference": "9"},
    )
    client.post(f"/pool/{ines.pk}/training/add/", {"name": "Panels", "on": "2 8 2026"})
    client.post(f"/pool/{ines.pk}/absence/add/", {"from_on": "20 8 2026", "why": "Holiday"})

    assert ines.checks.get().expires_on == date(2029, 8, 1)
    assert ines.trainings.get().name == "Panels"
    absence = ines.absences.get()
    assert (absence.from_on, absence.until_on) == (date(2026, 8, 20), None)
    client.post(f"/pool/{ines.pk}/absence/{absence.pk}/strike-out/", {"why": "She stays"})
    assert not ines.absences.exists()
    said = words(client.get(f"/pool/{ines.pk}/"))
    assert "struck out: away from 20 August 2026" in said
    assert "She stays" in said


def test_a_check_that_expires_before_it_was_done_is_refused_with_what_was_typed(client, manager):
    client.force_login(manager)
    ines = somebody("Ines Outside", manager)
    kind = CheckKind.objects.create(name="DBS")

    said = words(
        client.post(
            f"/pool/{ines.pk}/check/add/",
            {"kind": kind.pk, "done_on": "1 8 2026", "expires_on": "1 8 2025", "reference": "X9"},
        )
    )

    assert "A check expires after the day on which it was done" in said
    assert 'value="X9"' in said


def test_whoever_keeps_the_pool_has_ending_checks_on_their_desk(client, officer, manager):
    check(somebody("Ines Outside", officer), officer, date(2026, 10, 9))
    check(somebody("Ivo Apart", officer), officer, date(2026, 10, 10))

    assert "Checks of the pool" not in words(client.get("/"))
    client.force_login(manager)
    assert "1 person whose check has expired or soon will" in words(client.get("/"))


# Appointing on the case


def step(client, stage, key, **typed):
    address = f"/case/{stage.case.reference}/step/{key}/"
    return client.post(address, typed) if typed else client.get(address)


def test_appointing_shows_who_is_free_and_who_is_barred_and_why(client, stage, officer):
    somebody("Ines Outside", officer, roles=[IO], languages="French", limit_of_cases=3)
    lea = somebody("Lea Full", officer, roles=[IO], limit_of_cases=1)
    outsiders.appoint(at_stage_2(officer), lea, role=IO, on=TODAY, by=officer)

    said = words(step(client, stage, "appoint-investigator"))

    free, barred = said.split("Who cannot be appointed now, and why")
    assert "Ines Outside" in free
    assert "Investigating officer · 0 of 3 cases · French" in free
    assert "Lea Full" not in free
    assert "Lea Full holds 1 case and takes 1 at most." in barred


def test_somebody_at_their_limit_is_refused_and_nothing_typed_is_lost(client, stage, officer):
    lea = somebody("Lea Full", officer, roles=[IO], limit_of_cases=1)
    outsiders.appoint(at_stage_2(officer), lea, role=IO, on=TODAY, by=officer)

    answer = step(
        client, stage, "appoint-investigator", who=lea.pk, on="10 8 2026", asked_on="6 8 2026"
    )

    said = words(answer)
    assert "Lea Full holds 1 case and takes 1 at most." in said
    assert 'value="6 8 2026"' in said
    assert f'value="{lea.pk}" id="id_who_0" checked' in said
    assert not stage.appointments.exists()


def test_a_name_of_the_pool_typed_as_new_is_the_person_of_the_pool_with_their_bars(
    client, stage, officer
):
    somebody("Ida Inside", officer, employed_by_council=True)

    said = words(
        step(client, stage, "appoint-independent-person", name="ida  inside", on="10 8 2026")
    )

    assert "Ida Inside works for the council, so cannot be independent (regulation 2)." in said
    assert Investigator.objects.count() == 1


def test_an_appointment_has_its_dates_and_costs_on_the_case(client, stage, officer):
    ines = somebody("Ines Outside", officer, roles=[IO])
    typed = {"on": "7 8 2026", "asked_on": "5 8 2026", "accepted_on": "6 8 2026"}
    step(client, stage, "appoint-investigator", who=ines.pk, **typed)
    one = stage.appointments.get()
    step(client, stage, "record-dates", who=f"appointment_{one.pk}", met_complainant_on="10 8 2026")
    step(
        client,
        stage,
        "record-costs",
        **{f"fee_appointment_{one.pk}": "900", f"expenses_appointment_{one.pk}": "12.50"},
    )

    said = words(client.get(f"/case/{stage.case.reference}/stages/"))
    assert "asked 5 August 2026, accepted 6 August 2026, from 7 August 2026" in said
    assert "met the complainant 10 August 2026" in said
    said = words(client.get(f"/case/{stage.case.reference}/people/"))
    assert "fee £900.00; expenses £12.50" in said
    said = words(client.get(f"/case/{stage.case.reference}/"))
    assert "Investigating officer accepted" in said
    assert "Investigating officer met the complainant" in said


def test_a_panel_is_chosen_from_those_who_are_free(client, stage, officer):
    ivo = somebody("Ivo Apart", officer, roles=[IP, PoolRole.PANELLIST])
    outsiders.appoint(stage, ivo, role=IP, on=date(2026, 7, 7), by=officer)
    three = [somebody(name, officer, roles=[PoolRole.PANELLIST]) for name in ("Pia", "Quin", "Ros")]
    third = escalated(stage.case, 3, officer, requested=date(2026, 8, 7), answered=date(2026, 8, 7))
    said = words(step(client, third, "appoint-panel"))
    assert "may not sit on the panel (regulation 19(3))" in said

    typed = dict(zip(("chair", "second", "third"), [one.pk for one in three], strict=True))
    days = {f"{seat}_on": "10 8 2026" for seat in typed}
    refused = words(step(client, third, "appoint-panel", **(typed | days | {"third": ivo.pk})))
    assert "may not sit on the panel (regulation 19(3))" in refused
    step(client, third, "appoint-panel", **typed, **days)

    names = third.panel.members.values_list("investigator__name", flat=True)
    assert list(names) == ["Pia", "Quin", "Ros"]


def test_dates_and_costs_wait_until_somebody_is_appointed(client, stage, officer):
    answer = step(client, stage, "record-costs")

    assert answer.status_code == 409
    assert "Nobody of the pool was appointed in this case." in words(answer)
