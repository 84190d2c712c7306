"""An e-mail dropped on "log a complaint": kept, read into the form, filed once it is logged.

Between the two pages the form carries which file it was, signed, so that nobody can name another.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from django.core import signing
from django.http import HttpRequest, QueryDict
from django.utils.timezone import localdate

from accounts.models import User
from cases.models import Channel
from complaints_site.typed import EMAIL
from documents import vault
from documents.emails import ReadEmail, read_email
from documents.matching import Match, cases_of, filed_already, said_filed
from documents.names import plain_name
from documents.receiving import Received, Refused, receive, too_large
from documents.uploads import dropped

FILE = "email_upload"
SALT = "an e-mail of a complaint"
KEPT_FOR = 60 * 60 * 24 * 60  # seconds: a draft may wait
LONGEST_SUMMARY = 20_000  # letters, as the form takes them


@dataclass(frozen=True)
class EmailOfComplaint:
    """The e-mail that a form goes by."""

    file: Received

    @cached_property
    def read(self) -> ReadEmail:
        return read_email(vault.read(self.file.sha256))

    @property
    def token(self) -> str:
        return signing.dumps([self.file.name, self.file.sha256, self.file.size], salt=SALT)

    @property
    def name(self) -> str:
        return self.file.name

    def matches(self, user: User) -> list[Match]:
        return cases_of(self.read, user)

    def filed(self, user: User) -> str:
        """That it was filed already, and where; "" where it was not."""
        note = filed_already(self.read)
        return said_filed(note, user) if note else ""

    def answers(self) -> dict[str, str | int]:
        """What it says of the complaint, by the boxes of the form."""
        read, today = self.read, localdate()
        sent_on = min(read.sent_on, today) if read.sent_on else today
        channel = Channel.objects.in_use_on(today).filter(name__iregex=r"^e-?mail$").first()
        return {
            "received_on": f"{sent_on:%-d %-m %Y}",
            "channel": channel.pk if channel else "",
            "summary": read.words[:LONGEST_SUMMARY],
            "complainant": read.sender,
            "email": read.address,
        }


def email_of(typed: QueryDict) -> EmailOfComplaint | None:
    """The e-mail that was read into the form that ``typed`` comes from, where there is one."""
    try:
        name, sha256, size = signing.loads(typed.get(EMAIL, ""), salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        return None
    kept = vault.path_of(sha256).exists()
    return EmailOfComplaint(Received(name, sha256, size)) if kept else None


def email_sent(request: HttpRequest) -> EmailOfComplaint:
    """The e-mail that was chosen on the page. :class:`Refused` says why it is not taken."""
    if too_big := dropped(request):
        raise Refused(too_large(too_big[0]))
    file = request.FILES.get(FILE)
    if file is None:
        raise Refused("Choose the e-mail to fill the form from: a file that ends in .eml")
    if PurePath(plain_name(file.name)).suffix.lower() != ".eml":
        raise Refused(f"“{plain_name(file.name)}” is no e-mail: choose a file that ends in .eml")
    return EmailOfComplaint(receive(file.name, file.read()))


def filled_from(typed: QueryDict, email: EmailOfComplaint) -> QueryDict:
    """What was typed, and in the empty boxes what the e-mail says."""
    filled = typed.copy()
    for name, answer in email.answers().items():
        if not filled.get(name, "").strip():
            filled[name] = str(answer)
    filled[EMAIL] = email.token
    return filled
