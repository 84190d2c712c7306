"""The office's lists: words come into use and go out of use; none is renamed or deleted."""

from datetime import date

import pytest
import time_machine

from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import (
    Category,
    CategoryScheme,
    Channel,
    CloseReason,
    ContactTime,
    DecisionReason,
    Directorate,
    Provider,
    ServiceArea,
)
from complaints_site.word_lists import LISTS
from stages.models import OmbudsmanDecision

pytestmark = pytest.mark.django_db
OTHERS = [role for role in Role if role != Role.ADMINISTRATOR]
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def office(client):
    """A browser with an administrator signed in."""
    client.force_login(
        User.objects.create_user("ada@example.org", "Ada Meadow", [Role.ADMINISTRATOR])
    )
    return client


@pytest.fixture
def children():
    return Directorate.objects.create(name="Children's Services", social_care=True)


def words(answer):
    return answer.content.decode()


def sentences():
    return list(Event.objects.exclude(by=None).values_list("sentence", flat=True))


# Adding


def test_a_new_channel_can_be_chosen_at_once(office):
    answer = office.post("/lists/channels/add/", {"name": "Video call"}, follow=True)

    assert "“Video call” is on the list. It can be chosen now." in words(answer)
    assert list(Channel.objects.in_use_on(TODAY).values_list("name", flat=True)) == ["Video call"]
    assert sentences() == ["added “Video call” to the list: channel"]


def test_a_word_may_be_entered_ahead_of_its_day(office):
    sent = {"name": "Video call", "in_use_from": "1 4 2027"}

    answer = office.post("/lists/channels/add/", sent, follow=True)

    assert "It can be chosen from 1 April 2027." in words(answer)
    assert not Channel.objects.in_use_on(TODAY).exists()
    assert Channel.objects.in_use_on(date(2027, 4, 1)).exists()


def test_a_new_word_stands_at_the_end_of_its_list(office):
    Channel.objects.create(name="Letter", position=7)

    office.post("/lists/channels/add/", {"name": "Email"})

    assert Channel.objects.get(name="Email").position == 8


def test_a_reason_stands_once_for_each_kind_of_decision(office):
    sent = {"name": "Too late", "kind": "refused"}
    office.post("/lists/decision-reasons/add/", sent)
    office.post("/lists/decision-reasons/add/", sent | {"kind": "late_request"})
    again = office.post("/lists/decision-reasons/add/", sent)

    assert "“Too late” is in this list already" in words(again)
    assert DecisionReason.objects.count() == 2
    assert "Late request" in words(office.get("/lists/decision-reasons/"))


def test_a_reason_to_refuse_cannot_mean_yes(office):
    sent = {"name": "Let it in", "kind": "refused", "accepts": "on"}

    answer = office.post("/lists/decision-reasons/add/", sent)

    assert "A reason to refuse never means yes" in words(answer)


def test_a_reason_for_closing_says_what_it_means(office):
    sent = {"name": "Entered twice", "means": "duplicate"}
    office.post("/lists/close-reasons/add/", sent)

    assert CloseReason.objects.get().means == "duplicate"
    assert "stands in another case: not counted" in words(office.get("/lists/close-reasons/"))


def test_a_service_area_is_added_to_a_directorate_with_its_usual_procedure(office, children):
    sent = {"name": "Fostering", "directorate": children.pk, "usual_procedure": "children"}

    office.post("/lists/service-areas/add/", sent)

    assert "Choose a directorate" in words(office.post("/lists/service-areas/add/", {}))
    fostering = ServiceArea.objects.get()
    assert (fostering.directorate, fostering.usual_procedure) == (children, "children")


def test_a_nature_belongs_to_a_scheme_and_may_stand_in_two(office):
    old = CategoryScheme.objects.create(name="List of 2006")
    new = CategoryScheme.objects.create(name="List of 2026")
    Category.objects.create(scheme=old, name="Delay")

    office.post("/lists/natures/add/", {"name": "Delay", "scheme": new.pk})
    again = office.post("/lists/natures/add/", {"name": "delay", "scheme": new.pk})

    assert Category.objects.filter(name="Delay").count() == 2
    assert "“Delay” is in this list already" in words(again)


