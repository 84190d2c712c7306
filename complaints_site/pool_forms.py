"""What is asked about someone of the pool; :mod:`stages.actions.pool` saves it."""

from datetime import date

from django import forms

from accounts.models import User
from cases.models import ServiceArea
from cases.typed_dates import not_ahead
from complaints_site.people_forms import tick_boxes
from stages.actions import outsiders, pool
from stages.forms.step import box
from stages.models import (
    CheckKind,
    Investigator,
    PoolAbsence,
    PoolCheck,
    PoolRole,
    PoolTraining,
)


class PersonForm(forms.ModelForm):
    """All that the pool knows of a person in columns of their own row."""

    roles = forms.MultipleChoiceField(
        label="What they do",
        choices=PoolRole,
        widget=tick_boxes(),
        error_messages={"required": "Choose at least one"},
    )

    class Meta:
        model = Investigator
        fields = (
            "name",
            "roles",
            "agency",
            "email",
            "telephone",
            "address",
            "skills",
            "languages",
            "rate",
            "rate_per",
            "limit_of_cases",
            "in_pool_from",
            "in_pool_until",
            "employed_by_council",
            "works_in",
            "account",
            "notes",
        )
        widgets = {
            "address": forms.Textarea(attrs={"rows": 2}),
            "skills": forms.Textarea(attrs={"rows": 2}),
            "notes": forms.Textarea(attrs={"rows": 3}),
            "rate": forms.NumberInput(attrs={"data-prefix": "£", "class": "govuk-input--width-5"}),
            "limit_of_cases": forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
        }
        labels = {
            "employed_by_council": "They work for the council",
            "works_in": "Service area in which they work",
            "account": "Account with which they sign in",
            "limit_of_cases": "Cases at one time, at most",
        }
        help_texts = {
            "employed_by_council": "They can then be no independent person (regulation 2)",
            "works_in": "They investigate no complaint about it",
            "account": "They are not appointed to a case that was put to them before",
            "languages": "Those in which they can speak with a complainant",
            "limit_of_cases": "Nobody is appointed beyond it",
        }
        error_messages = {"name": {"required": "Enter their name"}}

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["works_in"].queryset = ServiceArea.objects.in_use_on(today)
        self.fields["account"].queryset = User.objects.filter(is_active=True)
        self.fields["rate_per"].choices = [("", "Choose"), *Investigator.RatePer.choices]

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean(self):
        """Two people of one name and agency would be one person with two limits."""
        data = super().clean()
        same = Investigator.objects.filter(
            name__iexact=data.get("name", ""), agency__iexact=data.get("agency", "")
        ).exclude(pk=self.instance.pk)
        if data.get("name") and same.exists():
            self.add_error("name", f"{data['name']} is in the pool already: change what is there")
        return data

    def _post_clean(self):
        super()._post_clean()
        facts = {name: self.cleaned_data.get(name) for name in self.Meta.fields}
        self.facts = facts


class AddPersonForm(PersonForm):
    verb = "Add to the pool"

    def take(self, *, by):
        return outsiders.add_investigator(by=by, **self.facts)


class ChangePersonForm(PersonForm):
    verb = "Save the changes"

    def take(self, *, by):
        pool.change_in_pool(self.instance, by=by, **self.facts)


class RecordForm(forms.Form):
    """Something recorded about a person of the pool, beside their own row."""

    verb: str

    def __init__(self, *args, person: Investigator, today: date, **kwargs):
        self.person, self.today = person, today
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Set what depends on the day."""


class CheckForm(RecordForm):
    verb = "Record a check"
    kind = forms.ModelChoiceField(
        CheckKind.objects.none(),
        label="Which check",
        empty_label="Choose a check",
        error_messages={"required": "Choose a check"},
    )
    done_on = forms.DateField(label="Done on")
    expires_on = forms.DateField(
        label="Expires on", required=False, help_text="Leave it empty where it does not expire"
    )
    reference = forms.CharField(label="Its number", max_length=100, required=False)

    def prepare(self):
        self.fields["kind"].queryset = CheckKind.objects.in_use_on(self.today)

    def clean_done_on(self):
        return not_ahead(self.cleaned_data["done_on"], self.today)

    def take(self, *, by):
        pool.record_check(self.person, by=by, **self.cleaned_data)


class TrainingForm(RecordForm):
    verb = "Record a training"
    name = forms.CharField(label="What they were trained in", max_length=200)
    on = forms.DateField(label="Trained on")

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"], self.today)

    def take(self, *, by):
        pool.record_training(self.person, by=by, **self.cleaned_data)


class AbsenceForm(RecordForm):
    verb = "Record when they are away"
    from_on = forms.DateField(label="Away from")
    until_on = forms.DateField(
        label="Until", required=False, help_text="Leave it empty where it is not known yet"
    )
    why = forms.CharField(label="Why", max_length=200, required=False)

    def take(self, *, by):
        pool.record_absence(self.person, by=by, **self.cleaned_data)


class StrikeOutForm(RecordForm):
    verb = "Strike it out"
    why = box("Why", rows=2)

    def __init__(self, *args, row, **kwargs):
        self.row = row
        super().__init__(*args, **kwargs)

    def take(self, *, by):
        pool.strike_out(self.row, why=self.cleaned_data["why"], by=by)


RECORDS = {
    "check": (PoolCheck, CheckForm),
    "training": (PoolTraining, TrainingForm),
    "absence": (PoolAbsence, AbsenceForm),
}
