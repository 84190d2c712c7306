"""Papers, notes and e-mails as an officer files them: several at once, in seconds, by dropping."""

import re

from accounts.permissions import Role
from tests.browser.test_safe_steps import sign_in_on
from tests.browser.walking import log
from tests.documents import files

AREA = "Children in Need (CIN)"
MAIL = {"name": "mail.eml", "mimeType": "message/rfc822"}


def chosen(name, content):
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def test_several_files_are_uploaded_at_once_and_the_bad_one_is_named(site, page):
    sign_in_on(page, site, Role.OFFICER)
    reference = log(page, site, AREA, "Nobody called back about the visits")
    page.get_by_role("navigation", name="Parts of the case").get_by_text("Documents").click()
    page.get_by_label("Files").set_input_files(
        [
            chosen("report.pdf", files.PDF),
            chosen("photo.png", files.PNG),
            chosen("letter.docx", files.WINDOWS_PROGRAM),
        ]
    )
    page.get_by_label("Type").select_option(label="Evidence")
    page.get_by_role("button", name="Upload").click()
    page.get_by_text(f"Filed with {reference}: 2 documents").wait_for()

    said = page.inner_text("main")
    assert "“letter.docx” was not kept: it says that it is a .docx" in said
    with page.expect_download() as download:
        page.get_by_role("link", name="report.pdf", exact=True).click()
    assert download.value.suggested_filename == "report.pdf"


def test_a_note_takes_the_text_and_one_button(site, page):
    sign_in_on(page, site, Role.OFFICER)
    log(page, site, AREA, "The taxi came late again")
    page.get_by_label("Add a note").fill("She would rather be called after four.")
    for typed in "Call", "The mother":
        page.keyboard.press("Tab")
        page.keyboard.type(typed)
    page.keyboard.press("Enter")
    page.get_by_text("add a note is done").wait_for()

    happened = page.locator("section[aria-labelledby=happened]").inner_text()
    assert re.search(r"Call at \d\d:\d\d with The mother", happened)
    assert "She would rather be called after four." in happened


def test_an_email_fills_the_log_form_and_is_filed_with_the_case(site, page):
    sign_in_on(page, site, Role.OFFICER)
    page.goto(f"{site}/cases/log/")
    page.get_by_text("It came as an e-mail: fill the form from it").click()
    head = {"Message-ID": "<browser@example.org>"}
    sent = files.email(head=head, with_files={"diary.pdf": files.PDF})
    page.get_by_label("The e-mail as a file (.eml)").set_input_files(MAIL | {"buffer": sent})
    page.get_by_role("button", name="Fill the form from it").click()
    page.get_by_text("Filled from the e-mail “mail.eml”").wait_for()
    assert page.get_by_label("Who complains", exact=True).input_value() == "Juniper Vale"
    page.get_by_label("Service area").select_option(label=AREA)
    page.get_by_role("button", name="Log the complaint").first.click()
    page.wait_for_url(re.compile(r"/case/\d{4}-\d{5}/"))

    happened = page.locator("section[aria-labelledby=happened]").inner_text()
    assert "E-mail at 09:15 from Juniper Vale" in happened
    assert "diary.pdf" in happened
