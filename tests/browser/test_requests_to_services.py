"""Asking a team that does not sign in: the link goes by e-mail, the code by telephone."""

import re

from accounts.permissions import Role
from tests.browser.test_safe_steps import sign_in_on


def last_message(mailbox, page, site, case) -> str:
    """The newest that the worker sent, once the page of the question says that it did."""
    page.goto(f"{site}/requests/")
    page.get_by_role("row").filter(has_text=case).get_by_role("link", name="Payments desk").click()
    for _ in range(100):
        if "The message: sent" in page.inner_text("main"):
            break
        page.reload()
    newest = max(mailbox.iterdir(), key=lambda file: file.stat().st_mtime)
    return newest.read_text().replace("=\n", "").replace("=3D", "=")


def test_a_team_answers_through_its_link_and_the_answer_stands_on_the_case(
    site, page, browser, mailbox, reference_of, has_no_violations
):
    sign_in_on(page, site, Role.OFFICER)
    case = reference_of("Tamsin Oakhurst")
    page.goto(f"{site}/case/{case}/step/ask-service/")
    page.get_by_label("What you ask").fill("Which rate was paid in May?")
    page.get_by_label("Through a link").check()
    page.get_by_label("Which team or person is asked").fill("Payments desk")
    page.get_by_label("Their e-mail address").fill("payments@elsewhere.example")
    page.get_by_role("button", name="Ask a service for information").click()
    assert "which ends in @example.org" in page.inner_text("main")
    assert page.get_by_label("What you ask").input_value() == "Which rate was paid in May?"
    page.get_by_label("Their e-mail address").fill("payments@example.org")
    page.get_by_role("button", name="Ask a service for information").click()
    code = re.search(r"by e-mail: (\d{3} \d{3})", page.inner_text("main"))[1]
    address = re.search(r"/answer/[\w-]+/", last_message(mailbox, page, site, case))[0]

    theirs = browser.new_context().new_page()
    theirs.goto(site + address)
    has_no_violations(theirs)
    theirs.get_by_label("Code").fill(code)
    theirs.get_by_role("button", name="Open the question").click()
    has_no_violations(theirs)
    assert "Which rate was paid in May?" in theirs.inner_text("main")
    assert theirs.get_by_role("navigation").count() == 0
    theirs.get_by_label("Your answer").fill("The lower one.")
    theirs.get_by_role("button", name="Send the answer").click()
    assert "Your answer is with the complaints team" in theirs.inner_text("h1")
    has_no_violations(theirs)
    theirs.context.close()

    page.goto(f"{site}/case/{case}/")
    assert "Answer of Payments desk" not in page.inner_text(".app-next")
