"""Mediation and advocacy as the officer does them, from the desk to the report's lists."""

import re

import pytest

from accounts.permissions import Role

OFFICER = Role.OFFICER


@pytest.fixture
def page(desk_of):
    return desk_of(OFFICER)


def log(page, site, standing):
    """A complaint to Leaving Care; its address."""
    page.goto(f"{site}/cases/log/")
    page.get_by_label("How it came").select_option(label="Telephone")
    page.get_by_label("Service area").select_option(label="Leaving Care")
    page.get_by_label("What was said").fill("The deposit was refused.")
    if standing:
        page.locator("[name=complainant_type]").select_option(label=standing)
    page.get_by_role("button", name="Log the complaint").first.click()
    page.wait_for_url(re.compile(r"/case/\d{4}-\d{5}/"))
    return re.match(r".*/case/[^/]+/", page.url)[0]


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def test_mediation_is_offered_accepted_held_and_the_right_to_go_on_confirmed(page, site):
    case = log(page, site, "")
    page.goto(f"{case}step/offer-mediation/")
    press(page, "Offer mediation")
    page.get_by_role("link", name="Ask both sides whether they accept mediation").click()
    page.get_by_label("Both sides accept").check()
    page.get_by_label("If accepted: by whom").fill("Juniper Vale, and the team manager")
    page.get_by_label("If accepted: or a mediator who is new").fill("Ruth Calder")
    press(page, "Record the answer to the offer")
    page.get_by_role("link", name="Hold the mediation, and record what came of it").click()
    assert page.get_by_label("Ruth Calder", exact=True).is_checked()
    page.get_by_label("Resolved", exact=True).check()
    page.get_by_label("What was agreed").fill("The deposit is paid")
    press(page, "Record a mediation")
    page.get_by_role("link", name="Confirm in writing that they may still go on").click()
    press(page, "Confirm the right to go on")

    line = page.locator(".app-mediations").inner_text()
    assert "Resolved; mediator: Ruth Calder" in line
    assert "Right to go on confirmed in writing" in line
    assert "Confirm in writing that they may still" not in page.locator(".app-next").inner_text()


def test_a_young_person_is_offered_advocacy_referred_and_supported(page, site):
    case = log(page, site, "Child leaving care")
    page.get_by_role("link", name="Tell the young person of advocacy").click()
    today = page.locator("[name=told_on]").input_value()
    page.locator("[name=offered_on]").fill(today)
    page.get_by_label("They want an advocate").check()
    press(page, "Record the offer of advocacy")
    assert "Enter the day they were asked" in page.inner_text(".govuk-error-summary")
    page.locator("[name=asked_on]").fill(today)
    press(page, "Record the offer of advocacy")
    page.get_by_role("link", name="Refer the young person to advocacy").click()
    page.get_by_label("Provider").fill("Sample Voices Advocacy")
    press(page, "Refer to advocacy")
    page.get_by_role("link", name="Ask whom Sample Voices Advocacy has appointed").click()
    page.get_by_label("Advocate", exact=True).fill("Elspeth Marrow")
    page.get_by_label("The advocate neither is, nor manages").check()
    press(page, "Record the advocate")

    page.goto(f"{case}people/")
    assert "Elspeth Marrow" in page.inner_text("main")
    assert "Supported by an advocate" in page.inner_text("main")


def test_a_referral_is_logged_with_one_choice_and_found_on_the_list(page, site):
    page.goto(f"{site}/advocacy/log/")
    page.get_by_label("Service area").select_option(label="Leaving Care")
    page.get_by_label("Young person").fill("T., 17, of the browser")
    press(page, "Log the referral")
    assert "Logged: referral to advocacy" in page.inner_text(".govuk-notification-banner")

    page.goto(f"{site}/advocacy/")
    page.get_by_role("link", name="T., 17, of the browser").click()

    assert "Next: record the advocate" in page.inner_text("#next")
