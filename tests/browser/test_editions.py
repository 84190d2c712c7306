"""Committee staff write, clear and publish the annual report of 2006/07."""

import re

from accounts.permissions import Role
from tests.browser.conftest import WIDTHS


def test_a_report_is_begun_written_cleared_and_published(site, page, sign_in, has_no_violations):
    sign_in(Role.COMMITTEE)
    page.goto(f"{site}/reports/editions/begin/?start=2006-04-01&end=2007-03-31")
    page.get_by_role("textbox", name="Title").fill("Complaints in 2006/07")
    page.get_by_role("button", name="Begin the report").click()
    page.wait_for_url(re.compile(r"/reports/editions/\d+/$"))
    report = page.url
    has_no_violations(page)

    page.get_by_role("link", name="Context", exact=True).click()
    box = page.get_by_role("textbox", name="Text")
    box.fill("There were {summary.received_recorded_manually} complaints, and 99 mediations.")
    page.get_by_role("button", name="Save the section").click()
    page.get_by_text("“Context” is saved.").wait_for()
    page.get_by_text("Figures to put in").click()
    page.get_by_role("button", name=re.compile("^Put in")).first.click()
    page.get_by_text(re.compile("^Kept at .* not saved into the report yet")).wait_for()
    assert re.search(r"\{[a-z0-9_.]+\}", box.input_value())
    has_no_violations(page)
    page.reload()
    page.get_by_role("button", name="Go back to what is saved").click()
    assert re.search(r"There were \d+ complaints, and 99 mediations", page.inner_text("main"))
    has_no_violations(page)

    for address in (
        "",
        "read/",
        "read/5/",
        "figures/",
        "cover/",
        "clear/",
        "public/",
        "priorities/",
    ):
        for size in WIDTHS.values():
            page.set_viewport_size(size)
            page.goto(report + address)
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], address
        has_no_violations(page)

    page.goto(f"{report}clear/")
    page.get_by_role("textbox", name="As").fill("Monitoring officer")
    page.get_by_role("button", name=re.compile("Clear draft")).click()
    page.get_by_text("is cleared.").wait_for()
    page.get_by_role("button", name="Publish it").click()
    has_no_violations(page)
    page.get_by_role("button", name=re.compile("Publish draft")).click()
    page.get_by_text("it does not change any more.").first.wait_for()
    has_no_violations(page)
