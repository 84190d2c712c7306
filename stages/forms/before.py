"""Steps before stage 1: settling a concern, promising a date, making it a complaint."""

from django import forms

from stages.actions import before
from stages.before_stage_1 import exempt_until, runs_from_receipt, why_a_complaint
from stages.forms.step import DatedForm, StepForm, box
from stages.working_calendar import in_words

CONTENT = [("yes", "Yes, they say so"), ("no", "No, or they have not said")]


class SettleForm(DatedForm):
    what = box("What was done")
    content = forms.ChoiceField(
        label="Is the complainant content with it?", choices=CONTENT, widget=forms.RadioSelect
    )
    with_whom = forms.CharField(label="Who said so", max_length=200, required=False)

    def prepare(self):
        self.fields["on"].label = "Settled on"
        if until := exempt_until(self.stage):
            self.fields[
                "on"
            ].help_text = f"If that was after {in_words(until)}, it is run as a complaint"

    def clean_on(self):
        on = super().clean_on()
        if why := why_a_complaint(self.stage, on=on):
            raise forms.ValidationError(why)
        return on

    def clean_content(self):
        if self.cleaned_data["content"] == "no":
            raise forms.ValidationError("It is settled only if they are: make it a complaint")
        return "yes"

    def take(self, *, by):
        data = self.cleaned_data
        before.settle(
            self.stage, on=data["on"], what=data["what"], with_whom=data["with_whom"], by=by
        )


class PromiseForm(StepForm):
    due_on = forms.DateField(label="To be settled by")
    how = box("What the complainant was told", required=False)

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on < self.today:
            raise forms.ValidationError("Enter a date that is today or later")
        return due_on

    def take(self, *, by):
        before.promise(self.stage, on=self.today, by=by, **self.cleaned_data)


class BecomeComplaintForm(DatedForm):
    """Under the law its clock runs from receipt, so that is not asked; elsewhere it is chosen."""

    RECEIPT, NOW = "receipt", "now"

    runs_from = forms.ChoiceField(
        label="From which day the clock of stage 1 runs", widget=forms.RadioSelect
    )
    why = box("Why it is not settled", required=False)

    def prepare(self):
        self.fields["on"].label = "Made a complaint on"
        received = in_words(self.case.received_on)
        if runs_from_receipt(self.situation.procedure):
            del self.fields["runs_from"]
            self.fields[
                "on"
            ].help_text = f"The clock of stage 1 runs from the day it was received, {received}"
            return
        self.fields["runs_from"].choices = [
            (self.NOW, "The day it becomes a complaint"),
            (self.RECEIPT, f"The day it was received, {received}"),
        ]
        self.initial["runs_from"] = self.NOW

    def take(self, *, by):
        data = self.cleaned_data
        now = data.get("runs_from") == self.NOW
        runs_from = data["on"] if now else self.case.received_on
        before.become_complaint(
            self.case, on=data["on"], runs_from=runs_from, why=data["why"], by=by
        )


FORMS = {
    "settle": SettleForm,
    "promise": PromiseForm,
    "become-complaint": BecomeComplaintForm,
}
