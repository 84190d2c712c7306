"""An administrator keeps the accounts: who signs in, with which roles. Nobody sets their own."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from accounts import actions
from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import Directorate, ServiceArea

pytestmark = pytest.mark.django_db
PASSWORD = "lantern river tuesday"
OTHERS = [role for role in Role if role != Role.ADMINISTRATOR]
OLD_PASSWORD = "kettle orchard thunder"


def user(name, *roles, password=None):
    email = f"{name.split()[0].lower()}@example.org"
    return User.objects.create_user(email, name, roles, password)


@pytest.fixture
def administrator():
    return user("Ada Meadow", Role.ADMINISTRATOR, password=OLD_PASSWORD)


@pytest.fixture
def office(client, administrator):
    """A browser with an administrator signed in."""
    client.force_login(administrator)
    return client


@pytest.fixture
def rosa():
    return user("Rosa Field", Role.OFFICER, password=OLD_PASSWORD)


@pytest.fixture
def area():
    directorate = Directorate.objects.create(name="Children's Services")
    return ServiceArea.objects.create(name="Children in Need", directorate=directorate)


def words(answer):
    return answer.content.decode()


def sentences():
    return list(Event.objects.exclude(by=None).values_list("sentence", flat=True))


def change(office, person, **changed):
    """Send the page of a person as it stands, but for what is ``changed``."""
    sent = {
        "full_name": person.full_name,
        "email": person.email,
        "roles": person.roles,
        "areas": [area.pk for area in person.heads_service_areas.all()],
        "is_active": "on" if person.is_active else "",
    }
    return office.post(f"/people/{person.pk}/", sent | changed, follow=True)


# Adding


def new_person(**changed):
    return {
        "full_name": "Rosa Field",
        "email": "Rosa.Field@Example.org",
        "roles": ["officer", "vetter"],
        "password": PASSWORD,
    } | changed


def test_a_person_who_was_added_signs_in_with_the_temporary_password(office, client):
    answer = office.post("/people/add/", new_person(), follow=True)

    assert "Rosa Field has an account." in words(answer)
    assert "they sign in as rosa.field@example.org" in words(answer)
    assert PASSWORD not in words(answer)
    assert User.objects.get(full_name="Rosa Field").roles == ["officer", "vetter"]
    assert client.login(email="rosa.field@example.org", password=PASSWORD)
    assert sentences() == [
        "opened the account of Rosa Field as Complaints officer, Vetting manager"
    ]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"full_name": ""}, "Enter their name"),
        ({"email": ""}, "Enter their email address"),
        ({"email": "rosa"}, "Enter an email address such as name@example.org"),
        ({"email": "ADA@example.org"}, "Ada Meadow has an account with this email address already"),
        ({"roles": []}, "Choose at least one role"),
        ({"roles": ["king"]}, "Choose roles from the list"),
        ({"password": "short one"}, "Enter a password of at least 12 characters"),
        ({"password": "qwerty123456"}, "this one is among the first that get tried"),
        ({"password": "rosa.field@example.org"}, "does not look like the name or email address"),
    ],
)
def test_what_is_wrong_with_a_new_person_is_said_and_nobody_is_added(office, wrong, said):
    answer = office.post("/people/add/", new_person(**wrong))

    assert said in words(answer)
    assert "There is a problem" in words(answer)
    assert User.objects.count() == 1


# Changing


def test_new_roles_hold_from_the_next_page(office, rosa):
    answer = change(office, rosa, roles=["committee"])

    assert "Rosa Field: their role is now Committee staff." in words(answer)
    rosa.refresh_from_db()
    assert rosa.roles == ["committee"]
    assert sentences() == [
        "changed the roles of Rosa Field from Complaints officer to Committee staff"
    ]


def test_a_leaver_is_signed_out_at_once_and_keeps_their_name(office, rosa):
    hers = Client()
    hers.force_login(rosa)

    answer = change(office, rosa, is_active="")

    assert "they are signed out and cannot sign in" in words(answer)
    assert hers.get("/people/rights/").status_code == 302
    assert "Cannot sign in" in words(office.get("/people/"))
    assert sentences() == ["closed the account of Rosa Field"]


def test_someone_who_comes_back_can_sign_in_again(office, rosa):
    change(office, rosa, is_active="")
    answer = change(office, User.objects.get(pk=rosa.pk), is_active="on")

    assert "they can sign in again" in words(answer)
    assert User.objects.get(pk=rosa.pk).is_active


def test_a_head_of_service_is_given_their_service_areas(office, rosa, area):
    change(office, rosa, roles=["head_of_service"], areas=[area.pk])

    assert list(area.heads.all()) == [rosa]
    assert "made Rosa Field head of Children in Need" in sentences()


def test_a_new_name_and_address_are_kept_with_the_old_ones_in_the_trail(office, rosa):
    change(office, rosa, full_name="Rosa Brook", email="brook@example.org")

    assert sentences() == [
        "changed the details of Rosa Field (rosa@example.org) to Rosa Brook (brook@example.org)"
    ]


def test_saving_without_a_change_says_so_and_records_nothing(office, rosa):
    assert "Rosa Field: nothing was changed." in words(change(office, rosa))
    assert sentences() == []


def test_a_wrong_address_keeps_what_was_typed_and_changes_nothing(office, rosa):
    answer = change(
        office, rosa, full_name="Rosa Brook", email="ada@example.org", roles=["finance"]
    )

    assert "Ada Meadow has an account with this email address already" in words(answer)
    assert 'value="Rosa Brook"' in words(answer)
    rosa.refresh_from_db()
    assert (rosa.full_name, rosa.roles) == ("Rosa Field", ["officer"])


# Oneself


def test_an_administrator_changes_neither_their_own_roles_nor_their_access(office, administrator):
    change(office, administrator, roles=["officer"], is_active="", full_name="Ada Brook")

    administrator.refresh_from_db()
    assert administrator.full_name == "Ada Brook"
    assert administrator.roles == ["administrator"]
    assert administrator.is_active


def test_no_way_round_the_pages_lets_someone_change_their_own_rights(administrator):
    with pytest.raises(ValidationError, match="another administrator"):
        actions.change_roles(administrator, roles=["manager"], by=administrator)
    with pytest.raises(ValidationError, match="another administrator"):
        actions.deactivate(administrator, by=administrator)


# Passwords


def test_a_forgotten_password_is_replaced_by_a_temporary_one(office, rosa, client):
    answer = office.post(f"/people/{rosa.pk}/password/", {"password": PASSWORD}, follow=True)

    assert "Rosa Field has a new password." in words(answer)
    assert PASSWORD not in words(answer)
    assert not client.login(email=rosa.email, password=OLD_PASSWORD)
    assert client.login(email=rosa.email, password=PASSWORD)
    assert sentences() == ["set a temporary password for Rosa Field"]


def test_everyone_changes_their_own_password_and_stays_signed_in(client, rosa):
    client.force_login(rosa)

    answer = client.post("/password/", {"old_password": OLD_PASSWORD, "password": PASSWORD})

    assert answer.status_code == 302
    assert client.get("/people/rights/").status_code == 200
    assert User.objects.get(pk=rosa.pk).check_password(PASSWORD)
    assert sentences() == ["changed their own password"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("wrong one", PASSWORD, "This is not the password you signed in with"),
        (OLD_PASSWORD, "short", "Enter a password of at least 12 characters"),
    ],
)
def test_a_password_is_not_changed_without_the_old_one_or_for_a_weak_one(
    client, rosa, old, new, said
):
    client.force_login(rosa)

    answer = client.post("/password/", {"old_password": old, "password": new})

    assert said in words(answer)
    assert User.objects.get(pk=rosa.pk).check_password(OLD_PASSWORD)


# Lists, and who may open them


def test_people_are_found_by_name_or_address(office, rosa):
    assert "Rosa Field" in words(office.get("/people/?q=ROSA@"))
    assert "Rosa Field" not in words(office.get("/people/?q=meadow"))
    assert "Nobody found" in words(office.get("/people/?q=nobody"))
    assert office.get("/people/?q=%00&page=x").status_code == 200


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_adds_or_changes_a_person(client, rosa, role):
    someone = user("Someone Else", role)
    client.force_login(someone)

    for address in ["/people/", "/people/add/", f"/people/{rosa.pk}/"]:
        assert client.get(address).status_code == 403
    assert client.post("/people/add/", new_person(email="new@example.org")).status_code == 403
    assert change(client, rosa, roles=["manager"]).status_code == 403
    password = client.post(f"/people/{rosa.pk}/password/", {"password": PASSWORD})
    assert password.status_code == 403
    rosa.refresh_from_db()
    assert (rosa.roles, rosa.check_password(OLD_PASSWORD)) == (["officer"], True)
    assert not User.objects.filter(email="new@example.org").exists()


def test_the_table_of_rights_is_open_to_whoever_signs_in(client, rosa):
    client.force_login(rosa)

    page = words(client.get("/people/rights/"))

    assert "Keep user accounts and their roles" in page
    assert "Information governance" in page
