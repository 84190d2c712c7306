"""What goes with a complaint, walked by those who do it: a payment from proposal to cost code, a
restriction of contact from its making to its end, a recommendation until it is closed.

Each page that opens on the way is held against axe, at a desk's width and a phone's.
"""

import re

import pytest

from accounts.permissions import Role
from complaints_site.demo_people import PASSWORD
from tests.browser.conftest import WIDTHS, enter
from tests.browser.walking import answer, consider_remedies, log, open_step, soon, take, today

AREA = "Leaving Care"
SECOND_MANAGER = "bela.manners@example.org"


@pytest.fixture
def desk(browser, site, has_no_violations):
    """``desk(role)``: somebody's own browser; ``desk(role, javascript=False)`` has none."""
    contexts = []

    def desk(role, *, javascript=True, email=None):
        contexts.append(browser.new_context(java_script_enabled=javascript))
        page = contexts[-1].new_page()
        page.set_default_timeout(8_000)
        enter(page, site, role, email=email)
        return page

    yield desk
    for context in contexts:
        context.close()


@pytest.fixture
def stands(has_no_violations):
    """The page is without a violation and no wider than the screen, at a desk and on a phone."""

    def stands(page):
        for size in reversed(WIDTHS.values()):
            page.set_viewport_size(size)
            has_no_violations(page)
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(wide) <= 0, "the page scrolls sideways"

    return stands


def press(page, button):
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_selector(".govuk-notification-banner")


def told(page):
    return page.inner_text(".govuk-notification-banner")


def upheld(page, site, said):
    reference = log(
        page,
        site,
        AREA,
        said,
        **{"Who complains": "Juniper Vale", "Points of complaint": "The flat"},
    )
    take(page, "Acknowledge")
    answer(page, "Upheld")
    return reference


def fill_in_offer(page, amount):
    page.get_by_label("What for").select_option(label="Compensation for distress")
    page.get_by_label("Amount").fill(amount)
    page.get_by_label("What it makes up for").fill("Five months in a hostel")
    page.get_by_label("Local Government Act 2000, section 92").check()
    page.get_by_label("Would find injustice through fault, and recommend a payment").check()


def test_a_payment_is_proposed_approved_offered_accepted_and_paid(site, desk, stands):
    officer = desk(Role.OFFICER)
    reference = upheld(officer, site, "The flat was promised for May.")
    remedies = f"{site}/case/{reference}/remedies/"
    officer.goto(remedies)
    officer.get_by_role("button", name="Offer a payment").click()
    stands(officer)
    for amount, why_not in (
        ("-5", "Enter an amount of more than nothing"),
        ("1e9", "Enter an amount of at most £999,999.99"),
    ):
        fill_in_offer(officer, amount)
        officer.get_by_role("button", name="Offer a payment").click()
        assert why_not in officer.inner_text(".govuk-error-summary")
        assert officer.get_by_label("What it makes up for").input_value() == (
            "Five months in a hostel"
        )
        stands(officer)
    officer.get_by_label("Amount").fill("£1,250.50")
    press(officer, "Offer a payment")
    assert "£1,250.50 is proposed. Next: somebody else approves it" in told(officer)
    assert "Waits for approval by a second person" in officer.inner_text("main")

    manager = desk(Role.MANAGER)
    manager.goto(remedies)
    manager.get_by_role("link", name="Approve it or not").click()
    manager.get_by_label("No", exact=True).check()
    manager.get_by_role("button", name="Decide on the payment").click()
    assert "Say why you do not approve it" in manager.inner_text(".govuk-error-summary")
    stands(manager)
    manager.get_by_label("Yes, it may be offered").check()
    press(manager, "Decide on the payment")
    assert "is approved. Next: offer it to the complainant" in told(manager)

    officer.goto(remedies)
    officer.get_by_role("link", name="Record that it was offered").click()
    press(officer, "Record that it was offered")
    officer.get_by_role("link", name="Record the answer").click()
    stands(officer)
    officer.get_by_label("Accepted", exact=True).check()
    press(officer, "Record the answer to the offer")
    assert "is accepted. Next: finance pays it" in told(officer)
    stands(officer)

    finance = desk(Role.FINANCE)
    finance.goto(f"{site}/payments/")
    stands(finance)
    finance.get_by_role("link", name=f"Record as paid £1,250.50 of {reference}").click()
    finance.get_by_role("button", name="Record as paid").click()
    assert "Enter the cost code" in finance.inner_text(".govuk-error-summary")
    stands(finance)
    finance.get_by_label("Cost code").fill("CS-1204")
    press(finance, "Record as paid")
    assert reference in told(finance)

    officer.goto(remedies)
    row = officer.inner_text("main")
    for said in ("proposed", "approved", "Martin Oakes", "Accepted", "CS-1204"):
        assert said in row
    officer.goto(f"{site}/case/{reference}/history/")
    story = officer.inner_text("main")
    for said in (
        "Anna Fielding proposed compensation for distress of £1,250.50",
        "Martin Oakes approved compensation for distress of £1,250.50",
        "Frank Penny recorded that compensation for distress of £1,250.50 was paid",
    ):
        assert said in story


