"""How the rows of a case that is known are told apart, so that a log can change them.

For each kind of row: how its case is found, what it is known by, and which column of the log each
field comes from. A column that a log does not have says nothing about its field.
"""

from dataclasses import dataclass, field

from cases.models import (
    AdvocacyReferral,
    Assignment,
    Decision,
    Equalities,
    LogEntry,
    Note,
    Point,
)
from remedies.models import ActionPoint, Lesson, Payment
from stages.models import Extension, Finding, Hold, Mediation, OmbudsmanEnquiry, Stage

from .columns import EQUALITIES, OF_COMPLAINANT, SHORT_FORM

# Field → column, where the two are not of one name
CASE_FIELDS = {
    "channel_id": "channel",
    "passed_on_by_id": "passed_on_by",
    "service_area_id": "service_area",
    "provider_id": "provider",
    "complainant_type_id": "complainant_type",
    "nature_id": "nature_of_complaint",
    **{
        name: name
        for name in (
            "kind",
            "received_on",
            "made_on",
            "summary",
            "historical",
            "joint_body",
            "withdrawn_on",
            "closed_on",
            "close_reason",
        )
    },
}
PERSON_FIELDS = {
    "name": "name",
    "care_system_number": "care_system_number",
    "email": "email",
    "telephone": "telephone",
    "address": "address",
    "contact_rule": "contact_rule",
    "no_post": "contact_rule",
    "no_messages": "contact_rule",
}
PART_FIELDS = {"relation": "relation", "authority_evidence": "authority_evidence"}


@dataclass(frozen=True)
class Kept:
    """One kind of row of a case. ``known_by`` None: by what it resembles most; empty: the only one.

    ``like`` narrows the rows that a log speaks of; ``only_added``: none is ever changed.
    """

    model: type
    sheet: str
    known_by: tuple[str, ...] | None = None
    case: str = "case_id"
    columns: dict[str, str] = field(default_factory=dict)
    like: dict = field(default_factory=dict)
    only_added: bool = False


def same_named(*names: str, **others: str) -> dict[str, str]:
    return {name: name for name in names} | others


AREA = {"service_area_id": "service_area"}
OWNER = {"capacity": Assignment.Capacity.OWNER.value}

AFTER_THE_STAGES = [
    Kept(LogEntry, "log_entries", known_by=("log_id",)),
    Kept(Equalities, "case_log", known_by=("about",)),
    Kept(
        Assignment,
        "case_log",
        known_by=(),
        like=OWNER,
        columns={"team": "owner", "user_id": "owner"},
    ),
    Kept(
        OmbudsmanEnquiry,
        "case_log",
        known_by=(),
        columns={
            "received_on": "ombudsman_received_on",
            "decided_on": "ombudsman_decided_on",
            "decision_id": "ombudsman_decision",
        },
    ),
    Kept(Decision, "decisions", columns=same_named("kind", "decided_on", "decision", "reason")),
    Kept(Note, "notes", only_added=True),
    Kept(
        Extension,
        "extensions",
        case="stage__case_id",
        columns=same_named("from_due_on", "to_due_on", "reason", "told_on"),
    ),
    Kept(
        Hold,
        "holds",
        known_by=("stage_id", "from_on"),
        case="stage__case_id",
        columns=same_named("to_on", "reason", "told_on"),
    ),
    Kept(
        Point,
        "points",
        known_by=("stage_number", "number"),
        columns=same_named("text", nature_id="nature", is_primary="primary"),
    ),
    Kept(Finding, "points", known_by=("stage_id", "point_id", "level"), case="stage__case_id"),
    Kept(
        Mediation,
        "mediations",
        columns=same_named("offered_on", "held_on", "stage_avoided", "outcome") | AREA,
    ),
    Kept(
        Payment,
        "payments",
        columns=same_named(
            "stage_requested_only",
            "kind",
            "amount",
            "offered_on",
            "accepted_on",
            "paid_on",
            stage_number="stage",
        )
        | AREA,
    ),
    Kept(Lesson, "lessons", columns=same_named("raised_on", "text", "recurring") | AREA),
    Kept(
        ActionPoint,
        "lessons",
        known_by=("lesson_id",),
        case="lesson__case_id",
        columns=same_named("lead", "due_on", "done_on", "evidence"),
    ),
    Kept(
        AdvocacyReferral,
        "advocacy_referrals",
        columns=same_named("referred_on", "provider", "outcome") | AREA,
    ),
]
STAGES = Kept(Stage, "case_log", known_by=("number",))


def columns_of(kept: Kept, row: dict) -> dict[str, str]:
    """The fields of a row that come from a column, with their columns."""
    if kept.model is Stage:
        return _of_stage(row["number"])
    if kept.model is Equalities:
        if row["about"] == Equalities.About.COMPLAINANT:
            return {f"{name}_id": f"complainant_{name}" for name in OF_COMPLAINANT}
        return {f"{name}_id": name for name in EQUALITIES}
    return kept.columns


def _of_stage(number: int) -> dict[str, str]:
    found = {event: column for column, (of, event) in SHORT_FORM.items() if of == number}
    if number == 1:
        found["acknowledged_on"] = "acknowledged_on"
    return found | {"outcome": f"stage{number}_outcome", "nature_id": f"stage{number}_nature"}


def pair(kept: Kept, there: list[dict], told: list[dict]) -> list[tuple[dict | None, dict]]:
    """Pair each row a log tells of with the row that stands there for it, or with none."""
    left = list(there)
    pairs: list[tuple[dict | None, dict]] = []
    waiting = []
    for row in told:
        same = [other for other in left if all(other[name] == row[name] for name in _facts(row))]
        if same:
            left.remove(same[0])
            pairs.append((same[0], row))
        else:
            waiting.append(row)
    for row in waiting:
        other = None if kept.only_added else _counterpart(kept, left, row)
        if other:
            left.remove(other)
        pairs.append((other, row))
    return pairs


def _counterpart(kept: Kept, left: list[dict], row: dict) -> dict | None:
    if kept.known_by is not None:
        found = (other for other in left if all(other[k] == row[k] for k in kept.known_by))
        return next(found, None)
    facts = _facts(row)
    best = max(left, key=lambda other: _in_common(other, row, facts), default=None)
    return best if best and 2 * _in_common(best, row, facts) >= len(facts) else None


def _facts(row: dict) -> list[str]:
    return [name for name, value in row.items() if value not in (None, "") and name != "id"]


def _in_common(other: dict, row: dict, facts: list[str]) -> int:
    return sum(other[name] == row[name] for name in facts)
