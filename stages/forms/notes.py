"""A note of a call, a meeting or anything else: the text is enough, all the rest has an answer."""

from datetime import time

from django import forms
from django.utils.timezone import localtime

from cases.actions import casework as case_actions
from cases.models import Note
from cases.typed_dates import between
from stages.forms.step import StepForm, box

WRITTEN_BY_HAND = [(how.value, how.label) for how in Note.How if how != Note.How.EMAIL]
TIMES = ["%H:%M", "%H.%M", "%H%M", "%H", "%I:%M%p", "%I.%M%p", "%I%p"]


class TimeAsTyped(forms.TimeField):
    """``14:30``, ``14.30``, ``2.30pm``, ``2 pm``."""

    def to_python(self, value):
        if isinstance(value, str):
            value = "".join(value.split()).lower()
        return super().to_python(value)


class NoteFields(forms.Form):
    """What is asked of a note, on its own page and in the box on the case."""

    kept_apart = ("said_by",)  # not shown to whoever may not know who complains

    text = box("Note", rows=4, error_messages={"required": "Enter what was said or done"})
    how = forms.ChoiceField(
        label="What it was",
        choices=WRITTEN_BY_HAND,
        initial=Note.How.NOTE,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline govuk-radios--small"}),
    )
    said_by = forms.CharField(
        label="With whom, or who said it",
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20", "autocomplete": "off"}),
    )
    on = forms.DateField(label="On", help_text="Today, where it is left empty", required=False)
    at = TimeAsTyped(
        label="Time",
        help_text="For example 14:30",
        input_formats=TIMES,
        required=False,
        error_messages={"invalid": "Enter a time like 14:30"},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "autocomplete": "off"}),
    )


class NoteForm(NoteFields, StepForm):
    corrects = forms.ModelChoiceField(Note.objects.none(), required=False, widget=forms.HiddenInput)

    def prepare(self):
        self.fields["corrects"].queryset = self.case.notes.filter(taken_out_at=None)
        self.initial.setdefault("on", f"{self.today:%-d %-m %Y}")

    def read_address(self, address):
        super().read_address(address)
        if corrected := self._corrected():
            self.notes = (
                f"It corrects what was noted for {corrected.on:%-d %B %Y}, which stays as it is: "
                f"“{corrected.text[:300]}”",
            )

    def _corrected(self) -> Note | None:
        key = str(self.initial.get("corrects", ""))
        wanted = key.isascii() and key.isdecimal() and len(key) < 19
        return self.fields["corrects"].queryset.filter(pk=key).first() if wanted else None

    def clean_how(self):
        return self.cleaned_data["how"] or Note.How.NOTE

    def clean_on(self):
        """A call may have come before the complaint did, but not tomorrow."""
        on = self.cleaned_data["on"] or self.today
        return between(on, on, self.today, "")

    def clean(self):
        data = super().clean()
        contact = data.get("how") in (Note.How.CALL, Note.How.MEETING, Note.How.VISIT)
        if contact and not data.get("at") and data.get("on") == self.today:
            data["at"] = _now()  # it has just been: the author need not type it
        return data

    def take(self, *, by):
        case_actions.add_note(self.case, by=by, **self.cleaned_data)


def _now() -> time:
    return localtime().time().replace(second=0, microsecond=0)
