"""Beginning an edition, its cover and its sections."""

from django import forms
from django.utils.functional import cached_property

from cases.models import Directorate
from editions.models import CoverEntry, Edition, Section
from editions.models.edition import LONGEST_TEXT
from reporting.forms import ScopeForm
from reporting.scope import Lists


class BeginForm(ScopeForm):
    """For which period, directorates and procedures; a later version begins with what it says."""

    mark_optional = False

    directorate = forms.ModelMultipleChoiceField(
        Directorate.objects.all(),
        label="Directorates",
        help_text="Without any, the whole council",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
    )
    procedures = forms.MultipleChoiceField(
        label="Procedures",
        help_text="Without any, complaints under every procedure",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
    )

    title = forms.CharField(
        label="Title", max_length=200, error_messages={"required": "Enter the title"}
    )
    meeting_on = forms.DateField(
        label="Date of the committee’s meeting (optional)",
        required=False,
        help_text="The timetable is counted back from it",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["procedures"].choices = sorted(Lists().procedure_names.items())


class SectionForm(forms.ModelForm):
    saved = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Section
        fields = ("title", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 24})}
        error_messages = {"title": {"required": "Enter the title"}}
        help_texts = {
            "text": "A blank line ends a paragraph. “## ” begins a heading, “- ” an entry of a "
            "list; **two stars** make bold. {figures} are filled from the records"
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].max_length = LONGEST_TEXT
        self.initial["saved"] = self.instance.saved


class AddSectionForm(forms.Form):
    title = forms.CharField(
        label="Title of a new section",
        max_length=200,
        error_messages={"required": "Enter the title of the section"},
    )


class CoverForm(forms.ModelForm):
    """Every field of the council's cover; of an implication also who wrote it and when."""

    class Meta:
        model = Edition
        fields = ("title", "meeting_on", "exempt_paragraph", "exempt_because")
        widgets = {"exempt_because": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "exempt_paragraph": "Of Part 1 of Schedule 12A to the Local Government Act 1972. Only "
            "where a section was put into the exempt appendix",
            "exempt_because": "Schedule 12A, paragraph 10. The public form says it",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for entry in self.entries:
            key = f"cover_{entry.field_id}"
            self.fields[key] = forms.CharField(
                label=entry.field.name,
                help_text=entry.field.hint,
                initial=entry.text,
                required=False,
                max_length=5_000,
                widget=forms.Textarea(attrs={"rows": 3 if entry.field.is_signed else 2}),
            )
            if entry.field.is_signed:
                self.fields[f"{key}_by"] = forms.CharField(
                    label=f"{entry.field.name}: written by",
                    initial=entry.written_by,
                    required=False,
                    max_length=100,
                )
                self.fields[f"{key}_on"] = forms.DateField(
                    label=f"{entry.field.name}: written on",
                    initial=entry.written_on,
                    required=False,
                )

    @cached_property
    def entries(self) -> list[CoverEntry]:
        return list(self.instance.cover.select_related("field"))

    def clean(self):
        told = self.cleaned_data
        if told.get("exempt_paragraph") and not told.get("exempt_because"):
            self.add_error("exempt_because", "Say why keeping it exempt outweighs telling it")
        for entry in self.entries:
            key = f"cover_{entry.field_id}"
            if self.cleaned_data.get(f"{key}_on") and not self.cleaned_data.get(f"{key}_by"):
                self.add_error(f"{key}_by", "Enter who wrote it")
        return self.cleaned_data

    def written(self) -> dict:
        """Of each field what was entered."""
        data, found = self.cleaned_data, {}
        for entry in self.entries:
            key = f"cover_{entry.field_id}"
            found[entry.field] = {"text": data[key]}
            if entry.field.is_signed:
                found[entry.field] |= {
                    "written_by": data[f"{key}_by"],
                    "written_on": data[f"{key}_on"],
                }
        return found
