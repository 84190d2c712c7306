"""The words that the search box finds a case by: those of its texts, kept beside them.

A text joins the search by a trigger on its table (``joins_search``), so its words are there, and
gone, in the transaction that writes the text. A text that everybody reads who may open its case
joins as it is; one that names whom it likes, such as a paper, joins as ``names_people``, and is
found by those only who may know who complains. Names of people do not join: who may know them is
asked for each.
"""

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from accounts.models import User
from accounts.permissions import Permission

LANGUAGE = "english"
LONGEST = 250_000  # letters of one text: PostgreSQL keeps no more than a megabyte of words
TABLE = "cases_searchedtext"


class SearchedTextQuerySet(models.QuerySet):
    def known_to(self, user: User):
        """Without those that name people where who complains is withheld from ``user``."""
        if user.may(Permission.SEE_WITHHELD):
            return self
        told = Q(case__identity_withheld=False) & (
            Q(case__part_of=None) | Q(case__part_of__identity_withheld=False)
        )
        return self.filter(Q(names_people=False) | told)


class SearchedText(models.Model):
    """The words of one text. Written by the triggers, and made anew by ``make_search_anew``."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40, help_text="The table of the text")
    key = models.BigIntegerField(help_text="Its row there")
    words = SearchVectorField()
    names_people = models.BooleanField(default=False, db_default=False)

    objects = SearchedTextQuerySet.as_manager()

    class Meta:
        indexes = [GinIndex(fields=["words"], name="searched_words")]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="text_is_searched_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class JoinsSearch(pgtrigger.Trigger):
    """Puts the words of ``columns`` into the search; see :func:`joins_search`."""

    def __init__(self, table: str, *columns: str, case: str, only_if: str, names_people: bool):
        self.table, self.case, self.only_if = table, case, only_if
        self.columns = [one if "text." in one else f"text.{one}" for one in columns]
        self.names_people = names_people
        super().__init__(
            name="joins_search",
            when=pgtrigger.After,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            func=f"""
                IF TG_OP = 'UPDATE' AND {self._same()} THEN
                    RETURN NULL;
                END IF;
                IF TG_OP <> 'INSERT' THEN
                    DELETE FROM {TABLE} WHERE kind = '{table}' AND key = OLD.id;
                END IF;
                IF TG_OP <> 'DELETE' THEN
                    {self.inserting("(SELECT NEW.*)")};
                END IF;
                RETURN NULL;
            """,  # noqa: S608
        )

    def _same(self) -> str:
        """Whether an update left alone all that the search goes by."""
        asked = ", ".join([*self.columns, f"text.{self.case}"])
        new, old = (
            f"(SELECT ROW({asked}, {self.only_if}) FROM (SELECT {row}.*) AS text)"  # noqa: S608
            for row in ("NEW", "OLD")
        )
        return f"{new} IS NOT DISTINCT FROM {old}"

    def inserting(self, rows: str) -> str:
        """The statement that takes up the words of ``rows``, a table or a query."""
        words = " || ' ' || ".join(self.columns)
        column, value = (", names_people", ", true") if self.names_people else ("", "")
        return f"""
            INSERT INTO {TABLE} (case_id, kind, key, words{column})
            SELECT text.{self.case}, '{self.table}', text.id,
                   to_tsvector('{LANGUAGE}', left({words}, {LONGEST})){value}
            FROM {rows} AS text WHERE {self.only_if} AND trim({words}) <> ''
        """  # noqa: S608


def joins_search(
    table: str,
    *columns: str,
    case: str = "case_id",
    only_if: str = "true",
    names_people: bool = False,
) -> JoinsSearch:
    """The trigger by which a text joins the search: put it among the triggers of its model.

    ``only_if`` is a condition on its row in SQL: a text that may be withdrawn says here that it is
    not, and drops out in the moment when it is. A column may be an expression of ``text``, its row.
    """
    return JoinsSearch(table, *columns, case=case, only_if=only_if, names_people=names_people)
