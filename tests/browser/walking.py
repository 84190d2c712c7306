"""How an officer walks a complaint on the screen, and where the report then shows it."""

import re
from datetime import timedelta

from django.utils.timezone import localdate

APRIL = 4


def log(page, site, area, said, **answers):
    page.goto(f"{site}/cases/log/")
    page.get_by_label("How it came").select_option(label="Telephone")
    page.get_by_label("Service area").select_option(label=area)
    page.get_by_label("What was said").fill(said)
    for label, answer in answers.items():
        page.get_by_label(label, exact=True).fill(answer)
    page.get_by_role("button", name="Log the complaint").first.click()
    page.wait_for_url(re.compile(r"/case/\d{4}-\d{5}/"))
    return re.search(r"/case/([^/]+)/", page.url)[1]


def open_step(page, step):
    """Choose a step in the panel Next: the green button, a link under it, or one of the others."""
    link = page.locator(".app-next a").get_by_text(step, exact=True)
    page.wait_for_load_state()
    if not link.is_visible():
        page.get_by_text("More steps").click()
    link.click()
    page.wait_for_url("**/step/**")


def take(page, step, **answers):
    """Open a step, answer what it asks, and press its button."""
    open_step(page, step)
    for label, answer in answers.items():
        page.get_by_label(label.replace("_", " ")).fill(answer)
    page.get_by_role("button", name=step, exact=True).click()
    page.wait_for_selector(".govuk-notification-banner")


def answer(page, *findings):
    open_step(page, "Answer")
    for number, finding in enumerate(findings, start=1):
        page.locator(f"[name=point_{number}]").select_option(label=finding)
    page.get_by_role("button", name="Answer", exact=True).click()
    page.wait_for_selector(".govuk-notification-banner")


def decide(page, step, *findings):
    """On an open step, choose a finding on each point and press its button."""
    for number, finding in enumerate(findings, start=1):
        page.locator(f"[name=point_{number}]").select_option(label=finding)
    take_open(page, step)


def take_open(page, step, **answers):
    for label, answer in answers.items():
        page.get_by_label(label.replace("_", " ")).fill(answer)
    page.get_by_role("button", name=step, exact=True).click()
    page.wait_for_selector(".govuk-notification-banner")


def agree(page):
    open_step(page, "Record the answer to the statement")
    page.get_by_label("The complainant", exact=True).check()
    page.get_by_label("The council", exact=True).check()
    page.get_by_label("They agree to it").check()
    take_open(page, "Record the answer to the statement")


def appoint_panel(page, *names):
    open_step(page, "Appoint the panel")
    for seat, name in zip(("chair", "second", "third"), names, strict=True):
        page.locator(f"[name={seat}_name]").fill(name)
    page.get_by_role("button", name="Appoint the panel").click()


def today():
    return f"{localdate():%-d %-m %Y}"


def soon(days=20):
    return f"{localdate() + timedelta(days=days):%-d %-m %Y}"


def tags(page):
    return page.locator(".app-case-head .govuk-tag").all_inner_texts()


def consider_remedies(page):
    """Say of every upheld point of each stage that a remedy was weighed."""
    open_step(page, "Say whether a remedy was considered")
    page.wait_for_load_state()  # .all() takes what stands there at once
    for yes in page.locator("[name^=considered_][value=yes]").all():
        yes.check()
    for why in page.locator("[name^=why_]").all():
        why.fill("An apology is enough")
    take_open(page, "Say whether a remedy was considered")


def close(page, because):
    open_step(page, "Close the case")
    page.get_by_label(because, exact=True).check()
    all_the_same = page.get_by_label("Close it all the same")
    if all_the_same.count():
        all_the_same.check()
    take_open(page, "Close the case")


def ombudsman_asks(page, reference, due_on):
    open_step(page, "Record an Ombudsman enquiry")
    page.get_by_label("The Ombudsman's reference").fill(reference)
    page.get_by_label("What the Ombudsman asks").fill("The file, and why it took so long")
    take_open(page, "Record an Ombudsman enquiry", Answer_due=due_on)


def report_of_today(site):
    year = localdate().year if localdate().month >= APRIL else localdate().year - 1
    return f"{site}/reports/{year}-04-01/{year + 1}-03-31/"


def stands_in(page, site, reference, *cells):
    """Open the year's report, then the list behind each cell: (table, row, column) or a figure."""
    page.goto(report_of_today(site))
    for cell, address in [(cell, address_of(page, site, cell)) for cell in cells]:
        page.goto(address)
        assert reference in page.inner_text("main"), f"{reference} is not behind {cell}"


def address_of(page, site, cell):
    if isinstance(cell, str):
        return f"{report_of_today(site)}behind/{cell}/"
    table, row, column = cell
    place = page.locator(f"#{table} thead th").all_inner_texts().index(column)
    line = page.locator(f"#{table} tbody tr").filter(
        has=page.get_by_role("rowheader", name=row, exact=True)
    )
    return site + line.locator("td").nth(place).locator("a").get_attribute("href")
