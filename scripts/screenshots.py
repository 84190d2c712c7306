"""Take the README's pictures of the running demonstration: ``make demo`` first, then this.

``--whole`` takes each page to its end, for looking at; without it, what a screen shows.
"""

import argparse
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Error, Locator, Page, sync_playwright

PROJECT = Path(__file__).resolve().parent.parent
PASSWORD = "demonstration only"
SCREENS = {1280: 900, 390: 844}
THE_YEAR = "/reports/2006-04-01/2007-03-31"
PAGES = [
    # name of the picture, who looks, address; {somebody} is the reference of their newest case, and
    # after an arrow stands what the address of a link on that page begins with
    ("sign-in", None, "/sign-in/"),
    ("desk", "officer", "/?whose=everyone"),
    ("cases", "officer", "/cases/?received_from=2006-04-01&received_to=2007-03-31"),
    ("search-misspelt", "officer", "/cases/?q=Penfeild"),
    ("saved-searches", "manager", "/cases/saved/"),
    ("team-desk", "manager", "/team/"),
    ("export", "officer", "/cases/export/?state=open"),
    ("log-a-complaint", "officer", "/cases/log/"),
    ("case", "officer", "/case/{Marlow Penfield}/"),
    ("case-stages", "officer", "/case/CH-2006-001/stages/"),
    ("case-documents", "officer", "/case/{Marlow Penfield}/documents/"),
    ("file-make", "officer", "/case/{Marlow Penfield}/files/make/"),
    ("file-review", "manager", "/case/{Marlow Penfield}/files/2/review/"),
    ("case-letters", "officer", "/case/{Marlow Penfield}/letters/"),
    ("letter-written", "officer", "/letters/1/"),
    ("letters-to-vet", "manager", "/letters/to-vet/"),
    ("letter-vetted", "manager", "/letters/2/vet/"),
    ("letter-in-word", "officer", "/letters/1/from-word/"),
    ("letter-chains", "manager", "/letters/chains/"),
    ("letter-template", "manager", "/letters/templates/1/"),
    ("case-withheld", "officer", "/case/{Hazelwyn Prior}/"),
    ("case-statement", "officer", "/case/{Merryn Ashdale}/statement/2/"),
    ("service-request", "officer", "/requests/ → /requests/"),
    ("person", "manager", "/persons/2/"),
    ("merge-people", "manager", "/persons/2/merge/1/"),
    ("bulk", "officer", "/cases/bulk/reassign/?case={Marlow Penfield}"),
    ("service-area", "officer", "/service-areas/ → /service-areas/"),
    ("activities", "officer", "/activities/"),
    ("data-quality", "officer", "/data-quality/2006-04-01/2007-03-31/"),
    ("case-ombudsman", "officer", "/case/{Zinnia Hartsop}/"),
    ("case-remedies", "officer", "/case/{Marigold Tenby}/remedies/"),
    ("ombudsman", "officer", "/ombudsman/"),
    ("lessons", "officer", "/lessons/"),
    ("case-mediation", "officer", "/case/{Philippa Dunmarrow}/"),
    ("case-advocacy", "officer", "/case/{Linnet Harrowgate}/people/"),
    ("advocacy", "officer", "/advocacy/"),
    ("case-safeguarding", "manager", "/case/{Wren Thistleton}/"),
    ("late-request", "manager", "/case/{Linnet Ashdale}/step/late-request/"),
    ("restrictions", "manager", "/restrictions/"),
    ("pool", "manager", "/pool/"),
    ("appoint-panel", "officer", "/case/{Sorrel Wintergreen}/step/appoint-panel/"),
    ("annual-report", "officer", f"{THE_YEAR}/?directorate=1"),
    (
        "any-table",
        "officer",
        "/reports/table/?count=stages-answered&rows=service-area&columns=stage"
        "&measure=share-within-extension&start=2024-04-01&end=2027-03-31",
    ),
    (
        "chart",
        "officer",
        "/reports/table/?count=stages-answered&rows=service-area&columns=outcome&base=row"
        "&start=2006-04-01&end=2007-03-31&chart=on",
    ),
    ("year-so-far", "manager", "/reports/dashboard/"),
    ("monitoring-report", "manager", "/reports/2026-07-01/2026-09-30/monitoring/"),
    ("standard-tables", "manager", f"{THE_YEAR}/tables/?directorate=1"),
    ("printed-report", "officer", f"{THE_YEAR}/printed/?directorate=1"),
    ("logs", "officer", f"{THE_YEAR}/logs/"),
    ("procedure", "administrator", "/procedures/children/2006/"),
    ("calendar", "administrator", "/calendar/"),
    ("late-holiday", "manager", "/calendar/ → /calendar/changes/"),
    ("ombudsman-letter", "manager", "/ombudsman/letters/ → /ombudsman/letters/2"),
]


def main() -> None:
    options = read_options()
    options.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),  # none: the one that Playwright fetched
            args=["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
        )
        for role in dict.fromkeys(role for _, role, _ in PAGES):
            pages = [(name, path) for name, who, path in PAGES if who == role]
            take_as(browser, role, pages, options)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--folder", type=Path, default=PROJECT / "docs" / "screenshots")
    parser.add_argument("--whole", action="store_true")
    return parser.parse_args()


def take_as(browser: Browser, role: str | None, pages, options) -> None:
    """Sign in once, then take each page at each width."""
    site = f"http://127.0.0.1:{options.port}"
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    page = context.new_page()
    if role:
        sign_in(page, site, role)
    for name, address in pages:
        path = address_of(page, site, address)
        for width, height in SCREENS.items():
            page.set_viewport_size({"width": width, "height": height})
            answer = open_page(page, site + path)
            if answer.status >= 400:
                sys.exit(f"{path} answered {answer.status} to {role}.")
            picture = options.folder / f"{name}-{width}.png"
            page.screenshot(path=picture, full_page=options.whole, animations="disabled")
            print(picture)
    context.close()


def address_of(page: Page, site: str, address: str) -> str:
    if somebody := re.search(r"\{(.+)\}", address):
        open_page(page, f"{site}/cases/?{urlencode({'q': somebody[1]})}")
        return address.replace(somebody[0], first_case(page).inner_text())
    path, _, link = address.partition(" → ")
    if link:
        open_page(page, site + path)
        return page.locator(f"main a[href^='{link}']").first.get_attribute("href")
    return path


def first_case(page: Page) -> Locator:
    return page.locator("main table a[href^='/case/']:not([href*=deadline])").first


def sign_in(page: Page, site: str, role: str) -> None:
    open_page(page, f"{site}/sign-in/")
    page.get_by_label("Email address").fill(f"{role}@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)


def open_page(page: Page, address: str):
    try:
        return page.goto(address)
    except Error as error:
        sys.exit(f"{address} does not answer. Start `make demo` first.\n{error.message}")


if __name__ == "__main__":
    main()
