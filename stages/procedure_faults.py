"""What can be wrong with a procedure whose file is well formed."""

import re
from collections.abc import Iterator

from stages.models import TimeLimit
from stages.procedure_rules import LimitRules, ProcedureRules, StageRules
from stages.working_days import Unit

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CALENDARS = ["england-and-wales"]
LONGEST = 200  # letters of a name


def faults_of(rules: ProcedureRules) -> Iterator[str]:
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
    yield from ["update_every: at least 1"] if rules.update_every < 1 else []
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
    if limit.by_agreement and not limit.main:
        yield "by_agreement: only the main limit is a long stop"
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
            yield f"{name}: no limit “{other}” that runs from an event stands above it"
