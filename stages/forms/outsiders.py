"""Steps that bring in people from outside: investigators and independent persons."""

from django import forms

from stages.actions import outsiders
from stages.forms.step import DatedForm
from stages.models import Appointment, Investigator


class AppointForm(DatedForm):
    role: Appointment.Role
    who = forms.ModelChoiceField(
        Investigator.objects.none(), label="From the pool", required=False, empty_label="Nobody"
    )
    name = forms.CharField(label="Or someone new", max_length=200, required=False)
    agency = forms.CharField(label="Their agency", max_length=200, required=False)
    of_the_council = forms.BooleanField(label="They work for the council", required=False)

    def prepare(self):
        self.fields["who"].queryset = Investigator.objects.filter(in_pool_until=None)

    def clean(self):
        data = super().clean()
        if bool(data.get("who")) == bool(data.get("name")):
            self.add_error("who", "Choose someone from the pool or enter someone new")
        return data

    def take(self, *, by):
        who, on = self.chosen(by), self.cleaned_data["on"]
        outsiders.appoint(self.stage, who, role=self.role, on=on, by=by)

    def chosen(self, by) -> Investigator:
        """Who was chosen from the pool, or someone new, taken into it."""
        data = self.cleaned_data
        return data["who"] or outsiders.add_investigator(
            name=data["name"],
            agency=data["agency"],
            employed_by_council=data.get("of_the_council", False),
            by=by,
        )


class AppointInvestigatorForm(AppointForm):
    role = Appointment.Role.INVESTIGATING_OFFICER


class AppointIndependentPersonForm(AppointForm):
    role = Appointment.Role.INDEPENDENT_PERSON
    of_the_council = None  # never asked: an independent person is not (reg 2)


FORMS = {
    "appoint-investigator": AppointInvestigatorForm,
    "appoint-independent-person": AppointIndependentPersonForm,
}
