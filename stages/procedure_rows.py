"""What a procedure's file says, as rows that are not saved: to be stored, or only tried."""

from collections.abc import Iterable

from stages.models import Procedure, StageDefinition, TimeLimit
from stages.procedure_rules import ProcedureRules, StageRules
from stages.rules import Version

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
    "update_every",
    "update_after",
    "resubmit_months",
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
    "exempt_days",
    "terms_in_writing_days",
    "independent_panellists",
    "chase_statement_after",
    "source",
]
OF_A_LIMIT = [
    "key",
    "name",
    "kind",
    "length",
    "extends_to",
    "by_agreement",
    "extension_names_ombudsman",
    "unit",
    "in_force",
    "counts_back_from",
    "provisional_from",
    "stopped_by",
    "source",
    "remark",
]


def fill_version(procedure: Procedure, rules: ProcedureRules) -> None:
    for name in OF_THE_VERSION:
        setattr(procedure, name, getattr(rules, name))


def stage_row(procedure: Procedure, stage: StageRules) -> StageDefinition:
    fields = {name: getattr(stage, name) for name in OF_A_STAGE}
    return StageDefinition(procedure=procedure, **fields)


def limit_rows(
    definition: StageDefinition, stage: StageRules, rules: ProcedureRules
) -> Iterable[TimeLimit]:
    for position, limit in enumerate(stage.limits, start=1):
        yield TimeLimit(
            stage=definition,
            position=position,
            is_main=limit.main,
            day_one=limit.day_one or rules.day_one,
            runs_from=limit.runs_from or "",
            **{name: getattr(limit, name) for name in OF_A_LIMIT},
        )


def version_of(rules: ProcedureRules) -> Version:
    """The version that loading the file would make, without loading it."""
    procedure = Procedure(code=rules.procedure, version=rules.version)
    fill_version(procedure, rules)
    version = Version(procedure)
    for stage in rules.stages:
        definition = version.stages[stage.number] = stage_row(procedure, stage)
        version.limits[stage.number] = list(limit_rows(definition, stage, rules))
    return version
