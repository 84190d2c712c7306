"""Steps that are safe: undone, not overwritten by another, not lost by a log-out."""

import re

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from complaints_site.demo_people import PASSWORD, email_of
from tests.browser.conftest import WIDTHS


@pytest.fixture
def plain(browser):
    """A browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(8_000)
    yield page
    context.close()


@pytest.fixture
def colleague(browser, site):
    """The manager, at another desk."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(8_000)
    sign_in_on(page, site, Role.MANAGER)
    yield page
    context.close()


def sign_in_on(page, site, role):
    if "/sign-in/" not in page.url:
        page.goto(f"{site}/sign-in/")
    page.get_by_label("Email address").fill(email_of(role))
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)


def log(page, site, said="The carer came late."):
    page.goto(f"{site}/cases/log/")
    page.get_by_label("How it came").select_option(label="Telephone")
    page.get_by_label("Service area").select_option(label="Children in Need (CIN)")
    page.get_by_label("What was said").fill(said)
    page.get_by_role("button", name="Log the complaint").first.click()
    page.wait_for_url(re.compile(r"/case/\d{4}-\d{5}/"))
    return re.search(r"/case/([^/]+)/", page.url)[1]


def test_a_step_is_undone_from_its_notice_without_javascript(site, plain):
    sign_in_on(plain, site, Role.OFFICER)
    reference = log(plain, site)
    plain.locator(".app-next a").get_by_text("Acknowledge", exact=True).click()
    plain.get_by_role("button", name="Acknowledge").click()
    assert "Next: Stage 1: draft response" in plain.inner_text("#next")
    assert "possible until" in plain.inner_text(".app-next__undo")

    plain.locator(".govuk-notification-banner").get_by_role("button", name="Undo").click()

    assert "The case stands as it did before" in plain.inner_text(".govuk-notification-banner")
    assert "Next: Stage 1: acknowledgement" in plain.inner_text("#next")
    plain.goto(f"{site}/case/{reference}/history/")
    story = plain.inner_text("main")
    assert "Anna Fielding undid: recorded for Stage 1" in story
    assert "Step: Acknowledge" in story


def test_what_only_an_answer_by_talking_asks_for_is_shown_with_it(
    site, page, sign_in, reference_of
):
    sign_in(Role.OFFICER)
    page.goto(f"{site}/case/{reference_of('Marlow Penfield')}/step/answer/")
    agreed = page.get_by_label("what was agreed")
    assert not agreed.is_visible()

    page.get_by_label("By talking: on the telephone").check()
    agreed.fill("A visit on Monday")
    page.get_by_role("button", name="Answer").click()

    assert page.get_by_label("what was agreed").input_value() == "A visit on Monday"
    assert page.get_by_label("what was agreed").is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_panel_is_calm_and_every_step_is_a_click_away(
    site, page, sign_in, has_no_violations, width
):
    page.set_viewport_size(WIDTHS[width])
    sign_in(Role.OFFICER)
    log(page, site)
    panel = page.locator(".app-next")
    shown = [link for link in panel.locator("a").all() if link.is_visible()]
    assert len(shown) <= 8

    page.get_by_text("More steps").click()
    page.get_by_text("Not now (").click()

    assert panel.get_by_text("Record a withdrawal", exact=True).is_visible()
    has_no_violations(page)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0


def test_the_second_of_two_people_sees_what_the_first_did_and_decides(
    site, page, sign_in, colleague, has_no_violations
):
    sign_in(Role.OFFICER)
    reference = log(page, site)
    page.goto(f"{site}/case/{reference}/step/extend/")
    page.get_by_label("Why it takes longer").fill("Two files had to be found")
    colleague.goto(f"{site}/case/{reference}/step/acknowledge/")
    colleague.get_by_role("button", name="Acknowledge").click()
    colleague.wait_for_selector(".govuk-notification-banner")

    page.get_by_role("button", name="Extend the time").click()

    assert "The case changed while you were typing" in page.inner_text("#meanwhile")
    assert "Martin Oakes recorded for Stage 1" in page.inner_text("#meanwhile")
    assert page.get_by_label("Why it takes longer").input_value() == "Two files had to be found"
    has_no_violations(page)
    page.get_by_role("button", name="Extend the time").click()
    page.wait_for_selector(".govuk-notification-banner")
    assert "extend the time is done" in page.inner_text(".govuk-notification-banner")


def test_what_was_typed_outlives_a_log_out_without_javascript(site, plain):
    sign_in_on(plain, site, Role.OFFICER)
    reference = log(plain, site)
    plain.goto(f"{site}/case/{reference}/step/note/")
    plain.get_by_role("textbox", name="Note").fill("She rang.\nTwice, and was <kind>.")
    other = plain.context.new_page()
    other.goto(site)
    other.get_by_role("button", name="Sign out").click()

    plain.get_by_role("button", name="Add a note").click()
    assert "What you typed is kept for an hour" in plain.inner_text("main")
    sign_in_on(plain, site, Role.OFFICER)

    assert "What you typed is back" in plain.inner_text("main")
    assert (
        plain.get_by_role("textbox", name="Note").input_value()
        == "She rang.\nTwice, and was <kind>."
    )
    plain.get_by_role("button", name="Add a note").click()
    assert "add a note is done" in plain.inner_text(".govuk-notification-banner")


def test_somebody_else_who_signs_in_there_finds_nothing(site, plain):
    sign_in_on(plain, site, Role.OFFICER)
    reference = log(plain, site)
    plain.goto(f"{site}/case/{reference}/step/note/")
    plain.get_by_role("textbox", name="Note").fill("Told me in confidence")
    other = plain.context.new_page()
    other.goto(site)
    other.get_by_role("button", name="Sign out").click()
    plain.get_by_role("button", name="Add a note").click()

    sign_in_on(plain, site, Role.MANAGER)

    assert plain.url.endswith(f"/case/{reference}/step/note/")
    assert plain.get_by_role("textbox", name="Note").input_value() == ""


def test_a_form_from_before_a_new_sign_in_keeps_its_text(site, page, sign_in, has_no_violations):
    sign_in(Role.OFFICER)
    reference = log(page, site)
    page.goto(f"{site}/case/{reference}/step/note/")
    page.get_by_role("textbox", name="Note").fill("She rang.")
    other = page.context.new_page()
    other.goto(site)
    other.get_by_role("button", name="Sign out").click()
    sign_in_on(other, site, Role.OFFICER)

    page.get_by_role("button", name="Add a note").click()
    assert "This form was open too long" in page.inner_text("h1")
    assert "She rang." in page.inner_text("main")
    has_no_violations(page)
    page.get_by_role("button", name="Open the form with what I typed").click()

    assert page.get_by_role("textbox", name="Note").input_value() == "She rang."
    has_no_violations(page)


def test_from_the_keyboard_one_gets_to_what_is_next_and_into_the_first_box(site, page, sign_in):
    sign_in(Role.OFFICER)
    reference = log(page, site)
    page.goto(f"{site}/case/{reference}/")
    keys = page.keyboard
    keys.press("Tab")
    keys.press("Tab")
    expect(page.get_by_role("link", name="Skip to what is next")).to_be_focused()
    keys.press("Enter")
    expect(page.locator("#next")).to_be_focused()

    page.goto(f"{site}/case/{reference}/step/extend/")
    expect(page.locator("[name=reason]")).to_be_focused()
    ring = "getComputedStyle(document.activeElement).outlineWidth"
    assert page.evaluate(ring) == "3px"
    page.goto(f"{site}/cases/log/")
    expect(page.locator("[name=channel]:focus")).to_have_count(1)
