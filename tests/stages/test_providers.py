"""A complaint that a contracted provider answers: who replies, by when, and who chases."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case, Provider
from reporting.annual_report import assemble
from reporting.period import Period
from reporting.scope import Scope
from stages.actions import endings
from stages.actions.intake import take_in
from stages.actions.providers import put_to_provider, record_provider_answer
from stages.models import ProviderRequest, Task
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 10)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def officer(client):
    user = User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(user)
    return user


@pytest.fixture
def provider():
    return Provider.objects.create(name="Sample Homes")


@pytest.fixture
def case(officer) -> Case:
    """Our own answer is due on 23 November 2026."""
    area = factories.service_area("Leaving Care")
    day = date(2026, 11, 9)
    return take_in(on=day, by=officer, received_on=day, service_area=area, points=["The deposit"])


def words(answer):
    return " ".join(answer.content.decode().split())


def put(client, case, to, **typed):
    usual = {"provider": to.pk, "asks_for": "draft", "on": "10 11 2026", "due_on": ""}
    address = f"/case/{case.reference}/step/put-to-provider/"
    return client.post(address, usual | typed, follow=True)


def test_its_answer_is_due_some_days_before_ours_and_ours_stays(client, case, provider):
    before = list(case.stages.get().deadlines.values_list("pk", "due_on"))

    page = words(put(client, case, provider))

    asked = ProviderRequest.objects.get()
    assert (asked.asked_on, asked.due_on) == (date(2026, 11, 10), date(2026, 11, 16))
    assert list(case.stages.get().deadlines.values_list("pk", "due_on")) == before
    assert (
        "Sample Homes</a> since 10 November 2026: they give us a draft, and we reply, "
        "by 16 November 2026" in page
    )
    case.refresh_from_db()
    assert case.provider == provider


def test_a_provider_that_needs_less_time_says_so_on_its_list(client, case):
    quick = Provider.objects.create(name="Quick Homes", days_before=2)

    put(client, case, quick)

    assert ProviderRequest.objects.get().due_on == date(2026, 11, 19)


def test_somebody_chases_it_and_is_reminded(client, case, provider, officer):
    put(client, case, provider, chaser=officer.pk, chase_on="13 11 2026")

    task = Task.objects.get(kind="provider")
    assert (task.what, task.due_on, task.owner) == (
        "Chase Sample Homes: its answer is due 16 November 2026",
        date(2026, 11, 13),
        officer,
    )
    assert "Chase Sample Homes" in words(client.get("/"))


def test_a_draft_of_the_provider_asks_us_for_the_learning_form(client, case, provider, officer):
    put(client, case, provider, chaser=officer.pk)

    form = Task.objects.get(kind="learning")
    assert (form.owner, form.due_on, form.stage) == (
        officer,
        date(2026, 11, 16),
        case.stages.get(),
    )


def test_a_provider_that_replies_itself_asks_for_none(client, case, provider):
    put(client, case, provider, asks_for="reply")

    assert not Task.objects.filter(kind="learning").exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"provider": ""}, "Choose provider"),
        ({"due_on": "9 11 2026"}, "cannot be due before the provider is asked"),
        ({"chase_on": "9 11 2026"}, "The reminder cannot be before the provider is asked"),
        ({"on": "11 11 2026"}, "Enter a date that is today or in the past"),
    ],
)
def test_what_cannot_be_asked_is_told_and_what_was_typed_stays(client, case, provider, typed, said):
    page = words(put(client, case, provider, **({"due_on": "20 11 2026"} | typed)))

    assert said in page
    assert typed.get("due_on", "20 11 2026") in page
    assert not ProviderRequest.objects.exists()


def test_one_provider_has_it_at_a_time(client, case, provider):
    put(client, case, provider)

    again = client.get(f"/case/{case.reference}/step/put-to-provider/")

    assert again.status_code == 409
    assert "A provider has it already." in words(again)


def test_its_answer_ends_the_chase_and_stands_on_the_case(client, case, provider):
    put(client, case, provider)

    page = words(
        client.post(
            f"/case/{case.reference}/step/provider-answered/",
            {"on": "10 11 2026", "said": "A draft of two pages"},
            follow=True,
        )
    )

    assert ProviderRequest.objects.get().answered_on == TODAY
    assert Task.objects.get(kind="provider").done_on == TODAY
    assert "With Sample Homes since" not in page
    assert "Answer of the provider: Sample Homes" in page
    assert "A draft of two pages" in page
    again = client.get(f"/case/{case.reference}/step/provider-answered/")
    assert "It is not with a provider." in words(again)


def test_a_late_provider_is_named_on_the_case_the_desk_and_the_list(
    client, case, provider, officer
):
    put(client, case, provider)

    with time_machine.travel(date(2026, 11, 18), tick=False):
        client.force_login(officer)
        assert "provider late" in words(client.get(f"/case/{case.reference}/"))
        assert "1 answer of providers" in words(client.get("/"))
        answer = client.get("/providers/")
        assert answer.context["providers"] == [("Sample Homes", 1, 1)]
        assert "2 working days late" in words(answer)


def test_what_belongs_to_a_case_that_has_ended_is_late_no_more(client, case, provider, officer):
    put(client, case, provider)
    endings.withdraw(case, on=TODAY, by=officer)

    assert list(ProviderRequest.objects.waiting()) == []
    assert [task.kind for task in Task.objects.open()] == ["learning"]  # it outlives the case


def asked(case, provider, officer, *, on, due_on, answered_on=None):
    request = put_to_provider(
        case.stages.get(), provider, asks_for="reply", on=on, due_on=due_on, by=officer
    )
    if answered_on:
        record_provider_answer(request, on=answered_on, by=officer)
    return request


def test_the_report_counts_by_provider_who_was_in_time(case, provider, officer):
    day = date(2026, 11, 9)
    asked(case, provider, officer, on=day, due_on=day, answered_on=day)
    asked(case, provider, officer, on=day, due_on=day, answered_on=TODAY)
    asked(case, provider, officer, on=day, due_on=day)

    report = assemble(Scope(Period(date(2026, 4, 1), date(2027, 3, 31))))

    table = report.tables["providers"]
    rows = {row.label: [cell.value for cell in row.cells] for row in table.rows}
    assert [column.label for column in table.columns] == [
        "In time",
        "Late",
        "No answer yet",
        "Asked",
    ]
    assert rows["Sample Homes"] == [1, 1, 1, 3]


def test_the_database_refuses_dates_that_cannot_be(case, provider, officer):
    day = date(2026, 11, 9)
    with pytest.raises(ValidationError, match="cannot be due before it is asked"):
        asked(case, provider, officer, on=TODAY, due_on=day)
    request = asked(case, provider, officer, on=TODAY, due_on=TODAY)
    with pytest.raises(ValidationError, match="cannot come before it is asked"):
        record_provider_answer(request, on=day, by=officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProviderRequest.objects.create(
            case=case, stage=case.stages.get(), provider=provider, asked_on=TODAY, due_on=TODAY
        )
