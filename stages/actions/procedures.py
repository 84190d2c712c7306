"""Procedures as rows: a version is loaded from its file and, once a case has used it, stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from accounts.models import User
from accounts.trail import action, record
from stages.models import Procedure, Route, Stage, StageDefinition, TimeLimit
from stages.procedure_rows import fill_version, limit_rows, stage_row
from stages.procedure_rules import ProcedureRules
from stages.working_calendar import in_words


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
    fill_version(procedure, rules)
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
    stages = [stage_row(procedure, stage) for stage in rules.stages]
    made = StageDefinition.objects.bulk_create(stages)
    TimeLimit.objects.bulk_create(
        limit
        for definition, stage in zip(made, rules.stages, strict=True)
        for limit in limit_rows(definition, stage, rules)
    )


def _fit_together(code: str) -> None:
    """Let each version end on the day before the next one begins, and the last one stay open."""
    ends: date | None = None
    for procedure in Procedure.objects.filter(code=code).order_by("-in_force_from"):
        if procedure.in_force_until != ends:
            Procedure.objects.filter(pk=procedure.pk).update(in_force_until=ends)
        ends = procedure.in_force_from - timedelta(days=1)
