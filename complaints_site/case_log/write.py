"""Writing rows in bulk: keys taken from the sequences, rows sent with COPY.

The database's own triggers write the trail of them, as for any other change; COPY goes past
Django's cursor, so the context that the triggers read is set here.
"""

import json
from collections import defaultdict

import pghistory
from django.db import connection

KEYS_AT_ONCE = 5_000
ROWS_AT_ONCE = 20_000

# The keys taken from a sequence: their first and last where nobody took one in between, else all.
TAKE_KEYS = """
    SELECT CASE WHEN max(key) - min(key) + 1 = count(*) THEN ARRAY[min(key), max(key)]
                ELSE array_agg(key) END
    FROM (SELECT nextval(pg_get_serial_sequence(%s, %s)) AS key FROM generate_series(1, %s)) AS k
"""


class Writer:
    """Collects rows model by model and writes them when there are many, and at :meth:`flush`.

    ``counts`` says how many rows of each model were added. A writer that was told to ``stop``
    still gives out keys, so that the rest of a faulty log can be checked.
    """

    def __init__(self):
        self.tables: dict[type, Table] = {}
        self.counts: dict[type, int] = defaultdict(int)
        self.waiting = 0
        self.stopped = False
        self.context_is_set = False

    def add(self, model, **values) -> int:
        """Add a row; ``values`` by column, the others as the model has them. Returns its key."""
        table = self.tables.get(model)
        if table is None:
            table = self.tables[model] = Table(model)
        key = table.add(values)
        self.counts[model] += 1
        self.waiting += 1
        if self.waiting >= ROWS_AT_ONCE:
            self.flush()
        return key

    def stop(self) -> None:
        self.stopped = True

    def flush(self) -> None:
        for table in self.tables.values():
            if table.rows and not self.stopped:
                self._set_context()
                table.write()
            table.rows = []
        self.waiting = 0

    def _set_context(self) -> None:
        if self.context_is_set:
            return
        with pghistory.context() as context, connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('pghistory.context_id', %s, true),"
                " set_config('pghistory.context_metadata', %s, true)",
                [str(context.id), json.dumps(context.metadata)],
            )
        self.context_is_set = True


class Table:
    """The columns of a model's table with what stands in them unless a row says otherwise."""

    def __init__(self, model):
        fields = [
            field
            for field in model._meta.concrete_fields
            if not field.generated and not field.has_db_default()
        ]
        self.name = model._meta.db_table
        self.columns = [field.attname for field in fields]
        self.usual = {field.attname: usual_value(field) for field in fields}
        self.key = model._meta.pk.attname
        self.keys: list[int] = []
        self.rows: list[tuple] = []

    def add(self, values: dict) -> int:
        if not self.keys:
            self._take_keys()
        key = values[self.key] = self.keys.pop()
        row = self.usual | values
        if len(row) != len(self.columns):
            raise TypeError(f"{self.name} has no column {set(values) - set(self.columns)}")
        self.rows.append(tuple(row.values()))
        return key

    def write(self) -> None:
        columns = ", ".join(f'"{column}"' for column in self.columns)
        copy_in = f'COPY "{self.name}" ({columns}) FROM STDIN'
        with (
            connection.wrap_database_errors,
            connection.cursor() as cursor,
            cursor.copy(copy_in) as copy,
        ):
            for row in self.rows:
                copy.write_row(row)

    def _take_keys(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(TAKE_KEYS, [self.name, self.key, KEYS_AT_ONCE])
            (keys,) = cursor.fetchone()
        self.keys = list(range(keys[1], keys[0] - 1, -1)) if len(keys) == 2 else keys[::-1]


def usual_value(field):
    if field.has_default():
        return field.get_default()
    return "" if field.empty_strings_allowed and not field.null else None
