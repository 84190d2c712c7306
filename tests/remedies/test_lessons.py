"""Lessons: raised once, held against earlier ones, carried through with evidence."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import assign, restrict
from remedies.actions.lessons import (
    add_action,
    answer_lesson,
    close_lesson,
    finish_action,
    raise_lesson,
    tell_complainant,
)
from remedies.lessons_page import chased_actions_of, coming_back, counts_for
from remedies.models import ActionPoint, Lesson
from stages.actions.intake import take_in
from stages.models import Recommendation
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 10)


def person(name, role, email="") -> User:
    return User.objects.create_user(email or f"{role}@example.org", name, [role])


@pytest.fixture
def officer():
    return person("Anna Fielding", Role.OFFICER)


@pytest.fixture
def case(officer):
    return take_in(
        on=date(2026, 9, 1),
        by=officer,
        received_on=date(2026, 9, 1),
        service_area=factories.service_area("Leaving Care"),
        points=["The deposit"],
    )


@pytest.fixture
def lesson(case, officer):
    return raise_lesson(
        case,
        text="Tell people before a visit is put off",
        source="complaint",
        on=date(2026, 9, 2),
        by=officer,
    )


def give(lesson, by, due_on=date(2026, 9, 9), **lead) -> ActionPoint:
    lead = lead or {"lead": "Team manager"}
    return add_action(lesson, text="Write to all teams", due_on=due_on, by=by, **lead)


def test_an_earlier_lesson_is_found_by_its_words_in_another_form(case, lesson, officer):
    raise_lesson(case, text="Forms name the papers", source="complaint", on=TODAY, by=officer)

    found = Lesson.objects.all().like("Visits that are being put off: people must be told")

    assert list(found) == [lesson]
    assert not Lesson.objects.all().like("!? -")


def test_a_lesson_that_repeats_another_is_counted_as_coming_back(case, lesson, officer):
    again = raise_lesson(
        case, text="Tell people first", source="panel", repeats=lesson, on=TODAY, by=officer
    )

    assert (again.recurring, lesson.recurring) == (True, False)
    assert [(one, one.times) for one in coming_back(officer)] == [(lesson, 1)]


def test_what_is_not_accepted_needs_the_reason(lesson, officer):
    with pytest.raises(ValidationError, match="Say why it is not accepted"):
        answer_lesson(lesson, accepted="no", why="", by=officer)
    answer_lesson(lesson, accepted="no", why="It would cost too much", by=officer)

    lesson.refresh_from_db()
    assert lesson.get_accepted_display() == "Not accepted"


def test_an_action_is_done_only_with_evidence(lesson, officer):
    point = give(lesson, officer)

    with pytest.raises(ValidationError, match="when there is evidence of it"):
        finish_action(point, on=TODAY, evidence="", by=officer)
    finish_action(point, on=TODAY, evidence="Circular 14", by=officer)
    tell_complainant(lesson, on=TODAY, by=officer)

    assert not ActionPoint.objects.open().exists()
    assert Lesson.objects.get().complainant_told_on == TODAY


def test_a_lesson_stands_in_one_state_after_the_other(lesson, officer):
    def counted():
        found = counts_for(officer, TODAY)
        return found["all"], found["late"], found["open"], found["unanswered"], found["done"]

    assert counted() == (1, 0, 0, 1, 0)
    point = give(lesson, officer)
    assert counted() == (1, 1, 1, 1, 0)
    answer_lesson(lesson, accepted="yes", why="", by=officer)
    finish_action(point, on=TODAY, evidence="Circular 14", by=officer)
    assert counted() == (1, 0, 0, 0, 1)
    close_lesson(lesson, on=TODAY, evidence="Circular 14", told_on=TODAY, by=officer)
    assert counted() == (1, 0, 0, 0, 0)
    assert counts_for(officer, TODAY)["closed"] == 1


def test_a_lesson_is_closed_only_with_evidence_and_when_the_complainant_was_told(lesson, officer):
    point = give(lesson, officer)
    closing = {"on": TODAY, "evidence": "Circular 14", "told_on": TODAY, "by": officer}
    with pytest.raises(ValidationError, match="Not every action of this lesson is done"):
        close_lesson(lesson, **closing)
    finish_action(point, on=TODAY, evidence="Circular 14", by=officer)
    with pytest.raises(ValidationError, match="Say first whether the council accepts"):
        close_lesson(lesson, **closing)
    lesson.refresh_from_db()
    answer_lesson(lesson, accepted="yes", why="", by=officer)
    with pytest.raises(ValidationError, match="Enter what shows that it was carried through"):
        close_lesson(lesson, **closing | {"evidence": ""})
    lesson.refresh_from_db()
    with pytest.raises(ValidationError, match="the complainant was told, or why they are not"):
        close_lesson(lesson, **closing | {"told_on": None})
    lesson.refresh_from_db()
    close_lesson(lesson, **closing)

    kept = Lesson.objects.get()
    assert (kept.closed_on, kept.evidence, kept.complainant_told_on) == (
        TODAY,
        "Circular 14",
        TODAY,
    )
    with pytest.raises(ValidationError, match="This lesson was closed on 10 September 2026"):
        give(kept, officer)


def test_a_lesson_nobody_can_be_told_of_is_closed_with_the_reason(lesson, officer):
    answer_lesson(lesson, accepted="no", why="The law asks for it", by=officer)
    assert counts_for(officer, TODAY)["done"] == 1

    close_lesson(
        lesson,
        on=TODAY,
        evidence="Minute 12",
        not_told_because="Nobody knows who complained",
        by=officer,
    )

    assert counts_for(officer, TODAY)["closed"] == 1


def test_an_officer_is_asked_about_a_late_action_whose_lead_does_not_sign_in(case, lesson, officer):
    give(lesson, officer)
    assert chased_actions_of(officer, TODAY) == 0

    assign(case, to=officer, capacity="owner", on=TODAY, by=officer)

    assert chased_actions_of(officer, date(2026, 9, 9)) == 0
    assert chased_actions_of(officer, TODAY) == 1


def test_a_late_action_is_shown_to_its_lead_and_once_long_past_to_the_head(lesson, officer):
    lead = person("Lena Lead", Role.RESPONDER)
    head = person("Helen Marsh", Role.HEAD_OF_SERVICE)
    lesson.service_area.heads.add(head)
    give(lesson, officer, due_on=date(2026, 9, 9), lead_user=lead)

    days = (date(2026, 9, 8), date(2026, 9, 9), TODAY)
    assert [chased_actions_of(lead, day) for day in days] == [0, 1, 1]
    assert chased_actions_of(head, TODAY) == 0
    assert chased_actions_of(head, date(2026, 10, 7)) == 0
    assert chased_actions_of(head, date(2026, 10, 8)) == 1
    assert chased_actions_of(officer, date(2026, 10, 8)) == 0


def test_who_may_see_a_lesson(case, lesson, officer):
    lead = person("Lena Lead", Role.RESPONDER)
    head = person("Helen Marsh", Role.HEAD_OF_SERVICE)
    lesson.service_area.heads.add(head)

    def seen_by(user):
        return Lesson.objects.visible_to(user).count()

    assert (seen_by(officer), seen_by(head), seen_by(lead)) == (1, 1, 0)
    give(lesson, officer, lead_user=lead)
    assert seen_by(lead) == 1
    restrict(case, why="Concerns a member of staff", by=officer)
    assert (seen_by(officer), seen_by(head)) == (0, 0)


@pytest.fixture
def on_the_day():
    with time_machine.travel(TODAY, tick=False):
        yield


def test_an_officer_is_shown_earlier_lessons_before_a_new_one_is_kept(
    client, on_the_day, case, lesson, officer
):
    client.force_login(officer)
    address = f"/case/{case.reference}/lessons/add/"
    typed = {"text": "Tell people when a visit is put off", "source": "investigator"}

    asked = client.post(address, typed).content.decode()
    assert "Something like it was learnt before" in asked
    assert "Tell people when a visit is put off" in asked
    client.post(address, typed | {"looked": "1", "repeats": lesson.pk})

    assert Lesson.objects.get(source="investigator").repeats == lesson


@pytest.mark.parametrize(
    ("page", "typed", "sentence"),
    [
        ("action", {"text": "Write", "due_on": "20 9 2026"}, "Choose the lead, or enter a name"),
        ("action", {"text": "Write", "due_on": "9 9 2026", "lead": "X"}, "today or later"),
        ("answer", {"accepted": "in_part", "why": ""}, "Say why it is not accepted, or not all"),
        ("told", {"on": "11 9 2026"}, "today or in the past"),
        ("close", {"evidence": "", "told_on": "9 9 2026"}, "Enter what shows that it was carried"),
        ("close", {"evidence": "Minute 12"}, "Enter the date on which the complainant was told"),
        ("close", {"evidence": "Minute 12", "told_on": "11 9 2026"}, "today or in the past"),
        (
            "close",
            {"evidence": "Minute 12", "told_on": "9 9 2026"},
            "Say first whether the council accepts the lesson",
        ),
    ],
)
def test_what_is_wrong_is_told_beside_what_was_typed(
    client, on_the_day, lesson, officer, page, typed, sentence
):
    client.force_login(officer)

    told = client.post(f"/lessons/{lesson.pk}/{page}/", typed).content.decode()

    assert sentence in told
    assert all(words in told for words in typed.values())


def test_a_lead_who_cannot_open_the_case_records_their_own_action(
    client, on_the_day, case, lesson, officer
):
    lead = person("Lena Lead", Role.RESPONDER)
    own, other = give(lesson, officer, lead_user=lead), give(lesson, officer)
    client.force_login(lead)

    page = client.get("/lessons/?state=late").content.decode()
    assert "Write to all teams" in page
    assert f'href="/case/{case.reference}' not in page
    done = {"on": "10 9 2026", "evidence": "Circular 14"}
    assert client.post(f"/lessons/actions/{own.pk}/done/", done).url == "/lessons/"
    assert client.post(f"/lessons/actions/{other.pk}/done/", done).status_code == 404
    assert list(ActionPoint.objects.open()) == [other]


@pytest.mark.parametrize("asked", ["?area=x", "?area=99999999", "?state=nothing", "?words=%00a"])
def test_an_address_typed_by_hand_is_no_error(client, on_the_day, lesson, officer, asked):
    client.force_login(officer)

    assert client.get(f"/lessons/{asked}").status_code == 200


def test_the_page_takes_the_same_queries_for_ten_lessons(
    client, on_the_day, case, officer, django_assert_max_num_queries
):
    for _ in range(10):
        one = raise_lesson(case, text="The same", source="complaint", on=TODAY, by=officer)
        give(one, officer)
    client.force_login(officer)

    with django_assert_max_num_queries(11):
        client.get("/lessons/")


@pytest.fixture
def recommendation(case):
    return Recommendation.objects.create(
        stage=case.stages.get(),
        number=1,
        point=case.points.get(),
        text="Keep a list of deposits",
        answer="in_part",
        reason="No list of those before 2020",
    )


def test_a_recommendation_waits_on_the_case_until_a_lesson_carries_it_through(
    client, on_the_day, case, officer, recommendation
):
    client.force_login(officer)
    tab = f"/case/{case.reference}/remedies/"
    address = f"/case/{case.reference}/lessons/add/?recommendation={recommendation.pk}"
    assert f'href="{address}"' in client.get(tab).content.decode()
    asked = client.get(address).content.decode()
    assert "Keep a list of deposits</textarea>" in asked
    assert "The council's answer: accepted in part" in asked

    point = case.points.get()
    client.post(
        address,
        {"text": "Keep a list of deposits", "source": "investigator", "point": point.pk},
    )

    lesson = Lesson.objects.get()
    assert (lesson.recommendation, lesson.point) == (recommendation, point)
    assert (lesson.accepted, lesson.accepted_why) == ("in_part", "No list of those before 2020")
    assert "no lesson carries it through yet" not in client.get(tab).content.decode()
    assert client.get(address).status_code == 404


def test_earlier_lessons_like_a_recommendation_are_shown_at_once(
    client, on_the_day, case, officer, recommendation
):
    raise_lesson(case, text="Deposits are listed", source="complaint", on=TODAY, by=officer)
    client.force_login(officer)

    asked = client.get(f"/case/{case.reference}/lessons/add/?recommendation={recommendation.pk}")

    assert "Deposits are listed" in asked.content.decode()
