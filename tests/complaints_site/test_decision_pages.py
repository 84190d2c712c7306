"""The pages of triage, decisions, safeguarding and closing: who may, what is said, what is kept."""

from datetime import date
from html import unescape

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.models import Channel, Decision
from stages.actions import casework
from stages.actions.intake import take_in
from stages.actions.joint_work import set_up_joint_work
from stages.actions.parts import split_off
from stages.actions.safeguarding import raise_concern, refer_concern
from stages.models import Deadline, Outcome
from stages.triage import SPLIT_DATA, WITH_THE_NHS
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 3)
CHILDRENS = {
    "harm": "no",
    "request": "no",
    "only_data": "no",
    "childrens": "yes",
    "function": "no",
    "mixed": "no",
    "old": "yes",
}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def manager():
    return User.objects.create_user("manager@example.org", "Bela Manners", [Role.MANAGER])


@pytest.fixture
def case(officer):
    return take_in(
        on=date(2026, 9, 1),
        by=officer,
        code="children",
        received_on=date(2026, 9, 1),
        service_area=factories.service_area("Leaving Care"),
        points=["The deposit"],
    )


@pytest.fixture
def shown(client, case):
    """``shown("step/refuse/", typed)``: what the page says, on one line, and its status."""

    def shown(address, typed=None, follow=False):
        where = f"/case/{case.reference}/{address}"
        answer = client.post(where, typed, follow=follow) if typed else client.get(where)
        shown.status, shown.url = answer.status_code, getattr(answer, "url", "")
        return unescape(" ".join(answer.content.decode().split()))

    return shown


def answer_stage(case, number, on, by):
    findings = {case.points.get(): Outcome.NOT_UPHELD}
    casework.respond(case.stages.get(number=number), on=on, findings=findings, by=by)


# The guided test


def test_the_questions_are_asked_one_by_one_and_lead_to_the_decision(shown, case):
    assert "Is a child or an adult at risk of harm now?" in shown("which-procedure/")
    assert "only something else" in shown("which-procedure/?harm=no&asked=harm")
    assert "Choose yes, no or don’t know" in shown("which-procedure/?asked=harm")

    shown("which-procedure/?" + "&".join(f"{key}={each}" for key, each in CHILDRENS.items()))

    assert shown.url.startswith(f"/case/{case.reference}/step/triage/?harm=no&request=no")


def test_it_can_be_stopped_early(shown):
    shown("which-procedure/?harm=no&stop=1")

    said = shown(shown.url.split("/", 3)[3])
    assert "The answers propose: Nothing: stopped early." in said


def test_who_is_at_risk_now_is_raised_first(shown):
    assert "Raise the concern now" in shown("which-procedure/?harm=yes&asked=harm")


def test_both_sets_of_dates_stand_beside_each_other_and_nothing_is_written(shown, case):
    before = Deadline.objects.values_list("pk", "due_on").order_by("pk")
    as_it_was = list(before)

    said = shown("step/triage/?harm=no&request=no&only_data=no&childrens=yes&function=no")

    assert "The answers propose: LGSCO Complaint Handling Code 2024." in said
    # Ten working days from receipt now; ten from the acknowledgement, provisionally its last day
    assert '"Due now">15 Sep 2026' in said
    assert '"Due then"><strong>22 Sep 2026' in said
    assert list(before) == as_it_was


def test_what_was_answered_proposed_and_decided_is_kept(shown, case, officer):
    shown("step/triage/", CHILDRENS | {"code": "children", "why": "It is about his care"})

    kept = case.decisions.get()
    assert (kept.kind, kept.decided_by) == (Decision.Kind.PROCEDURE, officer)
    assert kept.decision == "Children Act procedure, 2006 Regulations"
    assert kept.proposed == "LGSCO Complaint Handling Code 2024"
    assert kept.reason == "It is about his care"
    assert ["Is it about services for children or young people?", "Yes"] in kept.answers
    assert len(kept.answers) == 7
    assert case.tasks.get(kind="decision").decision_kind == Decision.Kind.TIME_LIMIT
    assert "The questions proposed: LGSCO" in shown("stages/")


def test_it_can_be_decided_again_and_back_and_the_clocks_run_again(shown, case):
    def running():
        return set(Deadline.objects.running().values_list("limit__key", "due_on"))

    before = running()
    shown("step/triage/", {"code": "corporate", "why": "Not about a child"})
    shown("step/triage/", {"code": "children", "why": "It is after all"})

    assert running() == before
    assert case.stages.get().deadlines.get(is_main=True, live=True).due_on == date(2026, 9, 15)
    assert case.decisions.count() == 2


MIXED = CHILDRENS | {"mixed": "yes", "nhs": "yes", "data_too": "yes", "other_service": "no"}


