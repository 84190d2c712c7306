"""What is asked about a person: how to reach them safely, what they need, who shows authority."""

from datetime import date

from django import forms

from cases.actions import people
from cases.models import CasePerson
from stages.forms.giving_away import where_it_stands
from stages.forms.step import StepForm, box

LETTERS = 2_000

# What a tick says, and the field of a person that it sets
CARE = {
    "address": ("The address is not safe", "address_is_safe", False),
    "telephone": ("The telephone number is not safe", "telephone_is_safe", False),
    "no_post": ("No post", "no_post", True),
    "no_messages": ("Leave no messages", "no_messages", True),
}


class ReachAndNeeds(forms.Form):
    """How somebody may be reached, and what they need. All of it can follow."""

    telephone = forms.CharField(max_length=60, required=False)
    email = forms.EmailField(label="Email address", required=False)
    address = box("Address", required=False)
    care = forms.MultipleChoiceField(
        label="Before anybody writes or calls",
        choices=[(key, words) for key, (words, _, _) in CARE.items()],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
        required=False,
    )
    contact_rule = forms.CharField(
        label="How they may safely be contacted",
        help_text="For example: only by text message, after 4pm",
        max_length=LETTERS,
        required=False,
    )
    must_never_know = forms.CharField(
        label="Who must never know of the complaint", max_length=LETTERS, required=False
    )
    language = forms.CharField(
        label="Language", help_text="Where it is not English", max_length=100, required=False
    )
    format_needed = forms.CharField(
        label="Format",
        help_text="Large print, easy read, audio, a sign language interpreter",
        max_length=100,
        required=False,
    )
    adjustments = forms.CharField(
        label="Reasonable adjustments",
        help_text="More time, someone with them, no calls before noon",
        max_length=LETTERS,
        required=False,
    )
    needs_review_on = forms.DateField(label="Ask again what they need on", required=False)

    def facts_of_the_person(self) -> dict:
        """The answers as fields of a person."""
        data = self.cleaned_data
        care = {
            field: ticked if key in data["care"] else not ticked
            for key, (_, field, ticked) in CARE.items()
        }
        typed = {name: data[name] for name in ReachAndNeeds.base_fields if name != "care"}
        return typed | care

    def says_how_to_reach(self, data: dict) -> bool:
        return any(data.get(name) for name in ReachAndNeeds.base_fields)


class Authority(forms.Form):
    """What shows that somebody may act for another, and since when."""

    authority_evidence = forms.CharField(
        label="What shows their authority",
        help_text="For example: signed letter of authority, court order",
        max_length=300,
        required=False,
    )
    authority_dated_on = forms.DateField(label="Date of that evidence", required=False)

    def clean(self):
        data = super().clean()
        evidence, day = data.get("authority_evidence"), data.get("authority_dated_on")
        if day and not evidence:
            self.add_error("authority_evidence", "Enter what shows their authority")
        if evidence and not day and "authority_dated_on" not in self.errors:
            self.add_error("authority_dated_on", "Enter the date of the evidence of authority")
        if day and day > self.today:
            self.add_error("authority_dated_on", "The evidence must be of today or earlier")
        return data


class PartForm(Authority, ReachAndNeeds):
    """Somebody and their part in a case."""

    name = forms.CharField(max_length=300)
    care_system_number = forms.CharField(
        label="Number in the social care system", max_length=40, required=False
    )
    relation = forms.CharField(label="Relation to the service user", max_length=100, required=False)

    field_order = ("role", "name", "care_system_number", "relation")

    def facts(self) -> dict:
        data = self.cleaned_data
        of_the_part = ("name", "care_system_number", "relation", *Authority.base_fields)
        return {name: data[name] for name in of_the_part} | self.facts_of_the_person()


class AddPersonForm(PartForm, StepForm):
    may_name = True  # who they are is shown only to those who may know

    role = forms.ChoiceField(label="Their part", choices=CasePerson.Role)

    def take(self, *, by):
        told = self.facts() | {"role": self.cleaned_data["role"]}
        people.add_people(self.case, [told], by=by)


class CorrectPersonForm(PartForm):
    """What is known of a person, to be put right."""

    def __init__(self, *args, part: CasePerson, today: date, **kwargs):
        self.part, self.today = part, today
        super().__init__(*args, initial=as_typed(part), **kwargs)

    def clean_needs_review_on(self):
        """Once they were asked again, the next day is asked for; what was never typed stands."""
        day = self.cleaned_data["needs_review_on"]
        if day and day <= self.today and "needs_review_on" in self.changed_data:
            raise forms.ValidationError("Enter the next day to ask: a day after today")
        return day

    @property
    def stands_now(self) -> list[tuple[str, str]]:
        """What is known now in each box into which something else was typed."""
        return [(self[name].label, self._in_words(name)) for name in self.changed_data]

    def _in_words(self, name: str) -> str:
        known = self.initial[name]
        if name == "care":
            known = ", ".join(CARE[key][0] for key in known)
        return known or "nothing"

    def take(self, *, by) -> None:
        people.correct_person(self.part, by=by, **self.facts())


def as_typed(part: CasePerson) -> dict:
    """The answers that would give this person and their part."""
    person = part.person
    typed = {name: getattr(person, name, None) for name in PartForm.base_fields}
    for name in ("relation", *Authority.base_fields):
        typed[name] = getattr(part, name)
    for name, value in typed.items():
        if isinstance(value, date):
            typed[name] = f"{value:%-d %-m %Y}"
    care = [key for key, (_, field, ticked) in CARE.items() if getattr(person, field) == ticked]
    return typed | {"care": care}


class WithholdIdentityForm(StepForm):
    may_name = True

    why = box("Why", help_text="Only those who run complaints read this")

    def prepare(self):
        self.notes = where_it_stands(self.case)

    def take(self, *, by):
        people.withhold_identity(self.case, by=by, **self.cleaned_data)


class TellIdentityForm(StepForm):
    may_name = True

    why = box("Why", help_text="For example: the complainant agrees, in their letter of 4 May")

    def take(self, *, by):
        people.tell_identity(self.case, by=by, **self.cleaned_data)


FORMS = {
    "add-person": AddPersonForm,
    "withhold-identity": WithholdIdentityForm,
    "tell-identity": TellIdentityForm,
}
