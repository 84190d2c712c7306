"""One thing done to a chosen set: listed first, done as one, undone for ten minutes."""

import re
from datetime import date, timedelta

import pytest
import time_machine

from accounts.models import Event, User
from accounts.permissions import Role
from accounts.putting_back import tracked_models
from cases.actions.casework import add_note, assign
from cases.models import Assignment, CasePerson, Person
from messages_out.models import Message
from remedies.models import ActionPoint
from stages.actions.service_requests import ask_service
from stages.models import Task, TimeLimit
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2006, 12, 20)
RECEIVED, ANSWERED = date(2006, 9, 4), date(2006, 9, 18)
LONG_OVER, NOT_OVER = date(2006, 10, 16), date(2006, 12, 29)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{TODAY} 11:00 +0000", tick=False) as traveller:
        yield traveller


@pytest.fixture
def kit():
    return User.objects.create_user("kit@example.org", "Kit Ashby", [Role.RESPONDER])


@pytest.fixture
def reason():
    return make.close_reason("Answered, nothing further asked for")


def words(answer):
    return " ".join(answer.content.decode().split())


def answered(reference, *, window=LONG_OVER, **fields):
    """A case whose first stage was answered, and whose complainant could go on until ``window``."""
    case = make.case(RECEIVED, "Leaving Care", reference=reference, **fields)
    rules = make.procedure()
    make.route(case, rules)
    stage = make.stage(case, rules, 1, RECEIVED, responded_on=ANSWERED, outcome="not_upheld")
    limit = stage.definition.limits.filter(kind=TimeLimit.Kind.WINDOW).first()
    make.deadline(stage, target_on=window, limit=limit.key, met_on=None, starts_on=ANSWERED)
    return case


def under_way(reference, **fields):
    case = make.case(RECEIVED, "Leaving Care", reference=reference, **fields)
    rules = make.procedure()
    make.route(case, rules)
    make.stage(case, rules, 1, RECEIVED)
    return case


def address(do, *cases):
    return f"/cases/bulk/{do}/?" + "&".join(f"case={case}" for case in cases)


def listed(client, do, *cases, **typed):
    """What would happen, as the page lists it, and what the page carries."""
    answer = client.post(address(do, *cases), typed | {"look": "1"})
    page = answer.content.decode()
    seen = dict(re.findall(r'name="(seen-[^"]+)" value="(\d+)"', page))
    return words(answer), seen


def do_it(client, do, *cases, follow=True, **typed):
    _, seen = listed(client, do, *cases, **typed)
    return client.post(address(do, *cases), typed | seen | {"do": "1"}, follow=follow)


def everything():
    models = tracked_models()
    return {model: list(model._base_manager.order_by("pk").values()) for model in models}


# Choosing


def test_cases_are_ticked_in_the_list_by_those_who_run_them(client, officer, kit):
    case = under_way("A-1")
    assign(case, to=kit, capacity="responder", on=RECEIVED, by=officer)

    assert 'name="case" value="A-1"' in words(client.get("/cases/"))
    ticked = words(client.get("/cases/?tick=all"))
    assert 'value="A-1" aria-label="Choose A-1" checked' in ticked
    assert "is not a filter" not in ticked
    client.force_login(kit)
    assert 'name="case" value="A-1"' not in words(client.get("/cases/"))
    assert client.get(address("close", case)).status_code == 403


def test_nothing_chosen_says_how_to_choose(client, officer):
    assert "No case is chosen" in words(client.get("/cases/bulk/close/"))


def test_a_case_that_the_reader_may_not_see_is_not_among_them(client, officer, kit):
    under_way("SEEN")
    under_way("HIDDEN", restricted=True)

    page, seen = listed(client, "reassign", "SEEN", "HIDDEN", to=kit.pk)

    assert "HIDDEN</a>" not in page
    assert list(seen) == ["seen-SEEN"]


# Reassigning


def test_what_would_happen_is_listed_and_nothing_is_done_yet(client, officer, kit):
    first, second, ended = under_way("A-1"), under_way("A-2"), answered("A-3", closed_on=TODAY)
    assign(first, to=officer, capacity="owner", on=RECEIVED, by=officer)
    assign(second, to=kit, capacity="owner", on=RECEIVED, by=officer)

    page, seen = listed(client, "reassign", first, second, ended, to=kit.pk)

    assert "Kit Ashby holds it, in place of Anna Fielding." in page
    assert "Kit Ashby holds it already." in page
    assert "It has ended." in page
    assert "It is done to 1 of 3" in page
    assert list(seen) == ["seen-A-1"]
    assert first.assignments.get(until=None).user == officer