def test_what_a_mixed_complaint_asks_for_stands_on_the_desk_until_it_is_done(shown, case, officer):
    said = shown("step/triage/?" + "&".join(f"{key}={each}" for key, each in MIXED.items()))
    assert f"/case/{case.reference}/step/split-part/?code=data-protection" in said
    assert f"/case/{case.reference}/step/set-up-joint-work/" in said

    typed = MIXED | {"code": "children", "why": "It is about his care"}
    shown("step/triage/", typed)
    shown("step/triage/", typed)

    to_do = case.tasks.open().exclude(kind__in=["decision", "update"])
    assert list(to_do.values_list("kind", "what").order_by("kind")) == [
        ("joint", WITH_THE_NHS.text),
        ("split", SPLIT_DATA.text),
    ]
    split_off(
        case,
        code="data-protection",
        service_area=case.service_area,
        why="Her file was sent to a neighbour",
        new_points=["The file"],
        on=TODAY,
        by=officer,
    )
    assert list(to_do.values_list("kind", flat=True)) == ["joint"]
    set_up_joint_work(
        case,
        body="Riverside NHS Trust",
        led_by="council",
        agreed_on=TODAY,
        consent="given",
        consent_on=TODAY,
        due_on=date(2026, 9, 10),
        by=officer,
    )
    assert list(to_do.values_list("what", flat=True)) == [
        "Riverside NHS Trust: their part of the reply"
    ]


def test_the_task_leads_to_the_step_that_does_it(shown, client, case, officer):
    shown("step/triage/", MIXED | {"code": "children", "why": "It is about his care"})
    task = case.tasks.get(kind="split")

    assert f'href="/case/{case.reference}/step/split-part/"' in shown(f"task/{task.pk}/")


def test_what_had_no_procedure_yet_is_proposed_for_the_corporate_one(client, officer):
    old = take_in(
        on=TODAY,
        by=officer,
        code="children",
        received_on=date(2026, 5, 5),  # before data protection complaints had a procedure
        service_area=factories.service_area("Leaving Care"),
    )

    page = client.get(f"/case/{old.reference}/step/triage/?harm=no&request=no&only_data=yes")

    said = " ".join(page.content.decode().split())
    assert "The answers propose: LGSCO Complaint Handling Code 2024." in said
    assert "No procedure of its own was in force on the day it was made." in said


def test_an_error_loses_neither_the_answers_nor_the_words(shown, case):
    said = shown("step/triage/", CHILDRENS | {"code": "nothing", "why": "Because of this"})

    assert "Because of this" in said
    assert 'name="function" value="no"' in said
    assert "The answers propose: LGSCO" in said


def test_what_is_no_complaint_leads_to_the_refusal_with_its_reason(shown, client, case, manager):
    reason = factories.decision_reason("refused", "An insurance claim")

    said = shown("step/triage/?harm=no&request=yes")
    assert "step/ask-for-decision/?kind=refused&proposal=An%20insurance%20claim" in said
    client.force_login(manager)
    said = shown("step/triage/?harm=no&request=yes")
    assert f"step/refuse/?listed_reason={reason.pk}" in said
    said = shown(f"step/refuse/?listed_reason={reason.pk}&harm=no&request=yes")
    assert f'value="{reason.pk}" id="id_listed_reason_0" checked' in said
    typed = {"listed_reason": reason.pk, "reason": "To the insurers", "on": "3 9 2026"}
    shown("step/refuse/", typed | {"harm": "no", "request": "yes", "told_on": "3 9 2026"})

    refusal = case.decisions.get()
    assert (refusal.proposed, refusal.listed_reason) == ("Not a complaint", reason)
    assert len(refusal.answers) == 2
    assert (refusal.told_on, case.tasks.open().count()) == (TODAY, 0)


# Decisions


def interest(accepts=False):
    reason = factories.decision_reason("sufficient_interest", f"{accepts}", accepts=accepts)
    return {
        "on": "3 9 2026",
        "listed_reason": reason.pk,
        "childs_view": "He does not mind",
        "reason": "Neighbour",
    }


def test_an_officer_says_yes_and_a_manager_no(shown, client, case, manager):
    said = shown("step/sufficient-interest/", interest() | {"child_told": "not"})
    assert "A complaints manager decides no" in said
    assert "He does not mind" in said
    shown("step/sufficient-interest/", interest(accepts=True))
    assert case.decisions.get().accepted is True

    client.force_login(manager)
    shown("step/sufficient-interest/", interest() | {"child_told": "to-tell"})

    no = case.decisions.get(accepted=False)
    assert no.answers == [
        ["The child’s view", "He does not mind"],
        ["If no: is the child told?", "The child is still to be told"],
    ]
    assert [task.what for task in case.tasks.filter(kind="tell")] == [
        "Tell the person: no sufficient interest, so nothing further is done",
        "Tell the child, as appropriate",
    ]


