"""After closing: three questions to the complainant, by a channel that their rules let us use."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Event, User
from accounts.permissions import Role
from cases.actions.people import add_people
from cases.models import Case, Channel, Person
from reporting.annual_report import assemble
from reporting.period import Period
from reporting.scope import Scope
from stages.actions.afterwards import ask_afterwards, record_words_afterwards
from stages.actions.endings import close, reopen
from stages.asking_afterwards import their_own, ways_open
from stages.models import AfterwardsQuestion, AskedAfterwards, How, Task
from stages.not_possible import NotPossible
from tests import factories

pytestmark = pytest.mark.django_db
TODAY, CLOSED = date(2026, 11, 23), date(2026, 11, 2)
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
BEHIND = "/reports/2026-04-01/2027-03-31/behind/"
QUESTIONS = ["Was it easy?", "Was all answered?", "Was it fair?"]


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def officer(client):
    for place, name in enumerate(QUESTIONS):
        AfterwardsQuestion.objects.create(name=name, position=place)
    user = User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(user)
    return user


def answered(
    officer, number=1, outcome="upheld", closed_on=CLOSED, person=None, anonymous=False, **fields
) -> Case:
    """A closed case whose last stage was answered, with a complainant who is named."""
    channel, _ = Channel.objects.get_or_create(name="Email")
    case = factories.case(
        date(2026, 9, 1), "Leaving Care", channel=channel, closed_on=closed_on, **fields
    )
    version = factories.procedure()
    factories.route(case, version)
    factories.stage(
        case, version, number, date(2026, 9, 1), responded_on=date(2026, 10, 1), outcome=outcome
    )
    told = {"role": "complainant", "name": "Juniper Vale", "relation": ""}
    add_people(case, [told], by=officer)
    Person.objects.filter(parts__case=case).update(**(person or {"email": "jv@example.org"}))
    if anonymous:  # and yet somebody stands in the file
        Case.objects.filter(pk=case.pk).update(anonymous=True)
        case.refresh_from_db()
    return case


def asked(officer, **fields):
    case = answered(officer, **fields)
    stage = case.stages.get()
    return ask_afterwards(case, stage=stage, on=date(2026, 11, 9), how="email", by=officer)


def say(one, officer, answers=("yes", "partly", "no"), said="Thank you"):
    given = dict(zip(one.answers.all(), answers, strict=True))
    record_words_afterwards(one, on=date(2026, 11, 16), answers=given, said=said, by=officer)


def words(answer):
    return " ".join(answer.content.decode().split())


def step(case, key):
    return f"/case/{case.reference}/step/{key}/"


def test_they_are_asked_the_questions_in_use_in_their_own_channel(client, officer):
    AfterwardsQuestion.objects.create(name="Gone", in_use_until=date(2026, 10, 31))
    case = answered(officer)

    page = client.get(step(case, "ask-afterwards"))
    client.post(step(case, "ask-afterwards"), {"on": "9 11 2026", "how": "email"})

    assert page.context["form"].initial["how"] == "email"
    assert "Was all answered?" in words(page)
    one = AskedAfterwards.objects.get()
    assert (one.asked_on, one.how, one.stage) == (date(2026, 11, 9), "email", case.stages.get())
    assert [row.question.name for row in one.answers.all()] == QUESTIONS
    sentence = "asked the complainant after closing, by email"
    assert Event.objects.filter(sentence=sentence, about_id=case.pk).exists()


@pytest.mark.parametrize(
    ("rules", "open_ways"),
    [
        ({}, ["letter", "email", "telephone", "in_person", "text"]),
        ({"no_post": True}, ["email", "telephone", "in_person", "text"]),
        ({"address_is_safe": False}, ["email", "telephone", "in_person", "text"]),
        ({"telephone_is_safe": False}, ["letter", "email", "in_person"]),
        ({"no_messages": True}, ["letter", "email", "telephone", "in_person"]),
    ],
)
def test_contact_rules_close_channels(rules, open_ways):
    assert ways_open(Person(name="Juniper Vale", **rules)) == open_ways


@pytest.mark.parametrize(
    ("channel", "own"),
    [("Letter", None), ("Email", "email"), ("Web form", "email"), ("Social media", None)],
)
def test_their_own_channel_is_that_by_which_it_came_where_that_is_open(channel, own):
    case = Case(channel=Channel(name=channel))

    assert their_own(case, [How.EMAIL, How.TELEPHONE]) == own


def test_a_channel_that_the_rules_forbid_is_not_offered_nor_taken(client, officer):
    case = answered(officer, person={"no_post": True})

    page = words(client.post(step(case, "ask-afterwards"), {"on": "9 11 2026", "how": "letter"}))

    assert "Their contact rules forbid: by letter" in page
    assert "There is a problem" in page
    assert not AskedAfterwards.objects.exists()
    with pytest.raises(NotPossible, match="not to be asked by letter"):
        ask_afterwards(case, stage=case.stages.get(), on=TODAY, how="letter", by=officer)


def test_where_there_are_rules_in_words_they_are_confirmed(client, officer):
    rule = {"contact_rule": "Only on Tuesdays, when he is out"}
    case = answered(officer, person=rule)
    sent = {"on": "9 11 2026", "how": "telephone"}

    page = words(client.post(step(case, "ask-afterwards"), sent))
    client.post(step(case, "ask-afterwards"), sent | {"safely": "on"})

    assert "They are asked only as their contact rules say" in page
    assert "Only on Tuesdays, when he is out" in page
    assert AskedAfterwards.objects.get().how == "telephone"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"anonymous": True}, "The complainant is anonymous: there is nobody to ask."),
        ({"closed_on": None}, "Not while the case is answered."),
        ({"left_out_as": "logged_in_error"}, "It is left out of the count"),
    ],
)
def test_who_cannot_be_asked_is_not(client, officer, fields, said):
    case = answered(officer, **fields)

    page = client.get(step(case, "ask-afterwards"))

    assert said in words(page)
    assert not AskedAfterwards.objects.exists()


def test_they_are_asked_once(client, officer):
    case = asked(officer).case

    assert "They have been asked already." in words(client.get(step(case, "ask-afterwards")))


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("1 11 2026", "The case was closed on 2 November 2026: not before"),
        ("24 11 2026", "Enter a date that is today or in the past"),
    ],
)
def test_nobody_is_asked_before_closing_or_ahead_of_today(client, officer, on, said):
    case = answered(officer)

    page = words(client.post(step(case, "ask-afterwards"), {"on": on, "how": "email"}))

    assert said in page
    assert f'value="{on}"' in page


def test_what_they_said_is_recorded_and_a_question_may_stay_without_answer(client, officer):
    one = asked(officer)
    first, second, third = one.answers.all()
    sent = {f"answer_{first.pk}": "yes", f"answer_{second.pk}": "no", f"answer_{third.pk}": ""}

    client.post(
        step(one.case, "record-words-afterwards"), sent | {"on": "16 11 2026", "said": "So so"}
    )

    one.refresh_from_db()
    assert (one.answered_on, one.said) == (date(2026, 11, 16), "So so")
    assert [row.answer for row in one.answers.all()] == ["yes", "no", ""]
    page = words(client.get(f"/case/{one.case.reference}/"))
    assert "Asked after closing, by email" in page
    assert "Answered what was asked after closing" in page
    assert "So so" in page
    assert client.get(f"/case/{one.case.reference}/history/").status_code == 200


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"on": "8 11 2026", "said": "So so"}, "They were asked on 9 November 2026: not before"),
        ({"on": "16 11 2026"}, "Enter what they said, or choose an answer"),
    ],
)
def test_what_is_wrong_with_an_answer_is_said(client, officer, sent, said):
    one = asked(officer)

    page = words(client.post(step(one.case, "record-words-afterwards"), sent))

    assert said in page
    one.refresh_from_db()
    assert one.answered_on is None


def test_who_was_not_asked_has_said_nothing(client, officer):
    case = answered(officer)

    page = words(client.get(step(case, "record-words-afterwards")))

    assert "Nobody was asked after closing who has not answered." in page


@pytest.mark.parametrize(
    ("days", "fields", "means", "due"),
    [
        (14, {}, "ran_its_course", [date(2026, 11, 16)]),
        (0, {}, "ran_its_course", []),
        (14, {}, "ended_early", []),
        (14, {"anonymous": True}, "ran_its_course", []),
    ],
)
def test_closing_sets_a_task_where_the_council_asks(settings, officer, days, fields, means, due):
    settings.ASK_AFTERWARDS_DAYS = days
    case = answered(officer, closed_on=None, **fields)

    close(case, on=CLOSED, because=factories.close_reason("Ended", means), by=officer)

    tasks = case.tasks.open().filter(kind=Task.Kind.ASK_AFTERWARDS)
    assert list(tasks.values_list("due_on", flat=True)) == due


def test_the_task_ends_as_they_are_asked_and_is_set_once(settings, officer):
    settings.ASK_AFTERWARDS_DAYS = 14
    case, reason = answered(officer, closed_on=None), factories.close_reason("Ended")
    close(case, on=CLOSED, because=reason, by=officer)
    reopen(case, why="She asks again", by=officer)
    close(case, on=CLOSED, because=reason, by=officer)

    ask_afterwards(case, stage=case.stages.get(), on=TODAY, how="email", by=officer)

    task = case.tasks.get(kind=Task.Kind.ASK_AFTERWARDS)
    assert (task.done_on, task.evidence) == (TODAY, "Asked by email")


def test_no_task_is_set_where_nobody_is_named(settings, officer):
    settings.ASK_AFTERWARDS_DAYS = 14
    case = answered(officer, closed_on=None)
    case.people.all().delete()

    close(case, on=CLOSED, because=factories.close_reason("Ended"), by=officer)

    assert not case.tasks.exists()


@pytest.fixture
def a_year(officer):
    """Four asked; three answered, of two stages and outcomes."""
    say(asked(officer), officer)
    say(asked(officer), officer, ("yes", "", ""))
    say(asked(officer, number=2, outcome="not_upheld"), officer, ("no", "no", "no"))
    asked(officer)


def rows_of(table):
    return {row.label: [cell.value for cell in row.cells] for row in table.rows}


def test_the_report_counts_them_by_stage_and_outcome(a_year):
    tables = assemble(Scope(YEAR)).tables

    assert [column.label for column in tables["asked_afterwards"].columns] == [
        "Upheld",
        "Partially upheld",
        "Not upheld",
        "All",
    ]
    assert rows_of(tables["asked_afterwards"]) == {
        "Stage 1": [3, 0, 0, 3],
        "Stage 2": [0, 0, 1, 1],
        "Total": [3, 0, 1, 4],
    }
    assert rows_of(tables["words_afterwards"])["Total"] == [2, 0, 1, 3]
    assert rows_of(tables["answers_by_stage"]) == {
        "Was it easy? Stage 1": [2, 0, 0, 2],
        "Was it easy? Stage 2": [0, 0, 1, 1],
        "Was all answered? Stage 1": [0, 1, 0, 1],
        "Was all answered? Stage 2": [0, 0, 1, 1],
        "Was it fair? Stage 1": [0, 0, 1, 1],
        "Was it fair? Stage 2": [0, 0, 1, 1],
    }
    assert rows_of(tables["answers_by_outcome"])["Was it easy? Not upheld"] == [0, 0, 1, 1]


def test_each_number_has_its_list_behind_it(client, a_year):
    tables = assemble(Scope(YEAR)).tables
    for key in ("asked_afterwards", "words_afterwards", "answers_by_stage", "answers_by_outcome"):
        for row in tables[key].rows:
            for cell in row.cells:
                page = client.get(f"{BEHIND}{key}/{cell.row}/{cell.column}/")
                assert len(page.context["lines"]) == cell.value, (key, row.label, cell.column)


def test_the_list_names_no_case_that_its_reader_may_not_see(client, officer):
    one = asked(officer)
    say(one, officer)
    Case.objects.filter(pk=one.case_id).update(restricted=True)

    for key in ("asked_afterwards", "words_afterwards", "answers_by_stage"):
        row = "total" if key != "answers_by_stage" else f"{AfterwardsQuestion.objects.first().pk}-1"
        page = client.get(f"{BEHIND}{key}/{row}/total/")
        assert page.status_code == 200
        assert one.case.reference not in words(page)


def test_the_database_refuses_what_cannot_be(officer):
    one = asked(officer)

    with pytest.raises(ValidationError, match="Nobody answers before they were asked"):
        record_words_afterwards(one, on=date(2026, 11, 8), answers={}, said="x", by=officer)
    for wrong in ({"answered_on": date(2026, 11, 8)}, {"answered_on": None, "said": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            AskedAfterwards.objects.filter(pk=one.pk).update(**wrong)
