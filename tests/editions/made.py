"""Both forms of the report on 2006/07 and every file of each, made once for a file of tests."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case, Person
from editions.assembling import Assembling
from editions.document import Document
from editions.exports.pages import as_html, as_pdf
from editions.exports.plain_json import as_json
from editions.exports.tables import as_csv, as_xlsx
from editions.exports.word import as_word
from editions.models import Edition
from editions.released.made import Public
from editions.released.public import public_form
from tests.editions.conftest import begun

MAKE: dict[str, Callable[[Document], bytes]] = {
    "docx": as_word,
    "pdf": as_pdf,
    "html": as_html,
    "xlsx": as_xlsx,
    "csv": as_csv,
    "json": as_json,
}


@dataclass
class Made:
    """``secrets`` are what no file may hold that leaves the house."""

    documents: dict[str, Document]
    public: Public
    secrets: list[str]
    _files: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def file(self, kind: str, form: str) -> bytes:
        if (kind, form) not in self._files:
            self._files[kind, form] = MAKE[kind](self.documents[form])
        return self._files[kind, form]


def make() -> Made:
    author = User.objects.create_user("ann.author@example.org", "Ann Author", [Role.COMMITTEE])
    edition = begun(author)
    _say_who_wrote(edition)
    assembling = Assembling(Edition.objects.get(pk=edition.pk))
    internal = assembling.document()
    public = public_form(assembling, internal)
    secrets = [
        *Case.objects.values_list("reference", flat=True),
        *Person.objects.exclude(name="").values_list("name", flat=True),
        *User.objects.values_list("full_name", flat=True),
        *User.objects.values_list("email", flat=True),
    ]
    return Made({"internal": internal, "public": public.document}, public, secrets)


def _say_who_wrote(edition: Edition) -> None:
    entry = edition.cover.get(field__name="Financial implications")
    entry.text, entry.written_by, entry.written_on = "None.", "Ann Author", date(2007, 6, 1)
    entry.save()
