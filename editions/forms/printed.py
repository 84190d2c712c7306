"""Which figure a printed number is, said by hand."""

from collections.abc import Sequence

from django import forms

from editions.known import Known

NONE_OF_THEM = ("", "None of these: set it aside")


class SettleForm(forms.Form):
    figure = forms.ChoiceField(label="Which figure it is", required=False, widget=forms.RadioSelect)
    why = forms.CharField(label="Why", required=False, max_length=300)

    def __init__(self, *args, offered: Sequence[Known], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["figure"].choices = [
            *((each.name, f"{each.text}: {each.label}") for each in offered),
            NONE_OF_THEM,
        ]
        self.initial.setdefault("figure", offered[0].name if offered else "")
