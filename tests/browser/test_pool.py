"""Keeping the pool and appointing from it, as a complaints manager and an officer do it."""

from accounts.permissions import Role
from tests.browser.test_safe_steps import sign_in_on


def test_a_manager_takes_somebody_into_the_pool_with_a_check(site, page):
    sign_in_on(page, site, Role.MANAGER)
    page.goto(f"{site}/pool/")
    page.get_by_role("button", name="Add somebody to the pool").click()
    page.get_by_label("Name", exact=True).fill("Isolde Fenwright")
    page.get_by_label("Investigating officer").check()
    page.get_by_label("Languages").fill("Cornish")
    page.get_by_label("Cases at one time, at most").fill("2")
    page.get_by_role("button", name="Add to the pool").click()
    page.get_by_role("link", name="Record a check").click()
    page.get_by_label("Which check").select_option(index=1)
    page.get_by_label("Done on").fill("1 9 2026")
    page.get_by_label("Expires on").fill("1 9 2020")
    page.get_by_role("button", name="Record a check").click()
    assert "A check expires after the day on which it was done" in page.inner_text("main")
    assert page.get_by_label("Done on").input_value() == "1 9 2026"
    page.get_by_label("Expires on").fill("1 9 2099")
    page.get_by_role("button", name="Record a check").click()
    assert "1 Sep 2099" in page.inner_text("main")

    page.goto(f"{site}/pool/?words=cornish")
    row = page.locator("tbody tr").inner_text()

    assert "Isolde Fenwright" in row
    assert "Free" in row
    assert "0 of 2" in row


def test_an_officer_sees_who_may_not_sit_on_the_panel_and_why(site, page):
    sign_in_on(page, site, Role.OFFICER)
    page.goto(f"{site}/cases/?q=Sorrel+Wintergreen")
    address = page.locator("tbody a[href^='/case/']").first.get_attribute("href")
    reference = address.split("/")[2]
    page.goto(f"{site}/case/{reference}/step/appoint-panel/")

    barred = page.locator("section[aria-labelledby=barred]").inner_text()
    offered = page.get_by_label("Chair", exact=True).inner_text()

    assert "Barnaby Thrift was the independent person of Stage 2" in barred
    assert "Barnaby Thrift" not in offered
    assert "Jocasta Reeve" in offered
