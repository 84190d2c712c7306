"""Steps that are a date: acknowledged, begun, agreed, reported, answered."""

from django import forms

from stages.actions import casework
from stages.forms.step import DatedForm
from stages.models import Outcome, StageEvent


class AcknowledgeForm(DatedForm):
    event = StageEvent.ACKNOWLEDGED


class AgreeStatementForm(DatedForm):
    event = StageEvent.STATEMENT_AGREED


class ReceiveReportForm(DatedForm):
    event = StageEvent.INVESTIGATION_REPORT


class PanelReportForm(DatedForm):
    event = StageEvent.PANEL_REPORT


class BeginForm(DatedForm):
    def take(self, *, by):
        casework.begin_stage(self.case, self.stage.number, on=self.cleaned_data["on"], by=by)


class AskForNextForm(DatedForm):
    def prepare(self):
        self.fields["on"].label = f"{self.stage.name_of_next} was asked for on"

    def take(self, *, by):
        on = self.cleaned_data["on"]
        casework.request_stage(self.case, self.stage.number + 1, on=on, by=by)


class AnswerForm(DatedForm):
    """A finding on every point, and the day the answer went."""

    def prepare(self):
        self.fields["on"].label = "Answer sent on"
        self.points = list(self.case.points.all())
        for point in self.points:
            self.fields[f"point_{point.number}"] = forms.ChoiceField(
                label=str(point), choices=[("", "Choose a finding"), *Outcome.choices]
            )

    def take(self, *, by):
        data = self.cleaned_data
        findings = {point: Outcome(data[f"point_{point.number}"]) for point in self.points}
        casework.respond(self.stage, on=data["on"], findings=findings, by=by)


FORMS = {
    "acknowledge": AcknowledgeForm,
    "begin": BeginForm,
    "agree-statement": AgreeStatementForm,
    "receive-report": ReceiveReportForm,
    "panel-reported": PanelReportForm,
    "answer": AnswerForm,
    "ask-for-next": AskForNextForm,
}