def test_a_small_offer_is_refused_and_another_made_without_javascript(site, desk):
    page = desk(Role.OFFICER, javascript=False)
    reference = upheld(page, site, "Nobody rang back for weeks.")
    page.goto(f"{site}/case/{reference}/remedies/offer/")
    fill_in_offer(page, "100")
    press(page, "Offer a payment")
    page.get_by_role("link", name="Record the answer").click()
    page.get_by_label("Refused", exact=True).check()
    press(page, "Record the answer to the offer")
    page.get_by_role("link", name="Make another offer").click()
    assert "£100.00, offered" in page.inner_text("main")
    fill_in_offer(page, "200")
    press(page, "Offer a payment")

    kept = page.inner_text("main")
    assert "Replaced by £200.00" in kept
    assert "Refused" in kept


def test_an_offer_is_made_from_the_keyboard_alone(site, desk):
    page = desk(Role.OFFICER)
    reference = upheld(page, site, "The deposit was kept.")
    page.goto(f"{site}/case/{reference}/remedies/offer/")
    keys = page.keyboard

    page.get_by_label("What for").focus()
    keys.type("Reimb")
    keys.press("Tab")
    keys.type("45.50")
    keys.press("Tab")
    keys.type("The deposit, as the receipt says")
    keys.press("Tab")  # the stage
    keys.press("Tab")  # the point
    keys.press("Tab")
    keys.press("ArrowDown")  # owed: the arrow goes on from the first
    keys.press("Tab")
    keys.press("Space")
    keys.press("Tab")  # the date
    keys.press("Tab")  # its calendar
    keys.press("Tab")
    keys.press("Enter")
    page.wait_for_selector(".govuk-notification-banner")

    assert "Reimbursement, £45.50 is offered" in told(page)