def test_on_no_it_must_be_said_whether_the_child_is_told(shown, client, manager):
    client.force_login(manager)

    assert "Say whether the child is told" in shown("step/sufficient-interest/", interest())


def test_the_one_year_limit_asks_when_and_why_and_whether_it_is_still_fair(shown, case):
    reason = factories.decision_reason("time_limit", "Still fair", accepts=True)
    typed = {
        "on": "3 9 2026",
        "listed_reason": reason.pk,
        "grounds_arose_on": "2 9 2026",
        "why_not_earlier": "In hospital",
        "still_fair": "The records are there",
    }
    assert "its grounds arose before" in shown("step/time-limit/", typed)

    shown("step/time-limit/", typed | {"grounds_arose_on": "1 6 2025"})

    assert case.decisions.get().answers == [
        ["When the grounds arose", "1 June 2025"],
        ["Why they did not complain earlier", "In hospital"],
        ["Can it still be considered fairly and effectively?", "The records are there"],
    ]


def test_a_reason_of_another_kind_is_not_taken(shown, client, case, manager):
    client.force_login(manager)
    other = factories.decision_reason("late_request", "Something new", accepts=True)

    shown("step/refuse/", {"on": "3 9 2026", "listed_reason": other.pk, "reason": "x"})

    assert shown.status == 200
    assert not case.decisions.exists()


def test_a_late_request_shows_only_where_one_waits(shown, client, case, officer, manager):
    answer_stage(case, 1, date(2026, 9, 1), officer)
    client.force_login(manager)
    assert "step/late-request/" not in shown("")

    casework.request_stage(case, 2, on=date(2026, 9, 3), by=officer)  # within the window
    assert "step/late-request/" not in shown("")


def test_a_late_request_waits_and_the_page_says_so(shown, client, case, officer, manager):
    answer_stage(case, 1, date(2026, 9, 1), officer)
    with time_machine.travel(date(2026, 10, 20), tick=False):
        client.force_login(officer)
        shown("step/ask-for-next/", {"on": "20 10 2026"})
        said = shown("")
        assert "Stage 2: late request waits" in said
        assert "Begin the stage: <span" in said
        assert "a complaints manager decides first whether it goes on" in said
        client.force_login(manager)
        said = shown("step/late-request/")
        assert "Asked for on 20 October 2026; the time for it ended on 1 October 2026" in said
        no = factories.decision_reason("late_request", "Nothing new")
        typed = {"on": "20 10 2026", "listed_reason": no.pk, "why_late": "Forgot"}
        said = shown("step/late-request/", typed)
        assert "There is a problem" in said
        assert "Forgot" in said
        shown("step/late-request/", typed | {"anything_new": "No"})
        said = shown("")

    assert "Stage 2, not begun" in said
    assert "they may go to the Ombudsman" in said


def test_early_referral_is_not_possible_without_every_tick(shown, client, case, officer, manager):
    first = factories.decision_reason("early_referral", "Robust report", accepts=True)
    second = factories.decision_reason("early_referral", "Action plan", accepts=True)
    client.force_login(manager)
    answer_stage(case, 1, date(2026, 9, 1), officer)
    assert "Only after the answer at Stage 2" in shown("step/refer-early/")
    casework.request_stage(case, 2, on=date(2026, 9, 2), by=officer)
    casework.begin_stage(case, 2, on=date(2026, 9, 2), by=officer)
    answer_stage(case, 2, date(2026, 9, 3), officer)
    typed = {
        f"condition_{first.pk}": "on",
        "agrees": "on",
        "consent_on": "3 9 2026",
        "reason": "All upheld",
        "on": "3 9 2026",
    }

    said = shown("step/refer-early/", typed)
    assert "every condition must be met" in said
    assert "All upheld" in said
    shown("step/refer-early/", typed | {f"condition_{second.pk}": "on"})

    assert case.decisions.get().kind == Decision.Kind.EARLY_REFERRAL


# Safeguarding


def test_a_concern_is_raised_while_logging(client, officer):
    area = factories.service_area("Leaving Care")
    channel = Channel.objects.create(name="Telephone")
    client.post(
        "/cases/log/",
        {
            "received_on": "3 9 2026",
            "channel": channel.pk,
            "service_area": area.pk,
            "summary": "He is afraid to go home",
            "concern": "The boy, of his stepfather",
        },
    )

    concern = area.cases.get().safeguarding_concerns.get()
    assert (concern.concern, concern.is_open) == ("The boy, of his stepfather", True)


ALL_PAGES = ["", "points/", "stages/", "people/", "remedies/", "history/"]
OTHER_PAGES = ["step/note/", "step/begin/", "which-procedure/", "step/triage/"]


