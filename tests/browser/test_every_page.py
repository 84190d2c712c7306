"""Every page, at a desk's width and a phone's: no axe violation, nothing wider than the screen."""

import pytest

from accounts.permissions import Role
from tests.browser.conftest import WIDTHS

YEAR = "/reports/2006-04-01/2007-03-31/"
PAGES = [
    (Role.OFFICER, "/"),
    (Role.OFFICER, "/?whose=everyone"),
    (Role.OFFICER, "/cases/"),
    (Role.OFFICER, "/cases/log/"),
    (Role.OFFICER, "/cases/?q=Penfield"),
    (Role.OFFICER, "/compliments/log/"),
    (Role.OFFICER, "/password/"),
    (Role.OFFICER, "/case/{penfield}/"),
    (Role.OFFICER, "/case/{penfield}/step/answer/"),
    (Role.OFFICER, "/case/{penfield}/step/close/"),
    (Role.OFFICER, "/case/{penfield}/step/extend/"),
    (Role.ADMINISTRATOR, "/procedures/steps/"),
    (Role.ADMINISTRATOR, "/procedures/steps/?procedure=children"),
    (Role.OFFICER, "/case/CH-2006-001/"),
    (Role.OFFICER, "/case/CH-2006-001/points/"),
    (Role.OFFICER, "/case/CH-2006-001/stages/"),
    (Role.OFFICER, "/case/CH-2006-001/people/"),
    (Role.OFFICER, "/case/CH-2006-001/remedies/"),
    (Role.MANAGER, "/case/CH-2006-001/history/"),
    (Role.MANAGER, "/changes/"),
    (Role.COMMITTEE, "/reports/"),
    (Role.OFFICER, YEAR),
    (Role.COMMITTEE, YEAR),
    (Role.OFFICER, f"{YEAR}logs/"),
    (Role.OFFICER, f"{YEAR}printed/"),
    (Role.OFFICER, f"{YEAR}behind/summary.stage2_begun/"),
    (Role.ADMINISTRATOR, "/calendar/"),
    (Role.ADMINISTRATOR, "/procedures/"),
    (Role.ADMINISTRATOR, "/procedures/children/2006/"),
    (Role.ADMINISTRATOR, "/lists/"),
    (Role.ADMINISTRATOR, "/people/"),
    (Role.ADMINISTRATOR, "/people/rights/"),
    (Role.ADMINISTRATOR, "/no-such-page/"),
    (Role.RESPONDER, "/reports/"),
]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("role", "path"), PAGES, ids=lambda value: str(value))
def test_a_page_has_no_axe_violation_and_fits(
    site, page, sign_in, reference_of, has_no_violations, role, path, width
):
    page.set_viewport_size(WIDTHS[width])
    sign_in(role)
    if "{penfield}" in path:
        path = path.format(penfield=reference_of("Marlow Penfield"))

    page.goto(site + path)

    has_no_violations(page)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0, "the page scrolls sideways"
