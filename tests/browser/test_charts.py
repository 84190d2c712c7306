"""Charts as they are seen: in proportion, within their frame, as readable on a telephone."""

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from tests.browser.conftest import WIDTHS

TABLE = "/reports/table/?start=2006-04-01&end=2007-03-31&chart=on"
PICTURES = [
    "&count=complaints&rows=nature",
    "&count=stages-answered&rows=service-area&columns=outcome&base=row",
    "&count=complaints&rows=complainant&columns=quarter",
    "&count=stages-answered&rows=service-area&measure=share-within-limit&target=90",
    "&count=complaints&columns=month",
]
BARS = """svg => [...svg.querySelectorAll('g.bar')].map(bar =>
    [Number(bar.dataset.value), bar.querySelector('rect').getBoundingClientRect().width])"""
OUTSIDE = """svg => { const frame = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].filter(text => {
        const box = text.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1
            || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
    }).map(text => text.textContent); }"""
SMALLEST = """svg => Math.min(...[...svg.querySelectorAll('text')].map(text =>
    parseFloat(getComputedStyle(text).fontSize)))"""


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_are_drawn_in_proportion_at_every_width(site, desk_of, width):
    page = desk_of(Role.OFFICER, javascript=False)
    page.set_viewport_size(WIDTHS[width])
    page.goto(f"{site}{TABLE}{PICTURES[0]}")

    bars = page.locator(".app-chart svg").evaluate(BARS)

    each = [drawn / value for value, drawn in bars if value]
    assert len(each) > 3
    assert max(each) - min(each) < 1  # a pixel


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("words", PICTURES)
def test_words_stay_within_their_picture_and_large_enough(site, desk_of, words, width):
    page = desk_of(Role.OFFICER, javascript=False)
    page.set_viewport_size(WIDTHS[width])
    page.goto(f"{site}{TABLE}{words}")
    picture = page.locator(".app-chart svg")

    assert picture.evaluate(OUTSIDE) == []
    assert picture.evaluate(SMALLEST) >= 13


def test_a_manager_opens_the_quarter_and_the_cases_behind_a_number(site, desk_of):
    page = desk_of(Role.MANAGER)
    page.set_viewport_size(WIDTHS["desk"])
    page.goto(f"{site}/reports/")
    page.locator("main a[href$='/monitoring/']").nth(1).click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Monitoring report, Quarter")
    expect(page.get_by_role("img").first).to_be_visible()
    row = page.get_by_role("region", name="Figures").get_by_role("row", name="Complaints received")
    number = row.get_by_role("link").first
    counted = number.inner_text()
    number.click()
    expect(
        page.get_by_text(f"{counted} counted: complaints received in the period")
    ).to_be_visible()


def test_a_head_of_service_goes_from_the_desk_to_their_year(site, desk_of):
    page = desk_of(Role.HEAD_OF_SERVICE)
    page.goto(f"{site}/")
    page.get_by_role("link", name="The year so far").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("My services")
    expect(page.get_by_role("link", name="Overdue")).to_be_visible()
