"""A mixed complaint, joint work and proceedings, as the pages have them."""

from datetime import date

import pytest
import time_machine

from accounts.permissions import Role
from cases.actions.casework import assign
from cases.models import Case
from stages.actions.joint_work import set_up_joint_work
from stages.actions.parts import split_off
from stages.actions.proceedings import suspend
from stages.models import Finding, JointWork, Outcome, Proceedings
from stages.situation import Phase, Situation
from tests.complaints_site.case_file.makers import (
    TABS,
    children_in_need,
    someone,
    take_in_complaint,
    words_of,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 4)  # a Friday, three working days after it came
RECEIVED = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY} 11:00 +0000", tick=False):
        yield


@pytest.fixture
def manager(client):
    user = someone(Role.MANAGER, "Martin Oakes")
    client.force_login(user)
    return user


@pytest.fixture
def lead(manager):
    return take_in_complaint(manager, on=RECEIVED)


@pytest.fixture
def part(lead, manager):
    return split(lead, manager)


def split(lead, by, code="housing"):
    return split_off(
        lead,
        code=code,
        service_area=children_in_need(),
        points=lead.points.filter(number=2),
        why="About the flat",
        on=TODAY,
        by=by,
    )


def put_off(case, by, *numbers, how=suspend):
    return how(
        case.stages.get(),
        points=case.points.filter(number__in=numbers),
        kind="court",
        reasons="The court is to hear it",
        decided_on=TODAY,
        told_on=TODAY,
        how_to_resubmit="Write to us",
        review_on=date(2026, 10, 5),
        by=by,
    )


def with_a_trust(case, by, **more):
    agreed = {"led_by": "council", "agreed_on": TODAY, "consent": "given", "consent_on": TODAY}
    return set_up_joint_work(
        case, body="Riverside NHS Trust", due_on=date(2026, 9, 11), by=by, **(agreed | more)
    )


def page(client, case, tab=""):
    return client.get(f"/case/{case.reference}/{tab}")


def step(client, case, key, **typed):
    address = f"/case/{case.reference}/step/{key}/"
    return client.post(address, typed) if typed else client.get(address)


SPLIT = {
    "code": "housing",
    "new_points": "",
    "why": "About the flat",
}


def test_a_part_is_split_off_and_the_lead_shows_it(client, lead):
    area, point = children_in_need(), lead.points.get(number=2)

    answer = step(client, lead, "split-part", service_area=area.pk, points=[point.pk], **SPLIT)

    assert answer.url == f"/case/{lead.reference}/"
    words = words_of(page(client, lead))
    assert "Parts of this complaint" in words
    assert f"/case/{lead.reference}-2/" in words
    assert "Mixed complaint" in words
    assert f"Part {lead.reference}-2 split off" in words
    part = Case.objects.get(part_of=lead)
    assert "Housing Ombudsman Complaint Handling Code 2024" in words_of(page(client, part))


def test_a_part_without_a_point_is_refused_and_nothing_typed_is_lost(client, lead):
    answer = step(client, lead, "split-part", service_area=children_in_need().pk, **SPLIT)

    said = words_of(answer)
    assert "Choose the points that go to it, or enter a new one" in said
    assert "About the flat</textarea>" in said
    assert not lead.parts.exists()


def test_the_part_leads_back_and_has_the_people_of_its_lead(client, lead, part):
    words = words_of(page(client, part))

    assert f'href="/case/{lead.reference}/"' in words
    assert "which leads: the people and the one reply are there" in words
    assert "Marlow Penfield" in words
    assert "Marlow Penfield" in words_of(page(client, part, "people/"))


def test_who_sees_only_the_part_gets_no_link_to_the_lead(client, lead, part, manager):
    responder = someone(Role.RESPONDER, "Clover Marsh")
    assign(part, to=responder, capacity="responder", on=TODAY, by=manager)
    client.force_login(responder)

    assert f'href="/case/{lead.reference}/"' not in words_of(page(client, part))
    assert page(client, lead).status_code == 404


