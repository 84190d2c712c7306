"""What complainants said once their case was closed, by the stage and outcome they had."""

from dataclasses import dataclass

from reporting import sections
from reporting.counted import AFTERWARDS_ANSWERS, ASKED_AFTERWARDS, WORDS_AFTERWARDS
from reporting.crosstab import Crosstab
from reporting.dimensions import Choices, Dimension, Heading
from stages.models import AfterwardsAnswer, Outcome

OUTCOMES = (*Outcome.choices, ("", "No outcome"))
STAGES = tuple((number, f"Stage {number}" if number else "Before stage 1") for number in range(4))
USUAL = (Outcome.UPHELD, Outcome.PARTIALLY_UPHELD, Outcome.NOT_UPHELD)


@dataclass(frozen=True)
class QuestionsBy(Dimension):
    """Each question that was answered, by another field of the stage that it was about."""

    path: str
    choices: tuple[tuple[object, str], ...]

    def groups(self, counted, scope):
        return {"question": counted.column("question"), "by": counted.column(self.path)}

    def headings(self, scope, found) -> list[Heading]:
        return [
            Heading(
                f"{question.pk}-{place}",
                f"{question.name} {label}",
                frozenset([(question.pk, value)]),
            )
            for question in scope.lists.afterwards_questions
            for place, (value, label) in enumerate(self.choices)
            if (question.pk, value) in found
        ]


def _by_stage_and_outcome(key, title, counted) -> Crosstab:
    return Crosstab(
        key=key,
        title=title,
        section=sections.AFTERWARDS,
        counted=counted,
        row=Choices("stage_number", STAGES, always=(1, 2)),
        column=Choices("outcome", OUTCOMES, always=USUAL),
        total_row="Total",
        total_column="All",
    )


def _answers(key, title, by: QuestionsBy) -> Crosstab:
    answers = AfterwardsAnswer.Answer
    return Crosstab(
        key=key,
        title=title,
        section=sections.AFTERWARDS,
        counted=AFTERWARDS_ANSWERS,
        row=by,
        column=Choices("answer", tuple(answers.choices), always=tuple(answers.values)),
        percent_of="row",
        total_column="Answers",
    )


TABLES = (
    _by_stage_and_outcome(
        "asked_afterwards",
        "Complainants asked after closing, by stage and outcome",
        ASKED_AFTERWARDS,
    ),
    _by_stage_and_outcome(
        "words_afterwards", "Those who answered, by stage and outcome", WORDS_AFTERWARDS
    ),
    _answers(
        "answers_by_stage",
        "What they answered, by the last stage of their complaint",
        QuestionsBy("stage_number", STAGES),
    ),
    _answers(
        "answers_by_outcome",
        "What they answered, by the outcome of that stage",
        QuestionsBy("outcome", OUTCOMES),
    ),
)
