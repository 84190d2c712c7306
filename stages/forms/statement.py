"""The statement of complaint: a version with its points, and what each side says to it."""

from django import forms

from stages.actions import statement
from stages.forms.step import DatedForm, box
from stages.models import Proposer, Side
from stages.statements import Line, may_be_finalised_on

MORE_LINES = 3


class ProposeStatementForm(DatedForm):
    """Lines as in the version before, else the points of the stage before; and a few empty ones."""

    mark_optional = False  # a point that is left empty is none
    proposed_by = forms.ChoiceField(
        label="Who proposes it", choices=Proposer, widget=forms.RadioSelect
    )
    field_order = ("proposed_by", "on")

    def prepare(self):
        self.fields["on"].label = "Sent on"
        self.initial["proposed_by"] = Proposer.INVESTIGATOR
        self.earlier = list(self.case.points.at_stage(self.stage.number - 1))
        before = self.lines_before()
        self.numbers = range(1, len(before) + MORE_LINES + 1)
        for number in self.numbers:
            self.add_line(number, before[number - 1] if number <= len(before) else None)

    def lines_before(self) -> list[Line]:
        last = self.stage.statements.prefetch_related("points__from_point").last()
        if last:
            return [Line(p.text, p.desired_outcome, p.from_point) for p in last.points.all()]
        return [Line(point.text, point.desired_outcome, point) for point in self.earlier]

    def add_line(self, number: int, line: Line | None) -> None:
        more = " (leave empty if there is none)" if line is None else ""
        self.fields[f"text_{number}"] = box(f"Point {number}{more}", required=False)
        self.fields[f"outcome_{number}"] = box(
            f"What the complainant would like on point {number}", rows=2, required=False
        )
        choices = [("", "It is new"), *((p.number, shortened(p)) for p in self.earlier)]
        self.fields[f"from_{number}"] = forms.TypedChoiceField(
            label=f"Point {number} takes further",
            choices=choices,
            coerce=int,
            empty_value=None,
            required=False,
        )
        if line:
            self.initial[f"text_{number}"] = line.text
            self.initial[f"outcome_{number}"] = line.desired_outcome
            self.initial[f"from_{number}"] = line.from_point.number if line.from_point else ""

    def clean(self):
        data = super().clean()
        if not any(data.get(f"text_{number}") for number in self.numbers):
            self.add_error("text_1", "Enter at least one point")
        for number in self.numbers:
            if data.get(f"outcome_{number}") and not data.get(f"text_{number}"):
                self.add_error(f"text_{number}", f"Enter point {number}, or clear what is wanted")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        earlier = {point.number: point for point in self.earlier}
        lines = [
            Line(data[f"text_{n}"], data[f"outcome_{n}"], earlier.get(data[f"from_{n}"]))
            for n in self.numbers
            if data[f"text_{n}"]
        ]
        statement.propose_statement(
            self.stage, lines, proposed_by=data["proposed_by"], on=data["on"], by=by
        )


class StatementAnswerForm(DatedForm):
    """Who agreed to the version that waits, or what they want changed."""

    AGREED, CHANGES = "agreed", "changes"

    who = forms.MultipleChoiceField(
        label="Who answered", choices=Side, widget=forms.CheckboxSelectMultiple
    )
    answer = forms.ChoiceField(
        label="What they said",
        choices=[(AGREED, "They agree to it"), (CHANGES, "They want it changed")],
        widget=forms.RadioSelect,
    )
    changes = box(
        "What is to be changed", required=False, help_text="Only where they want it changed"
    )
    field_order = ("who", "answer", "changes", "on")

    def prepare(self):
        waiting = self.stage.statements.waiting().first()
        self.fields["on"].label = f"{waiting} answered on"
        if waiting.complainant_agreed_on:
            self.initial["who"] = [Side.COUNCIL]
        elif waiting.council_agreed_on:
            self.initial["who"] = [Side.COMPLAINANT]

    def clean(self):
        data = super().clean()
        if data.get("answer") == self.CHANGES:
            if not data.get("changes"):
                self.add_error("changes", "Enter what is to be changed")
            if len(data.get("who", [])) > 1:
                self.add_error("who", "Choose the one who wants it changed")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        if data["answer"] == self.AGREED:
            statement.agree_statement(self.stage, sides=data["who"], on=data["on"], by=by)
        else:
            [side] = data["who"]
            statement.want_changes(
                self.stage, side=side, changes=data["changes"], on=data["on"], by=by
            )


class FinaliseStatementForm(DatedForm):
    why = box("Note", help_text="When and how the complainant was asked again")

    def prepare(self):
        self.fields["on"].label = "Finalised on"
        day = may_be_finalised_on(self.stage.statements.waiting().first(), self.stage)
        self.fields["on"].help_text = f"Not before {day:%-d %B %Y}"

    def take(self, *, by):
        statement.finalise_statement(self.stage, by=by, **self.cleaned_data)


def shortened(point) -> str:
    words = str(point)
    return words if len(words) < 80 else f"{words[:79]}…"


FORMS = {
    "propose-statement": ProposeStatementForm,
    "agree-statement": StatementAnswerForm,
    "finalise-statement": FinaliseStatementForm,
}
