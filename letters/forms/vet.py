"""What a vetter says of a letter."""

from django import forms

from letters.actions.vetting import approve, comment, send_back
from letters.checks import Check
from letters.models import Letter

# What no program judges
READ_BY_THE_VETTER = {
    "facts": "What it says happened agrees with the file",
    "reasons": "Each finding has its reason, from policy or law where there is one",
    "remedy": "What it promises is authorised, with who does it and by when",
    "tone": "It is kind and plain, without an office's words",
    "senior": "Whoever signs is senior enough, and will not decide the next stage",
}


class ApproveForm(forms.Form):
    mark_optional = False
    ticked = forms.MultipleChoiceField(
        choices=READ_BY_THE_VETTER.items(),
        label="Read and found in order",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
        required=False,
    )
    why = forms.CharField(
        label="If a line above or below is open: why it goes nevertheless",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2_000,
        required=False,
    )

    def __init__(self, *args, letter: Letter, checks: list[Check], now, **kwargs):
        super().__init__(*args, **kwargs)
        self.letter, self.checks, self.now = letter, checks, now

    def take(self, *, by):
        ticked = self.cleaned_data["ticked"]
        lacks = [one.label for one in self.checks if not one.good]
        lacks += [words for key, words in READ_BY_THE_VETTER.items() if key not in ticked]
        why = self.cleaned_data["why"]
        approve(self.letter, ticked=ticked, not_found=lacks, why=why, now=self.now, by=by)


class ReturnForm(forms.Form):
    reason = forms.CharField(
        label="What is to be changed",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5_000,
        error_messages={"required": "Enter what is to be changed"},
    )

    def __init__(self, *args, letter: Letter, checks: list[Check], now, **kwargs):
        super().__init__(*args, **kwargs)
        self.letter, self.checks, self.now = letter, checks, now

    def take(self, *, by):
        lacks = [one.label for one in self.checks if not one.good]
        reason = self.cleaned_data["reason"]
        send_back(self.letter, reason=reason, not_found=lacks, now=self.now, by=by)


class CommentForm(forms.Form):
    paragraph = forms.TypedChoiceField(label="On paragraph", coerce=int)
    text = forms.CharField(
        label="Comment",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2_000,
        error_messages={"required": "Enter the comment"},
    )

    def __init__(self, *args, letter: Letter, paragraphs: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.letter = letter
        self.fields["paragraph"].choices = [(n, str(n)) for n in range(1, paragraphs + 1)]

    def take(self, *, by):
        comment(self.letter, by=by, **self.cleaned_data)
