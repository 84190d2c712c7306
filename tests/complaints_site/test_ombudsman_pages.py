"""The Ombudsman's pages: what is open, what was agreed and is late, what is of no case."""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import assign, restrict
from stages.actions.intake import take_in
from stages.actions.ombudsman import ask, decide, receive_draft, receive_enquiry
from stages.actions.ombudsman_outcome import agree_remedy
from stages.models import AgreedRemedy, OmbudsmanDecision, OmbudsmanEnquiry
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


def person(role, name):
    return User.objects.create_user(f"{name.split()[0].lower()}@example.org", name, [role])


@pytest.fixture
def officer(client):
    user = person(Role.OFFICER, "Anna Fielding")
    client.force_login(user)
    return user


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
def decisions():
    told = {"Upheld": "upheld", "Referred back": "premature"}
    return {
        name: OmbudsmanDecision.objects.create(name=name, means=means)
        for name, means in told.items()
    }


def words(answer):
    return " ".join(answer.content.decode().split())


def step(client, case, key, **typed):
    return client.post(f"/case/{case.reference}/step/{key}/", typed)


def enquiry_of(case, officer, reference="26 001 234"):
    return receive_enquiry(case, on=date(2026, 9, 1), reference=reference, by=officer)


def test_an_enquiry_is_recorded_answered_and_decided_on_the_case(client, case, officer, decisions):
    step(
        client,
        case,
        "ombudsman-asks",
        on="1 9 2026",
        reference="26 001 234",
        asks="A chronology",
        answer_due_on="9 9 2026",
    )
    assert "Answer the Ombudsman" in words(client.get("/ombudsman/?show=answer"))
    refused = step(client, case, "ombudsman-answer", on="10 9 2026", sent="")
    assert "There is a problem" in words(refused)
    step(client, case, "ombudsman-answer", on="10 9 2026", sent="14 documents")
    step(client, case, "ombudsman-decides", on="10 9 2026", decision=decisions["Upheld"].pk)

    enquiry = OmbudsmanEnquiry.objects.get()
    assert enquiry.decision == decisions["Upheld"]
    page = words(client.get(f"/ombudsman/enquiry/{enquiry.pk}/"))
    assert "26 001 234" in words(client.get(f"/case/{case.reference}/stages/"))
    assert "Answered on 10 September 2026, after 9 days: late" in page
    story = words(client.get(f"/case/{case.reference}/"))
    for happened in ("The Ombudsman asks", "The Ombudsman was answered", "Ombudsman's decision"):
        assert happened.replace("'", "&#x27;") in story or happened in story


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"asks": "A file"}, "Enter the day by which the Ombudsman wants the answer"),
        ({"answer_due_on": "20 9 2026"}, "Enter what the Ombudsman asks"),
        ({"asks": "A file", "answer_due_on": "1 8 2026"}, "cannot be due before it was asked for"),
        ({"on": "11 9 2026"}, "Enter a date that is today or in the past"),
    ],
)
def test_what_is_wrong_with_an_enquiry_is_said_and_what_was_typed_stays(
    client, case, officer, typed, sentence
):
    answer = step(client, case, "ombudsman-asks", **{"on": "1 9 2026", "reference": "26 9"} | typed)

    assert sentence in words(answer)
    assert 'value="26 9"' in words(answer)
    assert not OmbudsmanEnquiry.objects.exists()


def test_a_decision_is_in_the_words_of_its_own_day(client, case, officer):
    enquiry_of(case, officer)
    old = OmbudsmanDecision.objects.create(
        name="Local settlement", means="upheld", in_use_until=date(2014, 3, 31)
    )

    answer = step(client, case, "ombudsman-decides", on="10 9 2026", decision=old.pk)

    assert "The Ombudsman did not say “Local settlement” on 10 September 2026" in words(answer)


def test_where_a_case_has_two_enquiries_it_is_asked_which(client, case, officer, decisions):
    first, second = enquiry_of(case, officer), enquiry_of(case, officer, "26 001 999")
    typed = {"on": "10 9 2026", "decision": decisions["Upheld"].pk}

    refused = step(client, case, "ombudsman-decides", **typed)
    step(client, case, "ombudsman-decides", which=second.pk, **typed)

    assert "Choose" in words(refused)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.decision, second.decision) == (None, decisions["Upheld"])


def test_the_page_counts_by_state_and_its_filters_stand_in_the_address(client, case, officer):
    enquiry = enquiry_of(case, officer)
    ask(enquiry, asks="A file", on=TODAY, answer_due_on=TODAY, by=officer)
    draft = enquiry_of(case, officer, "26 2")
    receive_draft(draft, on=TODAY, comments_due_on=TODAY, by=officer)
    waiting = enquiry_of(case, officer, "26 3")

    answer = client.get("/ombudsman/")
    assert {each["label"]: each["number"] for each in answer.context["counters"]} == {
        "To be answered": 1,
        "Draft to comment on": 1,
        "Public report to respond to": 0,
        "With the Ombudsman": 1,
        "Remedies outstanding": 0,
        "Decided": 0,
    }
    assert answer.context["enquiries"] == [enquiry, draft, waiting]
    shown = client.get("/ombudsman/?show=draft").context["enquiries"]
    elsewhere = factories.service_area("Fostering")
    assert shown == [draft]
    assert client.get(f"/ombudsman/?area={elsewhere.pk}").context["enquiries"] == []
    assert client.get("/ombudsman/?show=nonsense&area=x&page=z").status_code == 200


