"""Everything works without JavaScript, and from the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from complaints_site.demo_people import PASSWORD, email_of


@pytest.fixture
def plain_page(browser):
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_complaint_is_logged_and_acknowledged_without_javascript(site, plain_page):
    page = plain_page
    page.goto(f"{site}/sign-in/")
    page.get_by_label("Email address").fill(email_of(Role.OFFICER))
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"{site}/cases/log/")
    page.get_by_label("How it came").select_option(label="Telephone")
    page.get_by_label("Service area").select_option(label="Leaving Care")
    page.get_by_label("What was said").fill("Nobody rang back.")
    page.get_by_label("Who complains", exact=True).fill("Marlow Penfeild")
    page.get_by_role("button", name="Look for earlier cases").click()
    assert "Marlow Penfield" in page.inner_text("#heard-before")
    assert page.get_by_label("What was said").input_value() == "Nobody rang back."
    page.get_by_role("button", name="Log the complaint").first.click()
    assert re.search(r"/case/\d{4}-\d{5}/", page.url)
    page.locator(".app-next a").get_by_text("Acknowledge", exact=True).click()
    page.get_by_role("button", name="Acknowledge").click()
    assert "acknowledge is done" in page.inner_text(".govuk-notification-banner")


def test_a_complaint_is_logged_from_the_keyboard_alone(site, page, sign_in):
    sign_in(Role.OFFICER)
    page.goto(f"{site}/cases/log/")
    keys = page.keyboard

    page.get_by_label("Date received").focus()
    keys.press("Tab")  # the calendar's button
    keys.press("Tab")
    keys.type("Tele")
    keys.press("Tab")
    keys.type("Leav")
    keys.press("Tab")
    keys.type("Nobody rang back.")
    keys.press("Tab")  # whether anybody is at risk
    keys.press("Tab")  # whether to settle it first
    keys.press("Tab")
    keys.press("Enter")
    page.wait_for_url(re.compile(r"/case/\d{4}-\d{5}/"))

    assert "Next: Stage 1: acknowledgement" in page.inner_text("#next")


def test_the_first_tab_of_a_page_leads_past_the_header(site, page, sign_in):
    sign_in(Role.OFFICER)
    page.goto(f"{site}/cases/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#main-content")).to_be_focused()