def test_a_restriction_is_made_told_appealed_reviewed_and_ended(site, desk, stands):
    officer = desk(Role.OFFICER)
    reference = log(
        officer,
        site,
        AREA,
        "Calls at night, with threats.",
        **{"Who complains": "Corin Blackthorn", "Points of complaint": "The calls"},
    )
    manager = desk(Role.MANAGER)
    manager.goto(f"{site}/case/{reference}/")
    open_step(manager, "Restrict contact with a person")
    stands(manager)
    manager.get_by_label("Who", exact=True).select_option(label="Corin Blackthorn")
    manager.get_by_label("What they did").fill("Forty calls in ten days, with threats")
    manager.get_by_role("button", name="Restrict contact with a person").click()
    problem = manager.inner_text(".govuk-error-summary")
    assert "Choose the terms, or enter them under the list" in problem
    kept = manager.get_by_label("What they did").input_value()
    assert kept == "Forty calls in ten days, with threats"
    stands(manager)
    manager.get_by_label("Details of the terms").fill("In writing only")
    manager.get_by_label("To be reviewed on").fill(soon(90))
    press(manager, "Restrict contact with a person")

    manager.goto(f"{site}/restrictions/")
    stands(manager)
    manager.get_by_role("link", name="Corin Blackthorn").click()
    assert "Next: tell them in writing" in manager.inner_text("main")
    stands(manager)
    manager.get_by_role("button", name="Record that they were told").click()
    manager.get_by_label("They may appeal until").fill(soon(20))
    press(manager, "Record that they were told")
    manager.get_by_role("link", name="Record an appeal").click()
    press(manager, "Record an appeal")
    there = manager.url
    shown = manager.inner_text("main")
    assert "You decided the restriction, so somebody else decides the appeal" in shown
    assert not manager.get_by_role("button", name="Decide the appeal").count()
    stands(manager)

    second = another_manager(site, desk)
    second.goto(there)
    second.get_by_role("button", name="Decide the appeal").click()
    stands(second)
    second.get_by_label("The terms were changed").check()
    second.get_by_label("Why", exact=True).fill("A call a week is no burden")
    second.get_by_label("The terms from now on").fill("One call a week, to a named person")
    press(second, "Decide the appeal")
    assert "One call a week, to a named person" in second.inner_text("main")

    manager.goto(there)
    manager.get_by_role("link", name="Review it: it goes on").click()
    manager.get_by_label("What was weighed").fill("Two more threats since")
    manager.get_by_label("Until the next review on").fill(soon(180))
    press(manager, "Review it: it goes on")
    stands(manager)
    officer.goto(f"{site}/case/{reference}/")
    assert "One call a week" in officer.inner_text("main")
    manager.get_by_role("link", name="End it").click()
    manager.get_by_label("Why", exact=True).fill("No threat in half a year")
    press(manager, "End it")
    assert re.search(r"Ended\s+\d", manager.inner_text("main"))
    assert "Next: tell them how the appeal was decided" in manager.inner_text("main")
    stands(manager)

    manager.goto(f"{site}/case/{reference}/history/")
    story = manager.inner_text("main")
    for said in (
        "Martin Oakes restricted contact with a person of the case",
        "Martin Oakes told the person of the restriction",
        "Bela Manners decided the appeal: the terms were changed",
        "Martin Oakes reviewed the restriction: it goes on",
        "Martin Oakes ended the restriction",
    ):
        assert said in story


def another_manager(site, desk):
    """The administrator opens an account for her, and she signs in."""
    page = desk(Role.ADMINISTRATOR)
    page.goto(f"{site}/people/add/")
    page.get_by_label("Name", exact=True).fill("Bela Manners")
    page.get_by_label("Email address").fill(SECOND_MANAGER)
    page.get_by_label("Complaints manager").check()
    page.get_by_label("Temporary password").fill(PASSWORD)
    press(page, "Add the person")
    return desk(Role.MANAGER, email=SECOND_MANAGER)