def test_the_warning_stands_on_every_page_of_the_case_until_it_is_settled(shown, case, officer):
    concern = raise_concern(case, concern="He waits outside", on=TODAY, by=officer)
    task, deadline = case.tasks.get(kind="safeguarding"), case.stages.get().deadlines.first()
    pages = [*ALL_PAGES, *OTHER_PAGES, f"task/{task.pk}/", f"deadline/{deadline.pk}/"]

    for address in pages:
        assert "Safeguarding comes first in" in shown(address), address
    assert "step/settle-safeguarding/" not in shown("")
    refer_concern(concern, to="Duty", on=TODAY, referred_by="Anna", by=officer)
    for address in pages:
        assert "Safeguarding comes first in" not in shown(address), address


def test_it_stands_on_the_desk_and_cannot_be_ticked_off(shown, client, case, officer):
    raise_concern(case, concern="He waits outside", on=TODAY, by=officer)
    task = case.tasks.get(kind="safeguarding")

    assert "Safeguarding: refer it now" in client.get("/?whose=everyone").content.decode()
    said = shown(f"task/{task.pk}/")
    assert "End the task" not in said
    assert "Record the safeguarding referral" in said


def test_a_referral_says_where_when_and_by_whom(shown, case, officer):
    concern = raise_concern(case, concern="He waits outside", on=TODAY, by=officer)
    typed = {"which": concern.pk, "on": "3 9 2026", "to": "Duty team", "reference": "S-77"}

    said = shown("step/refer-safeguarding/", typed)
    assert "Enter by whom" in said
    assert "S-77" in said
    shown("step/refer-safeguarding/", typed | {"referred_by": "Anna Fielding"})

    concern.refresh_from_db()
    assert (concern.referred_to, concern.referred_on) == ("Duty team", TODAY)
    assert "Safeguarding: referred to Duty team" in shown("")


def test_only_a_manager_says_that_no_referral_is_needed(shown, client, case, officer, manager):
    concern = raise_concern(case, concern="He waits outside", on=TODAY, by=officer)
    typed = {"which": concern.pk, "on": "3 9 2026", "because": "Known already"}

    shown("step/settle-safeguarding/", typed)
    assert shown.status == 409
    client.force_login(manager)
    assert "Record why no referral is needed" in shown("")
    shown("step/settle-safeguarding/", typed)

    concern.refresh_from_db()
    assert concern.not_needed_by == manager


def test_a_case_is_not_closed_while_it_is_open(shown, case, officer):
    raise_concern(case, concern="He waits outside", on=TODAY, by=officer)

    assert "Not while a safeguarding concern is open" in shown("step/close/")


# Closing


def close_with(name, means, **more):
    return {"on": "3 9 2026", "because": factories.close_reason(name, means).pk} | more


def test_a_duplicate_names_the_other_case_and_is_not_counted(shown, case, officer):
    other = factories.case(date(2026, 9, 1), "Leaving Care")
    assert "Enter the reference of the other case" in shown(
        "step/close/", close_with("Twice", "duplicate")
    )
    said = shown("step/close/", close_with("Twice", "duplicate", duplicate_of="C-0"))
    assert "You can open no case C-0" in said

    shown("step/close/", close_with("Twice", "duplicate", duplicate_of=other.reference.lower()))

    case.refresh_from_db()
    assert (case.left_out_as, case.duplicate_of) == ("duplicate", other)
    assert case.close_reason == "Twice"
    assert "Duplicate of another case: <a" in shown("")


def test_a_case_without_an_answer_cannot_have_run_its_course(shown, case):
    shown("step/close/", close_with("Answered", "ran_its_course"))
    assert shown.status == 200

    shown("step/close/", close_with("In error", "logged_in_error"))

    case.refresh_from_db()
    assert (case.closed_on, case.left_out_as) == (TODAY, "logged_in_error")


def test_closing_before_the_window_has_ended_asks_again(shown, case, officer):
    answer_stage(case, 1, date(2026, 9, 1), officer)

    said = shown("step/close/", close_with("Content", "ran_its_course"))
    assert "until 1 October 2026. Tick to close it all the same" in said
    shown("step/close/", close_with("Content", "ran_its_course", all_the_same="on"))

    case.refresh_from_db()
    assert case.closed_because.name == "Content"


def test_after_the_window_nothing_is_asked(shown, client, case, officer):
    answer_stage(case, 1, date(2026, 9, 1), officer)
    with time_machine.travel(date(2026, 10, 2), tick=False):
        client.force_login(officer)
        assert "Close it all the same" not in shown("step/close/")
        shown("step/close/", close_with("Time has passed", "ran_its_course"))

    case.refresh_from_db()
    assert case.closed_on == date(2026, 9, 3)
