"""A person over all their cases: found again, two records put together, and taken apart."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from accounts.models import Event, User
from accounts.permissions import Role
from accounts.putting_back import tracked_models
from cases.actions.merging import merge_people
from cases.models import CasePerson, ContactRestriction, Person, PersonMerge
from tests import factories as make

pytestmark = pytest.mark.django_db
RECEIVED = date(2006, 9, 4)


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def manager(client):
    user = User.objects.create_user("manager@example.org", "Martin Oakes", [Role.MANAGER])
    client.force_login(user)
    return user


def words(answer):
    return " ".join(answer.content.decode().split())


def in_case(reference, name, role="complainant", case=None, **facts):
    """Somebody of a case, which is made where none is given."""
    case = case or make.case(RECEIVED, "Leaving Care", reference=reference)
    person = facts.pop("person", None) or Person.objects.create(name=name, **facts)
    return CasePerson.objects.create(case=case, person=person, role=role)


@pytest.fixture
def two(manager):
    """Two records of one person, who complained twice."""
    kept = in_case("A-1", "Juniper Vale", telephone="01632 960 111", contact_rule="Text only")
    gone = in_case("A-2", "Juniper Vail", telephone="01632 960 222", no_post=True, address="1 Elm")
    return kept.person, gone.person


def merge(client, kept, gone, **typed):
    address = f"/persons/{kept.pk}/merge/{gone.pk}/"
    page = client.get(address).content.decode()
    state = re.search(r'name="state" value="([^"]+)"', page)[1]
    return client.post(address, {"state": state} | typed, follow=True)


def everything():
    models = tracked_models()
    return {model: list(model._base_manager.order_by("pk").values()) for model in models}


# The page of a person


def test_a_person_stands_with_all_their_cases(client, manager):
    part = in_case("A-1", "Juniper Vale")
    in_case("A-2", "", role="representative", person=part.person)

    page = words(client.get(f"/persons/{part.person_id}/"))

    assert "A-1" in page
    assert "A-2" in page
    assert "Representative" in page


def test_a_case_that_the_reader_may_not_see_is_not_on_it(client, officer):
    part = in_case("SEEN", "Juniper Vale")
    hidden = make.case(RECEIVED, "Leaving Care", reference="HIDDEN", restricted=True)
    in_case("", "", case=hidden, person=part.person)
    in_case("", "Juniper Vale", case=hidden)
    client.force_login(officer)

    page = words(client.get(f"/persons/{part.person_id}/"))

    assert "SEEN" in page
    assert "HIDDEN" not in page
    assert "Nobody has a like name" in page


def test_somebody_of_hidden_cases_only_is_not_found(client, officer):
    hidden = make.case(RECEIVED, "Leaving Care", reference="HIDDEN", restricted=True)
    part = in_case("", "Juniper Vale", case=hidden)
    client.force_login(officer)

    assert client.get(f"/persons/{part.person_id}/").status_code == 404


def test_a_number_in_the_social_care_system_finds_the_other_record_first(client, manager):
    part = in_case("A-1", "Wren Vale", role="service_user", care_system_number="204511")
    in_case("A-2", "Wren Vale", role="service_user")
    in_case("A-3", "Wrenna Vail", role="service_user", care_system_number="204511")

    answer = client.get(f"/persons/{part.person_id}/")

    found = [(person.name, person.by) for person in answer.context["alike"]]
    assert found == [("Wrenna Vail", "number"), ("Wren Vale", "name")]


def test_another_person_is_looked_for_by_name(client, two):
    answer = client.get(f"/persons/{two[0].pk}/?q=Juniper+Vail")

    assert "Juniper Vail" in words(answer)


def test_the_people_of_a_case_lead_to_their_pages(client, manager):
    part = in_case("A-1", "Juniper Vale")

    assert f'href="/persons/{part.person_id}/"' in words(client.get("/case/A-1/people/"))


# Putting together


def test_both_stand_side_by_side_with_what_would_happen(client, two):
    kept, gone = two

    page = words(client.get(f"/persons/{kept.pk}/merge/{gone.pk}/"))

    assert "01632 960 111" in page
    assert "01632 960 222" in page
    assert "A-1" in page
    assert "A-2" in page
    assert "It can be undone until something is built on it" in page
    assert Person.objects.count() == 2


def test_one_record_stays_with_every_case_every_warning_and_what_was_chosen(client, two):
    kept, gone = two

    merge(client, kept, gone, **{"choose-telephone": "gone", "choose-name": "kept"})

    person = Person.objects.get()
    assert person.pk == kept.pk
    assert (person.name, person.telephone) == ("Juniper Vale", "01632 960 222")
    assert (person.contact_rule, person.no_post, person.address) == ("Text only", True, "1 Elm")
    assert sorted(person.parts.values_list("case__reference", flat=True)) == ["A-1", "A-2"]
    told = Event.objects.filter(sentence="put together two records of one person of the case")
    assert told.count() == 2
    assert len(set(told.values_list("context_id", flat=True))) == 1


def test_a_part_that_both_play_in_one_case_stands_once_with_all_that_is_known(client, manager):
    kept = in_case("A-1", "Juniper Vale")
    twin = in_case("", "Juniper Vail", case=kept.case)
    CasePerson.objects.filter(pk=twin.pk).update(relation="mother")

    address = f"/persons/{kept.person_id}/merge/{twin.person_id}/"
    assert "Both stand in A-1: make sure" in words(client.get(address))
    merge(client, kept.person, twin.person)

    part = CasePerson.objects.get()
    assert (part.person, part.relation) == (kept.person, "mother")


def test_a_restriction_follows_the_person(client, two):
    kept, gone = two
    ContactRestriction.objects.create(
        person=gone,
        case=gone.parts.get().case,
        reason="Shouted",
        terms="In writing",
        decided_on=RECEIVED,
        review_on=date(2007, 9, 4),
    )

    merge(client, kept, gone)

    assert ContactRestriction.objects.get().person == kept


def test_a_person_is_not_put_together_with_themselves(client, two):
    kept, _ = two
    address = f"/persons/{kept.pk}/merge/{kept.pk}/"

    assert "That is the same record twice" in words(client.get(address))
    assert client.post(address, {"state": "any"}).status_code == 409


def test_two_numbers_are_two_people_until_one_is_put_right(client, manager):
    kept = in_case("A-1", "Wren Vale", care_system_number="204511").person
    gone = in_case("A-2", "Wren Vale", care_system_number="204512").person

    page = words(merge(client, kept, gone))

    assert "They have different numbers in the social care system" in page
    assert Person.objects.count() == 2


def test_who_may_not_see_one_of_the_cases_may_not_put_them_together(client, manager, two):
    kept, gone = two
    about_manager = make.case(RECEIVED, "Leaving Care", reference="ABOUT-ME")
    in_case("", "", case=about_manager, person=gone)
    myself = Person.objects.create(name="Martin Oakes", user=manager)
    in_case("", "", case=about_manager, person=myself, role="complained_about")

    page = words(merge(client, kept, gone))

    assert "You may not put these two together" in page
    assert "ABOUT-ME" not in page
    assert Person.objects.filter(pk=gone.pk).exists()


def test_an_officer_puts_nobody_together(client, two, officer):
    kept, gone = two
    client.force_login(officer)

    assert client.get(f"/persons/{kept.pk}/merge/{gone.pk}/").status_code == 403
    with pytest.raises(ValidationError):
        merge_people(kept, gone, chosen={}, now=now(), by=officer)


def test_who_changed_one_of_them_meanwhile_is_not_overwritten(client, two):
    kept, gone = two
    address = f"/persons/{kept.pk}/merge/{gone.pk}/"
    state = re.search(r'name="state" value="([^"]+)"', client.get(address).content.decode())[1]
    Person.objects.filter(pk=gone.pk).update(telephone="01632 960 333")

    answer = client.post(address, {"state": state, "choose-telephone": "gone"})

    assert answer.status_code == 409
    assert "One of them changed while you were looking" in words(answer)
    chosen = r'name="choose-telephone" value="gone" checked'
    assert re.search(chosen, answer.content.decode())
    assert Person.objects.count() == 2


# Taking apart


def test_what_was_put_together_is_taken_apart_to_the_last_field(client, two):
    kept, gone = two
    before = everything()
    merge(client, kept, gone, **{"choose-name": "gone"})
    done = PersonMerge.objects.get()

    answer = client.post(f"/persons/{kept.pk}/undo/{done.pk}/", follow=True)

    assert "Juniper Vail stands apart again" in words(answer)
    assert everything() == before


def test_nothing_is_taken_apart_once_a_case_stands_on_it(client, two, manager):
    kept, gone = two
    merge(client, kept, gone)
    done = PersonMerge.objects.get()
    later = make.case(RECEIVED, "Leaving Care", reference="LATER")
    in_case("", "", case=later, person=kept)

    answer = client.post(f"/persons/{kept.pk}/undo/{done.pk}/", follow=True)

    assert "Something was recorded of them since" in words(answer)
    assert Person.objects.count() == 1


def test_nothing_is_taken_apart_once_what_is_known_of_them_was_put_right(client, two):
    kept, gone = two
    merge(client, kept, gone)
    Person.objects.filter(pk=kept.pk).update(telephone="01632 960 333")

    page = words(client.get(f"/persons/{kept.pk}/"))

    assert "Not to be undone: Something was recorded of them since" in page


# A name and a number


def test_a_name_and_number_are_one_person(officer):
    Person.objects.create(name="Wren Vale", care_system_number="204511")

    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(name="wren vale", care_system_number="204511")


def test_the_page_of_a_person_asks_at_most_12_queries(client, two, at_most_queries):
    with at_most_queries(12):
        client.get(f"/persons/{two[0].pk}/")
