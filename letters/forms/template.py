"""A template, rewritten as the version in the making."""

from django import forms

from letters.actions.templates import write_template
from letters.filling import faults_of
from letters.forms.long_text import AT_MOST
from letters.models import LetterTemplate


class TemplateForm(forms.Form):
    mark_optional = False
    body = forms.CharField(
        label="Text", validators=[AT_MOST], widget=forms.Textarea(attrs={"rows": 28})
    )

    def __init__(self, *args, template: LetterTemplate, **kwargs):
        super().__init__(*args, **kwargs)
        self.template = template
        self.initial = {"body": template.body}

    def clean_body(self):
        body = self.cleaned_data["body"].replace("\r\n", "\n")
        if faults := faults_of(body):
            raise forms.ValidationError(faults)
        return body

    def take(self, *, by):
        of = self.template
        return write_template(of.kind, for_child=of.for_child, by=by, **self.cleaned_data)


class TryForm(forms.Form):
    reference = forms.CharField(label="Reference of the case", max_length=40)
