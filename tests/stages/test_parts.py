"""A mixed complaint: parts with a procedure, a clock and points of their own, and one lead."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import add_point, assign, restrict
from cases.models import Case, CasePerson, Directorate, Person, ServiceArea
from stages.actions.casework import record_date, respond
from stages.actions.endings import reopen, withdraw
from stages.actions.intake import take_in
from stages.actions.parts import acknowledge_with, join_again, split_off
from stages.models import Outcome, StageEvent
from stages.not_possible import NotPossible
from stages.parts_under_way import situations_of_parts
from stages.situation import Phase, Situation
from stages.steps import steps_of

pytestmark = pytest.mark.django_db

RECEIVED = date(2026, 9, 1)  # a Tuesday


def someone(role, name="Anna Fielding"):
    email = f"{name.split()[0].lower()}@example.org"
    return User.objects.create_user(email, name, [role])


@pytest.fixture
def officer():
    return someone(Role.OFFICER)


def area(name):
    directorate, _ = Directorate.objects.get_or_create(name="Any")
    defaults = {"directorate": directorate, "usual_procedure": "children"}
    return ServiceArea.objects.get_or_create(name=name, defaults=defaults)[0]


@pytest.fixture
def lead(officer):
    return take_in(
        on=RECEIVED,
        by=officer,
        code="children",
        received_on=RECEIVED,
        service_area=area("Children in Need"),
        summary="Visits, and the carer's own assessment",
        complainant={"name": "Juniper Vale"},
        points=["Visits were cancelled", "No carer's assessment", "Nobody called back"],
    )


def split(lead, by, *numbers, **more):
    return split_off(
        lead,
        code=more.pop("code", "adults"),
        service_area=area("Older People"),
        points=lead.points.filter(number__in=numbers),
        why="About the carer's own assessment",
        on=date(2026, 9, 2),
        by=by,
        **more,
    )


def numbers(case):
    return list(case.points.values_list("number", "is_primary"))


def test_a_part_has_its_own_procedure_and_a_clock_from_the_same_receipt(lead, officer):
    part = split(lead, officer, 2)

    assert part.reference == f"{lead.reference}-2"
    assert part.route.procedure.code == "adults"
    assert part.received_on == RECEIVED
    stage = part.stages.get()
    assert (stage.begun_on, stage.responded_on) == (RECEIVED, None)
    assert stage.deadlines.get(is_main=True).starts_on == RECEIVED
    assert part.decisions.get().reason == "About the carer's own assessment"


def test_points_keep_their_numbers_and_each_case_has_a_primary_one(lead, officer):
    part = split(lead, officer, 1, 2)

    assert numbers(lead) == [(3, True)]
    assert numbers(part) == [(1, True), (2, False)]


def test_a_new_point_is_numbered_after_all_of_the_complaint(lead, officer):
    part = split(lead, officer, 2, new_points=["The form was lost"])
    add_point(lead, text="Another thing", by=officer)

    assert numbers(part) == [(2, True), (4, False)]
    assert numbers(lead) == [(1, True), (3, False), (5, False)]


def test_the_acknowledgement_of_the_lead_is_the_parts_too(lead, officer):
    stage = lead.stages.get()
    record_date(stage, StageEvent.ACKNOWLEDGED, on=date(2026, 9, 3), by=officer)

    part = split(lead, officer, 2)

    assert part.stages.get().acknowledged_on == date(2026, 9, 3)


def test_one_letter_can_acknowledge_the_lead_and_its_parts(lead, officer):
    part = split(lead, officer, 2)

    acknowledge_with(
        lead.stages.get(), part.stages.all(), on=date(2026, 9, 3), how="letter", by=officer
    )

    assert lead.stages.get().acknowledged_on == date(2026, 9, 3)
    assert part.stages.get().acknowledged_on == date(2026, 9, 3)


def test_whoever_holds_the_lead_holds_the_part(lead, officer):
    assign(lead, to=officer, capacity="owner", on=RECEIVED, by=officer)

    assert split(lead, officer, 2).assignments.get().user == officer


@pytest.mark.parametrize(
    ("points", "new", "sentence"),
    [
        ([], [], "Choose the points that go to the part"),
        ([1, 2, 3], [], "Leave at least one point on the lead case"),
    ],
)
def test_a_part_takes_some_points_and_leaves_some(lead, officer, points, new, sentence):
    with pytest.raises(NotPossible, match=sentence):
        split(lead, officer, *points, new_points=new)

    assert not lead.parts.exists()


def test_a_point_with_a_finding_stays_where_it_was_made(lead, officer):
    findings = dict.fromkeys(lead.points.all(), Outcome.UPHELD)
    respond(lead.stages.get(), on=date(2026, 9, 9), findings=findings, by=officer)

    with pytest.raises(NotPossible, match="stays where it was made"):
        split(lead, officer, 2)


def test_a_part_has_no_parts_of_its_own(lead, officer):
    part = split(lead, officer, 1, 2)

    with pytest.raises(NotPossible, match="lead case"):
        split(part, officer, 1)
    with pytest.raises(IntegrityError, match="cannot have parts"), transaction.atomic():
        Case.objects.create(
            reference="X", received_on=RECEIVED, service_area=part.service_area, part_of=part
        )
    other = Case.objects.create(reference="Y", received_on=RECEIVED, service_area=part.service_area)
    with pytest.raises(IntegrityError, match="cannot be a part"), transaction.atomic():
        Case.objects.filter(pk=lead.pk).update(part_of=other)


def test_a_case_is_no_part_of_itself(lead):
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=lead.pk).update(part_of=lead)


def test_only_a_closed_part_is_joined_with_its_lead(lead):
    with pytest.raises(IntegrityError, match="case_joined"), transaction.atomic():
        Case.objects.filter(pk=lead.pk).update(joined_on=RECEIVED)


def test_a_part_is_as_restricted_as_its_lead_whoever_changes_it(lead, officer):
    part = split(lead, officer, 2)
    restrict(lead, why="Concerns staff", by=officer)
    part.refresh_from_db()
    assert part.restricted

    Case.objects.filter(pk=part.pk).update(restricted=False)
    part.refresh_from_db()
    assert part.restricted

    later = split(lead, officer, 3)
    later.refresh_from_db()
    assert later.restricted


def seen_by(user):
    return set(Case.objects.visible_to(user))


def test_who_was_given_only_the_part_sees_only_the_part(lead, officer):
    part = split(lead, officer, 2)
    responder = someone(Role.RESPONDER, "Clover Marsh")
    assign(part, to=responder, capacity="responder", on=RECEIVED, by=officer)

    assert seen_by(responder) == {part}


def test_who_was_given_the_lead_sees_its_parts_restricted_or_not(lead, officer):
    part = split(lead, officer, 2)
    responder, holder = (
        someone(Role.RESPONDER, "Clover Marsh"),
        someone(Role.OFFICER, "Bryony Lake"),
    )
    restrict(lead, why="Concerns staff", by=officer)
    assign(lead, to=responder, capacity="responder", on=RECEIVED, by=officer)
    assign(lead, to=holder, capacity="owner", on=RECEIVED, by=officer)

    assert seen_by(responder) == {lead, part}
    assert seen_by(holder) == {lead, part}
    assert seen_by(officer) == set()


def test_a_head_of_service_sees_a_part_of_their_area_and_not_its_lead(lead, officer):
    part = split(lead, officer, 2)
    head = someone(Role.HEAD_OF_SERVICE, "Hazel Brook")
    part.service_area.heads.add(head)
    assert seen_by(head) == {part}

    restrict(lead, why="Concerns staff", by=officer)
    assert seen_by(head) == set()


def test_who_is_complained_about_sees_neither_the_lead_nor_its_parts(lead, officer):
    part = split(lead, officer, 2)
    manager = someone(Role.MANAGER, "Martin Oakes")
    assert seen_by(manager) == {lead, part}

    person = Person.objects.create(name="Martin Oakes", user=manager)
    lead.people.create(person=person, role=CasePerson.Role.COMPLAINED_ABOUT)

    assert seen_by(manager) == set()


def test_the_people_stay_with_the_lead(lead, officer):
    part = split(lead, officer, 2)

    assert not part.people.exists()
    assert part.lead == lead
    reasons = {step.key: why for step, why in steps_of(Situation(part), officer)}
    assert reasons["add-person"] == "This is done on the lead case."
    assert reasons["split-part"] == "This is done on the lead case."


def test_parts_are_joined_again_while_nothing_was_answered(lead, officer):
    part = split(lead, officer, 1, 2)

    join_again(lead, [part], why="It is one matter", on=date(2026, 9, 4), by=officer)

    assert numbers(lead) == [(1, False), (2, False), (3, True)]
    part.refresh_from_db()
    assert (part.closed_on, part.joined_on) == (date(2026, 9, 4), date(2026, 9, 4))
    assert not part.stages.get().deadlines.filter(live=True).exists()
    assert list(Case.objects.parts()) == []


def test_a_part_that_was_answered_stays_a_part(lead, officer):
    part = split(lead, officer, 2)
    findings = dict.fromkeys(part.points.all(), Outcome.UPHELD)
    respond(part.stages.get(), on=date(2026, 9, 9), findings=findings, by=officer)

    with pytest.raises(NotPossible, match="was answered already"):
        join_again(lead, [part], why="It is one matter", on=date(2026, 9, 10), by=officer)


def test_a_part_joined_again_is_not_opened_by_itself(lead, officer):
    part = split(lead, officer, 2)
    join_again(lead, [part], why="It is one matter", on=date(2026, 9, 4), by=officer)
    manager = someone(Role.MANAGER, "Martin Oakes")
    part.refresh_from_db()
    reasons = {step.key: why for step, why in steps_of(Situation(part), manager)}

    assert reasons["reopen"] == "It was joined with its lead again: split it off anew."
    with pytest.raises(IntegrityError), transaction.atomic():
        reopen(part, why="Why not", by=manager)


def test_a_lead_is_not_closed_while_a_part_is_open(lead, officer):
    part = split(lead, officer, 2)
    findings = dict.fromkeys(lead.points.all(), Outcome.NOT_UPHELD)
    respond(lead.stages.get(), on=date(2026, 9, 9), findings=findings, by=officer)
    reasons = {step.key: why for step, why in steps_of(Situation(lead), officer)}
    assert reasons["close"] == f"Not while its part {part} is open."

    withdraw(part, on=date(2026, 9, 10), by=officer)
    reasons = {step.key: why for step, why in steps_of(Situation(lead), officer)}
    assert reasons["close"] == ""


def test_how_the_parts_stand_is_read_in_three_queries(lead, officer, django_assert_num_queries):
    split(lead, officer, 2)
    split(lead, officer, 3, code="corporate")

    with django_assert_num_queries(3):
        parts = situations_of_parts(lead)
        said = [(str(part.case), part.phase, str(part.main_deadline.limit.key)) for part in parts]

    assert said == [
        (f"{lead}-2", Phase.UNDER_WAY, "response"),
        (f"{lead}-3", Phase.UNDER_WAY, "response"),
    ]
