"""A service area's page: open complaints with their days, what is due, and what stays unsaid."""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.models import CasePerson, Person, ServiceArea
from remedies.models import ActionPoint
from stages.models import Task
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2006, 11, 1)
RECEIVED = date(2006, 10, 16)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{TODAY} 11:00 +0000", tick=False):
        yield


def someone(*roles):
    return User.objects.create_user(f"{'-'.join(roles)}@example.org", "Anna Fielding", roles)


@pytest.fixture
def page_of(client):
    """``page_of("Leaving Care")``: its page in one line, for an officer or the ``reader``."""

    def page_of(name, reader=None):
        client.force_login(
            reader or User.objects.filter(roles=["officer"]).first() or someone(Role.OFFICER)
        )
        area = ServiceArea.objects.get(name=name)
        return " ".join(client.get(f"/service-areas/{area.pk}/").content.decode().split())

    return page_of


def complaint(reference, *, due_on, area="Leaving Care", by="", **fields):
    case = make.case(RECEIVED, area, reference=reference, **fields)
    rules = make.procedure()
    make.route(case, rules)
    make.deadline(make.stage(case, rules, 1, RECEIVED), target_on=due_on)
    if by:
        person = Person.objects.create(name=by)
        CasePerson.objects.create(case=case, person=person, role="complainant")
    return case


def task_on(case, what, due_on, **fields):
    return Task.objects.create(case=case, what=what, due_on=due_on, **fields)


def test_the_open_complaints_stand_with_their_days_the_first_due_first(page_of):
    complaint("LATER", due_on=date(2006, 11, 13), by="Juniper Vale")
    complaint("LATE", due_on=date(2006, 10, 30))
    complaint("ELSEWHERE", due_on=date(2006, 10, 30), area="Roads")
    complaint("ENDED", due_on=date(2006, 10, 30), closed_on=TODAY)

    page = page_of("Leaving Care")

    assert "2 open complaints, 1 with a late answer" in page
    assert page.index(">LATE<") < page.index(">LATER<")
    assert "day 12 of 20" in page
    assert "2 working days late" in page
    assert "Juniper Vale" in page
    assert "ELSEWHERE" not in page
    assert "ENDED" not in page


def test_what_is_to_be_done_on_its_cases_stands_until_ten_working_days_ahead(page_of):
    case = complaint("LATER", due_on=date(2006, 11, 13))
    task_on(case, "Ring the school", date(2006, 10, 31))
    task_on(case, "Send the plan", date(2006, 11, 15))
    task_on(case, "Look again", date(2006, 11, 16))

    page = page_of("Leaving Care")

    assert "Ring the school" in page
    assert "Send the plan" in page
    assert "Look again" not in page


def test_its_late_actions_and_the_lessons_that_wait_stand_there(page_of):
    lesson = make.lesson("Leaving Care", RECEIVED, "Answer the telephone", accepted="yes")
    ActionPoint.objects.create(lesson=lesson, text="Buy one", due_on=date(2006, 10, 20))
    make.lesson("Leaving Care", RECEIVED, "Write things down")

    page = page_of("Leaving Care")

    assert "Buy one" in page
    assert "Write things down <" in page.replace("<span", " <span")
    assert "not answered yet" in page


def test_nothing_is_shown_that_the_reader_may_not_see(page_of):
    hidden = complaint("HIDDEN", due_on=date(2006, 11, 13), restricted=True)
    task_on(hidden, "A hidden task", TODAY)
    make.lesson("Leaving Care", RECEIVED, "A hidden lesson", case=hidden)
    seen = complaint("SEEN", due_on=date(2006, 11, 13))
    task_on(seen, "For complaints managers", TODAY, for_deciders=True)

    page = page_of("Leaving Care")

    assert "SEEN" in page
    assert "1 open complaint," in page
    assert "A hidden" not in page
    assert "HIDDEN" not in page
    assert "For complaints managers" not in page


def test_a_restricted_case_is_marked_and_left_out_on_paper(page_of):
    complaint("HIDDEN", due_on=date(2006, 11, 13), restricted=True)

    page = page_of("Leaving Care", someone(Role.MANAGER))

    assert page.count('<tr class="govuk-table__row app-screen-only">') == 1
    assert "Restricted</strong>" in page


def test_who_complains_is_never_named_where_the_service_may_not_know(page_of):
    case = complaint(
        "WITHHELD", due_on=date(2006, 11, 13), by="Juniper Vale", identity_withheld=True
    )
    task_on(case, "Ring Juniper Vale", TODAY)

    page = page_of("Leaving Care", someone(Role.MANAGER))

    assert "withheld from the service" in page
    assert "Juniper Vale" not in page


def test_a_head_of_service_reads_the_page_of_their_own_area_and_nothing_of_another(page_of):
    complaint("OURS", due_on=date(2006, 11, 13))
    complaint("THEIRS", due_on=date(2006, 11, 13), area="Roads")
    head = someone(Role.HEAD_OF_SERVICE)
    ServiceArea.objects.get(name="Leaving Care").heads.add(head)

    assert "OURS" in page_of("Leaving Care", head)
    assert "THEIRS" not in page_of("Roads", head)


def test_the_list_counts_open_complaints_and_those_whose_answer_is_late(client):
    complaint("LATER", due_on=date(2006, 11, 13))
    complaint("LATE", due_on=date(2006, 10, 30))
    complaint("HIDDEN", due_on=date(2006, 10, 30), restricted=True)
    make.service_area("Quiet")
    client.force_login(someone(Role.OFFICER))

    answer = client.get("/service-areas/")

    counted = [(area.name, area.under_way, area.overdue) for area in answer.context["areas"]]
    assert counted == [("Leaving Care", 2, 1)]


def test_the_page_and_that_of_its_lessons_lead_to_each_other(client):
    complaint("LATER", due_on=date(2006, 11, 13))
    client.force_login(someone(Role.OFFICER))
    area = ServiceArea.objects.get(name="Leaving Care")

    there = client.get(f"/service-areas/{area.pk}/").content.decode()
    back = client.get(f"/lessons/area/{area.pk}/").content.decode()

    assert f'href="/lessons/area/{area.pk}/"' in there
    assert f'href="/service-areas/{area.pk}/"' in back


def test_a_service_area_that_is_not_there_is_not_found(client):
    client.force_login(someone(Role.OFFICER))

    assert client.get("/service-areas/999999/").status_code == 404


def test_the_page_asks_at_most_12_queries(client, at_most_queries):
    case = complaint("LATE", due_on=date(2006, 10, 30), by="Juniper Vale")
    complaint("LATER", due_on=date(2006, 11, 13))
    task_on(case, "Ring the school", TODAY)
    lesson = make.lesson("Leaving Care", RECEIVED, case=case, accepted="yes")
    ActionPoint.objects.create(lesson=lesson, text="Buy one", due_on=TODAY)
    client.force_login(someone(Role.OFFICER))

    with at_most_queries(12):
        client.get(f"/service-areas/{case.service_area_id}/")
