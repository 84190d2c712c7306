"""Procedures as rows: a version is loaded from its file and, once a case has used it, stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from accounts.models import User
from accounts.trail import action, record
from stages.models import Procedure, Route, Stage, StageDefinition, TimeLimit
from stages.procedure_rules import LimitRules, ProcedureRules, StageRules
from stages.working_calendar import in_words

OF_THE_VERSION = [
    "name",
    "aliases",
    "in_force_from",
    "statutory",
    "day_one",
    "closure_days_excluded",
    "pauses_move_deadlines",
    "month_ends_roll",
    "posting_days",
    "source",
    "remark",
    "next_body",
    "content_hash",
]
OF_A_STAGE = [
    "key",
    "number",
    "name",
    "responder",
    "independent_person",
    "panel",
    "source",
]
OF_A_LIMIT = [
    "key",
    "name",
    "kind",
    "length",
    "extends_to",
    "unit",
    "in_force",
    "counts_back_from",
    "provisional_from",
    "stopped_by",
    "source",
    "remark",
]


class ProcedureInUse(ValueError):
    """A version that cases have used was to change. The sentence says what to do instead."""


class ProcedureClash(ValueError):
    """Two versions that cannot both be: one code from the same day, or one alias of two codes."""


class Change(StrEnum):
    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Loaded:
    procedure: Procedure
    change: Change


@action
def load_procedures(versions: Sequence[ProcedureRules], *, by: User | None) -> list[Loaded]:
    """Load versions together, all or none; see :func:`load_procedure`."""
    in_order = sorted(versions, key=lambda rules: (rules.procedure, rules.in_force_from))
    return [load_procedure(rules, by=by) for rules in in_order]


@action
def load_procedure(rules: ProcedureRules, *, by: User | None) -> Loaded:
    """Make rows of one version, and let the version before it end on the day before.

    What was loaded before stays as it is, and so does a version that a case goes by: a file that
    would change it is refused. A changed file of a version nobody has used replaces it.
    """
    existing = Procedure.objects.filter(code=rules.procedure, version=rules.version)
    procedure = existing.select_for_update().first()
    if procedure and procedure.content_hash == rules.content_hash:
        return Loaded(procedure, Change.UNCHANGED)
    if procedure and _is_used(procedure):
        raise ProcedureInUse(
            f"Cases go by “{procedure}” ({rules.procedure}, version {rules.version}), so it stays "
            "as it is. Enter what changes as a new version, in force from a later day."
        )
    _refuse_clashes(rules)
    change = Change.REPLACED if procedure else Change.NEW
    if procedure:
        procedure.stages.all().delete()
    procedure = procedure or Procedure(code=rules.procedure, version=rules.version)
    for name in OF_THE_VERSION:
        setattr(procedure, name, getattr(rules, name))
    procedure.in_force_until = None
    procedure.save()
    _add_stages(procedure, rules)
    _fit_together(rules.procedure)
    procedure.refresh_from_db()
    verb = "loaded" if change == Change.NEW else "replaced, before any case used it,"
    from_day = in_words(procedure.in_force_from)
    record(f"{verb} “{procedure}”, in force from {from_day}", procedure, by=by)
    return Loaded(procedure, change)


def _is_used(procedure: Procedure) -> bool:
    return (
        Route.objects.filter(procedure=procedure).exists()
        or Stage.objects.filter(definition__procedure=procedure).exists()
    )


def _refuse_clashes(rules: ProcedureRules) -> None:
    others = Procedure.objects.exclude(code=rules.procedure, version=rules.version)
    same_day = others.filter(code=rules.procedure, in_force_from=rules.in_force_from).first()
    if same_day:
        raise ProcedureClash(
            f"“{same_day}” (version {same_day.version}) is in force from "
            f"{in_words(same_day.in_force_from)} too. Two versions need two days."
        )
    for other in others.exclude(code=rules.procedure):
        both = {rules.procedure, *rules.aliases} & {other.code, *other.aliases}
        if both:
            raise ProcedureClash(f"“{sorted(both)[0]}” already means “{other}” in case logs.")


def _add_stages(procedure: Procedure, rules: ProcedureRules) -> None:
    made = StageDefinition.objects.bulk_create(
        StageDefinition(procedure=procedure, **{name: getattr(stage, name) for name in OF_A_STAGE})
        for stage in rules.stages
    )
    TimeLimit.objects.bulk_create(
        limit
        for definition, stage in zip(made, rules.stages, strict=True)
        for limit in _limits(definition, stage, rules)
    )


def _limits(definition: StageDefinition, stage: StageRules, rules: ProcedureRules):
    for position, limit in enumerate(stage.limits, start=1):
        yield TimeLimit(
            stage=definition,
            position=position,
            is_main=limit.main,
            day_one=limit.day_one or rules.day_one,
            runs_from=limit.runs_from or "",
            **_columns(limit),
        )


def _columns(limit: LimitRules) -> dict:
    return {name: getattr(limit, name) for name in OF_A_LIMIT}


def _fit_together(code: str) -> None:
    """Let each version end on the day before the next one begins, and the last one stay open."""
    ends: date | None = None
    for procedure in Procedure.objects.filter(code=code).order_by("-in_force_from"):
        if procedure.in_force_until != ends:
            Procedure.objects.filter(pk=procedure.pk).update(in_force_until=ends)
        ends = procedure.in_force_from - timedelta(days=1)
