"""Mediation: the offer, who accepted or refused it, what came of it."""

from django import forms

from cases.typed_dates import not_ahead
from stages.actions import mediation
from stages.forms.step import DatedForm, box
from stages.models import Mediation

ACCEPTED, REFUSED = "accepted", "refused"


class OfferForm(DatedForm):
    def prepare(self):
        self.fields["on"].label = "Offered on"

    def take(self, *, by):
        mediation.offer_mediation(self.case, on=self.cleaned_data["on"], by=by)

    def notice(self):
        return "Ask both sides whether they accept it; the question stands on the desk."


class OfOpenMediationForm(DatedForm):
    """A step of the mediation that is open. There is one at the most."""

    def mediation(self) -> Mediation:
        return self.case.mediations.open().get()


class AnswerForm(OfOpenMediationForm):
    """Accepted by both sides, and then when and by whom it is held; or refused, and by whom."""

    mark_optional = False

    answer = forms.ChoiceField(
        label="What they said",
        choices=[(ACCEPTED, "Both sides accept"), (REFUSED, "It is refused")],
        widget=forms.RadioSelect,
    )
    accepted_by = forms.CharField(
        label="If accepted: by whom",
        max_length=200,
        required=False,
        help_text="The complainant, and who for the service",
    )
    mediator = forms.CharField(label="If accepted: the mediator", max_length=200, required=False)
    meets_on = forms.DateField(label="If accepted: planned for", required=False)
    refused_by = forms.ChoiceField(
        label="If refused: by whom",
        choices=Mediation.Side,
        widget=forms.RadioSelect,
        required=False,
    )
    why = box("If refused: why", required=False)
    field_order = ["answer", "on"]

    def prepare(self):
        self.fields["on"].label = "Accepted or refused on"

    def clean(self):
        data = super().clean()
        answer = data.get("answer")
        if answer == ACCEPTED and not data.get("accepted_by"):
            self.add_error("accepted_by", "Enter who accepted it")
        if answer == REFUSED and not data.get("refused_by"):
            self.add_error("refused_by", "Choose who refused it")
        day, meets_on = data.get("on"), data.get("meets_on")
        if answer == ACCEPTED and day and meets_on and meets_on < day:
            self.add_error("meets_on", "Enter a date after it was accepted")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        if data["answer"] == REFUSED:
            refused_by, why = data["refused_by"], data["why"]
            mediation.refuse_mediation(
                self.mediation(), on=data["on"], refused_by=refused_by, why=why, by=by
            )
            return
        planned = {name: data[name] for name in ("accepted_by", "mediator", "meets_on")}
        mediation.accept_mediation(self.mediation(), on=data["on"], by=by, **planned)

    def notice(self):
        if self.cleaned_data["answer"] == REFUSED:
            return "The complaint goes on as before."
        return "The clock runs on. Where the complainant agrees to wait, record that we wait."


class MediateForm(DatedForm):
    outcome = forms.ChoiceField(choices=Mediation.Outcome, widget=forms.RadioSelect)
    terms = box("What was agreed", required=False)
    mediator = forms.CharField(max_length=200, required=False)
    right_confirmed_on = forms.DateField(
        label="Right to go on confirmed in writing on",
        required=False,
        help_text="If that was done already; else it stands on the desk",
    )

    def prepare(self):
        self.fields["on"].label = "Held on"
        if accepted := self.case.mediations.open().first():
            self.initial["mediator"] = accepted.mediator

    def clean_right_confirmed_on(self):
        return not_ahead(self.cleaned_data["right_confirmed_on"], self.today)

    def take(self, *, by):
        self.held = mediation.hold_mediation(self.case, by=by, **self.cleaned_data)

    def notice(self):
        avoided = self.held.stage_avoided
        said = f"Stage {avoided}, which had been asked for, was not needed. " if avoided else ""
        if self.held.right_confirmed_on:
            return said.strip()
        return f"{said}Confirm in writing that they may still go on."


class GiveUpForm(OfOpenMediationForm):
    why = box("Why none was held")

    def prepare(self):
        self.fields["on"].label = "Given up on"

    def take(self, *, by):
        data = self.cleaned_data
        mediation.give_up_mediation(self.mediation(), on=data["on"], why=data["why"], by=by)


class ConfirmRightForm(DatedForm):
    def prepare(self):
        self.fields["on"].label = "Written on"

    def take(self, *, by):
        mediation.confirm_right(self.case, on=self.cleaned_data["on"], by=by)


FORMS = {
    "offer-mediation": OfferForm,
    "answer-mediation": AnswerForm,
    "mediate": MediateForm,
    "give-up-mediation": GiveUpForm,
    "confirm-right": ConfirmRightForm,
}