def test_what_an_ombudsman_decision_means_is_asked(office):
    without = office.post("/lists/ombudsman-decisions/add/", {"name": "Closed early"})
    sent = {"name": "Closed early", "means": "not_considered"}
    office.post("/lists/ombudsman-decisions/add/", sent)

    assert "Choose what it means" in words(without)
    assert OmbudsmanDecision.objects.get().means == "not_considered"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"name": ""}, "Enter the name"),
        ({"name": "  letter "}, "“Letter” is in this list already"),
        ({"name": "x" * 201}, "at most 200 characters"),
        ({"name": "Fax", "in_use_from": "31 2 2026"}, "Enter the first day of use as day, month"),
        ({"name": "Old form"}, "“Old form” was in use until 31 March 2020. Change its last day"),
        ({"name": "a\0b"}, "Null characters are not allowed"),
    ],
)
def test_what_is_wrong_with_a_word_is_said_and_nothing_is_added(office, sent, said):
    Channel.objects.create(name="Letter")
    Channel.objects.create(name="Old form", in_use_until=date(2020, 3, 31))

    answer = office.post("/lists/channels/add/", sent)

    assert said in words(answer)
    assert Channel.objects.count() == 2


def test_a_service_area_is_not_added_to_a_directorate_that_has_gone(office, children):
    children.in_use_until = date(2026, 3, 31)
    children.save()
    sent = {"name": "Fostering", "directorate": children.pk, "usual_procedure": "corporate"}

    answer = office.post("/lists/service-areas/add/", sent)

    assert "Choose directorate from the list" in words(answer)
    assert not ServiceArea.objects.exists()


# Going out of use


def test_a_word_goes_out_of_use_after_its_last_day_and_is_not_lost(office):
    letter = Channel.objects.create(name="Letter")

    answer = office.post(
        f"/lists/channels/{letter.pk}/retire/", {"until": "31/3/2027"}, follow=True
    )

    assert "“Letter” can be chosen until 31 March 2027." in words(answer)
    assert letter in Channel.objects.in_use_on(date(2027, 3, 31))
    assert letter not in Channel.objects.in_use_on(date(2027, 4, 1))
    assert sentences() == ["took “Letter” out of use after 31 March 2027"]


def test_a_word_taken_out_by_mistake_stays_in_use(office):
    letter = Channel.objects.create(name="Letter", in_use_until=date(2026, 10, 31))

    answer = office.post(f"/lists/channels/{letter.pk}/retire/", {"until": ""}, follow=True)

    assert "“Letter” stays in use." in words(answer)
    letter.refresh_from_db()
    assert letter.in_use_until is None


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("", "Enter the last day of use"),
        ("31 3 2005", "The last day cannot be before the first, 1 April 2005"),
        ("soon", "Enter the last day of use as day, month and year"),
    ],
)
def test_a_last_day_that_cannot_be_is_refused(office, until, said):
    letter = Channel.objects.create(name="Letter", in_use_from=date(2005, 4, 1))

    answer = office.post(f"/lists/channels/{letter.pk}/retire/", {"until": until})

    assert said in words(answer)
    letter.refresh_from_db()
    assert letter.in_use_until is None


def test_a_directorate_does_not_go_before_its_service_areas(office, children):
    ServiceArea.objects.create(name="Fostering", directorate=children)
    gone = date(2020, 3, 31)
    ServiceArea.objects.create(name="Adoption", directorate=children, in_use_until=gone)
    address = f"/lists/directorates/{children.pk}/retire/"

    answer = office.post(address, {"until": "31 3 2027"})

    assert "First take out of use the service areas that stay longer: Fostering." in words(answer)
    children.refresh_from_db()
    assert children.in_use_until is None


