"""The adjudication and the answer to the panel as letters, walked on the screen by those who take
part: who runs the case, who vets, who adjudicates, who directs."""

import re

import pytest

from accounts.permissions import Role
from tests.browser.test_letters import approve, complaint, drafted, put_to_vetter, write
from tests.browser.walking import answer, appoint_panel, decide, open_step, take, today
from tests.documents import files

REPORTS = ("Investigation report", "Report of the independent person")


@pytest.fixture
def officer(page):
    page.set_default_timeout(8_000)
    return page


def give_to(page, site, reference, name, capacity):
    """Put the case to somebody who decides in it."""
    page.goto(f"{site}/case/{reference}/step/allocate/")
    option = page.locator("select[name=to] option").filter(has_text=name).first
    page.locator("select[name=to]").select_option(option.get_attribute("value"))
    page.locator("select[name=capacity]").select_option(capacity)
    page.locator("main form button").last.click()
    page.wait_for_selector(".govuk-notification-banner")


def file_reports(page, site, reference):
    for kind in REPORTS:
        page.goto(f"{site}/case/{reference}/documents/")
        name = f"{kind}.pdf"
        paper = {"name": name, "mimeType": "application/pdf", "buffer": files.PDF}
        page.get_by_label("Files").set_input_files([paper])
        page.get_by_label("Type").select_option(label=kind)
        page.get_by_label("May be disclosed").check()
        page.get_by_role("button", name="Upload").click()
        page.get_by_text(f"Filed with {reference}").wait_for()


def sign(desk, address):
    desk.goto(f"{address}vet/")
    desk.get_by_role("button", name="Sign it").click()
    desk.get_by_text("the letter is cleared").wait_for()


def hand_over(page, address):
    """Handed over: nobody recorded an address on the telephone."""
    page.goto(f"{address}send/")
    page.get_by_label("Face to face").check()


def said(page) -> str:
    return " ".join(page.inner_text("main").split())


def at_stage_2_with_its_report(page, site) -> str:
    reference = complaint(page, site)
    answer(page, "Not upheld")
    take(page, "Record the request for the next stage")
    take(page, "Begin the stage")
    take(page, "Appoint the investigating officer", Or_someone_new="Ines Outside")
    take(page, "Appoint the independent person", Or_someone_new="Ivo Apart")
    open_step(page, "Record the investigation report")
    decide(page, "Record the investigation report", "Upheld")
    take(page, "Record the independent person's report")
    return reference


def test_an_adjudication_goes_with_both_reports_and_the_panel_is_answered(site, officer, desk_of):
    page, manager = officer, desk_of(Role.MANAGER)
    reference = at_stage_2_with_its_report(page, site)
    give_to(page, site, reference, "Ada Winter", "adjudicator")
    file_reports(page, site, reference)

    write(page, site, reference, "Stage 2 adjudication")
    page.locator("textarea[name=reason_1]").fill("The log of the calls shows it.")
    address = drafted(page)
    page.get_by_label(f"{REPORTS[0]}.pdf").check()
    put_to_vetter(page)
    manager.goto(f"{address}vet/")
    assert "The report of the independent person is not enclosed." in said(manager)
    approve(manager, address)
    adjudicator = desk_of(Role.ADJUDICATOR)
    sign(adjudicator, address)

    hand_over(page, address)
    page.get_by_label("Who adjudicated").select_option(label="Ada Winter")
    page.get_by_label("Decided on").fill(today())
    page.get_by_role("button", name="Send it").click()
    assert (
        "Report of the independent person is not enclosed. An adjudication goes with both reports."
        in page.inner_text(".govuk-error-summary")
    )
    page.goto(f"{site}/case/{reference}/")
    assert "Adjudicate" in page.inner_text("main")  # it was not taken: the clock runs on
    assert "Signature of a letter: Stage 2 adjudication" in page.inner_text("main")

    page.goto(address)
    page.get_by_text("Change the letter: that undoes its approval").click()
    page.get_by_label(f"{REPORTS[1]}.pdf").check()
    page.get_by_role("button", name="Save the draft").click()
    page.get_by_text("Saved as draft").wait_for()
    put_to_vetter(page)
    approve(manager, address)
    sign(adjudicator, address)
    hand_over(page, address)
    page.get_by_label("Who adjudicated").select_option(label="Ada Winter")
    page.get_by_label("Decided on").fill(today())
    page.get_by_role("button", name="Send it").click()
    page.get_by_text("the letter is recorded as sent").wait_for()
    assert re.search(r"Until \d+ \w+ \d{4} they may ask for Stage 3: review panel", said(page))

    take_to_the_panels_report(page, site, reference)
    answer_the_panel(page, site, reference, desk_of)


def take_to_the_panels_report(page, site, reference):
    page.goto(f"{site}/case/{reference}/")
    take(page, "Record the request for the next stage")
    take(page, "Begin the stage")
    appoint_panel(page, "Petra First", "Quentin Second", "Rosa Third")
    page.wait_for_selector(".govuk-notification-banner")
    take(page, "Record the panel's meeting")
    open_step(page, "Record the panel's report")
    page.get_by_label("Recommendations").fill("Say sorry\n\nMeet the family")
    decide(page, "Record the panel's report", "Upheld")


def answer_the_panel(page, site, reference, desk_of):
    give_to(page, site, reference, "David Stone", "director")
    write(page, site, reference, "Stage 3 response")
    page.locator("[name=answer_1]").select_option("accepted")
    page.locator("[name=answer_2]").select_option("not_accepted")
    page.get_by_role("button", name="Draft the letter").click()
    assert "Say why recommendation 2 is not accepted in full" in said(page)
    page.locator("textarea[name=reason_2]").fill("They have asked us not to, because they moved.")
    address = drafted(page)
    put_to_vetter(page)
    approve(desk_of(Role.MANAGER), address)
    sign(desk_of(Role.DIRECTOR), address)
    hand_over(page, address)
    page.get_by_label("When they took part").fill(today())
    page.get_by_label("How they took part").fill("By telephone")
    page.get_by_role("button", name="Send it").click()
    page.get_by_text("the letter is recorded as sent").wait_for()
    page.goto(f"{site}/case/{reference}/letters/")
    assert said(page).count("Sent ") >= 2
    page.goto(f"{site}/case/{reference}/history/")
    assert "answered Stage 3: review panel" in page.inner_text("main")
