"""Referrals to advocacy that are no complaint: logged in twenty seconds, filtered, and ended."""

from datetime import date

from django import forms
from django.db.models import Case as DbCase
from django.db.models import QuerySet, Value, When

from accounts.models import User
from cases.actions import advocacy
from cases.models import AdvocacyReferral, Case, ServiceArea
from cases.typed_dates import between, not_ahead
from stages.forms.advocacy import INDEPENDENT, usual_provider

Outcome = AdvocacyReferral.Outcome
WITHOUT, OPEN, BECAME, ALL = "without", "open", "became", "all"
ENDINGS = [Outcome.RESOLVED, Outcome.DECLINED, Outcome.NOT_PROVIDED]


class ReferralForm(forms.ModelForm):
    """The service area is enough: the day is today and the provider the usual one."""

    class Meta:
        model = AdvocacyReferral
        fields = ["service_area", "referred_on", "provider", "referred_by", "about_whom", "about"]
        labels = {
            "referred_on": "Referred on",
            "provider": "Provider",
            "about_whom": "Young person",
            "about": "What it is about",
        }
        help_texts = {
            "referred_by": "Themselves, a social worker, a foster carer, the reviewing officer …",
            "about_whom": "As the provider calls them. It stands in no report",
        }
        widgets = {"about": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, today: date, **kwargs):
        self.today = today
        first = {"referred_on": f"{today:%-d %-m %Y}", "provider": usual_provider()}
        super().__init__(*args, initial=first, **kwargs)
        area = self.fields["service_area"]
        area.queryset, area.empty_label = ServiceArea.objects.in_use_on(today), "Choose one"
        area.error_messages["required"] = "Choose the service area"
        self.fields["referred_on"].error_messages["required"] = "Enter the day of the referral"

    def clean_referred_on(self):
        return not_ahead(self.cleaned_data["referred_on"], self.today)


class ReferralFilters(forms.Form):
    """An answer that cannot be is no filter: an address may be old."""

    mark_optional = False

    show = forms.ChoiceField(
        label="Show",
        choices=[
            (WITHOUT, "Without a complaint"),
            (OPEN, "Still open"),
            (BECAME, "Of a complaint"),
            (ALL, "All"),
        ],
        required=False,
    )
    provider = forms.ChoiceField(label="Provider", required=False)
    service_area = forms.ModelChoiceField(
        ServiceArea.objects.all(), label="Service area", empty_label="Any", required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        named = AdvocacyReferral.objects.exclude(provider="").order_by("provider")
        names = named.values_list("provider", flat=True).distinct()
        self.fields["provider"].choices = [("", "Any"), *((name, name) for name in names)]

    def applied_to(self, referrals: QuerySet) -> QuerySet:
        """Those still open first, then the newest."""
        self.is_valid()
        chosen = getattr(self, "cleaned_data", {})
        for name in ("provider", "service_area"):
            if chosen.get(name):
                referrals = referrals.filter(**{name: chosen[name]})
        show = chosen.get("show") or WITHOUT
        if show == OPEN:
            referrals = referrals.open()
        elif show != ALL:
            referrals = referrals.filter(case__isnull=show == WITHOUT)
        still_open = DbCase(When(outcome=Outcome.OPEN, then=Value(0)), default=Value(1))
        return referrals.order_by(still_open, "-referred_on", "-pk")


class ChangeForm(forms.Form):
    """One change of a referral: who it is asked of, the words, and what it does."""

    heading = ""
    button = ""

    def __init__(self, *args, referral: AdvocacyReferral, user: User, today: date, **kwargs):
        self.referral, self.user, self.today = referral, user, today
        super().__init__(*args, **kwargs)
        if "on" in self.fields:
            self.initial["on"] = f"{today:%-d %-m %Y}"

    def clean_on(self):
        first = self.referral.referred_on
        return between(self.cleaned_data["on"], first, self.today, "They were referred")

    def objection(self) -> str:
        """Why this cannot be done now; nothing where it can."""
        return "" if self.referral.is_open else "The advocacy has ended."

    def take(self) -> None:
        raise NotImplementedError


class AdvocateForm(ChangeForm):
    heading = "Record the advocate"
    button = "Record the advocate"
    advocate = forms.CharField(
        max_length=200, error_messages={"required": "Enter the advocate’s name"}
    )
    contact = forms.CharField(
        label="How to reach them", max_length=200, required=False, help_text="Telephone or email"
    )
    on = forms.DateField(label="Appointed on", error_messages={"required": "Enter the date"})
    independent = forms.BooleanField(
        label=INDEPENDENT,
        error_messages={"required": "Only an advocate who is independent of it can be appointed"},
    )

    def take(self):
        advocacy.appoint_advocate(self.referral, by=self.user, **self.cleaned_data)


class EndReferralForm(ChangeForm):
    heading = "Record that advocacy ended"
    button = "End the referral"
    outcome = forms.ChoiceField(
        label="How it ended",
        choices=[(each.value, each.label) for each in ENDINGS],
        widget=forms.RadioSelect,
    )
    on = forms.DateField(label="Ended on", error_messages={"required": "Enter the date"})

    def take(self):
        advocacy.end_advocacy(self.referral, by=self.user, **self.cleaned_data)


class BecameForm(ChangeForm):
    heading = "Join it with the complaint"
    button = "Join it with the complaint"
    reference = forms.CharField(
        label="Reference of the complaint",
        max_length=40,
        error_messages={"required": "Enter the reference of the complaint"},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )

    def clean_reference(self):
        typed = self.cleaned_data["reference"].strip()
        self.case = Case.objects.wholly_visible_to(self.user).filter(reference=typed).first()
        if self.case is None:
            raise forms.ValidationError(f"No case {typed} is open to you: check the reference")
        return typed

    def objection(self):
        return ""  # also of what had ended before

    def take(self):
        advocacy.become_complaint(self.referral, self.case, by=self.user)


class FeedbackForm(ChangeForm):
    heading = "Keep what they said of advocacy"
    button = "Keep it"
    said = forms.CharField(
        label="What the young person said of it",
        max_length=20_000,
        help_text="Leave out names",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter what they said"},
    )
    agreed_on = forms.DateField(
        label="They agreed that it is kept, for the report, on",
        error_messages={"required": "Enter the day they agreed. Without that it is not kept"},
    )

    def clean_agreed_on(self):
        return not_ahead(self.cleaned_data["agreed_on"], self.today)

    def objection(self):
        return "It is kept already." if self.referral.feedback else ""

    def take(self):
        data = self.cleaned_data
        advocacy.keep_feedback(
            self.referral, said=data["said"], agreed_on=data["agreed_on"], by=self.user
        )


CHANGES = {
    "advocate": AdvocateForm,
    "end": EndReferralForm,
    "complaint": BecameForm,
    "feedback": FeedbackForm,
}
