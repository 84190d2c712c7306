"""Files that are sent: the Word template, and a printed report."""

from django import forms

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
