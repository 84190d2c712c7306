"""The round of a letter: an officer writes it, a manager returns it, then approves, and it goes."""

from accounts.permissions import Role
from letters.forms.vet import READ_BY_THE_VETTER
from tests.browser.test_safe_steps import sign_in_on
from tests.browser.walking import log


def test_a_response_is_written_returned_approved_and_sent(site, page, desk_of):
    sign_in_on(page, site, Role.OFFICER)
    said = {"Who complains": "Juniper Vale", "Points of complaint": "The visits were cancelled"}
    reference = log(page, site, "Children in Need (CIN)", "The visits were cancelled", **said)
    page.goto(f"{site}/case/{reference}/letters/")
    page.get_by_role("link", name="Stage 1 response").click()
    page.locator("select[name=point_1]").select_option("upheld")
    page.locator("textarea[name=reason_1]").fill("Nobody went.")
    page.get_by_role("button", name="Draft the letter").click()
    page.get_by_text("The letter is drafted").wait_for()
    address = page.url
    page.get_by_role("button", name="Put it to the vetter").click()
    page.get_by_text("The letter is with the vetter").wait_for()

    manager = desk_of(Role.MANAGER)
    manager.goto(f"{address}vet/")
    manager.get_by_label("What is to be changed").fill("Say which visits")
    manager.get_by_role("button", name="Return it to its author").click()
    manager.get_by_text("back with its author").wait_for()
    page.reload()
    text = page.get_by_label("Text")
    text.fill(text.input_value().replace("Nobody went.", "Nobody went in May."))
    page.get_by_role("button", name="Save the draft").click()
    page.get_by_text("Saved as draft 2").wait_for()
    page.get_by_role("button", name="Put it to the vetter").click()
    manager.goto(f"{address}vet/")
    assert "Nobody went in May." in manager.locator("ins").first.inner_text()
    for words in READ_BY_THE_VETTER.values():
        manager.get_by_label(words).check()
    manager.get_by_role("button", name="Approve the letter").click()
    manager.get_by_text("the letter is approved").wait_for()

    page.reload()
    page.get_by_role("button", name="Send it").click()
    page.get_by_role("button", name="Record that it was sent").click()
    page.get_by_text("the letter is recorded as sent").wait_for()
    page.goto(f"{site}/case/{reference}/")
    assert "Letter sent: Stage 1 response" in page.inner_text("main")
    assert "Stage 1: response" in page.inner_text("main")
