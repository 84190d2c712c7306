"""Files that are sent: the Word template, and a printed report."""

from django import forms

from documents.receiving import why_not
from editions.models.printed import LONGEST_PRINTED
from editions.printed.reading import READABLE, printed_in
from reporting.forms import ScopeForm

LARGEST = 10_000_000  # bytes


class TemplateForm(forms.Form):
    file = forms.FileField(
        label="Word template",
        help_text="A .docx with the council’s styles and the headings of its cover",
        error_messages={"required": "Choose the template"},
    )

    def clean_file(self):
        sent = self.cleaned_data["file"]
        if not sent.name.lower().endswith(".docx"):
            raise forms.ValidationError("Choose a .docx file")
        if sent.size > LARGEST:
            raise forms.ValidationError("The file is larger than 10 MB")
        return sent


class PrintedTextForm(ScopeForm):
    """The text of a printed report: a file, or pasted."""

    mark_optional = True
    field_order = ("title", "start", "end", "directorate", "file", "pasted")

    title = forms.CharField(
        label="Title", max_length=200, error_messages={"required": "Enter the title of the report"}
    )
    file = forms.FileField(
        label="The report as a file", required=False, help_text="PDF, Word (.docx) or plain text"
    )
    pasted = forms.CharField(
        label="Or its text",
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Cells of a table are parted by tabs, as they are when copied from Word",
        strip=False,
    )

    def clean_file(self):
        sent = self.cleaned_data["file"]
        if sent is None:
            return None
        if sent.size > LARGEST:
            raise forms.ValidationError("The file is larger than 10 MB")
        if reason := why_not(sent.name, sent.read(), READABLE):
            raise forms.ValidationError(f"“{sent.name}” {reason}.")
        return sent

    def clean(self):
        told = super().clean()
        sent, pasted = told.get("file"), told.get("pasted", "").strip()
        if sent and pasted:
            self.add_error("pasted", "Choose a file or paste the text, not both")
        elif sent:
            self._read(sent)
        elif not pasted and not self.errors.get("file"):
            self.add_error("file", "Choose the file, or paste the text below")
        else:
            self.text = told.get("pasted", "")
        return told

    def _read(self, sent) -> None:
        sent.seek(0)
        self.text = printed_in(sent.name, sent.read())
        if not self.text.strip():
            self.add_error(
                "file", f"No text can be read in “{sent.name}”. If it is a scan, paste its text"
            )
        elif len(self.text) > LONGEST_PRINTED:
            self.add_error(
                "file",
                f"“{sent.name}” has {len(self.text):,} letters. At most {LONGEST_PRINTED:,} are "
                "held against the records at once: paste it in parts",
            )