def test_a_nature_is_not_taken_out_alone(office):
    scheme = CategoryScheme.objects.create(name="List of 2006")
    delay = Category.objects.create(scheme=scheme, name="Delay")

    assert office.get(f"/lists/natures/{delay.pk}/retire/").status_code == 404


# Looking


@pytest.mark.parametrize("word_list", LISTS, ids=lambda one: one.key)
def test_every_list_opens_empty_and_its_form_too(office, word_list):
    assert "Nothing is on this list yet" in words(office.get(f"/lists/{word_list.key}/"))
    assert office.get(f"/lists/{word_list.key}/add/").status_code == 200


def test_the_lists_count_what_is_in_use(office):
    Channel.objects.create(name="Letter")
    Channel.objects.create(name="Fax", in_use_until=date(2020, 3, 31))

    rows = {row["list"].key: row["in_use"] for row in office.get("/lists/").context["rows"]}

    assert rows["channels"] == 1


def test_what_is_no_longer_in_use_stands_apart(office):
    Channel.objects.create(name="Letter", in_use_until=TODAY)
    Channel.objects.create(name="Fax", in_use_until=date(2026, 11, 22))

    groups = office.get("/lists/channels/").context["groups"]

    assert [(heading, [row.word.name for row in rows]) for heading, rows in groups] == [
        ("In use", ["Letter"]),
        ("No longer in use", ["Fax"]),
    ]


def test_service_areas_stand_under_their_directorates(office, children):
    adults = Directorate.objects.create(name="Adult Services")
    ServiceArea.objects.create(name="Fostering", directorate=children)
    ServiceArea.objects.create(name="Home care", directorate=adults)

    groups = office.get("/lists/service-areas/").context["groups"]

    assert [(heading, [row.word.name for row in rows]) for heading, rows in groups] == [
        ("Adult Services", ["Home care"]),
        ("Children's Services", ["Fostering"]),
    ]


def test_a_list_nobody_keeps_is_not_there(office):
    assert office.get("/lists/passwords/").status_code == 404
    assert office.get("/lists/channels/999/retire/").status_code == 404


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_keeps_the_lists(client, role):
    letter = Channel.objects.create(name="Letter")
    client.force_login(User.objects.create_user("someone@example.org", "Someone", [role]))

    assert client.get("/lists/").status_code == 403
    assert client.post("/lists/channels/add/", {"name": "Fax"}).status_code == 403
    retired = client.post(f"/lists/channels/{letter.pk}/retire/", {"until": "31 3 2027"})
    assert retired.status_code == 403
    assert list(Channel.objects.values_list("name", "in_use_until")) == [("Letter", None)]


# People


def test_a_service_area_says_who_heads_it(office, children):
    headed = ServiceArea.objects.create(name="Leaving Care", directorate=children)
    ServiceArea.objects.create(name="Adoption", directorate=children)
    for name, signs_in in {"Hester Heads": True, "Lena Left": False}.items():
        head = User.objects.create_user(f"{name[:3]}@example.org", name, [Role.HEAD_OF_SERVICE])
        User.objects.filter(pk=head.pk).update(is_active=signs_in)
        head.heads_service_areas.add(headed)

    page = words(office.get("/lists/service-areas/"))

    assert "Hester Heads" in page
    assert "Lena Left" not in page
    assert "Nobody yet" in page


def test_a_provider_says_how_long_before_us_it_answers(office):
    office.post("/lists/providers/add/", {"name": "Sample Homes", "days_before": "3"})

    assert Provider.objects.get().days_before == 3


def test_a_time_to_answer_takes_over_from_a_day(office):
    sent = {"name": "Members: 5", "kind": "members_enquiry", "working_days": "5"}
    office.post("/lists/contact-times/add/", sent | {"in_use_from": "1 4 2027"})

    time = ContactTime.objects.get()
    assert (time.working_days, time.in_use_from) == (5, date(2027, 4, 1))
