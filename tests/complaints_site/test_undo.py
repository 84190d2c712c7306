"""Undoing the last step: every row as it was before, and both stand in the history."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from pghistory.models import Context

from accounts.models import Event, User
from accounts.permissions import Role
from accounts.putting_back import CannotPutBack, put_back, tracked_models
from accounts.trail import one_act
from cases.actions.casework import add_note, add_person, add_point, assign
from cases.actions.undoing import undo_last
from cases.acts import last_act, offer_to_undo
from cases.models import Case, Note, Person
from stages.actions.ombudsman import log_from_enquiry, receive_enquiry
from stages.models import Investigator, Stage
from stages.steps import STEPS
from tests.complaints_site.every_step import (
    AT_STAGE_2,
    AT_STAGE_3,
    INVESTIGATOR,
    PANEL,
    SEATS,
    SENT,
    TAKEN,
    TODAY,
    a_manager,
    an_officer,
    case_for,
    take,
    take_what_comes_before,
    today_of,
)

pytestmark = pytest.mark.django_db
TOLD_BY_EMAIL = "ask-service"  # which cannot be taken back


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def manager(client):
    user = a_manager()
    client.force_login(user)
    return user


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def case(officer):
    return case_for("answer", officer)


def undo(client, case, act=None):
    act = act or last_act(case).context_id
    return client.post(f"/case/{case.reference}/undo/", {"act": act})


def everything():
    """Every row of every tracked model, the tables between two of them too."""
    models = tracked_models()
    return {model: list(model._base_manager.order_by("pk").values()) for model in models}


@pytest.mark.parametrize("key", [key for key in TAKEN if key != TOLD_BY_EMAIL])
def test_each_step_is_undone_to_the_last_field(client, manager, officer, key):
    with time_machine.travel(today_of(key), tick=False):
        client.force_login(manager)
        case = case_for(key, officer)
        take_what_comes_before(client, case, key)
        rows = everything()
        take(client, case, key, TAKEN[key][1])
        assert everything() != rows
        sentence = last_act(case).sentence

        answer = undo(client, case)

    assert answer.status_code == 302, answer.content.decode()
    assert everything() == rows
    said = list(Event.objects.filter(about_id=case.pk).order_by("pk").values_list("sentence"))
    assert (f"undid: {sentence}"[:500],) == said[-1]
    assert sentence.split("; ")[-1] == said[-2][0]


def test_every_step_of_the_table_is_undone_in_these_tests():
    assert set(TAKEN) == {step.key for step in STEPS}


def test_a_step_that_calls_several_actions_is_one_act(client, manager, case):
    for earlier in AT_STAGE_3:
        take(client, case, *earlier)
    take(client, case, *PANEL)

    act = last_act(case)

    pool = Event.objects.filter(about_model="stages.investigator", context_id=act.context_id)
    assert pool.count() == len(SEATS)
    assert act.names["step"] == "appoint-panel"
    assert act.names["user"] == manager.pk


def test_an_act_keeps_the_name_of_the_action_that_was_called(case):
    assert last_act(case).names["action"] == "take_in"


def test_the_notice_and_the_panel_offer_to_undo_until_a_moment(client, manager, case):
    answer = client.post(f"/case/{case.reference}/step/acknowledge/", SENT, follow=True)

    page = " ".join(answer.content.decode().split())
    assert page.count(f'action="/case/{case.reference}/undo/"') == 2
    said = "recorded for Stage 1: local resolution: acknowledged"
    assert re.search(rf"<p>{said} <span class=\"app-quiet\">by Martin Oakes, possible until", page)


def test_what_was_undone_stands_in_the_history_with_its_step(client, manager, case):
    take(client, case, "acknowledge", SENT)
    undo(client, case)

    page = client.get(f"/case/{case.reference}/history/").content.decode()

    assert "undid: recorded for Stage 1: local resolution: acknowledged" in page
    assert "Step: Acknowledge" in page


def test_after_ten_minutes_it_says_to_take_a_correcting_step(manager, case):
    add_note(case, text="She rang.", on=TODAY, by=manager)
    act = last_act(case)

    assert act.why_not_undone(manager, act.at + timedelta(minutes=10)) == ""
    late = act.why_not_undone(manager, act.at + timedelta(minutes=10, seconds=1))
    assert re.fullmatch(
        r"The 10 minutes to undo it ended at \d\d:\d\d\. Take a step that corrects it\.", late
    )


def test_a_page_speaks_of_the_last_step_for_a_day_and_of_logging_while_it_is_fresh(manager, case):
    logged = last_act(case)
    assert "Close it as logged in error" in offer_to_undo(case, manager, logged.at).why_not
    assert offer_to_undo(case, manager, logged.at + timedelta(minutes=11)) is None

    add_note(case, text="She rang.", on=TODAY, by=manager)
    at = last_act(case).at
    assert "that corrects it" in offer_to_undo(case, manager, at + timedelta(hours=2)).why_not
    assert offer_to_undo(case, manager, at + timedelta(hours=25)) is None


def test_the_minutes_are_a_setting(manager, case, settings):
    settings.UNDO_MINUTES = 2
    add_note(case, text="She rang.", on=TODAY, by=manager)
    act = last_act(case)

    assert act.until - act.at == timedelta(minutes=2)


def test_too_late_is_refused_on_the_server_too(manager, case):
    note = add_note(case, text="She rang.", on=TODAY, by=manager)
    act = last_act(case)

    with pytest.raises(Exception, match="Take a step that corrects it"):
        undo_last(case, context_id=act.context_id, now=act.at + timedelta(hours=1), by=manager)
    assert Note.objects.filter(pk=note.pk).exists()


def test_an_officer_undoes_their_own_step_and_not_a_colleagues(client, manager, case, officer):
    colleague = User.objects.create_user("other@example.org", "Priya Marsh", [Role.OFFICER])
    note = add_note(case, text="She rang.", on=TODAY, by=colleague)
    client.force_login(officer)

    answer = undo(client, case)

    assert answer.status_code == 409
    assert "It is undone by Priya Marsh or a complaints manager." in answer.content.decode()
    client.force_login(colleague)
    assert undo(client, case).status_code == 302
    assert not Note.objects.filter(pk=note.pk).exists()


def test_a_manager_undoes_anybodys(client, manager, case, officer):
    note = add_note(case, text="She rang.", on=TODAY, by=officer)

    assert undo(client, case).status_code == 302
    assert not Note.objects.filter(pk=note.pk).exists()


def test_whoever_was_given_a_task_undoes_that_they_did_it(client, case, officer):
    responder = User.objects.create_user("r@example.org", "Ruth Barlow", [Role.RESPONDER])
    assign(case, to=responder, capacity="responder", on=TODAY, by=officer)
    task = case.tasks.create(what="Ring back", due_on=TODAY, owner=responder)
    client.force_login(responder)
    page = client.post(
        f"/case/{case.reference}/task/{task.pk}/", SENT | {"how": "done"}, follow=True
    )
    assert "app-undo__button" in page.content.decode()

    assert undo(client, case).status_code == 302
    task.refresh_from_db()
    assert task.is_open


def test_only_the_last_step_is_undone(client, manager, case):
    take(client, case, "acknowledge", SENT)
    first = last_act(case).context_id
    take(client, case, "note", {"text": "She rang."})

    answer = undo(client, case, first)

    assert answer.status_code == 409
    assert "Something else was done on the case since" in answer.content.decode()
    assert case.stages.get().acknowledged_on == TODAY


def test_logging_and_undoing_are_not_undone(client, manager, case):
    answer = undo(client, case)
    assert "Close it as logged in error." in answer.content.decode()
    assert Case.objects.filter(pk=case.pk).exists()

    take(client, case, "acknowledge", SENT)
    undo(client, case)
    again = undo(client, case)
    assert "An undoing is not undone. Take the step again." in again.content.decode()
    assert case.stages.get().acknowledged_on is None


def test_a_case_that_was_logged_from_an_enquiry_of_the_ombudsman_is_logged_for_good(manager, case):
    enquiry = receive_enquiry(None, on=TODAY, service_area=case.service_area, by=manager)
    logged = log_from_enquiry(
        enquiry, on=TODAY, complainant="Juniper Vale", summary="The deposit", by=manager
    )
    act = last_act(logged)

    assert "Close it as logged in error." in act.why_not_undone(manager, act.at)


@pytest.mark.parametrize("act", ["", "none", "00000000-0000-0000-0000-000000000000"])
def test_an_undoing_of_nothing_known_is_refused(client, manager, case, act):
    answer = client.post(f"/case/{case.reference}/undo/", {"act": act})

    assert answer.status_code == 409


def test_the_address_of_undoing_leads_to_the_case(client, manager, case):
    assert client.get(f"/case/{case.reference}/undo/").url == f"/case/{case.reference}/"


def test_a_case_that_one_may_not_see_is_not_undone(client, manager, case, officer):
    case.restricted = True
    case.save()
    act = last_act(case).context_id
    client.force_login(officer)

    assert undo(client, case, act).status_code == 404


def test_what_has_left_the_house_is_not_taken_back(client, manager, case, monkeypatch):
    monkeypatch.setattr(Note, "why_it_stays", lambda note: "The letter was sent.", raising=False)
    take(client, case, "note", {"text": "She rang."})

    page = client.get(f"/case/{case.reference}/").content.decode()
    answer = undo(client, case)

    assert "The letter was sent." in page
    assert "The letter was sent. Take a step that corrects it." in answer.content.decode()
    assert case.notes.count() == 1


def test_a_row_that_was_changed_since_by_another_way_is_not_put_back(manager, case, officer):
    part = add_person(case, role="complainant", name="Juniper Vale", by=manager)
    act = last_act(case).context_id
    with one_act(by=officer, action="import_log"):
        Person.objects.filter(pk=part.person_id).update(telephone="01632 960 001")

    with pytest.raises(CannotPutBack, match="was changed since"):
        put_back(act)
    assert Person.objects.filter(pk=part.person_id).exists()


def test_what_later_things_stand_on_stays_and_so_does_all_of_its_act(client, manager, case):
    for earlier in AT_STAGE_2:
        take(client, case, *earlier)
    take(client, case, *INVESTIGATOR)
    act = last_act(case).context_id
    other = Stage.objects.filter(number=1).get()
    who = Investigator.objects.get()
    with one_act(by=manager, action="by_hand"):  # without a sentence
        other.appointments.create(
            investigator=who, role="investigating_officer", appointed_on=TODAY
        )

    with pytest.raises(CannotPutBack, match="stands on it"), transaction.atomic():
        put_back(act)
    assert Investigator.objects.filter(pk=who.pk).exists()
    assert case.stages.get(number=2).investigator_appointed_on == TODAY


def test_a_point_that_was_removed_by_hand_comes_back(manager, case):
    point = add_point(case, text="Nobody called back", by=manager)
    key, rows = point.pk, everything()
    with one_act(by=manager, action="remove_point"):
        point.delete()
    act = Context.objects.filter(metadata__action="remove_point").get()
    put_back(act.pk)

    assert case.points.filter(pk=key).exists()
    assert everything() == rows
