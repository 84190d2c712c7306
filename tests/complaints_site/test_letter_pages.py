"""The year held against the Ombudsman's annual letter: loaded, compared, settled."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from accounts.permissions import Role
from cases.models import Person
from stages.actions.intake import take_in
from stages.actions.ombudsman import decide, receive_enquiry
from stages.models import AnnualLetter, LetterRow, OmbudsmanDecision, OmbudsmanEnquiry, Settlement
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 10)
HEAD = "Reference,Category,Received,Decided,Decision,Remedy\n"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def manager(client):
    user = User.objects.create_user("manager@example.org", "Bela Manners", [Role.MANAGER])
    client.force_login(user)
    return user


@pytest.fixture
def case(manager):
    return take_in(
        on=date(2025, 6, 2),
        by=manager,
        received_on=date(2025, 6, 2),
        service_area=factories.service_area("Leaving Care"),
    )


@pytest.fixture
def upheld():
    means = OmbudsmanDecision.Means
    OmbudsmanDecision.objects.create(
        name="Not upheld", means=means.NOT_UPHELD, heading="investigated"
    )
    return OmbudsmanDecision.objects.create(
        name="Upheld", means=means.UPHELD, heading="investigated"
    )


@pytest.fixture
def ours(case, manager, upheld):
    """Three enquiries decided in 2025/26: with two references, and without."""
    made = []
    for reference in ("25 1", "25 2", ""):
        enquiry = receive_enquiry(case, on=date(2025, 9, 1), reference=reference, by=manager)
        made.append(decide(enquiry, on=date(2025, 11, 3), decision=upheld, by=manager))
    return made


def words(answer):
    return " ".join(answer.content.decode().split())


def load(client, text, **more):
    return client.post("/ombudsman/letters/", {"year": "2025", "text": text} | more)


LETTER = (
    f"{HEAD}25 1,Children,1/9/2025,3/11/2025,upheld,\n"
    "25 2,Children,1/9/2025,4/11/2025,Not upheld,\n"
    "25 9,Adults,5/9/2025,5/12/2025,Upheld,=1+1\n"
)


def test_the_letter_and_ours_are_held_against_each_other(client, ours):
    load(client, LETTER, residents="200000")

    page = client.get("/ombudsman/letters/2025/")
    compared = page.context["compared"]
    assert [line.row.reference for line in compared.agreeing] == ["25 1"]
    (differing,) = compared.differing
    assert [(one.field, one.theirs, one.ours) for one in differing.differences] == [
        ("Decided", "4 November 2025", "3 November 2025"),
        ("Decision", "Not upheld", "Upheld"),
    ]
    assert [line.row.reference for line in compared.only_theirs] == ["25 9"]
    assert [line.enquiry for line in compared.only_ours] == [ours[2]]
    assert [(each.label, each.theirs, each.ours) for each in compared.totals] == [
        ("Not upheld", 1, 0),
        ("Upheld", 2, 3),
    ]
    assert [(each.label, each.theirs, each.ours) for each in compared.headings] == [
        ("Not for us", 0, 0),
        ("Assessed and closed", 0, 0),
        ("Investigated", 3, 3),
    ]
    assert compared.unsettled == 3
    text = words(page)
    assert "2 of 3 investigated were upheld, 67%: 1.0 for every 100,000 people" in text
    assert "=1+1" in text
    assert f"/case/{ours[0].case.reference}/" in text


def test_ours_is_corrected_from_the_letter(client, ours):
    load(client, LETTER)
    row = LetterRow.objects.get(reference="25 2")
    address = f"/ombudsman/letters/2025/row/{row.pk}/"

    assert "Enter why" in words(client.post(address, {"how": "ours_corrected", "reason": ""}))
    client.post(address, {"how": "ours_corrected", "reason": "Checked with their letter"})

    ours[1].refresh_from_db()
    assert (str(ours[1].decision), ours[1].decided_on) == ("Not upheld", date(2025, 11, 4))
    assert not client.get("/ombudsman/letters/2025/").context["compared"].differing
    assert client.get(address).status_code == 404


def test_they_are_wrong_is_kept_with_its_reason(client, ours):
    load(client, LETTER)
    row = LetterRow.objects.get(reference="25 2")
    told = {"how": "they_are_wrong", "reason": "Their letter of 3 November says upheld"}

    client.post(f"/ombudsman/letters/2025/row/{row.pk}/", told)
    client.post(f"/ombudsman/letters/2025/ours/{ours[2].pk}/", {"reason": "We hold the letter"})

    ours[1].refresh_from_db()
    assert str(ours[1].decision) == "Upheld"
    page = client.get("/ombudsman/letters/2025/")
    assert page.context["compared"].unsettled == 1
    assert "Their letter of 3 November says upheld" in words(page)
    assert "We hold the letter" in words(page)


def test_what_only_the_letter_has_is_recorded_on_a_case_of_ours(client, case, ours):
    load(client, LETTER)
    row = LetterRow.objects.get(reference="25 9")
    address = f"/ombudsman/letters/2025/row/{row.pk}/"
    told = {"how": "ours_corrected", "reason": "It was never logged"}

    assert "Enter the reference of a case that you may see" in words(client.post(address, told))
    client.post(address, told | {"reference": case.reference})

    # The enquiry of that case that had no reference is the one
    ours[2].refresh_from_db()
    assert (ours[2].ombudsman_reference, ours[2].decided_on) == ("25 9", date(2025, 12, 5))
    assert OmbudsmanEnquiry.objects.count() == 3


def test_a_decision_that_our_list_does_not_have_is_not_guessed(client, ours):
    load(client, f"{HEAD}25 1,,,,Closed kindly,\n")
    row = LetterRow.objects.get()
    told = {"how": "ours_corrected", "reason": "As they say"}

    answer = client.post(f"/ombudsman/letters/2025/row/{row.pk}/", told)

    assert "“Closed kindly” is not in the list of decisions" in words(answer)
    assert "As they say" in words(answer)
    assert not Settlement.objects.exists()


def test_a_bad_file_says_where_and_nothing_is_lost(client, manager):
    text = f"{HEAD}25 1,Children,soon,,Upheld,\n"
    file = SimpleUploadedFile("letter.csv", text.encode("utf-8-sig"), "text/csv")

    answer = client.post("/ombudsman/letters/", {"year": "2025", "file": file, "residents": "9"})

    page = words(answer)
    assert "Line 2, received: “soon” is not a date" in page
    assert "25 1,Children,soon" in page
    assert 'value="9"' in page
    assert not AnnualLetter.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xfeR\x00e\x00f\x00", "The file is not text"),
        (b"x" * 1_000_001, "The file is larger than 1 MB"),
    ],
)
def test_a_file_that_is_no_letter_is_refused(client, manager, content, sentence):
    file = SimpleUploadedFile("letter.csv", content)

    answer = client.post("/ombudsman/letters/", {"year": "2025", "file": file, "text": "mine"})

    assert sentence in words(answer)
    assert "mine" in words(answer)


def test_a_second_loading_keeps_the_first_and_what_was_settled(client, ours):
    load(client, LETTER)
    row = LetterRow.objects.get(reference="25 2")
    told = {"how": "they_are_wrong", "reason": "We hold their letter"}
    client.post(f"/ombudsman/letters/2025/row/{row.pk}/", told)
    client.post(f"/ombudsman/letters/2025/ours/{ours[2].pk}/", {"reason": "Stays"})

    load(client, LETTER.replace("5/12/2025", "6/12/2025"))

    compared = client.get("/ombudsman/letters/2025/").context["compared"]
    assert [line.settlement.reason for line in compared.differing] == ["We hold their letter"]
    assert [line.settlement.reason for line in compared.only_ours] == ["Stays"]
    first = AnnualLetter.objects.last()
    assert "earlier loading" in words(client.get(f"/ombudsman/letters/2025/?loading={first.pk}"))
    assert LetterRow.objects.count() == 6


def test_the_letter_says_nothing_of_a_case_about_the_manager(client, case, ours, manager):
    load(client, LETTER)
    case.people.create(
        person=Person.objects.create(name="Bela", user=manager), role="complained_about"
    )

    page = client.get("/ombudsman/letters/2025/")

    compared = page.context["compared"]
    assert (compared.agreeing, compared.differing, compared.only_ours) == ([], [], [])
    assert compared.hidden == 2
    assert case.reference not in words(page)
    row = LetterRow.objects.get(reference="25 2")
    assert client.get(f"/ombudsman/letters/2025/row/{row.pk}/").status_code == 404


def test_a_settlement_is_of_one_thing_and_has_a_reason(ours):
    letter = AnnualLetter.objects.create(year=2025, loaded_on=TODAY)
    settlement = Settlement(letter=letter, how="they_are_wrong", settled_on=TODAY)

    with pytest.raises(ValidationError) as refused:
        settlement.validate_constraints()

    assert refused.value.messages == [
        "A settlement is about a row of the letter or one of ours.",
        "Say why.",
    ]
