"""Queries that are put together once, and asked of other keys each time."""

from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache, wraps

from django.db.models import BooleanField, F, Func, QuerySet, Value

from accounts.models import User
from cases.prepared import rows_of

NO_KEYS = [-1]  # stands in the statement for the keys that are asked about
PEOPLE = 512  # whose statements a process keeps


def kept_for_each(make: Callable[..., QuerySet]) -> Callable[..., tuple[str, tuple]]:
    """The statement of ``make(user, *asked)``, put together once for a person with these roles.

    ``make`` may ask the person for their key and rights, and nothing of the database.
    """

    @lru_cache(maxsize=PEOPLE)
    def statement(pk: int, roles: tuple, is_active: bool, *asked) -> tuple[str, tuple]:
        user = User(pk=pk, roles=list(roles), is_active=is_active)
        return make(user, *asked).query.sql_with_params()

    @wraps(make)
    def kept(user: User, *asked) -> tuple[str, tuple]:
        return statement(user.pk, tuple(user.roles), user.is_active, *asked)

    return kept


def among_keys(column: str = "pk") -> Func:
    """The condition that a row is one of the keys that are put in by :func:`with_keys`.

    On the row itself: as one more table to join, the keys would come after all others.
    """
    return Func(
        F(column),
        Value(NO_KEYS),
        arg_joiner=" = ANY(",
        template="%(expressions)s::bigint[])",
        output_field=BooleanField(),
    )


def with_keys(statement: tuple[str, tuple], keys: list[int]) -> tuple[str, list]:
    sql, params = statement
    return sql, [keys if param is NO_KEYS else param for param in params]


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
        sql, asked = with_keys(self._statement, keys)
        return {key: dict(zip(self.columns, row, strict=True)) for key, *row in rows_of(sql, asked)}

    @cached_property
    def _statement(self) -> tuple[str, tuple]:
        rows = self.rows().order_by().filter(among_keys())
        return rows.values_list("pk", *self.columns.values()).query.sql_with_params()
