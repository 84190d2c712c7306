"""The team's desk: open work by person, stage and lateness, each number with its list."""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.models import Assignment
from complaints_site.team_desk import headings, team_desk
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2006, 11, 1)
RECEIVED = date(2006, 9, 4)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{TODAY} 11:00 +0000", tick=False):
        yield


@pytest.fixture
def manager(client):
    manager = User.objects.create_user("manager@example.org", "Maud Ferris", [Role.MANAGER])
    client.force_login(manager)
    return manager


def officer(name):
    return User.objects.create_user(f"{name.split()[0]}@example.org", name, [Role.OFFICER])


def case(holder=None, *, due=None, stage=1, **fields):
    of = make.case(RECEIVED, "Leaving Care", **fields)
    if isinstance(holder, User):
        holder = {"user": holder}
    if holder:
        Assignment.objects.create(case=of, capacity="owner", since=RECEIVED, **holder)
    if due:
        rules = make.procedure()
        make.route(of, rules)
        make.deadline(make.stage(of, rules, stage, RECEIVED), target_on=due)
    return of


def some_work():
    anna, olive = officer("Anna Fielding"), officer("Olive Berry")
    case(anna, due=date(2006, 10, 31))
    case(anna, due=TODAY, stage=2)
    case(anna, due=date(2006, 11, 8))  # five working days on
    case(anna, due=date(2006, 11, 9))
    case(anna, closed_on=date(2006, 10, 2))
    case(olive)
    case({"team": "Duty team"}, due=date(2006, 10, 2))
    case()
    case(restricted=True)


def test_each_person_has_a_line_with_their_work_by_stage_and_lateness(manager):
    some_work()

    assert headings() == [
        *("No stage yet", "Before stage 1", "Stage 1", "Stage 2", "Stage 3"),
        *("Late", "Due today", "Next five working days", "Later", "Nothing due"),
        "All",
    ]
    lines = {line.label: [n.count for n in line.numbers] for line in team_desk(manager, TODAY)}
    assert lines == {
        "Anna Fielding": [0, 0, 3, 1, 0, 1, 1, 1, 1, 0, 4],
        "Olive Berry": [1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1],
        "A team, or somebody without a log-in": [0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1],
        "Nobody": [2, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2],
        "All": [3, 0, 4, 1, 0, 2, 1, 1, 1, 3, 8],
    }
    assert list(lines)[-2:] == ["Nobody", "All"]


def test_the_list_behind_every_number_has_as_many_cases(client, manager):
    some_work()

    numbers = [n for line in team_desk(manager, TODAY) for n in line.numbers]
    listed = [len(client.get(number.url).context["rows"]) for number in numbers]

    assert listed == [number.count for number in numbers]


def test_the_page_shows_links_and_what_is_counted(client, manager):
    some_work()

    page = client.get("/team/").content.decode()

    assert "Anna Fielding" in page
    assert "state=open&amp;owner=none&amp;reached=none&amp;sort=due" in page
    assert 'href="/team/"' in client.get("/").content.decode()


def test_it_is_for_complaints_managers(client, manager):
    client.force_login(officer("Anna Fielding"))

    assert client.get("/team/").status_code == 403
    assert 'href="/team/"' not in client.get("/").content.decode()


def test_it_counts_no_case_that_its_reader_may_not_see(manager):
    case(restricted=True)
    head = User.objects.create_user("head@example.org", "Helen Marsh", [Role.HEAD_OF_SERVICE])

    assert team_desk(head, TODAY) == []


def test_it_asks_no_more_for_more_work(client, manager, at_most_queries):
    some_work()
    client.get("/team/")

    with at_most_queries(5):
        client.get("/team/")


def test_ones_own_desk_leads_to_what_waits_for_others(client, manager):
    case(manager, reference="WAITS")
    case(manager, due=TODAY, reference="OURS")
    case(manager, closed_on=date(2006, 10, 2))

    assert "?state=open&amp;assigned=me&amp;due=nothing" in client.get("/").content.decode()
    waiting = client.get("/cases/?state=open&assigned=me&due=nothing").context["rows"]
    assert [row.reference for row in waiting] == ["WAITS"]
