"""Clearances, priorities, what the committee said, figures from outside, what was released."""

from datetime import date

from django import forms

from cases.typed_dates import not_ahead
from editions.models import Clearance, CommitteeItem, OutsideFigure, Priority, Release


class ClearForm(forms.ModelForm):
    class Meta:
        model = Clearance
        fields = ("office", "on_behalf_of", "note")
        help_texts = {
            "office": "Such as monitoring officer, chief finance officer",
            "on_behalf_of": "Where you clear it for somebody else",
        }
        error_messages = {"office": {"required": "Enter as what you clear it"}}


class PriorityForm(forms.ModelForm):
    class Meta:
        model = Priority
        fields = ("text", "owner", "due_on", "measure")
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}


class OutcomeForm(forms.Form):
    became = forms.CharField(
        label="What became of it", max_length=2_000, widget=forms.Textarea(attrs={"rows": 4})
    )


class CommitteeItemForm(forms.ModelForm):
    class Meta:
        model = CommitteeItem
        fields = ("kind", "text", "reply", "replied_by", "replied_on")
        widgets = {
            "kind": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 3}),
            "reply": forms.Textarea(attrs={"rows": 3}),
        }


class OutsideFigureForm(forms.ModelForm):
    class Meta:
        model = OutsideFigure
        fields = ("name", "value", "definition", "source", "dated")


class AllowForm(forms.Form):
    why = forms.CharField(
        label="Why it is released all the same",
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReleaseForm(forms.ModelForm):
    """What left the house otherwise than as this edition: an answer, a single table."""

    class Meta:
        model = Release
        fields = ("what", "to_whom", "released_on")

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("released_on", today)

    def clean_released_on(self) -> date:
        return not_ahead(self.cleaned_data["released_on"], self.today)


class AnswerForm(ReleaseForm):
    """A table that leaves the house. What is not proved needs a reason."""

    class Meta(ReleaseForm.Meta):
        fields = ("what", "to_whom", "released_on", "regardless")
        widgets = {"regardless": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, is_proved: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if is_proved:
            del self.fields["regardless"]
        else:
            self.fields["regardless"].required = True
