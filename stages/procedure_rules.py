"""What a procedure's file says, as plain objects: the names are those of the file's keys."""

from dataclasses import dataclass, field
from datetime import date

from stages.models import StageEvent, TimeLimit
from stages.working_days import DayOne, Unit


@dataclass(frozen=True, kw_only=True)
class LimitRules:
    """One clock, as its file gives it. The names are the columns of a time limit, but for two."""

    key: str
    name: str
    kind: TimeLimit.Kind = TimeLimit.Kind.STATUTORY
    main: bool = False
    by_agreement: bool = False
    extension_names_ombudsman: bool = False
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
    exempt_days: int | None = None
    terms_in_writing_days: int | None = None
    independent_panellists: int = 0
    chase_statement_after: list[int] = field(default_factory=list)
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
    update_every: int = 10
    update_after: int = 20
    resubmit_months: int = 12  # one year, not verified [UGK]
    next_body: str = ""
    source: str = ""
    remark: str = ""
    stages: list[StageRules]
    content_hash: str = ""