def test_only_those_who_may_open_the_annual_letters_are_led_to_them(client, officer):
    assert 'href="/ombudsman/letters/"' not in client.get("/ombudsman/").content.decode()

    client.force_login(person(Role.MANAGER, "Martin Oakes"))

    assert 'href="/ombudsman/letters/"' in client.get("/ombudsman/").content.decode()


def test_enquiries_of_a_case_that_one_may_not_see_are_not_listed(client, case, officer):
    enquiry = enquiry_of(case, officer)
    restrict(case, why="Staff", by=officer)

    assert client.get("/ombudsman/").context["enquiries"] == []
    assert client.get(f"/ombudsman/enquiry/{enquiry.pk}/").status_code == 404
    assert client.post(f"/ombudsman/enquiry/{enquiry.pk}/correct/").status_code == 404


def test_an_agreed_remedy_is_taken_on_and_done_with_the_evidence_sent(client, case, officer):
    enquiry_of(case, officer)
    step(
        client,
        case,
        "ombudsman-remedy",
        kind="corrective",
        what="Begin Stage 2",
        due_on="1 10 2026",
        owner=officer.pk,
    )
    remedy = AgreedRemedy.objects.get()
    address = f"/case/{case.reference}/task/{remedy.task.pk}/"
    assert "not yet taken on" in words(client.get("/ombudsman/?show=remedies"))

    client.post(address, {"confirm": "1"})
    done = {"how": "done", "on": "10 9 2026", "words": "Stage 2 began"}
    assert "on which the evidence was sent to the Ombudsman" in words(client.post(address, done))
    future = client.post(address, done | {"sent_on": "11 9 2026"})
    assert "Enter a date that is today or in the past" in words(future)
    client.post(address, done | {"sent_on": "10 9 2026"})

    remedy.task.refresh_from_db()
    assert (remedy.task.confirmed_on, remedy.task.evidence_sent_on) == (TODAY, TODAY)
    assert "Done, and shown to the Ombudsman: Begin Stage 2" in words(
        client.get(f"/case/{case.reference}/")
    )
    assert "Begin Stage 2" in words(client.get(f"/case/{case.reference}/remedies/"))


def late_remedy(case, officer, **more):
    told = {"kind": "apology", "what": "Write to Juniper Vale", "due_on": date(2026, 9, 1)} | more
    return agree_remedy(enquiry_of(case, officer), owner=officer, by=officer, **told)


def test_late_remedies_are_told_to_managers_and_directors(client, case, officer):
    late_remedy(case, officer)
    assert "remedy agreed with the Ombudsman" not in words(client.get("/"))

    client.force_login(person(Role.MANAGER, "Bela Manners"))
    assert "1 remedy agreed with the Ombudsman" in words(client.get("/"))
    assert "Write to Juniper Vale" in words(client.get("/ombudsman/late/"))

    client.force_login(director := person(Role.DIRECTOR, "Dora Reck"))
    assert "1 remedy agreed with the Ombudsman" in words(client.get("/"))
    told = words(client.get("/ombudsman/late/"))
    assert "9 days late" in told
    assert "Juniper Vale" not in told
    assert case.reference not in told

    assign(case, to=director, capacity="director", on=TODAY, by=officer)
    assert "Write to Juniper Vale" in words(client.get("/ombudsman/late/"))


def test_a_task_that_a_step_ends_leads_to_that_step(client, case, officer):
    asked = ask(enquiry_of(case, officer), asks="A", on=TODAY, answer_due_on=TODAY, by=officer)
    address = f"/case/{case.reference}/task/{asked.task.pk}/"

    client.post(address, {"how": "done", "on": "10 9 2026", "words": "x"})

    assert f"/case/{case.reference}/step/ombudsman-answer/" in words(client.get(address))
    asked.task.refresh_from_db()
    assert asked.task.is_open


def test_an_enquiry_about_no_case_of_ours_is_logged_and_later_put_to_its_case(
    client, case, officer, decisions
):
    typed = {"on": "1 9 2026", "reference": "26 7", "about": "A tenant", "asks": "Is it known?"}
    refused = client.post("/ombudsman/log/", typed)
    assert "Choose" in words(refused)
    assert "A tenant" in words(refused)
    typed |= {"service_area": case.service_area.pk, "answer_due_on": "20 9 2026"}
    client.post("/ombudsman/log/", typed)
    enquiry = OmbudsmanEnquiry.objects.get()
    address = f"/ombudsman/enquiry/{enquiry.pk}/"
    assert "About no case of ours" in words(client.get(address))

    client.post(f"{address}answer/", {"on": "10 9 2026", "sent": "Not known to us"})
    back = decisions["Referred back"].pk
    client.post(f"{address}decide/", {"on": "10 9 2026", "decision": back})
    assert "No case that you may see" in words(
        client.post(f"{address}put-to-case/", {"reference": "C-1"})
    )
    client.post(f"{address}put-to-case/", {"reference": case.reference.lower()})

    enquiry.refresh_from_db()
    assert enquiry.case == case
    assert client.get(f"{address}log-complaint/").status_code == 404


