"""Putting two records of one person together, and one thing done to several cases at once."""

import re

from accounts.permissions import Role
from tests.browser.test_safe_steps import sign_in_on


def log_one(page, site, complainant, children=""):
    page.goto(f"{site}/cases/log/")
    page.get_by_label("How it came").select_option(label="Telephone")
    page.get_by_label("Service area").select_option(label="Leaving Care")
    page.get_by_label("What was said").fill(f"{complainant} rang about the rent.")
    page.get_by_label("Who complains", exact=True).fill(complainant)
    if children:
        page.get_by_label("For whom").fill(children)
    page.get_by_role("button", name="Log the complaint").first.click()
    page.wait_for_url(re.compile(r"/case/\d{4}-\d{5}/"))
    return re.search(r"/case/([^/]+)/", page.url)[1]


def test_a_manager_puts_two_spellings_together_and_takes_them_apart_again(
    site, page, has_no_violations
):
    sign_in_on(page, site, Role.MANAGER)
    first = log_one(page, site, "Ottoline Marchwood")
    second = log_one(page, site, "Otoline Marchwood")
    page.goto(f"{site}/case/{first}/people/")
    page.get_by_role("link", name="All their cases").click()
    has_no_violations(page)
    assert second not in page.inner_text("table")
    page.get_by_role("link", name="See both side by side").first.click()
    has_no_violations(page)
    assert first in page.inner_text("main")
    assert second in page.inner_text("main")
    page.get_by_role("button", name="Put them together").click()

    assert second in page.inner_text("table")
    assert "Otoline Marchwood" in page.inner_text("section")
    page.get_by_role("button", name="Take them apart").click()

    assert "Otoline Marchwood stands apart again" in page.inner_text("main")
    assert second not in page.inner_text("table")


def test_ticked_cases_are_reassigned_as_one_and_undone(site, page, has_no_violations):
    sign_in_on(page, site, Role.OFFICER)
    cases = [log_one(page, site, "Peregrine Lathbury") for _ in range(2)]
    page.goto(f"{site}/cases/?q=Peregrine+Lathbury")
    for case in cases:
        page.get_by_role("checkbox", name=f"Choose {case}").check()
    page.get_by_role("button", name="Reassign").click()
    page.get_by_role("button", name="See what would happen").click()
    assert "Enter to whom" in page.inner_text("main") or "Choose" in page.inner_text("main")
    page.get_by_label("To whom").select_option(index=1)
    page.get_by_role("button", name="See what would happen").click()
    has_no_violations(page)
    for case in cases:
        assert case in page.inner_text("table")
    page.get_by_role("button", name="Reassign 2 cases").click()
    has_no_violations(page)
    assert "Done to 2 cases" in page.inner_text("h1")
    page.get_by_role("button", name="Undo all of it").click()

    assert "Undone: 2 cases as before" in page.inner_text("main")
