"""Choosing what to report on."""

from django import forms

from cases.models import Directorate
from reporting.period import Period


class ScopeForm(forms.Form):
    """A period and a directorate, in the address: reports are looked at, not changed."""

    mark_optional = False

    start = forms.DateField(label="From")
    end = forms.DateField(label="To")
    directorate = forms.ModelChoiceField(
        Directorate.objects.all(), required=False, empty_label="The whole council"
    )

    def clean(self):
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if start and end and end < start:
            self.add_error("end", f"The last day cannot be before the first, {start:%-d %B %Y}")
        return self.cleaned_data

    @property
    def period(self) -> Period:
        return Period(self.cleaned_data["start"], self.cleaned_data["end"])
