"""Queries that are put together once, and asked of other keys each time."""

from collections.abc import Callable, Iterable
from functools import cached_property

from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL

from cases.prepared import rows_of

NO_KEYS = [-1]  # stands in the statement for the keys that are asked about


class Compiled:
    """What to read about rows, by their keys: for queries of dozens of subqueries, which Django
    takes longer to put together than PostgreSQL to answer.

    ``rows`` says which rows the keys are of, and ``columns`` what to read: the same whoever reads,
    and on whatever day. JSON comes as text.
    """

    def __init__(self, rows: Callable[[], QuerySet], columns: dict):
        self.rows, self.columns = rows, columns

    def read(self, keys: Iterable[int]) -> dict[int, dict]:
        """The columns of each row, by its key."""
        keys = list(keys)
        if not keys:
            return {}
        sql, params = self._statement
        asked = [keys if param is NO_KEYS else param for param in params]
        return {key: dict(zip(self.columns, row, strict=True)) for key, *row in rows_of(sql, asked)}

    @cached_property
    def _statement(self) -> tuple[str, tuple]:
        rows = self.rows().order_by()
        # A condition on the row itself: as one more table to join, it would come after all others
        key = f'"{rows.model._meta.db_table}"."id" = ANY(%s::bigint[])'
        rows = rows.filter(RawSQL(key, [NO_KEYS], output_field=BooleanField()))  # noqa: S611
        return rows.values_list("pk", *self.columns.values()).query.sql_with_params()
