"""Stage 1 and its clocks on their pages: before it, new dates, updates, plans, answers."""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case, Channel
from stages.actions import telling, timing
from stages.actions.intake import take_in
from stages.models import Acknowledgement, Answer, Task
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def taken_in(officer):
    def log(code="children", *, received_on=date(2026, 9, 1), **more) -> Case:
        return take_in(
            on=received_on,
            by=officer,
            code=code,
            received_on=received_on,
            service_area=factories.service_area("Leaving Care"),
            points=["The deposit"],
            **more,
        )

    return log


@pytest.fixture
def case(taken_in):
    """Due on 15 September 2026, on the 29th at the latest."""
    return taken_in()


def step(client, case, key, **typed):
    address = f"/case/{case.reference}/step/{key}/"
    return client.post(address, typed) if typed else client.get(address)


def page(client, case, tab=""):
    return " ".join(client.get(f"/case/{case.reference}/{tab}").content.decode().split())


def said_after(client, answer):
    return " ".join(client.get(answer.url).content.decode().split())


def log(client, **typed):
    channel, _ = Channel.objects.get_or_create(name="Telephone")
    area = factories.service_area("Leaving Care")
    first = {"received_on": "10 9 2026", "channel": channel.pk, "service_area": area.pk}
    return client.post("/cases/log/", first | {"summary": "The heating is off"} | typed)


def test_what_is_to_be_settled_first_is_logged_with_the_day_promised(client, officer):
    answer = log(client, settle_first="on", settle_by="14 9 2026")

    case = Case.objects.get()
    words = said_after(client, answer)
    assert case.kind == Case.Kind.CONCERN
    assert "Next: settle it, or make it a complaint" in words
    assert "Due <a" in words
    assert "14 September 2026" in words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"settle_by": "14 9 2026"}, "Tick this if a day was promised"),
        ({"settle_first": "on", "settle_by": "9 9 2026"}, "today or later"),
    ],
)
def test_a_promise_needs_the_tick_and_a_day_to_come(client, officer, typed, sentence):
    answer = log(client, **typed)

    assert sentence in answer.content.decode()
    assert "The heating is off" in answer.content.decode()
    assert not Case.objects.exists()


def test_it_is_settled_only_if_the_complainant_is_content(client, taken_in):
    case = taken_in(settle_first=True)

    typed = {"on": "10 9 2026", "what": "A new key"}
    refused = step(client, case, "settle", content="no", **typed).content.decode()
    assert "It is settled only if they are: make it a complaint" in refused
    assert "A new key" in refused

    step(client, case, "settle", content="yes", with_whom="Juniper Vale", **typed)
    case.refresh_from_db()
    assert case.closed_on == TODAY
    assert "How it was settled" in page(client, case)


def test_adults_are_settled_by_the_end_of_the_next_working_day(client, taken_in):
    case = taken_in("adults", settle_first=True)
    form = step(client, case, "settle").content.decode()
    assert "If that was after 2 September 2026, it is run as a complaint" in form

    refused = step(client, case, "settle", on="10 9 2026", what="A call", content="yes")
    assert "record that it becomes one" in refused.content.decode()


@pytest.mark.parametrize(
    ("code", "typed", "received_on"),
    [
        ("children", {}, date(2026, 9, 1)),
        ("corporate", {"runs_from": "now"}, date(2026, 9, 9)),
        ("corporate", {"runs_from": "receipt"}, date(2026, 9, 1)),
        ("housing", {"runs_from": "now"}, date(2026, 9, 9)),
    ],
)
def test_the_page_says_from_which_day_the_clock_of_stage_1_runs(
    client, taken_in, code, typed, received_on
):
    case = taken_in(code, settle_first=True)
    form = step(client, case, "become-complaint").content.decode()
    asked = "From which day the clock of stage 1 runs" in form
    assert asked == bool(typed)

    step(client, case, "become-complaint", on="9 9 2026", **typed)

    stage = case.stages.get(number=1)
    assert (stage.received_on, stage.begun_on) == (received_on, date(2026, 9, 9))


