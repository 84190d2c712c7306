"""Reading a procedure's file: TOML into plain objects, with every fault named by file and key.

Nothing here touches the database; :mod:`stages.actions.procedures` makes rows of what is read.
``docs/procedures.md`` describes the format.
"""

import hashlib
import json
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import date, datetime
from pathlib import Path

from stages.models import StageEvent, TimeLimit
from stages.procedure_faults import faults_of
from stages.procedure_rules import LimitRules, ProcedureRules, StageRules
from stages.working_days import DayOne, Unit


class ProcedureFileError(ValueError):
    """The file cannot be used. Each line of the message names the file, the place and the fault."""


def read_procedure(path: Path | str) -> ProcedureRules:
    """Read and check one file. :class:`ProcedureFileError` lists all that is wrong with it."""
    path = Path(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ProcedureFileError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError:
        raise ProcedureFileError(f"{path}: the file is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise ProcedureFileError(f"{path}: {error}") from error
    return parse_procedure(table, str(path))


def parse_procedure(table: dict, file: str) -> ProcedureRules:
    """Make one version of a procedure out of the tables of ``file``."""
    faults: list[str] = []
    rules = _read(ProcedureRules, table, "", faults)
    if not faults:
        faults.extend(faults_of(rules))
    if faults:
        raise ProcedureFileError("\n".join(f"{file}: {fault}" for fault in faults))
    return rules


def hash_of(table: dict) -> str:
    written = json.dumps(table, sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()


def _read(kind: type, table: dict, place: str, faults: list[str]):
    """Fill ``kind`` from ``table``; what does not fit goes to ``faults`` and gives nothing."""
    known = {column.name: column for column in fields(kind) if column.name != "content_hash"}
    found = {}
    before = len(faults)
    for name in table.keys() - known.keys():
        faults.append(f"{place}{name}: not a key that is known here")
    for name, column in known.items():
        if name in table:
            found[name] = _value(column.type, table[name], f"{place}{name}", faults)
        elif column.default is MISSING and column.default_factory is MISSING:
            faults.append(f"{place}{name}: missing")
    if len(faults) > before:
        return None
    if kind is ProcedureRules:
        found["content_hash"] = hash_of(table)
    return kind(**found)


def _value(kind, value, place: str, faults: list[str]):
    if kind in (list[StageRules], list[LimitRules]):
        return _tables(kind.__args__[0], value, place, faults)
    fits, expected = EXPECTED[kind]
    if not fits(value):
        faults.append(f"{place}: expected {expected}, found {_shown(value)}")
        return None
    return CHOICES[kind](value) if kind in CHOICES else value


def _tables(kind: type, tables, place: str, faults: list[str]) -> list:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        faults.append(f"{place}: expected tables, each headed [[{place.replace(' ', '.')}]]")
        return []
    named = [(f"{place} {table.get('key', number)}, ", table) for number, table in _from_1(tables)]
    return [_read(kind, table, name, faults) for name, table in named]


def _from_1(things: list) -> Iterator[tuple[int, object]]:
    return enumerate(things, start=1)


def _shown(value) -> str:
    return f"“{value}”" if isinstance(value, str) else str(value)


def _is_number(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10_000


def _is_day(value) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _one_of(choices) -> tuple:
    values = [member.value for member in choices]
    return (lambda value: value in values), "one of " + ", ".join(values)


CHOICES = {
    Unit: Unit,
    DayOne: DayOne,
    DayOne | None: DayOne,
    StageEvent: StageEvent,
    StageEvent | None: StageEvent,
    TimeLimit.Kind: TimeLimit.Kind,
}
EXPECTED = {
    str: (lambda value: isinstance(value, str), "text"),
    bool: (lambda value: isinstance(value, bool), "true or false"),
    int: (_is_number, "a whole number"),
    int | None: (_is_number, "a whole number"),
    date: (_is_day, "a date such as 2006-09-01, without quotation marks"),
    list[str]: (
        lambda value: isinstance(value, list) and all(isinstance(name, str) for name in value),
        'a list such as ["children_statutory"]',
    ),
    list[int]: (
        lambda value: isinstance(value, list) and all(map(_is_number, value)),
        "a list of whole numbers such as [5, 10]",
    ),
    **{kind: _one_of(choices) for kind, choices in CHOICES.items()},
}
