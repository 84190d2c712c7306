"""Taking a file in: its size, what it really is, whether it carries a virus; then it is kept."""

from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings

from documents import kinds_of_file, scanner, vault
from documents.names import plain_name
from documents.uploads import most_bytes


class Refused(Exception):
    """Why a file was not kept, as a sentence that begins with its name."""


@dataclass(frozen=True)
class Received:
    """A file that was checked and lies in the vault; no row knows of it yet."""

    name: str
    sha256: str
    size: int

    @property
    def is_email(self) -> bool:
        return kinds_of_file.extension_of(self.name) == "eml"


def receive(name: str, content: bytes) -> Received:
    """Check ``content`` and keep it. :class:`Refused` says why it is not kept."""
    name = plain_name(name)
    if reason := why_not(name, content, settings.DOCUMENT_TYPES):
        raise Refused(f"“{name}” was not kept: it {reason}.")
    return Received(name, vault.store(content), len(content))


def too_large(name: str) -> str:
    most = settings.DOCUMENT_MAX_MEGABYTES
    return f"“{name}” was not kept: it is larger than {most} MB, the most that one file may have."


def why_not(name: str, content: bytes, allowed: Collection[str]) -> str:
    """Why a file is not taken, as a sentence without its name; "" where it is."""
    if not content:
        return "is empty"
    if len(content) > most_bytes():
        return f"is larger than {settings.DOCUMENT_MAX_MEGABYTES} MB, the most one file may have"
    if reason := kinds_of_file.why_not_kept(name, content, allowed):
        return reason
    try:
        virus = scanner.virus_in(content)
    except scanner.ScannerSilent:
        return (
            "could not be looked at, because the virus scanner does not answer. Upload it again "
            "later; tell whoever looks after the system"
        )
    return f"carries a virus ({virus})" if virus else ""
