"""An officer answers a councillor's question with a table, opens a number and takes a file."""

import csv
from io import StringIO
from pathlib import Path

from django.utils.timezone import localdate
from playwright.sync_api import expect

from accounts.permissions import Role

OFFICER = Role.OFFICER


def test_how_many_answers_took_long_in_each_year_and_what_was_found(site, desk_of):
    page = desk_of(OFFICER)
    page.goto(f"{site}/reports/")
    page.get_by_role("link", name="Build a table").click()

    page.get_by_label("Count").select_option("Stages answered")
    page.get_by_label("From").fill("1 4 2023")
    page.get_by_label("To", exact=True).fill(f"31 3 {localdate().year + 1}")
    page.get_by_role("button", name="Update the table").click()
    page.get_by_label("Rows").select_option("Outcome of the stage")
    page.get_by_label("Columns").select_option("Financial year")
    page.get_by_label("Only some").select_option("Stage")
    page.get_by_label("More than so many working days").fill("5")
    page.get_by_role("button", name="Update the table").click()
    page.get_by_role("group", name="Only: stage").get_by_label("Stage 1").check()
    page.get_by_role("button", name="Update the table").click()

    table = page.locator("table")
    expect(table.locator("caption")).to_contain_text(
        "Stages answered, by outcome of the stage and financial year"
    )
    expect(page.get_by_text("Only: stage: Stage 1; more than 5 working days.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    rows = list(csv.reader(StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    total = table.locator("tr").last.locator("a").last
    number = total.inner_text()
    assert rows[-1][-1] == number
    total.click()
    expect(page.get_by_text(f"{number} counted: stages that the council answered")).to_be_visible()
    page.get_by_role("link", name="Back to the table").click()
    expect(table.locator("caption")).to_contain_text("Stages answered, by outcome")


def test_a_table_is_kept_and_stands_in_the_report(site, desk_of):
    page = desk_of(OFFICER)
    page.goto(
        f"{site}/reports/table/?count=complaints&rows=channel&start=2026-04-01&end=2027-03-31"
    )
    page.get_by_role("link", name="Save this table").click()
    page.get_by_label("Name", exact=True).fill("How complaints come in")
    page.get_by_label("Put it into the annual report").check()
    page.get_by_role("button", name="Save this table").click()
    expect(page.get_by_role("link", name="How complaints come in", exact=True)).to_be_visible()

    page.goto(f"{site}/reports/2026-04-01/2027-03-31/")

    page.get_by_role("link", name="Further tables").click()
    expect(page.get_by_role("region", name="How complaints come in")).to_be_visible()
    page.goto(f"{site}/reports/table/")
    page.get_by_role("link", name="Delete the table How complaints come in").click()
    page.get_by_role("button", name="Delete the table").click()
    expect(page.get_by_text("The table “How complaints come in” is deleted.")).to_be_visible()
