"""The Ombudsman: asked, answered, drafted, decided, agreed; also once a case has closed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import assign, restrict
from cases.models import Person
from stages.actions import ombudsman, ombudsman_outcome, tasks
from stages.actions.endings import close
from stages.actions.intake import take_in
from stages.models import AgreedRemedy, OmbudsmanDecision, OmbudsmanEnquiry, PublicReport, Task
from stages.not_possible import NotPossible
from stages.situation import Situation
from stages.steps import BY_KEY
from tests import factories

pytestmark = pytest.mark.django_db

ASKED, TODAY = date(2026, 9, 1), date(2026, 9, 10)


def person(role, name):
    return User.objects.create_user(f"{name.split()[0].lower()}@example.org", name, [role])


@pytest.fixture
def officer():
    return person(Role.OFFICER, "Anna Fielding")


@pytest.fixture
def case(officer):
    return take_in(
        on=date(2026, 6, 1),
        by=officer,
        received_on=date(2026, 6, 1),
        service_area=factories.service_area("Leaving Care"),
        complainant={"name": "Juniper Vale"},
    )


@pytest.fixture
def enquiry(case, officer):
    return ombudsman.receive_enquiry(case, on=ASKED, reference="26 001 234", by=officer)


@pytest.fixture
def upheld():
    return OmbudsmanDecision.objects.create(name="Upheld", means="upheld")


def agree(enquiry, officer, **facts):
    told = {
        "kind": "corrective",
        "what": "Begin Stage 2",
        "due_on": date(2026, 10, 1),
        "owner": officer,
    } | facts
    return ombudsman_outcome.agree_remedy(enquiry, by=officer, **told)


def set_tasks():
    """Without what is owed to the complainant by itself (test_waiting.py)."""
    return Task.objects.exclude(kind=Task.Kind.UPDATE)


def why_not(case, key, user):
    return BY_KEY[key].why_not(Situation(case), user)


def test_what_is_asked_is_a_task_that_outlives_the_case_and_ends_with_the_answer(
    case, enquiry, officer
):
    asked = ombudsman.ask(
        enquiry, asks="A chronology", on=ASKED, answer_due_on=date(2026, 9, 29), by=officer
    )
    close(case, on=TODAY, reason="Settled", by=officer)

    (task,) = set_tasks().open()
    assert (task.kind, task.due_on, task.owner) == ("ombudsman_answer", date(2026, 9, 29), officer)
    assert why_not(case, "ombudsman-answer", officer) == ""

    ombudsman.answer(asked, on=TODAY, sent="14 documents", by=officer)

    assert not set_tasks().open().exists()
    assert asked.days_taken == 9
    assert why_not(case, "ombudsman-answer", officer) == "No request of theirs is unanswered."


def test_an_answer_is_not_due_before_it_was_asked_for(enquiry, officer):
    with pytest.raises(ValidationError, match="cannot be due before it was asked for"):
        ombudsman.ask(enquiry, asks="A file", on=ASKED, answer_due_on=date(2026, 8, 31), by=officer)


def test_the_ombudsman_is_not_answered_before_asking(enquiry, officer):
    asked = ombudsman.ask(enquiry, asks="A file", on=ASKED, answer_due_on=TODAY, by=officer)

    with pytest.raises(ValidationError, match="cannot be answered before asking"):
        ombudsman.answer(asked, on=date(2026, 8, 31), by=officer)


def test_one_case_may_have_several_enquiries_but_a_reference_stands_once(case, enquiry, officer):
    ombudsman.receive_enquiry(case, on=TODAY, reference="26 001 999", by=officer)
    ombudsman.receive_enquiry(case, on=TODAY, by=officer)
    ombudsman.receive_enquiry(case, on=TODAY, by=officer)

    assert case.ombudsman_enquiries.count() == 4
    with pytest.raises(ValidationError, match="Another enquiry has this reference"):
        ombudsman.receive_enquiry(case, on=TODAY, reference="26 001 234", by=officer)


@pytest.mark.parametrize("comments", ["We do not agree with paragraph 3", ""])
def test_a_draft_decision_is_commented_on_or_there_is_nothing_to_say(
    case, enquiry, officer, comments
):
    draft = ombudsman.receive_draft(
        enquiry, on=ASKED, comments_due_on=date(2026, 9, 22), by=officer
    )
    assert set_tasks().open().get().kind == "ombudsman_draft"

    ombudsman.comment(draft, on=TODAY, comments=comments, by=officer)

    assert not set_tasks().open().exists()
    assert why_not(case, "ombudsman-comment", officer) == "No draft decision waits for comments."


def test_a_draft_has_its_days_in_order(enquiry, officer):
    with pytest.raises(ValidationError, match="Comments cannot be due before"):
        ombudsman.receive_draft(enquiry, on=TODAY, comments_due_on=ASKED, by=officer)
    draft = ombudsman.receive_draft(enquiry, on=TODAY, comments_due_on=TODAY, by=officer)
    with pytest.raises(ValidationError, match="before it was received"):
        ombudsman.comment(draft, on=ASKED, by=officer)


def test_a_decision_ends_what_was_still_to_be_answered(case, enquiry, officer, upheld):
    ombudsman.ask(enquiry, asks="A file", on=ASKED, answer_due_on=TODAY, by=officer)
    ombudsman.receive_draft(enquiry, on=ASKED, comments_due_on=TODAY, by=officer)

    ombudsman.decide(enquiry, on=TODAY, decision=upheld, by=officer)

    assert [task.dropped_because for task in set_tasks()] == [
        "The Ombudsman has decided",
        "The Ombudsman has decided",
    ]
    for key in ("ombudsman-answer", "ombudsman-comment", "ombudsman-decides"):
        assert why_not(case, key, officer)


def test_a_premature_complaint_is_to_be_taken_up_again_at_once(case, enquiry, officer):
    premature = OmbudsmanDecision.objects.create(name="Premature", means="premature")
    close(case, on=ASKED, reason="Settled", by=officer)

    ombudsman.decide(enquiry, on=TODAY, decision=premature, by=officer)

    task = set_tasks().open().get()
    assert task.due_on == TODAY
    assert task.what == ("The Ombudsman sent the complaint back: reopen it, and tell Juniper Vale")


def test_what_was_sent_back_about_no_case_of_ours_becomes_a_complaint(officer):
    enquiry = ombudsman.receive_enquiry(
        None, on=ASKED, service_area=factories.service_area("Leaving Care"), by=officer
    )
    ombudsman.ask(enquiry, asks="Is it known?", on=ASKED, answer_due_on=TODAY, by=officer)
    assert not set_tasks().exists()

    case = ombudsman.log_from_enquiry(
        enquiry, on=TODAY, complainant="Marlow Penfield", summary="No visits", by=officer
    )

    assert (enquiry.case, case.received_on) == (case, TODAY)
    assert case.stages.get().begun_on == TODAY
    assert set_tasks().open().get().kind == "ombudsman_answer"
    with pytest.raises(NotPossible, match="This enquiry is about"):
        ombudsman.put_to_case(enquiry, case, by=officer)


def test_an_agreed_remedy_is_done_only_once_its_evidence_was_sent_to_the_ombudsman(
    case, enquiry, officer
):
    remedy = agree(enquiry, officer)
    close(case, on=TODAY, reason="Settled", by=officer)
    assert list(AgreedRemedy.objects.outstanding()) == [remedy]

    with pytest.raises(ValidationError, match="Say what shows that it was done"):
        tasks.finish_task(remedy.task, on=TODAY, sent_on=TODAY, by=officer)
    with pytest.raises(ValidationError, match="on which the evidence was sent"):
        tasks.finish_task(remedy.task, on=TODAY, evidence="Letter", by=officer)
    tasks.finish_task(remedy.task, on=TODAY, evidence="Letter", sent_on=TODAY, by=officer)

    assert not AgreedRemedy.objects.outstanding().exists()
    assert not remedy.task.was_late


def test_a_remedy_shown_to_the_ombudsman_after_its_day_was_late(enquiry, officer):
    remedy = agree(enquiry, officer)

    tasks.finish_task(
        remedy.task, on=TODAY, evidence="Letter", sent_on=date(2026, 10, 2), by=officer
    )

    assert remedy.task.was_late


def test_only_the_owner_takes_a_remedy_on(enquiry, officer):
    remedy, other = agree(enquiry, officer), person(Role.OFFICER, "Bela Other")

    with pytest.raises(NotPossible, match="for Anna Fielding to take on"):
        tasks.confirm_task(remedy.task, on=TODAY, by=other)
    tasks.confirm_task(remedy.task, on=TODAY, by=officer)

    assert remedy.task.confirmed_on == TODAY


def test_a_task_that_nobody_owns_is_taken_on_by_nobody(case, officer):
    task = tasks.raise_task(case, what="Ask", due_on=TODAY, by=officer)
    task.confirmed_on = TODAY

    with pytest.raises(ValidationError, match="Only a task that has an owner"):
        task.full_clean()


def test_the_owner_of_a_remedy_can_open_its_case(case, enquiry, officer):
    responder = person(Role.RESPONDER, "Rolf Answer")

    with pytest.raises(NotPossible, match="Put the case to them first"):
        agree(enquiry, officer, owner=responder)
    assign(case, to=responder, capacity="responder", on=TODAY, by=officer)

    assert agree(enquiry, officer, owner=responder).task.owner == responder


def test_a_director_is_told_of_late_remedies_but_not_of_restricted_cases(case, enquiry, officer):
    director = person(Role.DIRECTOR, "Dora Reck")
    remedy = agree(enquiry, officer, due_on=ASKED)

    assert list(AgreedRemedy.objects.told_to(director).late(on=TODAY)) == [remedy]
    assert not AgreedRemedy.objects.visible_to(director).exists()
    restrict(case, why="Staff", by=officer)
    assert not AgreedRemedy.objects.told_to(director).exists()


def test_who_is_complained_about_is_not_told_that_a_remedy_is_late(case, enquiry, officer):
    director = person(Role.DIRECTOR, "Dora Reck")
    agree(enquiry, officer, due_on=ASKED)
    about = case.people.create(
        person=Person.objects.create(name="Dora Reck", user=director),
        role="complained_about",
    )

    assert not AgreedRemedy.objects.told_to(about.person.user).exists()


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 7, 15), date(2026, 10, 14)),  # three months beginning with the 15th
        (date(2025, 11, 30), date(2026, 2, 28)),
        (date(2026, 7, 1), date(2026, 9, 30)),
    ],
)
def test_the_response_to_a_public_report_is_due_three_months_from_its_receipt(
    enquiry, officer, received, due
):
    report = ombudsman_outcome.receive_report(enquiry, on=received, by=officer)

    assert (report.response_due_on, report.task.due_on, report.task.kind) == (
        due,
        due,
        "ombudsman_report",
    )


def test_a_longer_time_that_the_ombudsman_agreed_to_counts(enquiry, officer):
    report = ombudsman_outcome.receive_report(
        enquiry, on=ASKED, response_due_on=date(2027, 1, 15), by=officer
    )

    assert report.task.due_on == date(2027, 1, 15)


def test_a_public_report_is_considered_and_then_responded_to(case, enquiry, officer):
    report = ombudsman_outcome.receive_report(enquiry, on=ASKED, by=officer)
    assert why_not(case, "ombudsman-report-answered", officer)
    with pytest.raises(ValidationError, match="follows the meeting of members"):
        ombudsman_outcome.respond_to_report(report, on=TODAY, said="We did", by=officer)
    report.responded_on = None

    ombudsman_outcome.consider_report(report, on=TODAY, considered_by="Cabinet", by=officer)
    ombudsman_outcome.respond_to_report(report, on=TODAY, said="Stage 2 began", by=officer)

    assert not set_tasks().open().exists()
    assert PublicReport.objects.get().considered_by == "Cabinet"


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"considered_on": TODAY}, "Enter who considered the report"),
        ({"considered_by": "Cabinet"}, "Enter who considered the report"),
        ({"notice_on": date(2026, 8, 1)}, "Public notice cannot be given before"),
        ({"response_due_on": ASKED}, "cannot be due before the report came"),
    ],
)
def test_a_public_report_has_its_days_in_order(enquiry, officer, facts, sentence):
    report = PublicReport(
        enquiry=enquiry, case=enquiry.case, received_on=ASKED, response_due_on=TODAY
    )
    for name, value in facts.items():
        setattr(report, name, value)

    with pytest.raises(ValidationError, match=sentence):
        report.full_clean()


def test_the_database_refuses_a_remedy_done_without_its_evidence_sent(enquiry, officer):
    remedy = agree(enquiry, officer)

    with pytest.raises(IntegrityError, match="task_done_once_its_evidence_was_sent"):
        Task.objects.filter(pk=remedy.task.pk).update(done_on=TODAY, evidence="Letter")


def test_an_enquiry_is_corrected_with_its_reason(enquiry, officer):
    with pytest.raises(NotPossible, match="Say why"):
        ombudsman.correct_enquiry(enquiry, ombudsman_reference="26 001 235", why=" ", by=officer)

    ombudsman.correct_enquiry(enquiry, ombudsman_reference="26 001 235", why="Mistyped", by=officer)

    assert OmbudsmanEnquiry.objects.get().ombudsman_reference == "26 001 235"
