"""The text of a letter, what goes with it, and who else may be named in it."""

from django import forms

from documents.models import Document
from letters.actions.writing import drop_letter, save_draft
from letters.forms.findings import ask_findings, findings_of
from letters.forms.long_text import AT_MOST
from letters.models import Letter


class WriteForm(forms.Form):
    mark_optional = False
    text = forms.CharField(
        label="Text",
        strip=False,
        validators=[AT_MOST],
        help_text="A blank line ends a paragraph. “## ” begins a heading, “- ” an entry of a list; "
        "**two stars** make bold. {letter_date} and {last_day} are filled as it goes",
        widget=forms.Textarea(attrs={"rows": 30}),
        error_messages={"required": "Enter the text of the letter"},
    )
    enclosures = forms.ModelMultipleChoiceField(
        Document.objects.none(),
        label="Enclosures",
        help_text="Papers of the case that may be disclosed to whom it goes",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
        required=False,
    )
    may_be_named = forms.CharField(
        label="Who else may be named in it",
        help_text="One name on a line. Who complains and whom it is about may be",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2_000,
        required=False,
    )
    draft_seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, letter: Letter, **kwargs):
        super().__init__(*args, **kwargs)
        self.letter, self.last = letter, letter.drafts.select_related("by").first()
        papers = Document.objects.that_may_go_to(letter.addressee).filter(case=letter.case_id)
        self.fields["enclosures"].queryset = papers
        if not papers.exists():
            del self.fields["enclosures"]
        self.initial = {
            "text": self.last.text,
            "draft_seen": self.last.number,
            "may_be_named": letter.may_be_named,
            "enclosures": letter.enclosures.values_list("document", flat=True),
        }
        ask_findings(self, letter)

    def went_on(self) -> bool:
        """Whether somebody saved a draft that this author has not seen."""
        return self.data.get("draft_seen") != str(self.last.number)

    def clean_text(self) -> str:
        return self.cleaned_data["text"].replace("\r\n", "\n")

    def changes_something(self) -> bool:
        """Whether it differs from the last draft and what goes with that."""
        data = self.cleaned_data
        enclosed = {one.pk for one in data.get("enclosures", ())}
        return (
            data["text"] != self.last.text
            or data["may_be_named"] != self.letter.may_be_named
            or enclosed != set(self.initial["enclosures"])
            or bool(findings_of(self, changed_only=True))
        )

    def take(self, *, by):
        if not self.changes_something():
            return self.last
        data = self.cleaned_data
        return save_draft(
            self.letter,
            data["text"],
            enclosures=data.get("enclosures", ()),
            may_be_named=data["may_be_named"],
            findings=findings_of(self),
            by=by,
        )


class DropForm(forms.Form):
    why = forms.CharField(label="Why it is not needed", max_length=300)

    def __init__(self, *args, letter: Letter, **kwargs):
        super().__init__(*args, **kwargs)
        self.letter = letter

    def take(self, *, by):
        drop_letter(self.letter, why=self.cleaned_data["why"], by=by)