def test_another_day_is_promised(client, taken_in):
    case = taken_in(settle_first=True, received_on=date(2026, 9, 8))
    refused = step(client, case, "promise", due_on="9 9 2026", how="Told by telephone")
    assert "Enter a date that is today or later" in refused.content.decode()
    assert "Told by telephone" in refused.content.decode()

    step(client, case, "promise", due_on="18 9 2026")

    assert case.stages.get().deadlines.get(is_main=True).due_on == date(2026, 9, 18)
    assert "Promised" in page(client, case, "stages/")


def test_a_new_date_is_told_by_a_step_of_its_own(client, case):
    answer = step(client, case, "extend", to="29 9 2026", reason="Two files")
    words = said_after(client, answer)
    assert "Tell the complainant of the new date, 29 September 2026, by 15 September 2026." in words
    assert "the old date is due until then" in page(client, case, "stages/")

    task = Task.objects.get(kind=Task.Kind.NEW_DATE)
    there = client.get(f"/case/{case.reference}/task/{task.pk}/")
    assert there.url == f"/case/{case.reference}/step/tell-new-date/"
    assert "Two files" in client.get(there.url).content.decode()
    again = step(client, case, "extend").content.decode()
    assert "Not until the complainant has been told of the last new date." in again

    step(client, case, "tell-new-date", on="10 9 2026", how="email")

    assert case.stages.get().deadlines.get(is_main=True).due_on == date(2026, 9, 29)
    assert "complainant told 10 September 2026 by email" in page(client, case, "stages/")
    assert "Told the complainant of the new date" in page(client, case)


def test_a_date_that_was_told_too_late_is_shown_beside_the_one_that_counts(client, taken_in):
    case = taken_in(received_on=date(2026, 8, 20))  # due on 4 September
    step(client, case, "acknowledge", on="24 8 2026")
    form = step(client, case, "extend").content.decode()
    assert "After 4 September 2026, the date that was due, it counts as over" in form

    step(
        client,
        case,
        "extend",
        to="18 9 2026",
        reason="Two files",
        decided_on="10 9 2026",
        told_on="10 9 2026",
        told_how="letter",
    )

    words = page(client, case)
    assert "the complainant was told 18 September 2026" in words
    assert "4 working days late" in words
    deadline = case.stages.get().deadlines.get(is_main=True)
    reasons = client.get(f"/case/{case.reference}/deadline/{deadline.pk}/").content.decode()
    assert "It was decided after 4 September 2026 had passed" in reasons


@pytest.mark.parametrize(("code", "asked"), [("corporate", True), ("children", False)])
def test_the_codes_ask_for_the_ombudsmans_details_with_a_new_date(client, taken_in, code, asked):
    form = step(client, taken_in(code), "extend").content.decode()

    assert ("details were given with it" in form) == asked


def test_an_update_says_when_the_next_one_is_due(client, case):
    answer = step(client, case, "record-update", on="10 9 2026", how="telephone", said="We look")

    assert "The next update is due by 29 September 2026." in said_after(client, answer)
    assert "By telephone: We look" in page(client, case, "stages/")


def test_an_update_that_nobody_made_stands_on_desk_and_case(client, taken_in):
    case = taken_in(received_on=date(2026, 8, 6))  # due on 20 August, an update on 4 September
    task = Task.objects.get(kind=Task.Kind.UPDATE)

    assert "Update the complainant on how far it is" in page(client, case)
    assert (
        "Update the complainant on how far it is" in client.get("/?whose=everyone").content.decode()
    )
    there = client.get(f"/case/{case.reference}/task/{task.pk}/")
    assert there.url == f"/case/{case.reference}/step/record-update/"


def test_the_plan_is_agreed_or_set_by_the_council(client, taken_in):
    case = taken_in("adults")
    refused = step(
        client, case, "agree-plan", on="10 9 2026", way="set", due_on="1 4 2027", how="A visit"
    ).content.decode()
    assert "The council alone can set a date up to 28 February 2027" in refused
    assert "A visit" in refused

    step(
        client, case, "agree-plan", on="2 9 2026", way="agreed", due_on="16 10 2026", how="A visit"
    )

    words = page(client, case, "stages/")
    assert "agreed with the complainant on 2 September 2026, in place of 28 February 2027" in words
    assert "28 Feb 2027 at the latest" in words
    assert "Plan agreed: answer due 16 October 2026" in page(client, case)
    deadline = case.stages.get().deadlines.get(is_main=True)
    reasons = client.get(f"/case/{case.reference}/deadline/{deadline.pk}/").content.decode()
    assert "due on 16 October 2026: A visit." in reasons
    assert "due, as agreed" in reasons


