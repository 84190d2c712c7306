"""Files that came with a form which could not be taken: their sender need not choose them again.

They were checked and lie among the documents. The form carries, for a day and for whoever sent
them, which they are, signed. What is not taken then is cleared with whatever else nobody filed.
"""

from dataclasses import dataclass

from django.core import signing
from django.http import QueryDict

from accounts.models import User
from documents import vault
from documents.receiving import Received

KEPT = "kept_file"
SALT = "files of a form"
SECONDS = 60 * 60 * 24


@dataclass(frozen=True)
class KeptFile:
    file: Received
    token: str

    @property
    def name(self) -> str:
        return self.file.name


def keep(files: list[Received], by: User) -> list[KeptFile]:
    return [
        KeptFile(one, signing.dumps([by.pk, one.name, one.sha256, one.size], salt=SALT))
        for one in files
    ]


def kept_of(typed: QueryDict, by: User) -> list[Received]:
    """Those that are still ticked on the form; nobody else's, and none that is older than a day."""
    read = (_read(token, by) for token in typed.getlist(KEPT))
    return [file for file in read if file and vault.path_of(file.sha256).exists()]


def _read(token: str, by: User) -> Received | None:
    try:
        whose, name, sha256, size = signing.loads(token, salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return None
    return Received(name, sha256, size) if whose == by.pk else None
