"""An officer answers a councillor's question with a table, opens a number and takes a file."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
from django.utils.timezone import localdate
from playwright.sync_api import expect

from accounts.permissions import Role
from reporting.period import financial_year_of

OFFICER = Role.OFFICER


def test_how_many_stage_2_complaints_about_fostering_took_long_and_what_was_found(site, desk_of):
    """How many Stage 2 complaints about fostering took more than 65 working days in each of the
    last three years, and what was found?"""
    page = desk_of(OFFICER)
    page.goto(f"{site}/reports/")
    page.get_by_role("link", name="Build a table").click()
    first = financial_year_of(localdate()).start.year - 2

    page.get_by_label("Count").select_option("Stages answered")
    page.get_by_label("From").fill(f"1 4 {first}")
    page.get_by_label("To", exact=True).fill(f"31 3 {first + 3}")
    update(page)
    page.get_by_label("Rows").select_option("Outcome of the stage")
    page.get_by_label("Columns").select_option("Financial year")
    page.get_by_label("Only some").select_option("Stage")
    update(page)
    page.get_by_role("group", name="Only: stage").get_by_label("Stage 2").check()
    page.get_by_label("Only some").select_option("Service area")
    update(page)
    page.get_by_role("group", name="Only: service area").get_by_label("Fostering").check()
    update(page)
    answered = last_number(page)
    page.get_by_label("More than so many working days").fill("65")
    update(page)

    table = page.locator("table.app-table")
    expect(table.locator("caption")).to_contain_text(
        "Stages answered, by outcome of the stage and financial year"
    )
    years = [f"{first + n}/{(first + n + 1) % 100:02d}" for n in range(3)]
    assert table.locator("thead th").all_inner_texts() == [*years, "Total"]
    expect(
        page.get_by_text(
            "Only: stage: Stage 2; service area: Fostering & Adoption; more than 65 working days."
        )
    ).to_be_visible()
    assert int(last_number(page)) <= int(answered)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    rows = list(csv.reader(StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert rows[-1] == ["Total", *table.locator("tr").last.locator("td").all_inner_texts()]
    with page.expect_download() as download:
        page.get_by_role("link", name="XLSX").click()
    book = openpyxl.load_workbook(BytesIO(Path(download.value.path()).read_bytes()))
    sheet = book.active
    said = [cells[0] for cells in sheet.iter_rows(values_only=True)]
    assert any("more than 65 working days" in str(one) for one in said)
    assert "Internal: not for release." in said
    *_, total = sheet.iter_rows(values_only=True)
    assert [str(number) for number in total[1:]] == rows[-1][1:]


def test_a_number_of_a_table_opens_its_list_and_leads_back(site, desk_of):
    page = desk_of(OFFICER)
    period = "start=2023-04-01&end=2027-03-31"
    page.goto(f"{site}/reports/table/?count=stages-answered&where=stage=1&rows=outcome&{period}")
    table = page.locator("table.app-table")
    total = table.locator("tr").last.locator("a").last
    number = total.inner_text()
    total.click()
    expect(page.get_by_text(f"{number} counted: stages that the council answered")).to_be_visible()
    page.get_by_role("link", name="Back to the table").click()
    expect(table.locator("caption")).to_contain_text("Stages answered, by outcome")


def update(page) -> None:
    page.get_by_role("button", name="Update the table").click()


def last_number(page) -> str:
    return page.locator("table.app-table tr").last.locator("td").last.inner_text()


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