def test_next_of_the_lead_is_what_is_due_first_in_any_part(client, lead, manager):
    part = split(lead, manager, "housing")  # acknowledged within 5 working days: 8 September
    step(client, lead, "acknowledge", on="4 9 2026")

    answer = page(client, lead)

    assert answer.context["file"].next.of == part.reference
    words = words_of(answer)
    assert f"Next: Part {part.reference}, Stage 1: " in words
    assert f"Open {part.reference}" in words


def test_one_letter_acknowledges_the_lead_and_the_part(client, lead, part):
    stage = part.stages.get()
    assert "It acknowledges these parts too" in words_of(step(client, lead, "acknowledge"))

    step(client, lead, "acknowledge", on="4 9 2026", parts=[stage.pk])

    assert lead.stages.get().acknowledged_on == TODAY
    assert part.stages.get().acknowledged_on == TODAY


def test_one_reply_answers_the_lead_and_its_part(client, lead, part):
    typed = {"on": "4 9 2026", "point_1": "upheld", "point_2": "not_upheld"}

    step(client, lead, "answer", **typed, **{f"reply_{part.pk}": "with"})

    found = {finding.point.number: finding.finding for finding in Finding.objects.all()}
    assert found == {1: "upheld", 2: "not_upheld"}
    assert lead.stages.get().outcome == Outcome.UPHELD
    assert (part.stages.get().outcome, part.stages.get().responded_on) == (
        Outcome.NOT_UPHELD,
        TODAY,
    )
    assert "answered on 4 September 2026: not upheld" in words_of(page(client, lead))


def test_a_part_may_be_answered_apart(client, lead, part):
    typed = {"on": "4 9 2026", "point_1": "upheld", "point_2": ""}

    step(client, lead, "answer", **typed, **{f"reply_{part.pk}": "apart"})

    assert lead.stages.get().responded_on == TODAY
    assert part.stages.get().responded_on is None


def test_a_part_in_the_reply_needs_a_finding_on_each_of_its_points(client, lead, part):
    typed = {"on": "4 9 2026", "point_1": "upheld", "point_2": ""}

    answer = step(client, lead, "answer", **typed, **{f"reply_{part.pk}": "with"})

    said = words_of(answer)
    assert "Choose a finding for 2. Nobody called back" in said
    assert '<option value="upheld" selected>' in said
    assert lead.stages.get().responded_on is None


def test_a_part_that_cannot_go_with_the_reply_says_why(client, lead, part, manager):
    with_a_trust(part, manager)

    said = words_of(step(client, lead, "answer"))

    assert f"Its part {part.reference} is answered apart. Not until the part of Riverside" in said


def test_the_whole_of_a_mixed_complaint_is_withdrawn_or_only_some_of_it(client, lead, part):
    step(client, lead, "withdraw", on="4 9 2026", why="", parts=[part.pk])

    part.refresh_from_db()
    lead.refresh_from_db()
    assert (lead.withdrawn_on, part.withdrawn_on) == (TODAY, TODAY)
    assert "Withdrawn on 4 September 2026" in words_of(page(client, lead))


def test_parts_are_joined_again_on_the_lead(client, lead, part):
    step(client, lead, "join-parts", parts=[part.pk], why="One matter after all")

    assert lead.points.count() == 2
    assert page(client, lead).context["file"].its_parts == []
    assert "joined with it again on 4 September 2026" in words_of(page(client, part))


def test_the_list_marks_a_part_and_finds_it_by_its_leads_people(client, lead, part):
    rows = client.get("/cases/?q=Penfield").context["rows"]

    assert {row.reference: row.part_of for row in rows} == {
        lead.reference: "",
        part.reference: lead.reference,
    }
    assert {row.people for row in rows} == {"Marlow Penfield"}
    only = client.get("/cases/?part=yes").context
    assert [row.reference for row in only["rows"]] == [part.reference]