def test_a_recommendation_is_carried_through_and_closed_with_evidence(site, desk, stands):
    page = desk(Role.OFFICER)
    reference = upheld(page, site, "The pathway plan named nobody.")
    consider_remedies(page)
    raise_it(page, site, reference, "A pathway plan names an officer and a date")
    page.get_by_role("link", name="Say whether it is accepted").click()
    page.get_by_label("Accepted in part", exact=True).check()
    page.get_by_role("button", name="Answer the lesson").click()
    assert "Say why it is not accepted, or not all of it" in page.inner_text(".govuk-error-summary")
    stands(page)
    page.get_by_label("Why not, or not all of it").fill("No date for those under 16")
    press(page, "Answer the lesson")
    page.get_by_role("link", name="Add an action").click()
    stands(page)
    page.get_by_label("What will be done").fill("Change the form")
    page.get_by_label("Or their name or post").fill("Head of leaving care")
    page.get_by_label("By when").fill(soon(30))
    press(page, "Add an action")
    assert not page.get_by_role("link", name="Close the lesson").count()
    page.get_by_role("link", name="Record it as done").click()
    page.get_by_role("button", name="Record that the action is done").click()
    assert "Enter what shows that it was done" in page.inner_text(".govuk-error-summary")
    stands(page)
    page.get_by_label("What shows that it was done").fill("Form 12, version 3")
    press(page, "Record that the action is done")

    page.get_by_role("link", name="Close the lesson").click()
    assert page.get_by_label("What shows that it was carried through").input_value() == (
        "Form 12, version 3"
    )
    page.get_by_label("What shows that it was carried through").fill("")
    page.get_by_label("Complainant told on").fill(today())
    page.get_by_role("button", name="Close the lesson").click()
    assert "Enter what shows that it was carried" in page.inner_text(".govuk-error-summary")
    assert page.get_by_label("Complainant told on").input_value() == today()
    stands(page)
    page.get_by_label("What shows that it was carried through").fill("Form 12, version 3")
    press(page, "Close the lesson")
    shown = page.inner_text("main")
    assert re.search(r"Closed .*: Form 12, version 3", shown)
    assert "Complainant told" in shown
    stands(page)

    raise_it(page, site, reference, "A pathway plan names an officer", repeats=True)
    page.goto(f"{site}/lessons/")
    page.get_by_role("link", name=AREA).first.click()
    assert "said again 1 time" in page.inner_text("aside")
    stands(page)


def send(page, button):
    """Press it; where earlier lessons are like this one, the page shows them first."""
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_selector(".govuk-notification-banner, .govuk-inset-text[role=status]")


def send_again(page, button):
    if page.locator(".govuk-inset-text[role=status]").count():
        press(page, button)


def raise_it(page, site, reference, text, *, repeats=False):
    page.goto(f"{site}/case/{reference}/lessons/add/")
    page.get_by_label("What was learnt").fill(text)
    page.get_by_label("The investigator", exact=True).check()
    send(page, "Raise the lesson")
    if repeats:
        page.get_by_label("A pathway plan names an officer and a date").check()
    send_again(page, "Raise the lesson")


@pytest.mark.parametrize("javascript", [True, False])
def test_whoever_drafts_the_answer_sends_the_learning_form(site, desk, stands, javascript):
    officer = desk(Role.OFFICER)
    reference = log(
        officer, site, AREA, "The visits stopped.", **{"Points of complaint": "The visits"}
    )
    open_step(officer, "Put it to someone")
    officer.get_by_label("Who", exact=True).select_option(label="Ruth Barlow")
    officer.get_by_label("As whom").select_option(label="Answers the complaint")
    officer.get_by_label("Their draft is due on").fill(soon(5))
    press(officer, "Put it to someone")

    page = desk(Role.RESPONDER, javascript=javascript)
    page.goto(f"{site}/case/{reference}/")
    page.get_by_role("link", name="Fill in the learning form of Stage 1").first.click()
    page.get_by_role("button", name="Record what was done").or_(
        page.get_by_role("link", name="Record what was done")
    ).click()
    page.get_by_label("What went wrong, and why").fill("The rota had a gap")
    page.get_by_label("Yes", exact=True).check()
    page.get_by_role("button", name="Send the learning form").click()
    assert "Enter what should be done differently" in page.inner_text(".govuk-error-summary")
    assert page.get_by_label("What went wrong, and why").input_value() == "The rota had a gap"
    if javascript:
        stands(page)
    page.get_by_label("If yes: what should be done differently").fill("Cover is named on the rota")
    send(page, "Send the learning form")
    send_again(page, "Send the learning form")

    assert "The rota had a gap" in page.inner_text("main")
    assert "Cover is named on the rota" in page.inner_text("main")