def test_who_answers_an_enquiry_after_somebody_else_keeps_what_they_typed(client, officer):
    area = factories.service_area("Highways")
    enquiry = receive_enquiry(
        None, on=TODAY, reference="26 7", about="A road", service_area=area, by=officer
    )
    ask(enquiry, asks="Is it known?", on=TODAY, answer_due_on=date(2026, 9, 24), by=officer)
    address = f"/ombudsman/enquiry/{enquiry.pk}/answer/"
    client.post(address, {"on": "10 9 2026", "sent": "Not known to us"})

    second = client.post(address, {"on": "10 9 2026", "sent": "Nobody here knows of it"})

    assert second.status_code == 409
    assert "Somebody did this meanwhile" in words(second)
    assert "Nobody here knows of it" in words(second)
    assert enquiry.requests.get().answered_on == date(2026, 9, 10)


def test_a_draft_decision_about_no_case_of_ours_is_recorded_and_commented_on(client, officer):
    area = factories.service_area("Highways")
    enquiry = receive_enquiry(
        None, on=TODAY, reference="26 7", about="A road", service_area=area, by=officer
    )
    address = f"/ombudsman/enquiry/{enquiry.pk}/"

    early = client.post(f"{address}draft/", {"on": "10 9 2026", "comments_due_on": "9 9 2026"})
    assert "Comments cannot be due before the draft was received" in words(early)
    assert client.get(f"{address}comment/").status_code == 404

    client.post(f"{address}draft/", {"on": "10 9 2026", "comments_due_on": "24 9 2026"})
    assert "Comment on the draft decision" in words(client.get("/ombudsman/?show=draft"))

    client.post(f"{address}comment/", {"on": "10 9 2026", "comments": "The road is not ours"})
    draft = enquiry.drafts.get()
    assert (draft.comments_due_on, draft.comments) == (date(2026, 9, 24), "The road is not ours")
    assert client.get(f"{address}comment/").status_code == 404


def test_what_was_sent_back_is_logged_as_a_complaint(client, officer, decisions):
    enquiry = receive_enquiry(
        None, on=TODAY, about="No visits", service_area=factories.service_area("Any"), by=officer
    )
    decide(enquiry, on=TODAY, decision=decisions["Referred back"], by=officer)

    client.post(
        f"/ombudsman/enquiry/{enquiry.pk}/log-complaint/",
        {"on": "10 9 2026", "complainant": "Marlow Penfield", "summary": "No visits"},
    )

    enquiry.refresh_from_db()
    assert enquiry.case.people.get().person.name == "Marlow Penfield"


def test_a_correction_needs_its_reason_and_both_decision_and_day(client, case, officer):
    enquiry = enquiry_of(case, officer)
    address = f"/ombudsman/enquiry/{enquiry.pk}/correct/"
    typed = {"ombudsman_reference": "26 5", "decided_on": "9 9 2026", "why": "Mistyped"}

    assert "Enter both the decision and its day" in words(client.post(address, typed))
    client.post(address, {"ombudsman_reference": "26 5", "why": "Mistyped"})

    enquiry.refresh_from_db()
    assert (enquiry.ombudsman_reference, enquiry.decided_on) == ("26 5", None)


def test_a_public_report_is_counted_and_goes_through_its_steps(client, case, officer):
    enquiry = enquiry_of(case, officer)
    step(client, case, "ombudsman-report", on="1 9 2026")
    assert client.get("/ombudsman/?show=report").context["enquiries"][0].due_on == date(
        2026, 11, 30
    )
    step(
        client,
        case,
        "ombudsman-report-considered",
        on="9 9 2026",
        considered_by="Cabinet",
        notice_on="8 9 2026",
    )
    step(client, case, "ombudsman-report-answered", on="10 9 2026", said="We began Stage 2")

    enquiry.refresh_from_db()
    assert enquiry.public_report.responded_on == TODAY
    story = words(client.get(f"/case/{case.reference}/"))
    assert "Public notice of the report given" in story
    assert "Council&#x27;s response to the public report sent" in story


@pytest.mark.parametrize("tab", ["", "stages/", "remedies/", "history/"])
def test_a_case_with_all_of_it_still_takes_at_most_15_queries(
    client, case, officer, tab, at_most_queries
):
    client.force_login(person(Role.MANAGER, "Bela Manners"))
    for number in range(3):
        enquiry = enquiry_of(case, officer, f"26 {number}")
        ask(enquiry, asks="A", on=TODAY, answer_due_on=TODAY, by=officer)
        receive_draft(enquiry, on=TODAY, comments_due_on=TODAY, by=officer)
        agree_remedy(enquiry, kind="apology", what="Write", due_on=TODAY, owner=officer, by=officer)
    client.get(f"/case/{case.reference}/")

    with at_most_queries(15):
        client.get(f"/case/{case.reference}/{tab}")