def test_the_chosen_cases_are_reassigned_as_one_act(client, officer, kit):
    cases = [under_way("A-1"), under_way("A-2")]

    answer = do_it(client, "reassign", *cases, to=kit.pk)

    assert "Done to 2 cases" in words(answer)
    for case in cases:
        assert case.assignments.get(until=None).user == kit
    events = Event.objects.filter(sentence="put the case to Kit Ashby (holds the case)")
    assert len(set(events.values_list("context_id", flat=True))) == 1
    assert events.count() == 2


def test_nobody_is_given_a_case_that_is_about_them(client, officer, kit):
    case = under_way("A-1")
    person = Person.objects.create(name="Kit Ashby", user=kit)
    CasePerson.objects.create(case=case, person=person, role="complained_about")

    page, seen = listed(client, "reassign", case, to=kit.pk)

    assert "Kit Ashby is complained about in it." in page
    assert "It can be done to none of them" in page
    assert not seen


def test_an_answer_left_out_is_asked_for(client, officer):
    case = under_way("A-1")

    page, seen = listed(client, "reassign", case)

    assert "Enter to whom" in page or "Choose" in page
    assert not seen


# Chasing


def test_whoever_is_asked_for_something_is_chased_on_their_desk(client, officer, kit):
    asked, drafting, nobody, by_link = map(under_way, ("A-1", "A-2", "A-3", "A-4"))
    question = {"question": "Why?", "on": TODAY, "due_on": TODAY, "by": officer}
    request = ask_service(asked, to_user=kit, **question)
    ask_service(by_link, to_name="Deposits team", **question)
    assign(drafting, to=kit, capacity="responder", on=RECEIVED, by=officer)

    page, _ = listed(client, "chase", asked, drafting, nobody, by_link)
    do_it(client, "chase", asked, drafting, nobody, by_link, how="Before Christmas")

    assert "Kit Ashby is chased for an answer to our question" in page
    assert "Kit Ashby is chased for the answer to the complaint" in page
    assert "Nobody is asked for anything there" in page
    assert "asked of somebody who does not sign in: ring them" in page
    request.refresh_from_db()
    assert (request.chased, request.chased_on) == (1, TODAY)
    task = drafting.tasks.get()
    assert (task.owner, task.due_on) == (kit, TODAY)
    mails = Message.objects.filter(to_user=kit, kind__in=["reminder", "task"])
    assert {mail.case.reference for mail in mails} == {"A-1", "A-2"}
    for mail in mails:
        assert mail.case.reference in mail.text
        assert "Kit" not in mail.subject + mail.text
        assert "Why?" not in mail.text


# Closing


def test_only_what_has_run_its_course_is_closed(client, officer, reason):
    over, fresh, running = answered("OVER"), answered("FRESH", window=NOT_OVER), under_way("RUNS")

    page, seen = listed(client, "close", over, fresh, running, because=reason.pk)

    assert list(seen) == ["seen-OVER"]
    assert "It is closed: Answered, nothing further asked for." in page
    assert "The complainant may go on until 29 December 2006." in page
    assert "It is under way: it has not been answered." in page


def test_a_window_that_ends_today_is_not_over(client, officer, reason):
    _, seen = listed(client, "close", answered("A-1", window=TODAY), because=reason.pk)

    assert not seen


def with_task(case):
    Task.objects.create(case=case, what="Ring back", due_on=TODAY)


def with_task_for_managers(case):
    Task.objects.create(case=case, what="A secret", due_on=TODAY, for_deciders=True)


def with_ombudsman(case):
    from stages.models import OmbudsmanEnquiry

    OmbudsmanEnquiry.objects.create(case=case, service_area=case.service_area)


def with_action(case):
    lesson = make.lesson("Leaving Care", RECEIVED, case=case)
    ActionPoint.objects.create(lesson=lesson, text="Buy a telephone")


def with_payment(case):
    make.payment("Leaving Care", "time_and_trouble", "100", case=case, offered_on=ANSWERED)


