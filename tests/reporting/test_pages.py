"""What each reader of the report pages sees, and what they may open."""

import re

import pytest

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case
from reporting.models import PublishedFigure
from tests.factories import directorate, service_area

pytestmark = [pytest.mark.usefixtures("little_year"), pytest.mark.django_db]
YEAR = "/reports/2006-04-01/2007-03-31/"


@pytest.fixture
def sign_in(client):
    def as_role(*roles):
        user = User.objects.create_user(f"{roles[0]}@example.org", str(roles[0]), list(roles))
        client.force_login(user)
        return user

    return as_role


def address(path="", **query):
    query = {"directorate": directorate().pk} | query
    return f"{YEAR}{path}?" + "&".join(f"{key}={value}" for key, value in query.items())


def links(answer):
    return re.findall(r'href="(/reports/[^"]*behind[^"]*)"', answer.content.decode())


def test_an_officer_can_open_the_list_behind_every_number(client, sign_in):
    sign_in(Role.OFFICER)

    addresses = links(client.get(address()))

    assert len(addresses) > 100
    for each in addresses:
        answer = client.get(each.replace("&amp;", "&"))
        assert answer.status_code == 200
        assert answer.context["number"] > 0


def test_committee_staff_read_every_number_and_open_no_case(client, sign_in):
    sign_in(Role.COMMITTEE)

    answer = client.get(address())

    assert "Recorded manually" in answer.content.decode()
    assert links(answer) == []
    assert client.get(address("behind/compensation.total/")).status_code == 403


def test_a_number_that_counts_a_hidden_case_is_text_and_still_counts_it(client, sign_in):
    hidden = Case.objects.get(nature__name="Delay", received_on="2006-04-01")
    Case.objects.filter(pk=hidden.pk).update(restricted=True)
    sign_in(Role.OFFICER)

    page = client.get(address())
    received = "behind/summary.received_recorded_manually/"
    behind = client.get(address(received))

    assert not [each for each in links(page) if received in each]
    assert [each for each in links(page) if "behind/summary.received_second_part/" in each]
    assert behind.context["number"] == 7
    assert behind.context["page_obj"].paginator.count == 6
    assert hidden.reference not in behind.content.decode()


def test_a_manager_opens_numbers_that_count_restricted_cases(client, sign_in):
    Case.objects.filter(received_on="2006-04-01").update(restricted=True)
    sign_in(Role.MANAGER)

    opened = links(client.get(address()))

    assert [each for each in opened if "behind/summary.received_recorded_manually/" in each]


def test_a_head_of_service_opens_the_numbers_of_their_own_service_area(client, sign_in):
    service_area("Leaving Care").heads.add(sign_in(Role.HEAD_OF_SERVICE))

    answer = client.get(address())
    in_table = [each for each in links(answer) if "/stage2_outcomes/" in each]
    theirs, others = service_area("Leaving Care").pk, service_area("Fostering").pk

    assert [each for each in in_table if f"/upheld/{theirs}/" in each]
    assert not [each for each in in_table if f"/{others}/" in each or "/upheld/total/" in each]


def test_an_amount_of_money_leads_to_its_payments(client, sign_in):
    sign_in(Role.OFFICER)

    answer = client.get(address("behind/compensation/compensation-1/all/"))

    assert answer.context["number"] == 2
    assert "£100.10" in answer.content.decode()
    assert "No case" in answer.content.decode()


def test_a_percentage_leads_to_what_it_divides_and_to_what_by(client, sign_in):
    sign_in(Role.OFFICER)
    rate = "behind/stage2_rates/escalating/total/"

    assert client.get(address(rate)).context["number"] == 4
    assert client.get(address(rate, list=1)).context["number"] == 7


