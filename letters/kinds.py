"""The letters there are: what each is, which step its sending takes, and what it must hold."""

from dataclasses import dataclass

from django.db.models import TextChoices

from stages.models import StageDefinition


class Kind(TextChoices):
    ACKNOWLEDGEMENT = "acknowledgement", "Acknowledgement"
    EXTENSION = "extension", "More time is needed"
    UPDATE = "update", "Update"
    STAGE_1 = "stage_1", "Stage 1 response"
    STAGE_2 = "stage_2", "Stage 2 response"
    ADJUDICATION = "adjudication", "Stage 2 adjudication"
    STAGE_3 = "stage_3", "Stage 3 response"
    STAGE_3_REVIEW = "stage_3_review", "Response to the Stage 3 review"
    ADULTS = "adults", "Response to an adult social care complaint"
    REFUSAL = "refusal", "Complaint not taken on"
    WITHDRAWAL = "withdrawal", "Withdrawal"
    CLOSING = "closing", "Closing"


@dataclass(frozen=True)
class Rules:
    """``step``: what the sending of the letter is in the table of steps, so that both are one act.
    ``stages``: at which it is written; none where it is no letter of a stage."""

    step: str = ""
    stages: frozenset[int] = frozenset()
    answers: bool = False  # it gives a finding on each point
    procedures: frozenset[str] = frozenset()  # only in these; empty for all
    never: frozenset[str] = frozenset()


ADULTS = "adults"
RULES = {
    Kind.ACKNOWLEDGEMENT: Rules("acknowledge", frozenset({0, 1, 2, 3})),
    Kind.EXTENSION: Rules("tell-new-date", frozenset({0, 1, 2, 3})),
    Kind.UPDATE: Rules("record-update", frozenset({0, 1, 2, 3})),
    Kind.STAGE_1: Rules("answer", frozenset({1}), answers=True, never=frozenset({ADULTS})),
    Kind.STAGE_2: Rules("answer", frozenset({2}), answers=True),
    Kind.ADJUDICATION: Rules("adjudicate", frozenset({2}), answers=True),
    Kind.STAGE_3: Rules("answer-panel", frozenset({3})),
    Kind.STAGE_3_REVIEW: Rules("answer", frozenset({3}), answers=True),
    Kind.ADULTS: Rules("answer", frozenset({1}), answers=True, procedures=frozenset({ADULTS})),
    Kind.REFUSAL: Rules(),
    Kind.WITHDRAWAL: Rules(),
    Kind.CLOSING: Rules(),
}


def rules_of(kind: str) -> Rules:
    return RULES[Kind(kind)]


def is_written_at(kind: str, procedure: str, stage: StageDefinition) -> bool:
    """Whether a letter of ``kind`` is written at a stage of ``procedure``."""
    rules = rules_of(kind)
    if (rules.procedures and procedure not in rules.procedures) or procedure in rules.never:
        return False
    if rules.step in ANSWER_A_STAGE and rules.step != answered_by(stage):
        return False
    return not rules.stages or stage.number in rules.stages


ANSWER_A_STAGE = ("answer", "adjudicate", "answer-panel")
ANSWERING = [kind for kind, rules in RULES.items() if rules.step in ANSWER_A_STAGE]


def answered_by(stage: StageDefinition) -> str:
    """The step that answers it: a senior manager's review is no adjudication, nor a panel's."""
    if stage.panel:
        return "answer-panel"
    return "adjudicate" if stage.independent_person else "answer"