def test_more_time_for_adults_is_agreed_and_not_taken(client, taken_in):
    refused = step(client, taken_in("adults"), "extend").content.decode()

    assert "More time is agreed with the complainant: agree the plan." in refused


def test_a_clock_that_may_not_stop_says_so(client, case):
    assert "The due date does not move" in step(client, case, "hold").content.decode()
    assert "This procedure has no pause" in step(client, case, "pause").content.decode()


def test_the_stages_tab_shows_gross_and_net_days(client, case, officer):
    timing.hold(case.stages.get(), on=date(2026, 9, 7), reason="Their advocate", by=officer)
    timing.resume(case.stages.get(), on=date(2026, 9, 8), by=officer)

    assert "7 gross, 5 net of waiting" in page(client, case, "stages/")


def test_an_acknowledgement_needs_no_typing(client, case):
    step(client, case, "acknowledge", on="2 9 2026", leaflet_sent="on", advocacy_offered="on")

    sent = Acknowledgement.objects.get()
    assert (sent.how, sent.leaflet_sent, sent.advocacy_offered) == ("letter", True, True)
    assert "By letter; the procedure was explained; advocacy was offered" in page(
        client, case, "stages/"
    )


def test_advocacy_is_asked_about_under_the_childrens_procedure_alone(client, taken_in):
    assert "Advocacy was offered" in step(client, taken_in(), "acknowledge").content.decode()
    others = step(client, taken_in("corporate"), "acknowledge").content.decode()
    assert "Advocacy was offered" not in others


def test_an_answer_given_by_talking_gives_the_right_to_go_on(client, case):
    typed = {"on": "9 9 2026", "way": "spoken", "point_1": "upheld", "agreed": "It is paid"}
    refused = step(client, case, "answer", **typed).content.decode()
    assert "Enter with whom it was agreed" in refused
    assert "Enter when they were told that they may go on" in refused
    assert "It is paid" in refused

    more = {"with_whom": "Juniper Vale", "right_given_on": "9 9 2026"}
    words = said_after(client, step(client, case, "answer", **typed, **more))

    assert "They may ask for Stage 2: investigation until 7 October 2026." in words
    assert "Confirm in writing what was agreed" in words
    assert Answer.objects.get().agreed == "It is paid"


def test_the_window_ends_on_the_day_in_the_letter(client, case):
    typed = {"on": "9 9 2026", "point_1": "upheld"}
    refused = step(client, case, "answer", window_ends_on="9 9 2026", **typed)
    assert "Enter a date after the answer" in refused.content.decode()

    step(client, case, "answer", window_ends_on="20 10 2026", **typed)

    assert "Time to ask for Stage 2: until 20 October 2026" in page(client, case)


def test_once_the_window_has_ended_the_next_thing_is_to_close(client, taken_in, officer):
    case = taken_in(received_on=date(2026, 7, 1))
    telling.answer(case.stages.get(), on=date(2026, 7, 8), findings={}, by=officer)

    words = page(client, case)
    assert "ended on 7 August 2026 and nothing was asked: close the case." in words
    assert 'class="govuk-button app-step' in words or "Close the case" in words


def test_a_responding_manager_is_told_when_the_draft_is_due(client, case):
    responder = User.objects.create_user("r@example.org", "Rolf Answer", [Role.RESPONDER])
    form = step(client, case, "allocate").content.decode()
    assert "By the procedure: 10 September 2026" in form

    step(
        client,
        case,
        "allocate",
        to=responder.pk,
        capacity="responder",
        draft_due_on="10 9 2026",
        told="Head of service",
    )

    client.force_login(responder)
    assert "Send the draft answer to Stage 1" in client.get("/").content.decode()