@pytest.mark.parametrize(
    ("with_", "told"),
    [
        (with_task, "Something is still to be done on it."),
        (with_task_for_managers, "Something is still to be done on it."),
        (with_ombudsman, "The Ombudsman has it."),
        (with_action, "An action of its lessons is not done."),
        (with_payment, "A payment is not settled."),
    ],
)
def test_a_case_with_something_open_is_not_closed_and_says_what(
    client, officer, reason, with_, told
):
    case = answered("A-1")
    with_(case)

    page, seen = listed(client, "close", case, because=reason.pk)

    assert told in page
    assert "A secret" not in page
    assert not seen


def test_cases_are_closed_as_one_and_undone_to_the_last_field(client, officer, reason):
    cases = [answered("A-1"), answered("A-2")]
    before = everything()

    done = do_it(client, "close", *cases, because=reason.pk)
    for case in cases:
        case.refresh_from_db()
        assert case.closed_on == TODAY
    undone = client.post(done.redirect_chain[-1][0], follow=True)

    assert "Undone: 2 cases as before." in words(undone)
    assert everything() == before


def test_where_one_case_changed_meanwhile_nothing_is_done_and_the_list_says_so(
    client, officer, reason
):
    cases = [answered("A-1"), answered("A-2")]
    _, seen = listed(client, "close", *cases, because=reason.pk)
    add_note(cases[1], text="She rang", on=TODAY, by=officer)

    sent = {"because": reason.pk, "do": "1"} | seen
    answer = client.post(address("close", *cases), sent)

    assert answer.status_code == 409
    assert "Nothing is done yet: 1 of the cases changed after you saw the list" in words(answer)
    assert "Anna Fielding" in words(answer)
    for case in cases:
        case.refresh_from_db()
        assert case.closed_on is None
    again = dict(re.findall(r'name="(seen-[^"]+)" value="(\d+)"', answer.content.decode()))
    client.post(address("close", *cases), {"because": reason.pk, "do": "1"} | again)
    cases[1].refresh_from_db()
    assert cases[1].closed_on == TODAY


def test_a_case_that_cannot_be_closed_any_more_stops_the_rest_too(client, officer, reason):
    cases = [answered("A-1"), answered("A-2")]
    _, seen = listed(client, "close", *cases, because=reason.pk)
    with_action(cases[0])

    answer = client.post(address("close", *cases), {"because": reason.pk, "do": "1"} | seen)

    assert answer.status_code == 409
    assert "An action of its lessons is not done." in words(answer)
    cases[1].refresh_from_db()
    assert cases[1].closed_on is None


# Undoing


def test_after_ten_minutes_it_is_not_undone(client, officer, kit, today):
    case = under_way("A-1")
    done = do_it(client, "reassign", case, to=kit.pk)
    today.move_to(Event.objects.latest("pk").at + timedelta(minutes=11))
    client.force_login(officer)

    assert "The 10 minutes to undo it ended" in words(client.get(done.redirect_chain[-1][0]))
    client.post(done.redirect_chain[-1][0])
    assert case.assignments.get(until=None).user == kit


def test_nothing_is_undone_where_one_of_the_cases_went_on(client, officer, kit):
    first, second = under_way("A-1"), under_way("A-2")
    done = do_it(client, "reassign", first, second, to=kit.pk)
    add_note(second, text="She rang", on=TODAY, by=officer)

    answer = client.post(done.redirect_chain[-1][0], follow=True)

    assert "A-2: something else was done there since, so none of it is undone" in words(answer)
    assert Assignment.objects.filter(until=None, user=kit).count() == 2


def test_somebody_else_does_not_undo_it(client, officer, kit):
    done = do_it(client, "reassign", under_way("A-1"), to=kit.pk)
    other = User.objects.create_user("other@example.org", "Lark Weldon", [Role.OFFICER])
    client.force_login(other)

    client.post(done.redirect_chain[-1][0])

    assert Assignment.objects.filter(until=None, user=kit).count() == 1


def test_the_list_of_what_would_happen_costs_the_same_for_any_number(
    client, officer, reason, at_most_queries
):
    few = [answered(f"A-{number}") for number in range(2)]
    many = [answered(f"B-{number}") for number in range(8)]
    typed = {"because": reason.pk, "look": "1"}
    client.post(address("close", *few), typed)

    with at_most_queries(99) as for_few:
        client.post(address("close", *few), typed)
    with at_most_queries(len(for_few)):
        client.post(address("close", *many), typed)
