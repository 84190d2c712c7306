"""A complaint of November 2026 with papers of every kind, and the people who read it."""

from datetime import date

import pytest

from accounts.permissions import Role
from cases.actions.casework import add_note
from cases.models import Note
from documents.actions.filing import file_documents
from documents.models import Document
from documents.receiving import receive
from packs.models import Pack
from tests.complaints_site.case_file.makers import someone, words_of
from tests.documents import files
from tests.documents.conftest import (  # noqa: F401 – fixtures
    case,
    kept_apart,
    manager,
    officer,
    report,
    rules,
    today,
)
from tests.packs import made
from tests.packs.steps import SENT

PAPERS = {
    "letter.pdf": made.pdf("Rowan Penfield was seen\nby Juniper Vale", "Nothing more"),
    "photo.png": made.scan(),
    "duty desk.txt": b"Rowan rang twice.",
    "mail.eml": files.email(),
    "costs.xlsx": files.archive(
        {"[Content_Types].xml": files.CONTENT_TYPES, "xl/workbook.xml": b"<workbook/>"}
    ),
}


@pytest.fixture
def papers(case, officer, report):  # noqa: F811
    """All may be disclosed but the note of the duty desk, which must not."""
    filed = {}
    for name, content in PAPERS.items():
        must_not = name == "duty desk.txt"
        (filed[name],) = file_documents(
            case,
            [receive(name, content)],
            kind=report,
            dated_on=date(2026, 11, 20),
            disclosure=Document.Disclosure.MUST_NOT if must_not else Document.Disclosure.MAY,
            by=officer,
        )
    return filed


@pytest.fixture
def note(case, officer):  # noqa: F811
    told = {"said_by": "Marlow Penfield", "how": Note.How.CALL}
    return add_note(
        case, text="Rowan was not seen on Monday.", on=date(2026, 11, 18), by=officer, **told
    )


@pytest.fixture
def second_manager(db):
    return someone(Role.MANAGER, "Sorrel Wexcombe")


@pytest.fixture
def pages(client, case):  # noqa: F811
    """``pages(by)``: an object that posts to the pages of the case's files as ``by``."""

    class Pages:
        def __init__(self, by):
            self.by, self.base = by, f"/case/{case.reference}/files/"

        def get(self, path=""):
            client.force_login(self.by)
            return client.get(f"{self.base}{path}")

        def post(self, path, **sent):
            client.force_login(self.by)
            return client.post(f"{self.base}{path}", sent, follow=True)

    return Pages


@pytest.fixture
def begun(pages, officer, papers):  # noqa: F811
    def begun(*names, **sent):
        chosen = [papers[name].pk for name in names]
        answer = pages(officer).post("make/", documents=chosen, **(SENT | sent))
        assert answer.status_code == 200, words_of(answer)
        return Pack.objects.latest("pk")

    return begun
