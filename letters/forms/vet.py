"""What a vetter says of a letter."""

from datetime import date

from django import forms

from letters.actions.vetting import approve, clear, comment, edit_while_clearing, send_back
from letters.checks import Check
from letters.forms.findings import ask_findings, findings_of
from letters.forms.long_text import AT_MOST
from letters.models import Letter, ReturnReason

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
        label="If a line is open: why it goes all the same",
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


class ClearForm(forms.Form):
    """For who signs off or signs: the list of the program is the vetter's."""

    mark_optional = False
    why = forms.CharField(
        label="Anything to be kept with it",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2_000,
        required=False,
    )

    def __init__(self, *args, letter: Letter, checks: list[Check], now, **kwargs):
        super().__init__(*args, **kwargs)
        self.letter, self.now = letter, now

    def take(self, *, by):
        clear(self.letter, why=self.cleaned_data["why"], now=self.now, by=by)


class EditForm(forms.Form):
    """Words that whoever clears it changes; each change stays to be seen."""

    mark_optional = False
    text = forms.CharField(
        label="Text",
        strip=False,
        validators=[AT_MOST],
        help_text="What you change is shown to the author, word by word. A changed finding, remedy "
        "or date goes back to the author, to agree to it",
        widget=forms.Textarea(attrs={"rows": 24}),
        error_messages={"required": "Enter the text of the letter"},
    )
    draft_seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, letter: Letter, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.letter, self.now = letter, now
        self.last = letter.drafts.select_related("by").first()
        self.initial = {"text": self.last.text, "draft_seen": self.last.number}
        ask_findings(self, letter)

    def clean(self):
        data = super().clean()
        if data.get("draft_seen") != self.last.number:
            raise forms.ValidationError(
                f"{self.last.by} changed it while you were typing. Your words are still in the "
                "box: put together what is right, and save it again."
            )
        text = data.get("text", "").replace("\r\n", "\n")
        if text == self.last.text and not findings_of(self, changed_only=True):
            self.add_error("text", "Nothing is changed in it")
        return data | {"text": text}

    def take(self, *, by):
        text, found = self.cleaned_data["text"], findings_of(self)
        return edit_while_clearing(self.letter, text, findings=found, now=self.now, by=by)


class ReturnForm(forms.Form):
    mark_optional = False
    because = forms.TypedMultipleChoiceField(
        coerce=int,
        label="Why it comes back",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
        error_messages={"required": "Choose why it comes back"},
    )
    reason = forms.CharField(
        label="What is to be changed",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5_000,
        error_messages={"required": "Enter what is to be changed"},
    )

    def __init__(self, *args, letter: Letter, checks: list[Check], now, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.letter, self.checks, self.now = letter, checks, now
        self.listed = {one.pk: one for one in ReturnReason.objects.in_use_on(today)}
        self.fields["because"].choices = [(key, str(one)) for key, one in self.listed.items()]
        if not self.listed:
            del self.fields["because"]

    def take(self, *, by):
        lacks = [one.label for one in self.checks if not one.good]
        send_back(
            self.letter,
            reason=self.cleaned_data["reason"],
            because=[self.listed[key] for key in self.cleaned_data.get("because", ())],
            not_found=lacks,
            now=self.now,
            by=by,
        )


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
