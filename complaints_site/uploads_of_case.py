"""What was uploaded to a case: each file looked at, what can be kept filed, the rest said by name.

An e-mail among them becomes a contact of its own day, with what came with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from accounts.trail import one_act
from cases.models import Case
from documents import vault
from documents.actions.filing import file_documents
from documents.emails import read_email
from documents.receiving import Received, Refused, receive
from documents.whole_emails import file_whole


@dataclass
class Upload:
    """``filed`` says what was filed, ``refused`` why each of the others was not."""

    case: Case
    by: User
    filed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def take(self, kept: Iterable[Received], **facts) -> None:
        """File in one act what was looked at; ``facts`` say what the papers are."""
        papers = [one for one in kept if not one.is_email]
        with one_act(by=self.by):
            if papers:
                file_documents(self.case, papers, by=self.by, **facts)
                many = len(papers)
                self.filed.append("1 document" if many == 1 else f"{many} documents")
            for one in kept:
                if one.is_email:
                    self._file_email(one)

    @property
    def words(self) -> str:
        return f"Filed with {self.case}: {', '.join(self.filed)}"

    def look_at(self, files: Iterable[UploadedFile]) -> list[Received]:
        """Those that can be kept; why not of the others."""
        kept = []
        for file in files:
            try:
                kept.append(receive(file.name, file.read()))
            except Refused as reason:
                self.refused.append(str(reason))
        return kept

    def _file_email(self, one: Received) -> None:
        """One that was filed before is refused, and the others go on."""
        email = read_email(vault.read(one.sha256))
        try:
            with transaction.atomic():
                filed = file_whole(self.case, email, one, on=localdate(), by=self.by)
        except ValidationError as refusal:
            self.refused += [f"“{one.name}”: {reason}" for reason in refusal.messages]
            return
        self.refused += [f"“{one.name}”: {said}" for said in [*email.faults, *filed.refused]]
        attached = f" with {filed.attached} attached" if filed.attached else ""
        self.filed.append(f"an e-mail of {filed.note.on:%-d %B %Y}{attached}")
