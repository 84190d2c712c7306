"""A letter that went without this system: it counts as not vetted."""

from datetime import date

from django import forms

from cases.models import Case
from cases.typed_dates import between
from letters.actions.sending import record_sent_outside
from letters.kinds import Kind
from stages.forms.step import how_field
from stages.models import Stage


class OutsideForm(forms.Form):
    kind = forms.ChoiceField(choices=[("", "Choose a letter"), *Kind.choices], label="Letter")
    on = forms.DateField(label="Sent on")
    how = how_field("How it was sent")

    def __init__(self, *args, case: Case, stage: Stage | None, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.stage, self.today = case, stage, today

    def clean_on(self):
        first = self.case.received_on
        return between(self.cleaned_data["on"], first, self.today, "The complaint was received")

    def take(self, *, by):
        return record_sent_outside(self.case, stage=self.stage, by=by, **self.cleaned_data)
