"""Raising a safeguarding concern, and what was done about it."""

from django import forms

from stages.actions import safeguarding
from stages.forms.step import DatedForm, StepForm, box


class RaiseForm(StepForm):
    concern = box("Who may be at risk, and of what", rows=5)

    def take(self, *, by):
        safeguarding.raise_concern(self.case, on=self.today, by=by, **self.cleaned_data)


class SettlingForm(DatedForm):
    """One of the open concerns; most often there is only one."""

    which = forms.ModelChoiceField(None, label="Which concern", empty_label="Choose a concern")

    def prepare(self):
        concerns = self.case.safeguarding_concerns.open()
        self.fields["which"].queryset = concerns
        if concerns.count() == 1:
            self.initial["which"] = concerns.get()
            self.fields["which"].help_text = concerns.get().concern


class ReferForm(SettlingForm):
    to = forms.CharField(
        label="Referred to",
        max_length=200,
        help_text="The team or person: the duty team, the designated officer, the police",
    )
    referred_by = forms.CharField(label="By whom", max_length=200)
    reference = forms.CharField(max_length=60, required=False)

    def prepare(self):
        super().prepare()
        self.fields["on"].label = "Referred on"

    def take(self, *, by):
        data = dict(self.cleaned_data)
        safeguarding.refer_concern(data.pop("which"), by=by, **data)


class SettleForm(SettlingForm):
    because = box("Why no referral is needed", help_text="Who was asked, and what they said")

    def take(self, *, by):
        data = self.cleaned_data
        safeguarding.settle_concern(data["which"], because=data["because"], on=data["on"], by=by)


FORMS = {
    "raise-safeguarding": RaiseForm,
    "refer-safeguarding": ReferForm,
    "settle-safeguarding": SettleForm,
}