def test_a_suspended_case_says_since_when_and_nothing_is_late(client, lead, manager):
    put_off(lead, manager, 1, 2)
    with time_machine.travel("2026-10-01 11:00 +0000", tick=False):
        client.force_login(manager)
        answer = page(client, lead)
        desk = client.get("/?whose=everyone").context["groups"]
        row = client.get("/cases/").context["rows"][0]

    words = words_of(answer)
    assert "Suspended since 4 September 2026" in words
    assert "3 working days were used before (net), 22 have passed in all (gross)" in words
    assert "Record that the proceedings ended" in words
    assert not answer.context["file"].next.is_late
    assert [shown.what_is_due for group in desk for shown in group["rows"]] == [
        "Ask whether the proceedings have ended: court proceedings"
    ]
    assert row.ended == "Suspended since 4 Sep 2026"


def test_the_stages_tab_keeps_gross_and_net_days_once_it_runs_again(client, lead, manager):
    put_off(lead, manager, 1, 2)
    with time_machine.travel("2026-09-18 11:00 +0000", tick=False):
        client.force_login(manager)
        step(
            client, lead, "end-proceedings", proceedings=Proceedings.objects.get().pk, on="18 9 26"
        )
        words = words_of(page(client, lead, "stages/"))

    assert "13 of 20" in words
    assert "13 gross, 3 net of waiting and suspension" in words
    assert "From 4 September 2026 to 18 September 2026: Court proceedings" in words


SUSPENDED = {
    "on": "4 9 2026",
    "kind": "court",
    "reasons": "The court is to hear it",
    "told_on": "4 9 2026",
    "how_to_resubmit": "Write to us",
    "review_on": "5 10 2026",
}


def test_a_manager_suspends_some_points_and_the_answer_does_not_ask_of_them(client, lead):
    second = lead.points.get(number=2)

    step(client, lead, "suspend", points=[second.pk], **SUSPENDED)
    said = words_of(step(client, lead, "answer"))

    assert "2. Nobody called back: suspended on 4 September 2026 (court proceedings)" in said
    assert 'name="point_2"' not in said
    assert "suspended</strong>" in words_of(page(client, lead, "points/"))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"kind": ""}, "Choose for which proceedings"),
        ({"review_on": "4 9 2026"}, "Enter a date after today"),
        ({"told_on": "5 9 2026"}, "Enter a date that is today or in the past"),
        ({"told_on": "2 9 2026"}, "The complainant is told once it is decided, not before"),
        ({"how_to_resubmit": ""}, "Say how the complaint can be resubmitted"),
    ],
)
def test_what_a_suspension_lacks_is_said_and_nothing_is_lost(client, lead, changed, sentence):
    points = [point.pk for point in lead.points.all()]

    said = words_of(step(client, lead, "suspend", points=points, **(SUSPENDED | changed)))

    assert sentence in said
    assert "The court is to hear it</textarea>" in said
    assert not Proceedings.objects.exists()


def test_the_parts_are_suspended_reviewed_and_considered_again_with_their_lead(client, lead, part):
    typed = {
        "kind": "police",
        "points": [lead.points.get().pk],
        "parts": [part.pk],
        "reasons": "The carer may be charged",
        "on": "4 9 2026",
        "told_on": "4 9 2026",
        "how_to_resubmit": "Write to us",
        "review_on": "5 10 2026",
    }
    assert "Parts that are suspended with it, wholly" in words_of(step(client, lead, "suspend"))
    assert step(client, lead, "suspend", **typed).status_code == 302
    theirs = part.proceedings.get()
    assert (theirs.kind, theirs.of_all, theirs.points.get()) == ("police", True, part.points.get())
    assert Situation(part).phase == Phase.SUSPENDED

    again = {"on": "4 9 2026", "found": "No charge yet", "next_on": "2 11 2026"}
    ours = lead.proceedings.get().pk
    step(client, lead, "review-proceedings", proceedings=ours, parts=[part.pk], **again)
    theirs.refresh_from_db()
    assert theirs.review_on == date(2026, 11, 2)

    step(client, lead, "end-proceedings", proceedings=ours, parts=[part.pk], on="4 9 2026")
    assert Situation(part).phase == Situation(lead).phase == Phase.UNDER_WAY


