"""The public form of one table: an answer to whoever asks, proved with all that was released."""

import hashlib
import json
from dataclasses import replace

from django.conf import settings

from editions.assembling import Assembling
from editions.document import INTERNAL, Document, Part
from editions.released.made import Public
from editions.released.public import PublicForm
from reporting.any_table.asked import Asked
from reporting.any_table.rates import RateTable
from reporting.comparators import NoLastYear
from reporting.crosstab import Crosstab
from reporting.pages import NothingOpens, ReportPage
from reporting.results import Table
from reporting.scope import Scope

NAMES_STAFF = "“{}” names members of staff: a table by it has no public form."
A_RATE = "A rate of so many residents has no public form: ask for how many."
MONEY = "Money other than payments has no public form: ask for how many."


class NoPublicForm(Exception):
    """Says why a table has none."""


class Answering(Assembling):
    """One table, where an edition has many."""

    def __init__(self, declared, table: Table, scope: Scope):
        self.declared, self.scope, self.edition = declared, scope, None
        self.tables = {table.key: table}
        self.page = ReportPage(None, scope, NothingOpens(), NoLastYear())

    def document(self) -> Document:
        (table,) = self.tables.values()
        return Document(
            title=table.title,
            council=settings.COUNCIL_NAME,
            about=f"{self.scope.whose[0].upper()}{self.scope.whose[1:]}, {self.scope.period}",
            form=INTERNAL,
            cover=[],
            parts=[Part(1, table.title, [self.grid(table)])],
        )


class AnswerForm(PublicForm):
    """No words stand beside the table, and nothing in it is put together."""

    def told_together(self):
        return ()

    def declared(self, name: str):
        return self.assembling.declared

    def _check_words(self) -> None:
        pass


def answer_of(declared, scope: Scope) -> Public:
    """``declared`` is any table that the reports know or that can be asked for."""
    if isinstance(declared, RateTable):
        raise NoPublicForm(A_RATE)
    if _is_of_other_money(declared, scope):
        raise NoPublicForm(MONEY)
    counts = {each.key: each.counts(scope) for each in declared.needs}
    answering = Answering(declared, declared.table(scope, counts), scope)
    return AnswerForm(answering, answering.document()).make()


def asked_answer(asked: Asked, scope: Scope) -> Public:
    words = [word for words in asked.words.values() for word in words if word.needs]
    if words:
        raise NoPublicForm(NAMES_STAFF.format(words[0].label))
    return answer_of(replace(asked, key=_key_of(asked)).table(), scope)


def _key_of(asked: Asked) -> str:
    """The same question has the same key, so that its answers are proved as one."""
    told = json.dumps({name: list(words) for name, words in asked.given.items()}, sort_keys=True)
    return f"asked-{hashlib.sha256(told.encode()).hexdigest()[:12]}"


def _is_of_other_money(declared, scope: Scope) -> bool:
    """Of which the largest sum, that may tell the whole, is not known by itself."""
    if not isinstance(declared, Crosstab) or declared.kind != "pounds":
        return False
    fields = declared.counted.for_scope(scope).rows().model._meta.get_fields()
    return "amount" not in {field.name for field in fields}
