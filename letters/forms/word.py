"""A draft that comes back from Word: whether the file is one, and what of it is the letter."""

from django import forms

from documents.names import plain_name
from documents.receiving import too_large, why_not
from documents.uploads import most_bytes
from letters.filling import faults_of_draft
from letters.forms.long_text import MOST
from letters.models import Letter
from letters.sheets import mark_of
from letters.word_back import NotALetter, WrittenInWord, read_back


class FromWordForm(forms.Form):
    file = forms.FileField(
        label="The draft, as a Word file",
        help_text="A .docx. You see what it changes before anything is saved",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={"required": "Choose the Word file", "empty": "The file is empty"},
    )

    def __init__(self, *args, letter: Letter, refused: list[str] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.letter, self.refused = letter, refused

    def _clean_fields(self):
        super()._clean_fields()
        if self.refused:  # it was dropped on the way in, so that nothing came of it
            self._errors["file"] = self.error_class([too_large(name) for name in self.refused])

    def clean_file(self) -> WrittenInWord:
        sent = self.cleaned_data["file"]
        name = plain_name(sent.name)
        if sent.size > most_bytes():
            raise forms.ValidationError(too_large(name))
        content = sent.read()
        if reason := why_not(name, content, ("docx",)):
            raise forms.ValidationError(f"“{name}” was not taken: it {reason}.")
        try:
            written = read_back(content)
        except NotALetter as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        if len(written.text) > MOST:
            raise forms.ValidationError(
                f"It has more than {MOST:,} characters, the most of a letter."
            )
        if faults := faults_of_draft(written.text):
            raise forms.ValidationError(faults)
        return written

    def remarks(self) -> list[str]:
        """What whoever uploads it should know, in sentences."""
        written = self.cleaned_data["file"]
        said = []
        if written.left_out:
            said.append(f"Not taken over: {', '.join(written.left_out)}.")
        if written.accepted_changes:
            said.append("It had tracked changes: they were taken as accepted.")
        return said + self._where_it_comes_from(written.of)

    def _where_it_comes_from(self, of: str) -> list[str]:
        last = self.letter.drafts.first()
        if not of or of == mark_of(self.letter, last):
            return []
        if of.startswith(f"letter-{self.letter.pk}-draft-"):
            return [f"It was taken before {last} was saved: see that nothing of it is lost."]
        return ["It was taken from another letter."] if of.startswith("letter-") else []
