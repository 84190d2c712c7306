"""Taking a complaint in: its people, its points, its deadlines, in few statements."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from accounts.models import Event, User
from accounts.permissions import Role
from cases.actions.casework import assign, restrict
from cases.actions.people import add_people, correct_person
from cases.models import Case, CasePerson, Person, ToldApart
from stages.actions.intake import file_with, take_in
from stages.models import Task
from tests.factories import service_area

pytestmark = pytest.mark.django_db

RECEIVED = date(2026, 9, 1)


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def manager():
    return User.objects.create_user("manager@example.org", "Martin Oakes", [Role.MANAGER])


def logged(by, **told) -> Case:
    facts = {"received_on": RECEIVED, "service_area": service_area("Leaving Care")}
    return take_in(on=RECEIVED, by=by, **facts, **told)


def test_logging_takes_at_most_25_statements(officer, django_assert_max_num_queries):
    area = service_area("Leaving Care")

    with django_assert_max_num_queries(25):
        case = take_in(
            on=RECEIVED,
            by=officer,
            received_on=RECEIVED,
            service_area=area,
            summary="The deposit was refused.",
            complainant={"name": "Juniper Vale", "address": "3 Mill Lane, Oakham"},
            children=[
                {"name": "Wren Vale", "care_system_number": "204511"},
                {"name": "Alder Vale", "care_system_number": "204512"},
            ],
            representative={
                "name": "Olive Berry",
                "authority_evidence": "Letter of authority",
                "authority_dated_on": date(2026, 8, 20),
            },
            points=["The deposit", "The delay", "The letter"],
        )

    assert [str(part) for part in case.people.all()] == [
        "Juniper Vale (complainant)",
        "Wren Vale (service user)",
        "Alder Vale (service user)",
        "Olive Berry (representative)",
    ]
    assert [(point.number, point.is_primary) for point in case.points.all()] == [
        (1, True),
        (2, False),
        (3, False),
    ]
    assert case.stages.get().deadlines.get(is_main=True).due_on == date(2026, 9, 15)
    events = Event.objects.filter(about_model="cases.case", about_id=case.pk).order_by("pk")
    assert list(events.values_list("sentence", flat=True)) == [
        "logged the complaint",
        "added the complainant, 2 service users and the representative",
        "added points 1 to 3",
        "put the case provisionally on the route “Children Act procedure, 2006 Regulations”",
        "began Stage 1: local resolution",
    ]


# A number in the social care system


def test_the_same_name_and_number_are_the_same_person_over_several_cases(officer):
    wren = {"name": "Wren Vale", "care_system_number": "204511"}
    first = logged(officer, children=[wren])
    second = logged(officer, children=[wren | {"name": "wren vale"}])

    assert first.people.get().person == second.people.get().person


def test_a_number_that_was_typed_wrongly_does_not_make_somebody_else_of_a_child(officer):
    logged(officer, children=[{"name": "Wren Vale", "care_system_number": "204511"}])
    logged(officer, children=[{"name": "Rowan Penfield", "care_system_number": "204511"}])

    assert Person.objects.count() == 2


def test_a_child_that_is_typed_twice_is_on_the_case_once(officer):
    wren = {"name": "Wren Vale", "care_system_number": "204511"}

    assert logged(officer, children=[wren, wren]).people.count() == 1


# To whom letters go


AUTHORITY = {"authority_evidence": "Court order", "authority_dated_on": date(2026, 8, 1)}


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({"complainant": {"name": "Juniper Vale"}}, "Juniper Vale"),
        (
            {
                "complainant": {"name": "Juniper Vale"},
                "representative": {"name": "Olive Berry"} | AUTHORITY,
            },
            "Olive Berry",
        ),
        (
            {"complainant": {"name": "Juniper Vale"}, "representative": {"name": "Olive Berry"}},
            "Juniper Vale",
        ),
        ({"anonymous": True, "children": ["Wren Vale"]}, None),
        ({"children": ["Wren Vale"]}, None),
    ],
    ids=["complainant", "with authority", "without authority", "anonymous", "nobody named"],
)
def test_letters_go_to_who_acts_with_authority_else_to_the_complainant(officer, told, name):
    part = logged(officer, **told).letters_go_to()

    assert (part.person.name if part else None) == name


def test_an_anonymous_complainant_who_gives_their_name_is_anonymous_no_longer(officer):
    case = logged(officer, anonymous=True)
    add_people(case, [{"role": "complainant", "name": "Juniper Vale"}], by=officer)

    case.refresh_from_db()
    assert (case.anonymous, case.letters_go_to().person.name) == (False, "Juniper Vale")


def test_a_date_of_authority_needs_what_shows_it(officer):
    case = logged(officer)
    person = Person.objects.create(name="Olive Berry")

    with pytest.raises(IntegrityError), transaction.atomic():
        CasePerson.objects.create(
            case=case, person=person, role="representative", authority_dated_on=RECEIVED
        )


# Put right


def test_what_was_put_right_is_told_by_the_name_of_the_field_and_not_by_what_it_says(officer):
    part = logged(officer, complainant={"name": "Juniper Vale"}).people.get()
    correct_person(part, by=officer, address="3 Mill Lane", no_post=True, relation="aunt")

    part.refresh_from_db()
    assert (part.relation, part.person.address, part.person.no_post) == (
        "aunt",
        "3 Mill Lane",
        True,
    )
    assert Event.objects.latest("pk").sentence == (
        "put right for the complainant: address, no post, relation to the service user"
    )


def test_nothing_is_told_where_nothing_was_changed(officer):
    part = logged(officer, complainant={"name": "Juniper Vale"}).people.get()
    before = Event.objects.count()
    correct_person(part, by=officer, name="Juniper Vale", address="")

    assert Event.objects.count() == before


# Earlier cases


def test_a_restricted_case_of_the_same_people_is_told_to_the_managers_and_to_nobody_else(
    officer, manager
):
    earlier = logged(manager, complainant={"name": "Juniper Vale"})
    restrict(earlier, why="A member of staff's family", by=manager)
    case = logged(officer, complainant={"name": "Juniper Vail"})

    task = Task.objects.get(kind=Task.Kind.RESTRICTED_MATCH)
    assert (task.case, task.kind, task.for_deciders) == (case, "restricted_match", True)
    assert task.what == (
        f"Compare with {earlier.reference}: restricted, and of people named or living alike"
    )
    assert task not in Task.objects.visible_to(officer)
    assert task in Task.objects.visible_to(manager)
    about_the_case = Event.objects.filter(about_model="cases.case", about_id=case.pk)
    assert not about_the_case.filter(sentence__contains=earlier.reference).exists()
    assert not about_the_case.filter(sentence__contains="task").exists()


def test_an_officer_who_may_see_the_restricted_case_needs_no_task(officer, manager):
    earlier = logged(manager, complainant={"name": "Juniper Vale"})
    restrict(earlier, why="A member of staff's family", by=manager)
    assign(earlier, to=officer, capacity="owner", on=RECEIVED, by=manager)
    logged(officer, complainant={"name": "Juniper Vale"})

    assert not Task.objects.filter(kind=Task.Kind.RESTRICTED_MATCH).exists()


def test_that_an_earlier_case_is_of_other_people_is_remembered_once(officer):
    earlier = logged(officer, complainant={"name": "Juniper Vale"})
    case = logged(officer, complainant={"name": "Juniper Vale"}, different=[earlier])

    apart = ToldApart.objects.get()
    assert (apart.case, apart.other) == (case, earlier)
    with pytest.raises(IntegrityError), transaction.atomic():
        ToldApart.objects.create(case=case, other=earlier)


def test_a_case_is_not_told_apart_from_itself(officer):
    case = logged(officer)

    with pytest.raises(IntegrityError), transaction.atomic():
        ToldApart.objects.create(case=case, other=case)


def test_what_is_about_a_case_that_is_there_becomes_its_note(officer):
    earlier = logged(officer)
    file_with(earlier, on=RECEIVED, said="Still no answer.", said_by="Juniper Vale", by=officer)

    note = earlier.notes.get()
    assert (note.on, note.text, note.said_by) == (RECEIVED, "Still no answer.", "Juniper Vale")
    assert Case.objects.count() == 1
