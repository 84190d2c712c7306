"""Finding work and keeping what was found, as an officer and a manager do it."""

from accounts.permissions import Role
from tests.browser.test_safe_steps import sign_in_on


def test_a_misspelt_name_finds_its_case_and_the_list_leads_on_from_it(site, page):
    sign_in_on(page, site, Role.OFFICER)
    page.get_by_label("Search cases by reference, name or words").fill("Marlow Penfeild")
    page.get_by_role("button", name="Search", exact=True).click()
    assert "Nothing has “Marlow Penfeild” as it is typed." in page.inner_text("main")

    page.goto(f"{site}/cases/?state=open&sort=due")
    second = page.locator("td[data-label=Case] a").nth(1).inner_text()
    third = page.locator("td[data-label=Case] a").nth(2).inner_text()
    page.locator("td[data-label=Case] a").first.click()
    page.locator("a[rel=next]").click()
    assert second in page.inner_text("h1")
    page.get_by_role("link", name="History").click()
    page.locator("a[rel=next]").click()
    assert third in page.inner_text("h1")
    page.get_by_role("link", name="Back to the list").click()
    assert "open cases" in page.inner_text(".app-list-head h2")


def test_a_search_is_saved_watched_and_told_on_the_desk(site, page):
    sign_in_on(page, site, Role.MANAGER)
    page.goto(f"{site}/cases/?state=open&owner=none")
    page.get_by_role("link", name="Save this search").click()
    page.get_by_role("button", name="Save this search").click()
    assert "Enter a name for the search" in page.inner_text("main")
    page.get_by_label("Name", exact=True).fill("Nobody has these")
    page.get_by_role("button", name="Save this search").click()
    page.locator("tr", has_text="Nobody has these").get_by_role("link", name="Watch").click()
    page.get_by_label("Tell me when it passes").fill("0")
    page.get_by_role("button", name="Watch the search").click()

    page.goto(site)
    page.locator("aside a", has_text="number").click()
    assert "passed 0" in page.locator("tr", has_text="Nobody has these").inner_text()
    page.get_by_role("link", name="Nobody has these", exact=True).click()
    assert "held by nobody" in page.inner_text("main")


def test_a_list_is_exported_as_a_file_and_stands_in_the_log(site, page):
    sign_in_on(page, site, Role.MANAGER)
    page.goto(f"{site}/cases/?state=open")
    page.get_by_role("link", name="Export as a file").click()
    page.get_by_label("With names, and what was said").check()
    page.get_by_role("button", name="Export").click()
    assert "Enter what the list with names is for" in page.inner_text("main")
    page.get_by_label("What it is for").fill("Letters of the review")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    assert download.value.suggested_filename.endswith("-with-names.xlsx")

    page.goto(f"{site}/cases/exports/")
    assert "Letters of the review" in page.locator("tbody tr").first.inner_text()


def test_a_manager_goes_from_a_number_of_the_team_to_its_cases(site, page):
    sign_in_on(page, site, Role.MANAGER)
    page.get_by_role("link", name="The team’s").click()
    number = page.locator("tbody td a").first
    count = number.inner_text()
    number.click()

    assert page.inner_text(".app-list-head h2").startswith(f"{count} open case")
