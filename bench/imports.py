"""Importing 20,000 complaints, against a COPY of the rows that come out of it.

The COPY goes into the same tables, empty, with their triggers, constraints and indexes on: what
any way of getting these rows in would have to do at the least.
"""

import tempfile
from pathlib import Path
from time import perf_counter

import pghistory
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.models import BigAutoField

from bench import databases
from bench.generate import made_log
from bench.result import Measured

HOW_MANY, LIMIT = 20_000, 10
IMPORTED, COPIED = "bench_imported", "bench_copied"


def measure(keep: bool) -> list[Measured]:
    databases.empty()
    with tempfile.TemporaryDirectory() as folder:
        log, rows = Path(folder) / "log", Path(folder) / "rows"
        made_log(HOW_MANY).write(log)
        imported = time_import(log, rows)
        copied = min(time_copy(rows) for _ in range(2))
    databases.drop(IMPORTED)
    databases.drop(COPIED)
    return [
        Measured(
            "import of 20,000 complaints, to a COPY of its rows",
            imported / copied,
            None,
            LIMIT,
            seconds=f"{imported:.1f} s to {copied:.1f} s",
        )
    ]


def time_import(log: Path, rows: Path) -> float:
    """Import the log, and leave the rows that it added as files."""
    databases.copy_of_empty(IMPORTED)
    rows.mkdir()
    with databases.connected_to(IMPORTED):
        before = {model: highest_key(model) for model in models()}
        began = perf_counter()
        databases.import_without_fault(log)
        seconds = perf_counter() - began
        for number, model in enumerate(models()):
            copy_out(model, before[model], rows / f"{number:03}")
    return seconds


def time_copy(rows: Path) -> float:
    databases.copy_of_empty(COPIED)
    with databases.connected_to(COPIED):
        connection.ensure_connection()
        began = perf_counter()
        with transaction.atomic():
            for number, model in enumerate(models()):
                copy_in(model, rows / f"{number:03}")
        return perf_counter() - began


def models() -> list:
    """Every model of ours that rows are added to, its link tables too. Those of the trail come by
    trigger, and foreign keys are looked at when the transaction ends, so the order is free.
    """
    ours = [
        model
        for app in settings.OUR_APPS
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]
    return [
        model
        for model in ours
        if isinstance(model._meta.pk, BigAutoField)
        and not issubclass(model, pghistory.models.Event)
    ]


def columns(model) -> str:
    return ", ".join(
        f'"{each.column}"' for each in model._meta.concrete_fields if not each.generated
    )


def highest_key(model) -> int:
    return model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def copy_out(model, above: int, file: Path) -> None:
    table, key = model._meta.db_table, model._meta.pk.column
    rows = f'SELECT {columns(model)} FROM "{table}" WHERE "{key}" > {above}'
    with (
        file.open("wb") as out,
        connection.cursor() as cursor,
        cursor.copy(f"COPY ({rows}) TO STDOUT") as copy,
    ):
        for part in copy:
            out.write(part)


def copy_in(model, file: Path) -> None:
    if not file.stat().st_size:
        return
    statement = f'COPY "{model._meta.db_table}" ({columns(model)}) FROM STDIN'
    with (
        file.open("rb") as rows,
        connection.cursor() as cursor,
        cursor.copy(statement) as copy,
    ):
        while part := rows.read(1 << 16):
            copy.write(part)
