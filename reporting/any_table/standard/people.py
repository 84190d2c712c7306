"""How many of the complaints have an answer to each question on equalities."""

from dataclasses import dataclass

from django.db.models import Case, IntegerField, Value, When

from cases.models import EqualityAnswer
from reporting.any_table.dimensions import Answers
from reporting.any_table.spread import Shares
from reporting.any_table.standard.sections import PEOPLE
from reporting.any_table.what import CASES
from reporting.beside import Beside
from reporting.dimensions import Everything, ServiceAreas

QUESTIONS = EqualityAnswer.Dimension.choices


@dataclass(frozen=True)
class Recorded(Answers):
    """Grouped as one; what is measured is whether there is an answer."""

    def value(self) -> Case:
        path = f"{self._joined}__{self.question}"
        known = When(**{f"{path}__kind": "answer"}, then=Value(1))
        return Case(known, default=Value(0), output_field=IntegerField())


def share_recorded(question: str) -> Shares:
    answers = Recorded(question)
    return Shares(
        key=f"recorded-{question}",
        title="",
        counted=CASES,
        row=ServiceAreas(),
        column=Everything("All"),
        total_row="Total",
        value=answers.value,
        value_joins=lambda scope: answers.joins(CASES, scope),
        part_words="with an answer",
        definition="Declined, not asked and not recorded are no answer.",
    )


COMPLETENESS = Beside(
    key="equalities_completeness",
    title="Equalities: how many have an answer",
    section=PEOPLE,
    parts=tuple((label.lower(), share_recorded(key)) for key, label in QUESTIONS),
)
