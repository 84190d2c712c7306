"""Every change is recorded, whoever and whatever made it, and the trail cannot be rewritten."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from accounts.models import Event, User
from accounts.permissions import Role
from accounts.trail import action, record

pytestmark = pytest.mark.django_db


def history(model):
    return apps.get_model("accounts", f"{model.__name__}Event")


@action
def rename(user, *, to, by):
    user.full_name = to
    user.save()
    record(f"renamed to {to}", user, by=by, why="Married")


@pytest.fixture
def officer():
    return User.objects.create_user("officer@example.org", "Ola Field", [Role.OFFICER])


def test_an_action_leaves_a_sentence_and_the_fields_before_and_after(officer):
    rename(officer, to="Ola Meadow", by=officer)

    event = Event.objects.get(about_model="accounts.user")
    assert str(event) == "Ola Meadow renamed to Ola Meadow"
    change = history(User).objects.filter(pgh_label="update").latest("pgh_id")
    assert (change.full_name, change.pgh_context_id) == ("Ola Meadow", event.context_id)
    assert change.pgh_context.metadata == {"user": officer.pk, "action": "rename"}


@pytest.mark.parametrize("change", ["bulk", "sql"])
def test_a_change_past_the_models_is_recorded_too(officer, change):
    if change == "bulk":
        User.objects.filter(pk=officer.pk).update(full_name="Ola Brook")
    else:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE accounts_user SET full_name = 'Ola Brook'")

    assert history(User).objects.latest("pgh_id").full_name == "Ola Brook"


def test_a_deleted_row_is_recorded(officer):
    officer.delete()

    assert history(User).objects.latest("pgh_id").pgh_label == "delete"


def test_a_password_is_not_kept_in_the_trail():
    assert "password" not in {field.name for field in history(User)._meta.get_fields()}


@pytest.mark.parametrize(
    "sql", ["UPDATE accounts_event SET sentence = ''", "DELETE FROM accounts_event"]
)
def test_a_sentence_of_the_trail_cannot_be_changed(officer, sql):
    record("signed in", officer, by=officer)

    with (
        pytest.raises(DatabaseError, match="append_only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_a_row_of_the_history_cannot_be_changed(officer):
    rename(officer, to="Ola Meadow", by=officer)

    with pytest.raises(DatabaseError), transaction.atomic():
        history(User).objects.update(full_name="Nobody")


def test_an_action_that_fails_leaves_neither_change_nor_sentence(officer):
    @action
    def fails_halfway(user, *, by):
        user.full_name = "Half"
        user.save()
        record("was half changed", user, by=by)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        fails_halfway(officer, by=officer)

    officer.refresh_from_db()
    assert (officer.full_name, Event.objects.filter(by=officer).count()) == ("Ola Field", 0)


def test_an_action_without_a_person_is_refused(officer):
    with pytest.raises(TypeError):
        rename(officer, to="Nobody")
