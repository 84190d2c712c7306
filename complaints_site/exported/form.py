"""How a list is exported: as what, and with whose names for what."""

from django import forms

from cases.models import ListExport


class ExportForm(forms.Form):
    format = forms.ChoiceField(
        label="As what",
        choices=ListExport.Format.choices,
        initial=ListExport.Format.XLSX,
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline"}),
    )
    with_names = forms.BooleanField(
        label="With names, and what was said",
        required=False,
        help_text="Complainants and service users, as far as you may know them. The file "
        "says that it holds them.",
    )
    purpose = forms.CharField(
        label="What it is for",
        max_length=300,
        required=False,
        help_text="Needed for a list with names. It stands in the file and in the log of files.",
    )

    def clean(self):
        data = super().clean()
        if data.get("with_names") and not data.get("purpose"):
            self.add_error("purpose", "Enter what the list with names is for")
        return data
