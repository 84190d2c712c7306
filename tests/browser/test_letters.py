"""The round of a letter on the screen: written, returned, changed, agreed to, approved, sent."""

from accounts.permissions import Role
from letters.forms.vet import READ_BY_THE_VETTER
from tests.browser.test_safe_steps import sign_in_on
from tests.browser.walking import log, take

SAID = {"Who complains": "Juniper Vale", "Points of complaint": "The visits were cancelled"}


def complaint(page, site) -> str:
    sign_in_on(page, site, Role.OFFICER)
    return log(page, site, "Children in Need (CIN)", "The visits were cancelled", **SAID)


def write(page, site, reference, name):
    page.goto(f"{site}/case/{reference}/letters/")
    page.get_by_role("link", name=name, exact=True).click()


def drafted(page) -> str:
    page.get_by_role("button", name="Draft the letter").click()
    page.get_by_text("The letter is drafted").wait_for()
    return page.url


def put_to_vetter(page):
    page.get_by_role("button", name="Put it to the vetter").click()
    page.get_by_text("The letter is with the vetter").wait_for()


def approve(manager, address):
    manager.goto(f"{address}vet/")
    for words in READ_BY_THE_VETTER.values():
        manager.get_by_label(words).check()
    manager.get_by_label("If a line is open").fill("Read as a whole")
    manager.get_by_role("button", name="Approve the letter").click()
    manager.get_by_text("the letter is cleared").wait_for()


def send(page, address):
    """Handed over: nobody recorded an address on the telephone."""
    page.goto(address)
    page.get_by_role("button", name="Send it").click()
    assert "By letter: No address is recorded" in page.inner_text("main")
    page.get_by_label("Face to face").check()
    page.get_by_role("button", name="Send it").click()
    page.get_by_text("the letter is recorded as sent").wait_for()


def test_a_response_is_returned_changed_agreed_to_and_sent(site, page, desk_of):
    reference = complaint(page, site)
    write(page, site, reference, "Stage 1 response")
    page.locator("select[name=point_1]").select_option("upheld")
    page.locator("textarea[name=reason_1]").fill("Nobody went.")
    address = drafted(page)
    put_to_vetter(page)

    manager = desk_of(Role.MANAGER)
    manager.goto(f"{site}/letters/to-vet/")
    assert reference in manager.inner_text("main")
    manager.goto(f"{address}vet/")
    manager.get_by_label("Another reason").check()
    manager.get_by_label("What is to be changed").fill("Say which visits")
    manager.get_by_role("button", name="Return it to its author").click()
    manager.get_by_text("back with its author").wait_for()
    page.goto(f"{site}/case/{reference}/")
    page.get_by_role("link", name="Change the letter that was returned").first.click()
    text = page.locator("textarea[name=text]")
    text.fill(text.input_value().replace("Nobody went.", "Nobody went in May."))
    page.get_by_role("button", name="Save the draft").click()
    page.get_by_text("Saved as draft 2").wait_for()
    put_to_vetter(page)

    manager.goto(f"{address}vet/")
    assert "in May" in manager.locator("ins").first.inner_text()
    manager.get_by_role("link", name="Change its words").click()
    text = manager.locator("textarea[name=text]")
    text.fill(text.input_value().replace("**Upheld**", "**Partially upheld**"))
    manager.locator("select[name=point_1]").select_option("partially_upheld")
    manager.get_by_role("button", name="Save the changes").click()
    manager.get_by_text("your changes stand in the letter").wait_for()
    approve(manager, address)
    page.goto(address)
    assert "“Point 1: upheld” is now “Point 1: partially upheld”" in page.inner_text("main")
    page.get_by_role("button", name="Agree to the changes").click()
    page.get_by_text("You agreed").wait_for()

    send(page, address)
    page.goto(f"{site}/case/{reference}/")
    assert "Letter sent: Stage 1 response" in page.inner_text("main")
    assert "Stage 1: response" in page.inner_text("main")


def test_letters_about_more_time_and_how_far_it_is(site, page, desk_of):
    reference = complaint(page, site)
    manager = desk_of(Role.MANAGER)
    page.goto(f"{site}/case/{reference}/step/allocate/")
    page.locator("select[name=to]").select_option(index=1)
    page.locator("main form button").last.click()
    page.wait_for_selector(".govuk-notification-banner")
    take(page, "Extend the time", Why_it_takes_longer="Two records must be found")
    write(page, site, reference, "More time is needed")
    address = drafted(page)
    assert "Two records must be found" in page.inner_text("main")
    put_to_vetter(page)
    approve(manager, address)
    send(page, address)
    write(page, site, reference, "Update")
    address = drafted(page)
    page.goto(f"{site}/case/{reference}/letters/")
    states = page.inner_text("main")
    assert "Sent" in states
    assert "Being written" in states


def test_a_letter_keeps_itself_and_goes_to_the_vetter_with_the_last_word_typed(site, page):
    reference = complaint(page, site)
    write(page, site, reference, "Stage 1 response")
    page.locator("select[name=point_1]").select_option("upheld")
    page.locator("textarea[name=reason_1]").fill("Nobody went.")
    address = drafted(page)
    text = page.locator("textarea[name=text]")
    text.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" First words.")
    page.get_by_text("Saved as draft 2 at").wait_for(timeout=20_000)
    page.keyboard.type(" Last words.")
    put_to_vetter(page)

    page.goto(address)
    assert "First words. Last words." in page.inner_text("main")
    assert "Draft 3: " in page.inner_text("main")
