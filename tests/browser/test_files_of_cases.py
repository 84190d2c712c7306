"""A file of a case as an officer and a manager make it: chosen, marked, reviewed, sent."""

from accounts.permissions import Role
from packs.places import text_of
from tests.browser.test_safe_steps import sign_in_on
from tests.browser.walking import log
from tests.packs import made


def letter():
    content = made.pdf("Rowan was seen by Juniper Vale", "Nothing more")
    return {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": content}


def test_a_file_is_chosen_marked_reviewed_and_downloaded(site, browser):
    officer = browser.new_context(java_script_enabled=False).new_page()
    sign_in_on(officer, site, Role.OFFICER)
    reference = log(officer, site, "Children in Need (CIN)", "The visits were cancelled")
    officer.goto(f"{site}/case/{reference}/documents/")
    officer.get_by_label("Files").set_input_files([letter()])
    officer.get_by_label("Type").select_option(label="Evidence")
    officer.get_by_label("May be disclosed").check()
    officer.get_by_role("button", name="Upload").click()
    officer.get_by_role("link", name="Make a file of this case").click()
    officer.get_by_label("The Ombudsman").check()
    assert officer.get_by_label("letter.pdf").is_checked()
    officer.get_by_role("button", name="Go on").click()
    officer.get_by_role("link", name="Black out words or pages").click()
    officer.get_by_label("Words to black out").fill("Juniper Vale\nRowan")
    officer.get_by_role("button", name="Find where they stand").click()
    assert officer.get_by_label("Page 1: Rowan was seen by Juniper Vale").count() == 2
    officer.get_by_role("button", name="Send for review").click()
    assert "looks at it next" in officer.inner_text("main")
    address = officer.url

    manager = browser.new_context(java_script_enabled=False).new_page()
    sign_in_on(manager, site, Role.MANAGER)
    manager.goto(address)
    manager.get_by_role("link", name="Review what is blacked out").click()
    manager.get_by_role("button", name="Burn in and make the file").click()
    with manager.expect_download() as download:
        manager.get_by_role("link", name="Download the file").click()
    with open(download.value.path(), "rb") as file:
        text = text_of(file.read())

    assert f"File of complaint {reference}" in text
    assert "Nothing more" in text
    assert "Rowan" not in text
    assert "Juniper" not in text
