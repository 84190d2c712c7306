"""Papers, calls and e-mails of the demonstration's cases, filed as real ones are."""

from datetime import date, time, timedelta
from email.message import EmailMessage

from django.utils.timezone import localdate, now

from accounts.models import User
from cases.actions.casework import add_note
from cases.models import Case, Note
from documents.actions.filing import file_documents
from documents.emails import read_email
from documents.models import Document, DocumentKind
from documents.receiving import Received, receive
from documents.whole_emails import file_whole
from packs.actions.packs import begin_pack, mark, send_for_review
from packs.models import Pack

LOGGED_BY = "officer@example.org"
CASE_OF = "Marlow Penfield"
PAPERS = [
    ("Letter of complaint.pdf", "Letter of complaint", "may", 2),
    ("Record of the visits.csv", "Social care record", "not_decided", 1),
    ("Note of the duty desk.txt", "Social care record", "must_not", 1),
]
CALLS = [
    (Note.How.CALL, time(9, 40), CASE_OF, "Would rather be called after four, never at work."),
    (Note.How.MEETING, time(14, 0), "Team manager", "The two visits were cancelled by the team."),
]
TEXT = """Dear Sir or Madam,

thank you for your call. I send you the diary in which I wrote down each visit that was cancelled.

Marlow Penfield
"""


def load(*, today: date | None = None) -> int:
    """File the papers of one case; how many. None where any are there."""
    case = Case.objects.filter(people__person__name=CASE_OF, closed_on=None).last()
    if Document.objects.exists() or case is None:
        return 0
    today = today or localdate()
    by = User.objects.get(email=LOGGED_BY)
    for name, kind, disclosure, days in PAPERS:
        file_documents(
            case,
            [receive(name, content_of(name))],
            kind=DocumentKind.objects.get(name=kind),
            dated_on=max(case.received_on, today - timedelta(days=days)),
            disclosure=disclosure,
            by=by,
        )
    for how, at, whom, text in CALLS:
        add_note(case, how=how, on=case.received_on, at=at, said_by=whom, text=text, by=by)
    file_the_email(case, by)
    begin_files(case, by)
    return Document.objects.count()


def file_the_email(case: Case, by: User) -> None:
    message = EmailMessage()
    message["From"] = f"{CASE_OF} <marlow.penfield@example.org>"
    message["To"] = "complaints@example.org"
    message["Subject"] = f"The visits ({case.reference})"
    message["Date"] = f"{case.received_on:%a, %d %b %Y} 17:05:00 +0000"
    message["Message-ID"] = f"<visits-{case.reference}@example.org>"
    message.set_content(TEXT)
    message.add_attachment(
        "day,visit\nMonday,cancelled\nThursday,cancelled\n", filename="Diary.csv"
    )
    content = message.as_bytes()
    received: Received = receive("The visits.eml", content)
    file_whole(case, read_email(content), received, on=case.received_on, by=by)


def begin_files(case: Case, by: User) -> None:
    """Two files of the case: one that is being chosen, one that waits for its review."""
    papers = case.documents.filter(disclosure=Document.Disclosure.MAY)
    begin_pack(case, papers, for_whom=Pack.For.PANEL, by=by)
    pack = begin_pack(case, papers, for_whom=Pack.For.OMBUDSMAN, by=by)
    mark(pack, words=["Penfield", "07700 900123"], kept=[], pages={}, by=by)
    send_for_review(pack, now=now(), by=by)


def content_of(name: str) -> bytes:
    """The least that a file of this kind is."""
    if name.endswith(".pdf"):
        return PDF
    if name.endswith(".csv"):
        return b"visit,held\n1,no\n2,no\n"
    return b"The family rang twice. Nobody was free to take the call.\n"


PDF = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
 /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
4 0 obj <</Length 73>> stream
BT /F1 14 Tf 72 760 Td (The visits were cancelled twice. M. Penfield) Tj ET
endstream endobj
trailer <</Root 1 0 R>>
%%EOF
"""
