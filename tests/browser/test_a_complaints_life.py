"""A complaint's whole life, as an officer walks it on the screen."""

import re

import pytest
from django.utils.timezone import localdate

from accounts.permissions import Role


@pytest.fixture
def officer(sign_in, page):
    page.set_default_timeout(8_000)
    return sign_in(Role.OFFICER)


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
    if not link.is_visible():
        page.get_by_text("More steps").click()
    link.click()


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
    for label, name in zip(("Chair", "Second panellist", "Third panellist"), names, strict=True):
        page.get_by_label(label, exact=True).fill(name)
    page.get_by_role("button", name="Appoint the panel").click()


def today():
    return f"{localdate():%-d %-m %Y}"


def tags(page):
    return page.locator(".app-case-head .govuk-tag").all_inner_texts()


def test_a_childs_complaint_goes_from_the_telephone_to_the_ombudsman(site, officer):
    page = officer
    reference = log(
        page,
        site,
        "Children Looked After (CLA)",
        "Contact with her brothers was stopped.",
        **{"Who complains": "Juniper Vale", "Points of complaint": "Contact stopped\nNot told"},
    )
    assert "Next: Stage 1: acknowledgement" in page.inner_text("#next")

    take(page, "Acknowledge")
    answer(page, "Not upheld", "Partially upheld")
    take(page, "Record the request for the next stage")
    take(page, "Begin the stage")
    take(page, "Acknowledge")
    take(page, "Appoint the investigating officer", Or_someone_new="Ines Outside")
    take(page, "Appoint the independent person", Or_someone_new="Ivo Apart")
    take(page, "Propose the statement of complaint")
    agree(page)
    open_step(page, "Record the investigation report")
    decide(page, "Record the investigation report", "Upheld", "Upheld")
    take(page, "Record the independent person's report")
    open_step(page, "Adjudicate")
    page.get_by_label("Who adjudicated").select_option(index=1)
    page.get_by_label("Reason on point 2").fill("The letters were sent.")
    decide(page, "Adjudicate", "Upheld", "Partially upheld")
    take(page, "Record the request for the next stage")
    take(page, "Begin the stage")
    appoint_panel(page, "Petra First", "Quentin Second", "Rosa Third")
    page.wait_for_selector(".govuk-notification-banner")
    take(page, "Record the panel's meeting")
    open_step(page, "Record the panel's report")
    page.get_by_label("Recommendations").fill("Say sorry\n\nMeet the family")
    decide(page, "Record the panel's report", "Upheld", "Partially upheld")
    open_step(page, "Answer the panel")
    for number in (1, 2):
        page.locator(f"[name=answer_{number}][value=accepted]").check()
    page.get_by_label("When they took part").fill(today())
    take_open(page, "Answer the panel", How_they_took_part="By telephone")
    take(page, "Record an Ombudsman enquiry")

    page.goto(f"{site}/case/{reference}/stages/")
    sheet = page.inner_text("main")
    for name in ("Stage 1: local resolution", "Stage 2: investigation", "Stage 3: review panel"):
        assert name in sheet
    page.goto(f"{site}/case/{reference}/history/")
    assert "Anna Fielding" in page.inner_text("main")
    assert "answered Stage 3: review panel: partially upheld" in page.inner_text("main")


def test_the_independent_person_of_stage_2_cannot_sit_on_the_panel(site, officer):
    page = officer
    log(
        page,
        site,
        "Children in Need (CIN)",
        "The plan was not followed.",
        **{"Points of complaint": "The plan"},
    )
    answer(page, "Not upheld")
    take(page, "Record the request for the next stage")
    take(page, "Begin the stage")
    take(page, "Appoint the independent person", Or_someone_new="Ulla Between")
    take(page, "Appoint the investigating officer", Or_someone_new="Ines Outside")
    open_step(page, "Record the investigation report")
    decide(page, "Record the investigation report", "Not upheld")
    open_step(page, "Adjudicate")
    page.get_by_label("Who adjudicated").select_option(index=1)
    decide(page, "Adjudicate", "Not upheld")
    take(page, "Record the request for the next stage")
    appoint_panel(page, "Ulla Between", "Vera Beside", "Wim Below")

    problem = page.inner_text(".govuk-error-summary")
    assert "Ulla Between was the independent person of Stage 2" in problem
    assert page.get_by_label("Second panellist", exact=True).input_value() == "Vera Beside"


def test_a_corporate_complaint_has_two_stages(site, officer):
    page = officer
    log(
        page,
        site,
        "Waste & Recycling",
        "The bin was not emptied.",
        **{"Points of complaint": "The bin"},
    )
    take(page, "Acknowledge")
    answer(page, "Upheld")
    take(page, "Record the request for the next stage")
    take(page, "Begin the stage")
    answer(page, "Upheld")
    page.get_by_text("Not now").click()

    reason = page.locator(".app-next").inner_text()
    assert "is the last. Next is the Local Government and Social Care Ombudsman." in reason


def test_a_complaint_that_is_withdrawn_has_nothing_due(site, officer):
    page = officer
    log(page, site, "Older People", "The carer came late.")

    take(page, "Record a withdrawal")

    assert page.inner_text("#next").startswith("Withdrawn on")
    assert "Withdrawn" in tags(page)


def test_only_a_manager_refuses_a_complaint(site, sign_in):
    page = sign_in(Role.MANAGER)
    reference = log(page, site, "Public Health", "A question about a clinic's times.")

    open_step(page, "Refuse")
    page.get_by_label("A request for a service", exact=True).check()
    take_open(page, "Refuse", What_was_weighed="It asks for a service and complains of none.")

    assert page.inner_text("#next").startswith("Closed on")
    page.goto(f"{site}/sign-in/")
    sign_in(Role.OFFICER)
    page.goto(f"{site}/case/{reference}/step/refuse/")
    assert "Refuse: not now" in page.inner_text("h1")


def test_a_step_that_somebody_else_took_first_is_told_and_not_taken_twice(site, officer):
    page = officer
    reference = log(page, site, "Older People", "The carer came late again.")
    page.goto(f"{site}/case/{reference}/step/acknowledge/")
    colleague = page.context.new_page()
    colleague.goto(f"{site}/case/{reference}/step/acknowledge/")
    colleague.get_by_role("button", name="Acknowledge").click()
    colleague.wait_for_selector(".govuk-notification-banner")

    page.get_by_role("button", name="Acknowledge").click()

    assert "Somebody may have taken this step" in page.inner_text("main")
