"""Activities of the service: logged, listed, followed up, and counted under key improvements."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Event, User
from accounts.permissions import Role
from cases.actions.activities import (
    add_trainees,
    join_what_came_in,
    leave_out_activity,
    log_activity,
    record_trained,
)
from cases.models import Activity, ActivityKind, Contact, LoggedAtActivity, Trainee
from reporting.annual_report import assemble
from reporting.period import Period
from reporting.scope import Scope
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
BEHIND = "/reports/2026-04-01/2027-03-31/behind/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def kind(name, means):
    return ActivityKind.objects.get_or_create(name=name, defaults={"means": means})[0]


def activity(officer, name="Surgery", means="surgery", area="Leaving Care", **fields):
    usual = {"held_on": date(2026, 11, 2), "about": "How to complain"}
    where = factories.service_area(area) if area else None
    return log_activity(by=officer, kind=kind(name, means), service_area=where, **(usual | fields))


def contact(**fields):
    usual = {"kind": "mp_enquiry", "received_on": date(2026, 11, 2)}
    return Contact.objects.create(
        service_area=factories.service_area("Leaving Care"), **(usual | fields)
    )


def words(answer):
    return " ".join(answer.content.decode().split())


def test_the_kind_and_the_date_that_stands_there_are_enough(client, officer):
    surgery = kind("Surgery", "surgery")

    answer = client.post("/activities/log/", {"kind": surgery.pk, "held_on": "23 11 2026"})

    logged = Activity.objects.get()
    assert (logged.held_on, logged.service_area, logged.about) == (TODAY, None, "")
    assert answer.url == "/activities/log/"
    assert 'value="23 11 2026"' in words(client.get("/activities/log/"))


def test_who_must_be_trained_is_typed_one_on_a_line(client, officer):
    training = kind("Training session", "training")
    sent = {"kind": training.pk, "held_on": "2 11 2026", "copies": "40"}

    client.post("/activities/log/", sent | {"to_train": "Ash Meadow\n\n Juniper  Vale\nAsh Meadow"})

    assert list(Trainee.objects.values_list("name", flat=True)) == ["Ash Meadow", "Juniper Vale"]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"kind": ""}, "Choose the kind of activity"),
        ({"held_on": ""}, "Enter the date"),
        ({"held_on": "24 11 2026"}, "Enter a date that is today or in the past"),
        ({"copies": "0"}, "Enter one copy or more, or leave it empty."),
        ({"to_train": "x" * 201}, "A name is 200 letters at the most: one on a line"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, officer, sent, said):
    usual = {"kind": kind("Surgery", "surgery").pk, "held_on": "2 11 2026", "about": "Two homes"}

    page = words(client.post("/activities/log/", usual | sent))

    assert said in page
    assert "Two homes" in page
    assert not Activity.objects.exists()


def test_the_list_is_filtered_by_kind_year_and_area(client, officer):
    surgery = activity(officer)
    leaflet = activity(officer, "Leaflet issued", "leaflet", area=None, copies=500)
    early = activity(officer, area="Fostering", held_on=date(2025, 5, 6))

    def shown(address):
        return list(client.get(address).context["page_obj"].object_list)

    assert shown("/activities/") == [leaflet, surgery, early]
    assert shown(f"/activities/?kind={leaflet.kind_id}") == [leaflet]
    assert shown(f"/activities/?service_area={early.service_area_id}") == [early]
    assert shown("/activities/?year=2025") == [early]
    assert shown("/activities/?year=1901&kind=x") == [leaflet, surgery, early]
    assert "500 copies" in words(client.get("/activities/"))


def test_the_list_takes_as_many_queries_for_many_as_for_one(
    client, officer, django_assert_max_num_queries
):
    for number in range(12):
        held = activity(officer, area=f"Area {number}")
        add_trainees(held, names=["Ash", "Rowan"], by=officer)

    with django_assert_max_num_queries(9):
        client.get("/activities/")


def test_people_are_ticked_off_once_they_have_been_trained(client, officer):
    training = activity(officer, "Training", "training", to_train=["Ash Meadow", "Juniper Vale"])
    ash, juniper = training.trainees.all()

    page = client.post(
        f"/activities/{training.pk}/trained/", {"who": [ash.pk], "on": "20 11 2026"}, follow=True
    )

    ash.refresh_from_db()
    juniper.refresh_from_db()
    assert (ash.trained_on, juniper.trained_on) == (date(2026, 11, 20), None)
    assert "Anna Fielding recorded as trained on 20 November 2026: Ash Meadow" in words(page)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("1 11 2026", "It was held on 2 November 2026: not before"),
        ("24 11 2026", "Enter a date that is today or in the past"),
    ],
)
def test_nobody_is_trained_before_it_was_held_or_ahead_of_today(client, officer, on, said):
    training = activity(officer, "Training", "training", to_train=["Ash Meadow"])

    sent = {"who": [training.trainees.get().pk], "on": on}
    page = words(client.post(f"/activities/{training.pk}/trained/", sent))

    assert said in page
    assert training.trainees.get().trained_on is None


def test_a_surgery_says_what_came_in_at_it(client, officer):
    surgery, asked = activity(officer), contact()
    case = factories.case(date(2026, 11, 2), "Leaving Care")
    sent = {"references": case.reference.lower(), "contacts": [asked.pk]}

    page = words(client.post(f"/activities/{surgery.pk}/came-in/", sent, follow=True))

    assert f'href="/case/{case.reference}/"' in page
    assert f'href="/contacts/{asked.pk}/"' in page
    sentence = "joined with what came in at it: 1 complaint and 1 other contact"
    assert Event.objects.filter(sentence=sentence, about_id=surgery.pk).exists()
    history = words(client.get(f"/case/{case.reference}/history/"))
    assert "joined it with an activity at which it came in: Surgery" in history


@pytest.mark.parametrize(
    ("references", "said"),
    [
        ("NO-SUCH", "There is no case NO-SUCH: check its reference"),
        ("", "Enter a reference, or choose a contact"),
    ],
)
def test_what_did_not_come_in_is_not_joined(client, officer, references, said):
    surgery = activity(officer)

    page = words(client.post(f"/activities/{surgery.pk}/came-in/", {"references": references}))

    assert said in page
    assert not surgery.logged.exists()


def test_what_came_in_stands_with_one_activity(client, officer):
    first, second = activity(officer), activity(officer)
    case = factories.case(date(2026, 11, 2), "Leaving Care")
    join_what_came_in(first, cases=[case], by=officer)

    sent = {"references": case.reference}
    page = words(client.post(f"/activities/{second.pk}/came-in/", sent))

    assert f"{case.reference} stands with an activity already" in page
    with pytest.raises(ValidationError, match="stands with an activity already"):
        join_what_came_in(second, cases=[case], by=officer)


def test_a_restricted_case_that_came_in_is_counted_and_not_named(client, officer):
    surgery = activity(officer)
    case = factories.case(date(2026, 11, 2), "Leaving Care", restricted=True)
    join_what_came_in(surgery, cases=[case], by=officer)

    page = words(client.get(f"/activities/{surgery.pk}/"))

    assert case.reference not in page
    assert "1 more, which you may not open" in page


def test_an_activity_is_corrected_and_the_trail_says_so(client, officer):
    surgery = activity(officer)
    sent = {"kind": surgery.kind_id, "held_on": "3 11 2026", "about": "Three homes"}

    page = words(client.post(f"/activities/{surgery.pk}/correct/", sent, follow=True))

    surgery.refresh_from_db()
    assert (surgery.held_on, surgery.about) == (date(2026, 11, 3), "Three homes")
    assert "Anna Fielding corrected the activity" in page


def test_one_logged_in_error_is_kept_and_counted_no_more(client, officer):
    surgery = activity(officer)

    refused = words(client.post(f"/activities/{surgery.pk}/leave-out/", {"why": ""}))
    page = words(
        client.post(f"/activities/{surgery.pk}/leave-out/", {"why": "Logged twice"}, follow=True)
    )

    assert "Say why it was logged in error" in refused
    assert "Logged in error, and not counted: Logged twice" in page
    assert assemble(Scope(YEAR)).figures["activities.held"].value == 0


def test_who_logs_nothing_reads_them_and_changes_nothing(client, officer):
    surgery = activity(officer)
    responder = User.objects.create_user("r@example.org", "Rosa Answers", [Role.RESPONDER])
    client.force_login(responder)

    page = client.get(f"/activities/{surgery.pk}/")

    assert page.status_code == 200
    assert "Correct the activity" not in words(page)
    assert client.get("/activities/log/").status_code == 403
    assert client.post(f"/activities/{surgery.pk}/leave-out/", {"why": "x"}).status_code == 403
    assert client.get(f"/activities/{surgery.pk}/correct/").status_code == 403


def test_a_form_that_is_not_there_is_not_found(client, officer):
    assert client.post(f"/activities/{activity(officer).pk}/none-such/").status_code == 404


@pytest.fixture
def a_year(officer):
    """Three that count, one left out, one of another year."""
    surgery = activity(officer)
    case = factories.case(date(2026, 11, 2), "Leaving Care")
    join_what_came_in(surgery, cases=[case], contacts=[contact(), contact()], by=officer)
    training = activity(
        officer, "Training", "training", area="Fostering", to_train=["Ash", "Rowan", "Wren"]
    )
    record_trained(training, who=training.trainees.all()[:2], on=TODAY, by=officer)
    activity(officer, "Leaflet", "leaflet", area=None, copies=500)
    twice = activity(officer, to_train=["Ash"])
    leave_out_activity(twice, why="Logged twice", by=officer)
    activity(officer, held_on=date(2026, 3, 31))


def test_the_report_counts_them_under_key_improvements(client, a_year):
    report = assemble(Scope(YEAR))

    numbers = {
        key: figure.value
        for key, figure in report.figures.items()
        if figure.section == "Key improvements"
    }
    assert numbers == {
        "activities.held": 3,
        "activities.cases": 1,
        "activities.contacts": 2,
        "activities.to_train": 3,
        "activities.trained": 2,
        "activities.copies": 500,
    }
    table = report.tables["activities_by_kind"]
    assert [column.label for column in table.columns] == ["Leaflet", "Surgery", "Training", "All"]
    assert {row.label: [cell.value for cell in row.cells] for row in table.rows} == {
        "For all service areas": [1, 0, 0, 1],
        "Leaving Care": [0, 1, 0, 1],
        "Fostering": [0, 0, 1, 1],
        "Total": [1, 1, 1, 3],
    }


@pytest.mark.parametrize(
    ("number", "rows"),
    [
        ("activities.held", 3),
        ("activities.cases", 1),
        ("activities.contacts", 2),
        ("activities.trained", 2),
        ("activities.copies", 1),
        ("activities_by_kind/none/total", 1),
        ("activities_by_kind/total/total", 3),
    ],
)
def test_each_number_has_its_list_behind_it(client, a_year, number, rows):
    page = client.get(f"{BEHIND}{number}/")

    assert page.status_code == 200
    assert len(page.context["lines"]) == rows


def test_one_for_all_areas_is_not_in_the_report_of_a_directorate(a_year):
    children = factories.directorate()

    assert assemble(Scope(YEAR, children)).figures["activities.held"].value == 2


def test_the_database_refuses_what_came_in_that_is_nothing(officer):
    surgery = activity(officer)

    with pytest.raises(IntegrityError), transaction.atomic():
        LoggedAtActivity.objects.create(activity=surgery)
    add_trainees(surgery, names=["Ash"], by=officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Trainee.objects.create(activity=surgery, name="Ash")
