"""Unacceptable behaviour: a restriction, and what becomes of it."""

from django import forms

from cases.models import CasePerson, ContactRestriction, Person, RestrictionTerm
from cases.typed_dates import not_ahead
from stages.actions import restrictions
from stages.forms.log import lines
from stages.forms.step import DatedForm, box


class RestrictContactForm(DatedForm):
    person = forms.ModelChoiceField(
        Person.objects.none(), label="Who", empty_label="Choose a person"
    )
    reason = box("What they did", help_text="What happened and when, and what was tried before")
    usual = forms.MultipleChoiceField(
        label="Terms", widget=forms.CheckboxSelectMultiple, required=False
    )
    more = box(
        "Details of the terms",
        required=False,
        help_text="Each on a line: the named person, the hours, what else",
    )
    review_on = forms.DateField(
        label="To be reviewed on", help_text="No restriction is for ever: usually within 6 months"
    )
    field_order = ("person", "reason", "usual", "more", "on", "review_on")

    def prepare(self):
        self.fields["on"].label = "Decided on"
        parts = self.case.people.exclude(role=CasePerson.Role.COMPLAINED_ABOUT)
        restricted = ContactRestriction.objects.in_force().values("person")
        people = Person.objects.filter(pk__in=parts.values("person")).exclude(pk__in=restricted)
        self.fields["person"].queryset = people
        words = RestrictionTerm.objects.in_use_on(self.today)
        self.fields["usual"].choices = [(word.name, word.name) for word in words]

    def clean_more(self):
        return lines(self.cleaned_data["more"])

    def clean(self):
        data = super().clean()
        if not data.get("usual") and not data.get("more"):
            self.add_error("usual", "Choose the terms, or enter them under the list")
        if data.get("review_on") and data.get("on") and data["review_on"] <= data["on"]:
            self.add_error("review_on", "Enter a day after the one it was decided on")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        restrictions.restrict_contact(
            self.case,
            data["person"],
            reason=data["reason"],
            terms=[*data["usual"], *data["more"]],
            on=data["on"],
            review_on=data["review_on"],
            by=by,
        )


class OfARestriction(forms.Form):
    """Something that became of a restriction, on a day. Subclasses say what, and take it."""

    verb = ""
    done = ""
    on = forms.DateField(label="On")

    def __init__(self, *args, restriction: ContactRestriction, today, **kwargs):
        self.restriction, self.today = restriction, today
        super().__init__(*args, initial={"on": f"{today:%-d %-m %Y}"}, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Set first values."""

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"], self.today)


class ToldForm(OfARestriction):
    verb = "Record that they were told"
    done = "they were told. If they appeal, record it here"
    appeal_by = forms.DateField(label="They may appeal until")

    def take(self, *, by):
        restrictions.tell(self.restriction, by=by, **self.cleaned_data)


class AppealForm(OfARestriction):
    verb = "Record an appeal"
    done = "the appeal stands on the managers' desks. Next: somebody else decides it"

    def take(self, *, by):
        restrictions.receive_appeal(self.restriction, by=by, **self.cleaned_data)


class DecideAppealForm(OfARestriction):
    verb = "Decide the appeal"
    done = "the appeal is decided. Next: tell them in writing, with the reason"
    outcome = forms.ChoiceField(
        choices=ContactRestriction.AppealOutcome, widget=forms.RadioSelect, label="Outcome"
    )
    reason = box("Why")
    terms = box("The terms from now on", required=False, help_text="Each on a line")

    def prepare(self):
        self.initial["terms"] = self.restriction.terms

    def clean_terms(self):
        return lines(self.cleaned_data["terms"])

    def take(self, *, by):
        restrictions.decide_appeal(self.restriction, by=by, **self.cleaned_data)


class ToldOfAppealForm(OfARestriction):
    verb = "Record that they were told of the decision"
    done = "they were told how their appeal was decided"

    def take(self, *, by):
        restrictions.tell_of_appeal(self.restriction, by=by, **self.cleaned_data)


class ReviewForm(OfARestriction):
    verb = "Review it: it goes on"
    done = "it goes on. The next review stands on the desk. Tell them why"
    reason = box("What was weighed")
    next_review_on = forms.DateField(label="Until the next review on")

    def take(self, *, by):
        restrictions.review(self.restriction, by=by, **self.cleaned_data)


class EndForm(OfARestriction):
    verb = "End it"
    done = "it has ended. Tell them in writing"
    why = forms.CharField(label="Why", max_length=300)

    def take(self, *, by):
        restrictions.end_restriction(self.restriction, by=by, **self.cleaned_data)


FORMS = {"restrict-contact": RestrictContactForm}


# What can become of a restriction, by the word in the address
CHANGES: dict[str, type[OfARestriction]] = {
    "told": ToldForm,
    "appeal": AppealForm,
    "decide-appeal": DecideAppealForm,
    "appeal-told": ToldOfAppealForm,
    "review": ReviewForm,
    "end": EndForm,
}


def what_may_follow(restriction: ContactRestriction) -> dict[str, type[OfARestriction]]:
    """The forms that a restriction has now, the next thing to do first."""
    next_ = []
    if restriction.appeal_decided_on and restriction.appeal_told_on is None:
        next_ = ["appeal-told"]
    if restriction.ended_on:
        return {key: CHANGES[key] for key in next_}
    if restriction.told_on is None:
        next_ = ["told"]
    elif restriction.appealed_on is None:
        next_ = ["appeal"]
    elif restriction.appeal_decided_on is None:
        next_ = ["decide-appeal"]
    return {key: CHANGES[key] for key in [*next_, "review", "end"]}