def test_the_logs_are_held_against_each_other(client, sign_in):
    sign_in(Role.OFFICER)

    shown = client.get(address("logs/")).context["shown"]
    labels = [column.label for column in shown["table"].columns]
    rows = {row["label"]: [number.text for number in row["numbers"]] for row in shown["rows"]}

    assert labels == [
        "On both",
        "Only: Corporate log",
        "Only: Recorded manually",
        "On both, service area differs",
        "On both, nature differs",
        "On both, date differs",
        "All: Corporate log",
        "All: Recorded manually",
    ]
    assert rows == {
        "Fostering": ["4", "0", "0", "1", "0", "0", "4", "4"],
        "Leaving Care": ["1", "0", "2", "0", "0", "0", "1", "3"],
        "Family Centre": ["0", "0", "0", "0", "0", "0", "0", "0"],
        "Total": ["5", "0", "2", "1", "0", "0", "5", "7"],
    }


def test_a_printed_number_that_does_not_follow_is_shown_with_ours_and_its_cases(client, sign_in):
    sign_in(Role.OFFICER)
    printed = {
        "summary.received_recorded_manually": "7",
        "stage1_by_service_area / Corporate log / Fostering / percent": "75",
        "made_by_young_people.percent": "28.5",
        "advocacy.service_started": "November 2007",
    }
    for key, value in printed.items():
        PublishedFigure.objects.create(year="2006/07", key=key, value=value)

    answer = client.get(address("printed/"))
    differing, rounded, apart = (rows for _, rows in answer.context["groups"])

    assert answer.context["agreeing"] == 1
    (differing,) = differing
    assert (differing["computed"], differing["difference"]) == ("60.0", "+15.0")
    assert "/behind/stage1_by_service_area/" in differing["url"]
    assert [row["printed"].value for row in rounded] == ["28.5"]
    assert [row["printed"].value for row in apart] == ["November 2007"]


def test_last_years_published_figure_stands_in_brackets(client, sign_in):
    sign_in(Role.OFFICER)
    key = "stage1_by_service_area / Recorded manually / Fostering / percent"
    PublishedFigure.objects.create(year="2005/06", key=key, value="60")
    PublishedFigure.objects.create(
        year="2005/06", key="summary.received_recorded_manually", value="52"
    )

    page = client.get(address()).content.decode()

    assert "(60%)" in page
    assert "(as published" in page


def test_where_todays_records_give_another_number_than_was_published_a_note_says_so(
    client, sign_in
):
    """Of 2005/06 the records hold one complaint, of Fostering, on the manual log."""
    sign_in(Role.OFFICER)
    place = "stage1_by_service_area / Recorded manually"
    for key, value in (
        (f"{place} / Fostering / value", "3"),
        (f"{place} / Fostering / percent", "100"),
        (f"{place} / Leaving Care / value", "0"),
        (f"{place} / Total / value", "3"),
        ("summary.received_recorded_manually", "3"),
    ):
        PublishedFigure.objects.create(year="2005/06", key=key, value=value)

    page = " ".join(client.get(address()).content.decode().split())

    assert (
        "Today&#x27;s records give another number for the year before: Recorded manually, "
        "Fostering: 3 as published, 1 today; Recorded manually, Total: 3 as published, 1 today."
    ) in page
    assert "(as published; today&#x27;s records give 1)" in page


def test_a_period_is_chosen_in_a_form(client, sign_in):
    sign_in(Role.OFFICER)

    chosen = client.get("/reports/?start=1+4+2006&end=31+3+2007&directorate=")
    wrong = client.get("/reports/?start=1+4+2006&end=31+3+2005&directorate=")

    assert (chosen.status_code, chosen.url) == (302, YEAR)
    assert "The last day cannot be before the first, 1 April 2006" in wrong.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/reports/2006-02-30/2007-03-31/",
        "/reports/2007-03-31/2006-04-01/",
        f"{YEAR}?directorate=none",
        f"{YEAR}?directorate=999999",
        f"{YEAR}behind/no_table/1/2/",
        f"{YEAR}behind/stage2_outcomes/1/2/",
        f"{YEAR}behind/stage3/no/1/",
        f"{YEAR}behind/no.figure/",
    ],
)
def test_an_address_made_up_by_hand_is_a_page_that_does_not_exist(client, sign_in, path):
    sign_in(Role.OFFICER)

    assert client.get(path).status_code == 404
