"""Mediation: the offer, who accepted or refused it, what came of it."""

from django import forms

from accounts.models import User
from cases.typed_dates import not_ahead
from stages.actions import mediation
from stages.forms.outsiders import FromThePool, PoolRadios, in_the_pool_by_name, known_by
from stages.forms.step import DatedForm, box
from stages.models import Investigator, Mediation, PoolRole

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


class WithMediator(FromThePool):
    """Who mediates: somebody of the pool who is free, or someone new, taken into it."""

    def offer_mediators(self, now: Mediation | None) -> None:
        """Those who are free, and who was to mediate already."""
        free = self.look_into_the_pool(PoolRole.MEDIATOR, [self.stage], self.today)
        chosen = {str(self.data.get("who") or ""), str(now and now.pool_mediator_id)}
        already = [one for one in self.barred if str(one.person.pk) in chosen]
        if now:
            self.barred = [one for one in self.barred if one.person.pk != now.pool_mediator_id]
        who = self.fields["who"]
        who.queryset = Investigator.objects.all()
        who.widget = PoolRadios({str(one.person.pk): known_by(one) for one in free + already})
        shown = [(one.person.pk, str(one.person)) for one in free + already]
        who.choices = [("", "Nobody of the pool"), *shown]

    def check_mediator(self, data: dict) -> None:
        if data.get("who") and data.get("mediator") and data["mediator"] != data["who"].name:
            self.add_error("mediator", "Choose someone from the pool or enter someone new")

    def mediator_for(self, by: User) -> Investigator | str:
        data = self.cleaned_data
        if data["who"] or not data["mediator"]:
            return data["who"] or ""
        role, day = PoolRole.MEDIATOR, self.cleaned_data["on"]
        return in_the_pool_by_name(data["mediator"], by, roles=[role], in_pool_from=day)


def from_the_pool(label: str) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(Investigator.objects.none(), label=label, required=False)


class AnswerForm(WithMediator, OfOpenMediationForm):
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
    who = from_the_pool("If accepted: the mediator, from the pool")
    mediator = forms.CharField(
        label="If accepted: or a mediator who is new", max_length=200, required=False
    )
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
        self.offer_mediators(None)

    def clean(self):
        data = super().clean()
        self.check_mediator(data)
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
        planned = {name: data[name] for name in ("accepted_by", "meets_on")}
        planned["mediator"] = self.mediator_for(by)
        mediation.accept_mediation(self.mediation(), on=data["on"], by=by, **planned)

    def notice(self):
        if self.cleaned_data["answer"] == REFUSED:
            return "The complaint goes on as before."
        return "The clock runs on. Where the complainant agrees to wait, record that we wait."


class MediateForm(WithMediator, DatedForm):
    outcome = forms.ChoiceField(choices=Mediation.Outcome, widget=forms.RadioSelect)
    terms = box("What was agreed", required=False)
    who = from_the_pool("The mediator, from the pool")
    mediator = forms.CharField(label="Or a mediator who is new", max_length=200, required=False)
    right_confirmed_on = forms.DateField(
        label="Right to go on confirmed in writing on",
        required=False,
        help_text="If that was done already; else it stands on the desk",
    )

    def prepare(self):
        self.fields["on"].label = "Held on"
        accepted = self.case.mediations.open().first()
        self.offer_mediators(accepted)
        if accepted and accepted.pool_mediator_id:
            self.initial["who"] = accepted.pool_mediator_id
        elif accepted:
            self.initial["mediator"] = accepted.mediator

    def clean(self):
        data = super().clean()
        self.check_mediator(data)
        return data

    def clean_right_confirmed_on(self):
        return not_ahead(self.cleaned_data["right_confirmed_on"], self.today)

    def take(self, *, by):
        names = ("on", "outcome", "terms", "right_confirmed_on")
        told = {name: self.cleaned_data[name] for name in names}
        told["mediator"] = self.mediator_for(by)
        self.held = mediation.hold_mediation(self.case, by=by, **told)

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
