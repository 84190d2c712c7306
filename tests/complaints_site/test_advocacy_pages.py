"""Referrals to advocacy without a complaint: logged in twenty seconds, and worked from a page."""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.actions.advocacy import log_referral
from cases.models import AdvocacyReferral
from stages.actions.advocacy import refer
from stages.actions.intake import take_in
from stages.actions.mediation import accept_mediation, offer_mediation
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)  # a Monday


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def area():
    return factories.service_area("Leaving Care")


@pytest.fixture
def referral(area, officer):
    return log_referral(
        service_area=area,
        referred_on=date(2026, 11, 16),
        provider="Sample Voices",
        about_whom="K., 19",
        by=officer,
    )


def words(answer):
    return " ".join(answer.content.decode().split())


def test_one_answer_is_enough_and_the_next_can_be_logged_at_once(client, referral, area):
    page = words(client.get("/advocacy/log/"))
    assert 'value="23 11 2026"' in page
    assert 'value="Sample Voices"' in page  # the provider of the last one

    sent = {"service_area": area.pk, "referred_on": "23 11 2026", "provider": "Sample Voices"}
    answer = client.post("/advocacy/log/", sent, follow=True)

    assert answer.redirect_chain == [("/advocacy/log/", 302)]
    assert "Logged: referral to advocacy, Leaving Care." in words(answer)


def test_what_was_typed_is_not_lost_on_an_error(client, officer, area):
    sent = {"referred_on": "24 11 2026", "about_whom": "M., 16", "about": "The school"}

    page = words(client.post("/advocacy/log/", sent))

    assert "Choose the service area" in page
    assert "Enter a date that is today or in the past" in page
    assert 'value="M., 16"' in page
    assert "The school" in page


def test_the_list_has_those_without_a_complaint_and_by_its_filter_all(client, officer, referral):
    case = take_in(
        on=TODAY, by=officer, received_on=TODAY, service_area=referral.service_area, code="children"
    )
    refer(case, on=TODAY, provider="Other Voices", by=officer)

    alone, every = words(client.get("/advocacy/")), words(client.get("/advocacy/?show=all"))

    assert "<strong>1</strong> referral<" in alone
    assert "K., 19" in alone
    assert str(case) not in alone
    assert "<strong>2</strong> referrals<" in every
    assert str(case) in every


def test_it_is_followed_from_the_advocate_to_what_they_said(client, referral):
    path = f"/advocacy/{referral.pk}/"
    assert "Next: record the advocate" in words(client.get(path))
    advocate = {"advocate": "Elspeth Marrow", "on": "18 11 2026", "independent": "on"}
    client.post(f"{path}advocate/", advocate)
    assert "Elspeth Marrow supports them" in words(client.get(path))
    client.post(f"{path}end/", {"outcome": "resolved", "on": "23 11 2026"})
    client.post(f"{path}feedback/", {"said": "She listened", "agreed_on": "23 11 2026"})

    page = words(client.get(path))

    assert "Resolved without complaint" in page
    assert "She listened" in page
    assert "They agreed on 23 November 2026" in page


def test_what_they_said_is_not_kept_without_their_consent(client, referral):
    page = words(client.post(f"/advocacy/{referral.pk}/feedback/", {"said": "She listened"}))

    assert "Enter the day they agreed. Without that it is not kept" in page
    assert "She listened" in page
    assert not AdvocacyReferral.objects.heard().exists()


def test_a_date_before_the_referral_is_refused_in_words(client, referral):
    sent = {"advocate": "Elspeth Marrow", "on": "9 11 2026", "independent": "on"}

    page = words(client.post(f"/advocacy/{referral.pk}/advocate/", sent))

    assert "They were referred on 16 November 2026: not before" in page


def test_one_that_became_a_complaint_is_worked_on_the_case(client, officer, referral):
    case = take_in(
        on=TODAY, by=officer, received_on=TODAY, service_area=referral.service_area, code="children"
    )
    path = f"/advocacy/{referral.pk}/"
    wrong = words(client.post(f"{path}complaint/", {"reference": "2026-99999"}))
    assert "No case 2026-99999 is open to you: check the reference" in wrong

    client.post(f"{path}complaint/", {"reference": case.reference})

    referral.refresh_from_db()
    assert (referral.case, referral.outcome) == (case, "complaint")
    assert f"It is a complaint: {case}" in words(client.get(path))
    refused = client.get(f"{path}advocate/", follow=True)
    assert "This is done on the case." in words(refused)
    assert "Sample Voices" in words(client.get(f"/case/{case}/people/"))


def test_a_mediation_stands_on_the_line_of_its_stage(client, officer, area):
    case = take_in(on=TODAY, by=officer, received_on=TODAY, service_area=area, code="children")
    offer = offer_mediation(case, on=TODAY, by=officer)
    accept_mediation(
        offer,
        on=TODAY,
        accepted_by="Juniper Vale, and the team manager",
        mediator="Ruth Calder",
        meets_on=date(2026, 12, 1),
        by=officer,
    )

    overview, stages = (words(client.get(f"/case/{case}/{tab}")) for tab in ("", "stages/"))

    for page in (overview, stages):
        assert "Accepted, not held yet; mediator: Ruth Calder" in page
        assert "planned for 1 December 2026" in page
    assert "Hold the mediation, and record what came of it" in overview


def test_who_accepted_is_not_named_where_who_complains_is_withheld(client, officer, area):
    case = take_in(
        on=TODAY,
        by=officer,
        received_on=TODAY,
        service_area=area,
        code="children",
        identity_withheld=True,
        complainant={"name": "Juniper Vale"},
    )
    offer = offer_mediation(case, on=TODAY, by=officer)
    accept_mediation(offer, on=TODAY, accepted_by="Juniper Vale", by=officer)
    responder = User.objects.create_user("r@example.org", "Robin Hale", [Role.RESPONDER])
    case.assignments.create(user=responder, capacity="responder", since=TODAY)
    client.force_login(responder)

    page = words(client.get(f"/case/{case}/stages/"))

    assert "Accepted, not held yet" in page
    assert "Juniper Vale" not in page
