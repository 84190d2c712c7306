"""What is asked about an activity of the service, and how the list of them is filtered."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from cases.models import Activity, ActivityKind, Case, Contact, LoggedAtActivity, ServiceArea
from cases.typed_dates import between, not_ahead
from reporting.period import financial_year_of

LONGEST_NAME = 200
MOST_CONTACTS = 30


class ActivityForm(forms.ModelForm):
    """The kind and the date are enough; the rest can be added on its page."""

    class Meta:
        model = Activity
        fields = ["kind", "held_on", "service_area", "about", "copies"]
        labels = {"held_on": "Date", "about": "What it was about", "copies": "Copies issued"}
        help_texts = {"copies": "Of a leaflet or anything else that was sent out"}
        widgets = {
            "kind": forms.RadioSelect(attrs={"class": "govuk-radios--small"}),
            "copies": forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
        }
        error_messages = {
            "kind": {"required": "Choose the kind of activity"},
            "held_on": {"required": "Enter the date"},
        }

    def __init__(self, *args, today: date, **kwargs):
        self.today = today
        first = {"held_on": f"{today:%-d %-m %Y}"} | kwargs.pop("initial", {})
        super().__init__(*args, initial=first if not kwargs.get("instance") else {}, **kwargs)
        kind, area = self.fields["kind"], self.fields["service_area"]
        kind.queryset = in_use_or_chosen(ActivityKind, today, self.instance.kind_id)
        kind.empty_label = None
        area.queryset = in_use_or_chosen(ServiceArea, today, self.instance.service_area_id)
        area.empty_label = "All service areas"

    def clean_held_on(self):
        return not_ahead(self.cleaned_data["held_on"], self.today)


class LogActivityForm(ActivityForm):
    to_train = forms.CharField(
        label="Who must be trained",
        help_text="People or teams, one on a line. Tick them off on its page",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_to_train(self):
        return names_in(self.cleaned_data["to_train"])


class AddTraineesForm(forms.Form):
    names = forms.CharField(
        label="Add who must be trained",
        help_text="People or teams, one on a line",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter who must be trained"},
    )

    def clean_names(self):
        return names_in(self.cleaned_data["names"])


class TrainedForm(forms.Form):
    """Those who have been trained, and on which day."""

    who = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Who has been trained",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
        error_messages={"required": "Choose who has been trained"},
    )
    on = forms.DateField(
        label="Trained on", error_messages={"required": "Enter the date on which they were trained"}
    )

    def __init__(self, *args, activity: Activity, today: date, **kwargs):
        self.activity, self.today = activity, today
        first = {"on": f"{activity.held_on:%-d %-m %Y}"}
        super().__init__(*args, initial=first, auto_id="id_trained_%s", **kwargs)
        self.fields["who"].queryset = activity.trainees.filter(trained_on=None)

    def clean_on(self):
        return between(self.cleaned_data["on"], self.activity.held_on, self.today, "It was held")


class CameInForm(forms.Form):
    """Complaints by their references, and other contacts of that area from the list."""

    references = forms.CharField(
        label="Complaints that came in at it",
        help_text="Their references, with a space between",
        required=False,
    )
    contacts = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Other contacts received that day",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
    )

    def __init__(self, *args, activity: Activity, user, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)
        near = Contact.objects.visible_to(user).filter(received_on=activity.held_on, logged_at=None)
        if activity.service_area_id:
            near = near.filter(service_area=activity.service_area_id)
        keys = list(near.values_list("pk", flat=True)[:MOST_CONTACTS])
        offered = Contact.objects.filter(pk__in=keys).select_related("service_area")
        self.fields["contacts"].queryset = offered
        if not keys:
            del self.fields["contacts"]

    def clean_references(self) -> list[Case]:
        asked = self.cleaned_data["references"].replace(",", " ").upper().split()
        visible = Case.objects.visible_to(self.user).in_bulk(asked, field_name="reference")
        if unknown := [each for each in asked if each not in visible]:
            raise ValidationError(f"There is no case {unknown[0][:40]}: check its reference")
        taken = LoggedAtActivity.objects.filter(case__in=visible.values()).select_related("case")
        if already := taken.first():
            raise ValidationError(f"{already.case} stands with an activity already")
        return list(visible.values())

    def clean(self):
        answers = super().clean()
        if not self.errors and not any(answers.values()):
            raise ValidationError("Enter a reference, or choose a contact")
        return answers


class LeaveOutForm(forms.Form):
    why = forms.CharField(
        label="Why it was logged in error",
        max_length=200,
        error_messages={"required": "Say why it was logged in error"},
    )


class ActivityFilters(forms.Form):
    """An answer that cannot be is no filter: an address may be old."""

    mark_optional = False

    kind = forms.ModelChoiceField(
        ActivityKind.objects.all(), label="Kind", empty_label="Any kind", required=False
    )
    year = forms.ChoiceField(label="Year", required=False)
    service_area = forms.ModelChoiceField(
        ServiceArea.objects.all(), label="Service area", empty_label="Any", required=False
    )

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        first = Activity.objects.order_by("held_on").values_list("held_on", flat=True).first()
        years = [financial_year_of(today)]
        while first and years[-1].start > first:
            years.append(years[-1].previous())
        self.years = {str(year.start.year): year for year in years}
        labels = [(key, year.label) for key, year in self.years.items()]
        self.fields["year"].choices = [("", "Any year"), *labels]

    def applied_to(self, activities: QuerySet[Activity]) -> QuerySet[Activity]:
        self.is_valid()
        chosen = getattr(self, "cleaned_data", {})
        for name in ("kind", "service_area"):
            if chosen.get(name):
                activities = activities.filter(**{name: chosen[name]})
        if chosen.get("year"):
            activities = activities.filter(held_on__range=self.years[chosen["year"]].days)
        return activities


def names_in(text: str) -> list[str]:
    """The names of a text, one on a line, each once."""
    names = list(
        dict.fromkeys(filter(None, (" ".join(line.split()) for line in text.splitlines())))
    )
    if any(len(name) > LONGEST_NAME for name in names):
        raise ValidationError(f"A name is {LONGEST_NAME} letters at the most: one on a line")
    return names


def in_use_or_chosen(model, today: date, chosen):
    """The words in use, and the one that was chosen before."""
    return model.objects.in_use_on(today) | model.objects.filter(pk=chosen)
