"""A complaint's whole life, as an officer walks it on the screen."""

import pytest

from accounts.permissions import Role
from tests.browser.walking import (
    agree,
    answer,
    appoint_panel,
    close,
    consider_remedies,
    decide,
    log,
    ombudsman_asks,
    open_step,
    soon,
    stands_in,
    tags,
    take,
    take_open,
    today,
)

CLA = "Children Looked After (CLA)"


@pytest.fixture
def officer(sign_in, page):
    page.set_default_timeout(8_000)
    return sign_in(Role.OFFICER)


def test_a_childs_complaint_goes_from_the_telephone_to_the_ombudsman(site, officer):
    page = officer
    reference = log(
        page,
        site,
        CLA,
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
    ombudsman_asks(page, "26 000 001", soon())
    take(page, "Answer the Ombudsman", What_was_sent="The whole file")
    take(page, "Record a draft decision", Comments_due=soon())
    take(page, "Comment on the draft decision", What_we_say="We accept it")
    open_step(page, "Record the Ombudsman's decision")
    page.get_by_label("Decision").select_option(label="Upheld")
    take_open(page, "Record the Ombudsman's decision")

    page.goto(f"{site}/case/{reference}/stages/")
    sheet = page.inner_text("main")
    for name in ("Stage 1: local resolution", "Stage 2: investigation", "Stage 3: review panel"):
        assert name in sheet
    page.goto(f"{site}/case/{reference}/history/")
    assert "Anna Fielding" in page.inner_text("main")
    assert "answered Stage 3: review panel: partially upheld" in page.inner_text("main")
    stands_in(
        page,
        site,
        reference,
        ("stage1_by_service_area", "All complaints", CLA),
        ("stage2_outcomes_derived", "Partially upheld", CLA),
        ("ombudsman", CLA, "Upheld"),
        "summary.stage3_begun",
        "stage3.panels",
    )


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
    assert page.locator("[name=second_name]").input_value() == "Vera Beside"


def test_a_corporate_complaint_has_two_stages(site, officer):
    page = officer
    reference = log(
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
    assert "Not until it is said of every upheld point whether a remedy was considered." in reason
    consider_remedies(page)
    close(page, "Every stage has been used")
    assert page.inner_text("#next").startswith("Closed on")
    stands_in(
        page,
        site,
        reference,
        ("stage1_by_service_area", "All complaints", "Waste & Recycling"),
        ("stage2_outcomes_derived", "Upheld", "Waste & Recycling"),
        "summary.stage2_begun",
    )


def test_an_adults_complaint_has_a_plan_and_one_answer_and_may_go_to_the_ombudsman_closed(
    site, officer
):
    page = officer
    reference = log(
        page,
        site,
        "Learning Disability",
        "The review was put off three times.",
        **{"Points of complaint": "The review"},
    )
    take(page, "Acknowledge")
    take(page, "Agree the plan", The_answer_is_due_on=soon())
    answer(page, "Upheld")
    consider_remedies(page)
    close(page, "The complainant is content with the answer")
    assert page.inner_text("#next").startswith("Closed on")

    ombudsman_asks(page, "26 000 002", soon())

    assert "Answer the Ombudsman" in page.inner_text("main")
    stands_in(
        page,
        site,
        reference,
        ("stage1_by_service_area", "All complaints", "Learning Disability"),
        ("ombudsman_answers", "Learning Disability", "To be answered"),
    )


def test_a_complaint_that_is_withdrawn_has_nothing_due(site, officer):
    page = officer
    reference = log(
        page,
        site,
        "Planning",
        "The notice was put up late.",
        **{"Points of complaint": "The notice"},
    )
    answer(page, "Not upheld")
    take(page, "Record the request for the next stage")
    take(page, "Begin the stage")

    take(page, "Record a withdrawal")

    assert page.inner_text("#next").startswith("Withdrawn on")
    assert "Withdrawn" in tags(page)
    stands_in(
        page,
        site,
        reference,
        ("stage1_by_service_area", "All complaints", "Planning"),
        ("stage2_response_times", "Withdrawn", "Planning"),
        ("stage2_outcomes_derived", "Withdrawn", "Planning"),
    )


def test_only_a_manager_refuses_a_complaint(site, sign_in):
    page = sign_in(Role.MANAGER)
    reference = log(page, site, "Public Health", "A question about a clinic's times.")

    open_step(page, "Refuse")
    page.get_by_label("A request for a service", exact=True).check()
    take_open(page, "Refuse", What_was_weighed="It asks for a service and complains of none.")

    assert page.inner_text("#next").startswith("Closed on")
    stands_in(
        page,
        site,
        reference,
        ("decisions_by_reason", "Refused: a request for a service", "Decisions"),
    )
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
