"""Reading a procedure's file: TOML into plain objects, with every fault named by file and key.

Nothing here touches the database; :mod:`stages.actions.procedures` makes rows of what is read.
``docs/procedures.md`` describes the format.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields
from datetime import date, datetime
from pathlib import Path

from stages.models import StageEvent, TimeLimit
from stages.working_days import DayOne, Unit

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CALENDARS = ["england-and-wales"]
LONGEST = 200  # letters of a name


class ProcedureFileError(ValueError):
    """The file cannot be used. Each line of the message names the file, the place and the fault."""


@dataclass(frozen=True, kw_only=True)
class LimitRules:
    """One clock, as its file gives it. The names are the columns of a time limit, but for two."""

    key: str
    name: str
    kind: TimeLimit.Kind = TimeLimit.Kind.STATUTORY
    main: bool = False
    in_force: bool = True
    length: int
    extends_to: int | None = None
    unit: Unit
    day_one: DayOne | None = None
    runs_from: StageEvent | None = None
    provisional_from: str = ""
    counts_back_from: str = ""
    stopped_by: StageEvent
    source: str = ""
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class StageRules:
    key: str
    number: int
    name: str
    responder: str = ""
    independent_person: bool = False
    panel: bool = False
    source: str = ""
    limits: list[LimitRules] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class ProcedureRules:
    """One version of a procedure. ``content_hash`` is of what the file means, not of its layout."""

    procedure: str
    version: str
    name: str
    aliases: list[str] = field(default_factory=list)
    in_force_from: date
    statutory: bool
    calendar: str
    day_one: DayOne
    closure_days_excluded: bool
    pauses_move_deadlines: bool
    month_ends_roll: bool
    posting_days: int
    next_body: str = ""
    source: str = ""
    remark: str = ""
    stages: list[StageRules]
    content_hash: str = ""


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
        faults.extend(_faults_of(rules))
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
    **{kind: _one_of(choices) for kind, choices in CHOICES.items()},
}


def _faults_of(rules: ProcedureRules) -> Iterator[str]:
    """Find what is well formed and still makes no procedure."""
    if not KEY.fullmatch(rules.procedure) or len(rules.procedure) > 30:
        yield "procedure: use small letters, digits and hyphens, 30 at most"
    if not rules.version or len(rules.version) > 20:
        yield "version: 1 to 20 letters or digits"
    if rules.calendar not in CALENDARS:
        yield f"calendar: expected {' or '.join(CALENDARS)}, found “{rules.calendar}”"
    if not rules.stages:
        yield "stages: a procedure has at least one"
    for name, text in _short_texts(rules):
        if len(text) > LONGEST:
            yield f"{name}: {LONGEST} letters at most, found {len(text)}"
    yield from _repeated("stages", "key", [stage.key for stage in rules.stages])
    yield from _repeated("stages", "number", [stage.number for stage in rules.stages])
    for stage in rules.stages:
        yield from _faults_of_stage(stage)


def _short_texts(rules: ProcedureRules) -> Iterator[tuple[str, str]]:
    yield from (("name", rules.name), ("next_body", rules.next_body))
    for stage in rules.stages:
        place = f"stages {stage.key}"
        yield from ((f"{place}, name", stage.name), (f"{place}, responder", stage.responder))
        yield from ((f"{place}, limits {limit.key}, name", limit.name) for limit in stage.limits)


def _repeated(place: str, name: str, values: list) -> Iterator[str]:
    for value in sorted({value for value in values if values.count(value) > 1}):
        yield f"{place}: the {name} {value} stands there twice"


def _faults_of_stage(stage: StageRules) -> Iterator[str]:
    place = f"stages {stage.key}"
    if not KEY.fullmatch(stage.key) or len(stage.key) > 30:
        yield f"{place}, key: use small letters, digits and hyphens, 30 at most"
    yield from _repeated(f"{place}, limits", "key", [limit.key for limit in stage.limits])
    if sum(limit.main for limit in stage.limits) > 1:
        yield f"{place}, limits: more than one is the main one"
    above: list[LimitRules] = []
    for limit in stage.limits:
        for fault in _faults_of_limit(limit, above):
            yield f"{place}, limits {limit.key}, {fault}"
        above.append(limit)


def _faults_of_limit(limit: LimitRules, above: list[LimitRules]) -> Iterator[str]:
    if not KEY.fullmatch(limit.key) or len(limit.key) > 40:
        yield "key: use small letters, digits and hyphens, 40 at most"
    if limit.length < 1:
        yield "length: at least 1"
    if limit.extends_to is not None and limit.extends_to <= limit.length:
        yield "extends_to: counted from the same start, so it must be more than the length"
    if limit.main and (limit.counts_back_from or limit.kind != TimeLimit.Kind.STATUTORY):
        yield "main: only a limit of the law or the published procedure can be the main one"
    yield from _faults_of_start(limit, [other.key for other in above if other.runs_from])


def _faults_of_start(limit: LimitRules, above: list[str]) -> Iterator[str]:
    if bool(limit.runs_from) == bool(limit.counts_back_from):
        yield "runs_from: give this or counts_back_from, one of the two"
    if limit.counts_back_from and limit.unit != Unit.WORKING_DAYS:
        yield "unit: a limit that counts back does so in working_days"
    if limit.counts_back_from and limit.extends_to:
        yield "extends_to: a limit that counts back moves with the other and has none of its own"
    for name in ("counts_back_from", "provisional_from"):
        other = getattr(limit, name)
        if other and other not in above:
            yield f"{name}: no limit “{other}” that runs from an event stands above it in this stage"
