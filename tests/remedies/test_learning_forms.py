"""The learning form that is due with a draft answer, and the page of what a service area learnt."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import User
from accounts.permissions import Role
from cases.actions.undoing import undo_last
from cases.acts import last_act
from cases.models import Category, CategoryScheme
from remedies.actions.lessons import (
    add_action,
    answer_lesson,
    close_lesson,
    fill_in_learning_form,
    finish_action,
    raise_lesson,
)
from remedies.models import LearningForm, Lesson
from stages.actions.casework import respond
from stages.actions.intake import take_in
from stages.actions.timing import allocate
from stages.models import Outcome, Task
from tests import factories

pytestmark = pytest.mark.django_db

RECEIVED, TODAY, DRAFT = date(2026, 9, 1), date(2026, 9, 10), date(2026, 9, 9)
WRONG = "Nobody rang when the visit was put off"


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(TODAY, tick=False):
        yield


def person(name, role) -> User:
    return User.objects.create_user(f"{name.split()[0].lower()}@example.org", name, [role])


@pytest.fixture
def officer():
    return person("Anna Fielding", Role.OFFICER)


@pytest.fixture
def answers():
    return person("Rhea Sponder", Role.RESPONDER)


@pytest.fixture
def area():
    return factories.service_area("Leaving Care")


def complaint(area, by, *points):
    return take_in(
        on=RECEIVED, by=by, received_on=RECEIVED, service_area=area, points=points or ["The visit"]
    )


@pytest.fixture
def case(area, officer):
    return complaint(area, officer)


def put_to(case, to, by, on=RECEIVED):
    allocate(case.stages.get(), to=to, capacity="responder", on=on, draft_due_on=DRAFT, by=by)


def learning_tasks(case):
    return case.tasks.filter(kind=Task.Kind.LEARNING)


def address(case):
    return f"/case/{case.reference}/learning/1/"


def test_a_learning_form_is_due_with_the_draft_from_whoever_writes_it(case, officer, answers):
    put_to(case, answers, officer)

    task = learning_tasks(case).get()
    assert (task.owner, task.due_on, task.outlives_the_case) == (answers, DRAFT, True)
    assert task.what == "Fill in the learning form of Stage 1: local resolution"


def test_where_somebody_else_answers_now_the_form_is_theirs(case, officer, answers):
    put_to(case, answers, officer)
    other = person("Olive Tern", Role.RESPONDER)
    put_to(case, other, officer)

    assert [task.owner for task in learning_tasks(case).open()] == [other]
    fill_in_learning_form(
        case.stages.get(), went_wrong=WRONG, why_no_change="Once only", on=TODAY, by=other
    )
    put_to(case, answers, officer)
    assert not learning_tasks(case).open().exists()


def test_whoever_answers_fills_it_in_and_a_lesson_comes_of_it(client, case, officer, answers):
    put_to(case, answers, officer)
    client.force_login(answers)
    task = learning_tasks(case).get()
    shown = client.get(f"/case/{case.reference}/task/{task.pk}/").content.decode()
    assert f'href="{address(case)}"' in shown
    assert "End the task" not in shown

    sent = {"went_wrong": WRONG, "change": "yes", "text": "Ring before a visit is put off"}
    assert client.post(address(case), sent).url == f"/case/{case.reference}/remedies/"

    form = LearningForm.objects.get()
    assert (form.went_wrong, form.filled_by, form.filled_on) == (WRONG, answers, TODAY)
    assert (form.lesson.text, form.lesson.source) == (
        "Ring before a visit is put off",
        "learning_form",
    )
    task.refresh_from_db()
    assert (task.done_on, task.evidence) == (TODAY, "Filled in")
    assert WRONG in client.get(f"/case/{case.reference}/remedies/").content.decode()
    assert WRONG in client.get(address(case)).content.decode()


def test_nothing_to_be_changed_says_why(client, case, officer):
    client.force_login(officer)
    sent = {"went_wrong": WRONG, "change": "no", "why_no_change": "It was the first time"}
    client.post(address(case), sent)

    form = LearningForm.objects.get()
    assert (form.lesson, form.why_no_change) == (None, "It was the first time")
    assert not Lesson.objects.exists()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"went_wrong": ""}, "Enter what went wrong, and why"),
        ({"change": ""}, "Say whether anything is still to be changed"),
        ({"change": "yes"}, "Enter what should be done differently"),
        ({"change": "no"}, "Say why nothing is to be changed"),
    ],
)
def test_what_is_missing_is_told_and_what_was_typed_stays(client, case, officer, changed, sentence):
    client.force_login(officer)
    sent = {"went_wrong": WRONG, "put_right": "A circular", "change": "yes"} | changed

    told = client.post(address(case), sent).content.decode()

    assert sentence in told
    assert "A circular" in told
    assert not LearningForm.objects.exists()


def test_earlier_lessons_like_it_are_shown_before_the_form_is_kept(client, area, case, officer):
    earlier = raise_lesson(
        complaint(area, officer),
        text="People are rung before a visit",
        source="complaint",
        on=RECEIVED,
        by=officer,
    )
    client.force_login(officer)
    sent = {"went_wrong": WRONG, "change": "yes", "text": "Ring before a visit is put off"}

    told = client.post(address(case), sent).content.decode()
    assert "Something like it was learnt before" in told
    assert not LearningForm.objects.exists()
    client.post(address(case), sent | {"looked": "1", "repeats": earlier.pk})

    assert LearningForm.objects.get().lesson.repeats == earlier


def test_others_read_when_it_is_due_and_cannot_fill_it_in(client, case, officer, answers):
    put_to(case, answers, officer)
    head = person("Helen Marsh", Role.HEAD_OF_SERVICE)
    case.service_area.heads.add(head)
    client.force_login(head)
    sent = {"went_wrong": WRONG, "change": "no", "why_no_change": "x"}

    told = client.post(address(case), sent).content.decode()

    assert "It is due 9 September 2026 from Rhea Sponder" in told
    assert not LearningForm.objects.exists()
    client.force_login(person("Olive Tern", Role.RESPONDER))
    assert client.get(address(case)).status_code == 404


def test_a_form_is_filled_in_once_and_undone_with_its_lesson(case, officer):
    stage = case.stages.get()
    fill_in_learning_form(stage, went_wrong=WRONG, text="Ring first", on=TODAY, by=officer)
    with pytest.raises(ValidationError, match="filled in already"):
        fill_in_learning_form(stage, went_wrong="x", why_no_change="x", on=TODAY, by=officer)
    act = last_act(case)

    undo_last(case, context_id=act.context_id, now=act.at, by=officer)

    assert not LearningForm.objects.exists()
    assert not Lesson.objects.exists()


@pytest.mark.parametrize("said", [{"went_wrong": WRONG}, {"went_wrong": "", "why_no_change": "x"}])
def test_the_database_keeps_no_empty_form(case, officer, said):
    with pytest.raises(IntegrityError), transaction.atomic():
        LearningForm.objects.create(
            case=case, stage=case.stages.get(), filled_on=TODAY, filled_by=officer, **said
        )


def learnt(case, by, text="Ring before a visit is put off", **more):
    return raise_lesson(case, text=text, source="complaint", on=RECEIVED, by=by, **more)


def area_page(client, area, user):
    client.force_login(user)
    return " ".join(client.get(f"/lessons/area/{area.pk}/").content.decode().split())


def test_an_areas_page_says_what_is_overdue_and_what_keeps_coming_back(
    client, area, case, officer, answers
):
    first = learnt(case, officer)
    learnt(case, officer, "Ring, always", repeats=first)
    add_action(first, text="A list of numbers", due_on=date(2026, 9, 9), lead="Duty", by=officer)
    add_action(first, text="A rota", due_on=date(2026, 8, 10), lead="Duty", by=officer)
    put_to(case, answers, officer)

    page = area_page(client, area, officer)

    assert page.index("A rota") < page.index("A list of numbers")
    assert page.count("put to the head of service") == 1
    assert "Learning forms that have not come" in page
    assert "Rhea Sponder" in page
    assert "said again 1 time" in page
    assert f'href="/lessons/?area={area.pk}&amp;state=late"' in page


def test_an_areas_page_counts_what_was_upheld_more_than_once(client, area, officer):
    scheme = CategoryScheme.objects.create(name="Of tests", position=99)
    delay = Category.objects.create(scheme=scheme, name="Delay")
    for outcome in (Outcome.UPHELD, Outcome.PARTIALLY_UPHELD, Outcome.NOT_UPHELD):
        case = complaint(area, officer)
        case.nature = delay
        case.save(update_fields=["nature"])
        respond(case.stages.get(), on=TODAY, findings={case.points.get(): outcome}, by=officer)

    assert "upheld, in whole or part, in 2 complaints" in area_page(client, area, officer)


def test_a_closed_lesson_says_with_what_and_asks_for_nothing_more(client, area, case, officer):
    lesson = learnt(case, officer)
    point = add_action(lesson, text="A rota", due_on=TODAY, lead="Duty", by=officer)
    finish_action(point, on=TODAY, evidence="Rota of September", by=officer)
    answer_lesson(lesson, accepted="yes", why="", by=officer)
    assert f'href="/lessons/{lesson.pk}/close/"' in area_page(client, area, officer)
    close_lesson(lesson, on=TODAY, evidence="Rota of September", told_on=TODAY, by=officer)

    page = area_page(client, area, officer)

    assert "Closed 10 September 2026: Rota of September" in page
    assert f"/lessons/{lesson.pk}/" not in page


def test_an_areas_page_shows_only_what_its_reader_may_see(client, area, case, officer, answers):
    learnt(case, officer)

    assert "Ring before a visit" in area_page(client, area, officer)
    assert "Ring before a visit" not in area_page(client, area, answers)
    assert client.get("/lessons/area/999999/").status_code == 404


def test_an_areas_page_takes_the_same_queries_for_one_lesson_and_for_ten(
    client, area, case, officer, django_assert_max_num_queries
):
    for _ in range(10):
        lesson = learnt(case, officer)
        add_action(lesson, text="A rota", due_on=date(2026, 9, 9), lead="Duty", by=officer)
    client.force_login(officer)

    with django_assert_max_num_queries(14):
        client.get(f"/lessons/area/{area.pk}/")