def test_a_part_may_go_on_while_its_lead_is_suspended(client, lead, part):
    typed = {
        "kind": "police",
        "points": [lead.points.get().pk],
        "reasons": "The carer may be charged",
        "on": "4 9 2026",
        "told_on": "4 9 2026",
        "how_to_resubmit": "Write to us",
        "review_on": "5 10 2026",
    }
    step(client, lead, "suspend", **typed)

    assert Situation(lead).phase == Phase.SUSPENDED
    assert Situation(part).phase == Phase.UNDER_WAY


def test_the_lead_and_its_part_are_declined_together(client, lead, part):
    typed = {
        "kind": "court",
        "points": [lead.points.get().pk],
        "parts": [part.pk],
        "reasons": "The court is to hear it",
        "on": "4 9 2026",
        "told_on": "4 9 2026",
        "how_to_resubmit": "Write to us",
        "review_on": "5 10 2026",
    }
    step(client, lead, "decline", **typed)

    part.refresh_from_db()
    assert part.closed_on == TODAY
    assert part.stages.get().outcome == Outcome.NOT_ACCEPTED


def test_a_review_of_proceedings_ends_only_with_the_day_of_the_next(client, lead, manager):
    proceedings = put_off(lead, manager, 1, 2)

    shown = words_of(page(client, lead, f"task/{proceedings.review.pk}/"))

    assert f'href="/case/{lead.reference}/step/review-proceedings/"' in shown
    assert "End the task" not in shown


def test_suspending_is_for_a_complaints_manager(client, lead):
    client.force_login(someone(Role.OFFICER))

    assert step(client, lead, "suspend", **SUSPENDED).status_code == 409
    assert step(client, lead, "decline", **SUSPENDED).status_code == 409


def test_what_was_declined_is_resubmitted_from_its_page(client, lead):
    points = [point.pk for point in lead.points.all()]
    step(client, lead, "decline", points=points, **SUSPENDED)
    assert "Closed" in words_of(page(client, lead))
    one = Proceedings.objects.get()

    step(client, lead, "end-proceedings", proceedings=one.pk, on="4 9 2026")
    assert "last day to resubmit it is 4 September 2027" in words_of(page(client, lead))
    step(client, lead, "resubmit", proceedings=one.pk, on="4 9 2026")

    one.refresh_from_db()
    assert one.resubmitted_as.reference in words_of(page(client, lead))


def test_joint_work_is_set_up_shown_with_both_clocks_and_holds_the_answer(client, lead):
    typed = {
        "body": "Riverside NHS Trust",
        "contact": "",
        "on": "4 9 2026",
        "led_by": "body",
        "points": [lead.points.get(number=1).pk],
        "consent": "asked",
        "consent_on": "3 9 2026",
        "due_on": "11 9 2026",
    }
    step(client, lead, "set-up-joint-work", **typed)

    words = words_of(page(client, lead))
    assert "They lead" in words
    assert "They answer point 1; the council the others" in words
    assert "11 September 2026 <span" in words
    assert "15 September 2026 <span" in words
    assert "answered by Riverside NHS Trust" in words
    held = step(client, lead, "answer")
    assert held.status_code == 409
    assert "Not until the part of Riverside NHS Trust has come" in words_of(held)

    work = JointWork.objects.get()
    step(client, lead, "record-consent", work=work.pk, consent="given", on="4 9 2026")
    step(client, lead, "receive-joint-part", work=work.pk, on="4 9 2026")
    assert step(client, lead, "answer").status_code == 200


def test_their_part_does_not_come_before_the_consent(client, lead, manager):
    work = with_a_trust(lead, manager, consent="asked")

    said = words_of(step(client, lead, "receive-joint-part", work=work.pk, on="4 9 2026"))

    assert "Not until consent to share with Riverside NHS Trust is recorded as given" in said


def test_a_mixed_joint_and_suspended_case_takes_at_most_15_queries(
    client, lead, part, manager, at_most_queries
):
    with_a_trust(lead, manager)
    put_off(lead, manager, 1)
    page(client, lead)  # the calendar is read once in a process

    for case in lead, part:
        # The history of fields looks names up where a key has changed, as a moved point's has
        for tab in [tab for tab in TABS if tab != "history/"]:
            with at_most_queries(15):
                assert page(client, case, tab).status_code == 200
