"""Advocacy: what was offered, whom they were referred to, who the advocate is, what was said."""

from django import forms

from cases.actions.advocacy import keep_feedback
from cases.models import AdvocacyOffer, AdvocacyReferral
from cases.typed_dates import between, not_ahead
from stages.actions import advocacy
from stages.forms.one_of import one_of
from stages.forms.step import DatedForm, StepForm, box

Outcome = AdvocacyReferral.Outcome
ENDINGS = [Outcome.SUPPORTED, Outcome.DECLINED, Outcome.NOT_PROVIDED]
INDEPENDENT = "The advocate neither is, nor manages, the person or the service complained about"
DAYS = ["told_on", "offered_on", "asked_on"]


class OfferForm(StepForm):
    """Three days and an answer. What is not known yet may wait: it stays on the desk."""

    mark_optional = False

    told_on = forms.DateField(
        label="Told of advocacy on",
        error_messages={"required": "Enter the day they were told of advocacy"},
    )
    offered_on = forms.DateField(label="Offered it on", required=False)
    asked_on = forms.DateField(label="Asked what they want on", required=False)
    wants = forms.ChoiceField(
        label="What they want",
        choices=[("", "Not asked yet"), *AdvocacyOffer.Wants.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    said = box("What they said", required=False)

    def prepare(self):
        offer = AdvocacyOffer.objects.filter(case=self.case).first()
        if offer is None:
            self.initial["told_on"] = f"{self.today:%-d %-m %Y}"
            return
        self.initial |= {name: getattr(offer, name) for name in (*DAYS, "wants", "said")}

    def clean(self):
        data = super().clean()
        for name in DAYS:
            self._check_day(name)
        asked, wants = data.get("asked_on"), data.get("wants")
        if wants and not asked and "asked_on" not in self.errors:
            self.add_error("asked_on", "Enter the day they were asked")
        if asked and not wants:
            self.add_error("wants", "Choose what they want")
        if asked and not data.get("offered_on") and "offered_on" not in self.errors:
            self.add_error("offered_on", "Enter the day it was offered to them")
        return data

    def _check_day(self, name: str) -> None:
        if day := self.cleaned_data.get(name):
            try:
                between(day, self.case.received_on, self.today, "The complaint was received")
            except forms.ValidationError as error:
                self.add_error(name, error)

    def take(self, *, by):
        self.offer = advocacy.record_offer(self.case, today=self.today, by=by, **self.cleaned_data)

    def notice(self):
        if not self.offer.is_complete:
            return "It stays on the desk until they were offered it and said what they want."
        if self.offer.wants == AdvocacyOffer.Wants.WANTED:
            return "Refer them to advocacy: it stands on the desk."
        return f"{self.offer.get_wants_display()}."


class ReferForm(DatedForm):
    provider = forms.CharField(
        label="Provider",
        max_length=200,
        error_messages={"required": "Enter the provider of advocacy"},
    )
    referred_by = forms.CharField(
        label="Who referred them",
        max_length=200,
        required=False,
        help_text="If it was not the complaints team",
    )
    field_order = ["provider", "on"]

    def prepare(self):
        self.fields["on"].label = "Referred on"
        self.initial["provider"] = usual_provider()

    def take(self, *, by):
        data = self.cleaned_data
        advocacy.refer(self.case, by=by, **data)


class OfReferralForm(DatedForm):
    """A step of the referral that goes on; there is one at the most, but for an imported log."""

    def referrals(self):
        return self.case.advocacy_referrals.open()

    def prepare(self):
        which = one_of(self.referrals(), "Which referral")
        self.fields = {"which": which, **self.fields}


class AppointForm(OfReferralForm):
    advocate = forms.CharField(
        label="Advocate", max_length=200, error_messages={"required": "Enter the advocate’s name"}
    )
    contact = forms.CharField(
        label="How to reach them", max_length=200, required=False, help_text="Telephone or email"
    )
    independent = forms.BooleanField(
        label=INDEPENDENT,
        error_messages={"required": "Only an advocate who is independent of it can be appointed"},
    )

    def referrals(self):
        return super().referrals().filter(appointed_on=None)

    def prepare(self):
        super().prepare()
        self.fields["on"].label = "Appointed on"
        self.order_fields(["which", "advocate", "contact", "on", "independent"])

    def take(self, *, by):
        data = dict(self.cleaned_data)
        advocacy.appoint(data.pop("which"), by=by, **data)


class EndForm(OfReferralForm):
    outcome = forms.ChoiceField(
        label="How it ended",
        choices=[(each.value, each.label) for each in ENDINGS],
        widget=forms.RadioSelect,
    )

    def prepare(self):
        super().prepare()
        self.fields["on"].label = "Ended on"
        self.order_fields(["which", "outcome", "on"])

    def take(self, *, by):
        data = dict(self.cleaned_data)
        advocacy.end(data.pop("which"), by=by, **data)

    def notice(self):
        return "Ask what they thought of it, and whether that may be kept for the report."


class FeedbackForm(StepForm):
    """Only with consent, which is asked for with a date."""

    said = box("What the young person said of it", help_text="Leave out names")
    agreed_on = forms.DateField(
        label="They agreed that it is kept, for the report, on",
        error_messages={"required": "Enter the day they agreed. Without that it is not kept"},
    )

    def prepare(self):
        which = one_of(self.case.advocacy_referrals.silent(), "Which referral")
        self.fields = {"which": which, **self.fields}

    def clean_agreed_on(self):
        return not_ahead(self.cleaned_data["agreed_on"], self.today)

    def take(self, *, by):
        data = dict(self.cleaned_data)
        keep_feedback(data.pop("which"), by=by, **data)


def usual_provider() -> str:
    """The provider of the latest referral: most councils have one."""
    named = AdvocacyReferral.objects.exclude(provider="").order_by("-referred_on", "-pk")
    return named.values_list("provider", flat=True).first() or ""


FORMS = {
    "offer-advocacy": OfferForm,
    "refer-advocacy": ReferForm,
    "appoint-advocate": AppointForm,
    "end-advocacy": EndForm,
    "keep-feedback": FeedbackForm,
}
