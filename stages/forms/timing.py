"""Steps that move or stop a clock."""

from django import forms

from stages.actions import timing
from stages.forms.step import DatedForm, StepForm, box


class ExtendForm(StepForm):
    to = forms.DateField(label="New due date")
    reason = box("Why it takes longer", help_text="The complainant is told this reason")
    told_on = forms.DateField(label="Complainant told on")

    def prepare(self):
        main = self.situation.main_deadline
        if main and main.limit.extends_to:
            self.fields["to"].help_text = f"{main.ceiling_on:%-d %B %Y} at the latest"
            self.initial["to"] = f"{main.ceiling_on:%-d %-m %Y}"
        self.initial["told_on"] = f"{self.today:%-d %-m %Y}"

    def take(self, *, by):
        timing.extend(self.stage, by=by, **self.cleaned_data)


class HoldForm(DatedForm):
    reason = box("What we wait for")
    told_on = forms.DateField(label="Complainant told on", required=False)

    def take(self, *, by):
        timing.hold(self.stage, by=by, **self.cleaned_data)


class ResumeForm(DatedForm):
    def prepare(self):
        self.fields["on"].label = "Last day of the wait"

    def take(self, *, by):
        timing.resume(self.stage, on=self.cleaned_data["on"], by=by)


FORMS = {
    "extend": ExtendForm,
    "hold": HoldForm,
    "resume": ResumeForm,
}
