"""Putting back what one act changed: every row of its context as it was before.

The database's triggers keep each row of a tracked model after each change, and each deleted row, so
what a row was before an act is the last that was kept of it before. Putting back is a change like
any other: it is kept too, and nothing is taken out of the trail.

A model may say that a row of its own stays, because it has left the house: a method
``why_it_stays()`` that gives the reason, or "" where it can go.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from psycopg.sql import SQL, Composable, Identifier


class CannotPutBack(Exception):
    """Why not, in the user's words."""


@dataclass(frozen=True)
class Touched:
    """A row that an act inserted, changed or deleted: all that is kept of it, oldest first."""

    model: type[models.Model]
    kept: list[models.Model]
    context_id: UUID

    @property
    def pk(self):
        return getattr(self.kept[-1], self.model._meta.pk.attname)

    @property
    def is_there(self) -> bool:
        return self.kept[-1].pgh_label != "delete"

    @property
    def changed_since(self) -> bool:
        return self.kept[-1].pgh_context_id != self.context_id

    @property
    def before(self) -> models.Model | None:
        """The row before the act; nothing where the act made it."""
        first = next(n for n, one in enumerate(self.kept) if one.pgh_context_id == self.context_id)
        if self.kept[first].pgh_label == "delete":
            return self.kept[first]  # what is kept of a deleted row is how it was
        if not first:
            if self.kept[0].pgh_label != "insert":
                raise CannotPutBack(f"Nothing is kept of a {self._name} from before.")
            return None
        earlier = self.kept[first - 1]
        return None if earlier.pgh_label == "delete" else earlier

    def values_before(self) -> dict:
        """The columns of the row before the act."""
        before = self.before
        stored = [field for field in self.model._meta.concrete_fields if not field.generated]
        if not all(hasattr(before, field.attname) for field in stored):
            raise CannotPutBack(f"Not every field of a {self._name} is kept.")
        return {field.attname: getattr(before, field.attname) for field in stored}

    @property
    def _name(self) -> str:
        return str(self.model._meta.verbose_name)


def touched_by(context_id: UUID, among: Iterable[type[models.Model]] | None = None):
    """The rows that an act touched, of every tracked model or of those ``among`` them."""
    keys = _keys_touched(context_id, tracked_models() if among is None else tuple(among))
    for model, own in keys.items():
        kept = {}
        events = model.pgh_event_model.objects.filter(pgh_obj__in=own).order_by("pgh_id")
        for event in events:
            kept.setdefault(event.pgh_obj_id, []).append(event)
        yield from (Touched(model, rows, context_id) for rows in kept.values())


def why_it_stays(context_id: UUID) -> str:
    """Say why an act cannot be taken back where a row of it has left the house."""
    among = [model for model in tracked_models() if hasattr(model, "why_it_stays")]
    for row in touched_by(context_id, among) if among else ():
        there = row.model._base_manager.filter(pk=row.pk).first()
        if there and (reason := there.why_it_stays()):
            return reason
    return ""


def put_back(context_id: UUID) -> int:
    """Make every row of an act what it was before; how many. All of them, or none."""
    if reason := why_it_stays(context_id):
        raise CannotPutBack(reason)
    rows = list(touched_by(context_id))
    for row in rows:
        if row.changed_since:
            raise CannotPutBack(f"A {row.model._meta.verbose_name} of it was changed since.")
    try:
        with transaction.atomic():
            _write(rows)
            _hold_every_rule_now()
    except DatabaseError as refusal:
        raise CannotPutBack("Something that came later stands on it.") from refusal
    return len(rows)


def _write(rows: list[Touched]) -> None:
    """First what goes, then what changes, then what comes back: so no two share a place."""
    goes = [row for row in rows if row.is_there and row.before is None]
    stays = [row for row in rows if row.is_there and row.before is not None]
    returns = [row for row in rows if not row.is_there and row.before is not None]
    for row in reversed(goes):
        _delete(row)
    for row in reversed(stays):
        row.model._base_manager.filter(pk=row.pk).update(**row.values_before())
    for row in returns:
        row.model._base_manager.bulk_create([row.model(**row.values_before())])


def _delete(row: Touched) -> None:
    """By SQL: Django would look for rows that protect it, which go in the next statement."""
    table, column = row.model._meta.db_table, row.model._meta.pk.column
    statement = SQL("DELETE FROM {} WHERE {} = %s").format(Identifier(table), Identifier(column))
    with connection.cursor() as cursor:
        cursor.execute(compose(statement), [row.pk])


def compose(statement: Composable) -> str:
    """As text, which the trail can put its context in front of."""
    return statement.as_string(connection.connection)


def _hold_every_rule_now() -> None:
    """Relations are checked when a transaction ends: here, while it can still be refused."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@cache
def tracked_models() -> tuple[type[models.Model], ...]:
    found = [model for model in apps.get_models() if "pgh_event_model" in dir(model)]
    return tuple(model for model in found if not hasattr(model, "pgh_tracked_model"))


def _keys_touched(context_id: UUID, among: tuple) -> dict[type[models.Model], set]:
    """Which rows of which models, by one query over all their histories."""
    models_of = {model._meta.label: model for model in among}
    of_one = SQL("SELECT {}, pgh_obj_id::text FROM {} WHERE pgh_context_id = {}")
    statement = SQL(" UNION ").join(
        of_one.format(label, Identifier(model.pgh_event_model._meta.db_table), context_id)
        for label, model in models_of.items()
    )
    keys = {}
    with connection.cursor() as cursor:
        cursor.execute(compose(statement))
        for label, key in cursor.fetchall():
            keys.setdefault(models_of[label], set()).add(key)
    return keys
