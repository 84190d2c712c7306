"""What is asked when something is put right: a payment, or something else."""

from decimal import Decimal

from django import forms
from django.conf import settings

from accounts.models import User
from cases.models import Case, Point
from cases.typed_dates import between
from remedies.actions import putting_right as actions
from remedies.models import Payment, Remedy
from stages.forms.step import box
from stages.forms.tasks import people_for

MOST = Decimal("999999.99")
# Guidance, never enforced: seen in decisions, or general knowledge (domain.md 6, [UGK])
TYPICAL_SUMS = (
    "Distress: often £100 to £300, up to £500 where it was moderate. Time and trouble: often £100 "
    "to £300. Delay of a Stage 2: £200 in several decisions. Owed allowances and documented costs: "
    "in full. Guidance only: each case has its own facts."
)


class RemedyForm(forms.Form):
    """Of one case, on one day; ``point`` and ``stage_number`` are those it has."""

    def __init__(self, *args, case: Case, today, **kwargs):
        self.case, self.today = case, today
        super().__init__(*args, initial={"on": f"{today:%-d %-m %Y}"}, **kwargs)
        self.fields["point"].queryset = case.points.all()
        stages = case.stages.select_related("definition").order_by("number")
        self.fields["stage_number"].choices = [
            (stage.number, f"{stage.definition.name}{_begun(stage)}") for stage in stages
        ]
        self.fields["stage_number"].initial = max((stage.number for stage in stages), default=None)

    def clean_on(self):
        first = self.case.received_on
        return between(self.cleaned_data["on"], first, self.today, "The complaint was received")


class PoundsField(forms.DecimalField):
    """A sum as people write it: 250, £1,250.00."""

    def to_python(self, value):
        return super().to_python(str(value or "").replace("£", "").replace(",", "").strip())


class OfferForm(RemedyForm):
    kind = forms.ChoiceField(label="What for", choices=Payment.Kind)
    amount = PoundsField(
        label="Amount",
        max_digits=8,
        decimal_places=2,
        help_text=TYPICAL_SUMS,
        widget=forms.NumberInput(attrs={"data-prefix": "£", "class": "govuk-input--width-10"}),
        error_messages={
            "required": "Enter the amount in pounds and pence",
            "invalid": "Enter the amount in pounds and pence, for example 250.00",
            "max_digits": f"Enter an amount of at most £{MOST:,}",
            "max_whole_digits": f"Enter an amount of at most £{MOST:,}",
            "max_decimal_places": "Enter the amount in pounds and pence, for example 250.00",
        },
    )
    why = box("What it makes up for", help_text="The harm, how long, and how the sum was reached")
    stage_number = forms.TypedChoiceField(label="Stage", coerce=int)
    point = forms.ModelChoiceField(
        Point.objects.none(), label="Point", empty_label="The complaint as a whole", required=False
    )
    legal_power = forms.ChoiceField(
        label="Power to pay", choices=Payment.Power, widget=forms.RadioSelect
    )
    ombudsman_test = forms.ChoiceField(
        label="What the Ombudsman would do", choices=Payment.OmbudsmanTest, widget=forms.RadioSelect
    )
    on = forms.DateField(label="Offered on")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].help_text = (
            f"A sum above £{settings.PAYMENT_APPROVAL_LIMIT:,} is proposed on this day, and "
            "offered once a second person has approved it"
        )

    def clean_amount(self):
        amount = self.cleaned_data["amount"]
        if amount <= 0:
            raise forms.ValidationError("Enter an amount of more than nothing")
        return amount

    def take(self, *, by: User, replaces: Payment | None = None) -> Payment:
        return actions.offer_payment(self.case, by=by, replaces=replaces, **self.cleaned_data)


class PromiseForm(RemedyForm):
    kind = forms.ChoiceField(label="What kind", choices=Remedy.Kind, widget=forms.RadioSelect)
    text = box("What will be done")
    due_on = forms.DateField(label="By when")
    owner = forms.ModelChoiceField(
        User.objects.none(), label="Who", empty_label="Whoever holds the case", required=False
    )
    stage_number = forms.TypedChoiceField(label="Stage", coerce=int)
    point = forms.ModelChoiceField(
        Point.objects.none(), label="Point", empty_label="The complaint as a whole", required=False
    )
    on = forms.DateField(label="Promised on")

    def __init__(self, *args, case: Case, today, **kwargs):
        super().__init__(*args, case=case, today=today, **kwargs)
        self.fields["owner"].queryset = people_for(case)

    def clean(self):
        data = super().clean()
        due_on, on = data.get("due_on"), data.get("on")
        if due_on and on and due_on < on:
            self.add_error("due_on", "Enter a date on or after the day it was promised")
        return data

    def take(self, *, by: User) -> Remedy:
        return actions.promise_remedy(self.case, by=by, **self.cleaned_data)


class OnADayForm(forms.Form):
    """When something happened to a payment: answered, approved, paid."""

    on = forms.DateField(label="On")

    def __init__(self, *args, payment: Payment, today, **kwargs):
        self.payment, self.today = payment, today
        super().__init__(*args, initial={"on": f"{today:%-d %-m %Y}"}, **kwargs)

    def clean_on(self):
        on, payment = self.cleaned_data["on"], self.payment
        verb, first = "offered", payment.offered_on
        if first is None:
            verb = "approved" if payment.approved_on else "proposed"
            first = payment.approved_on or payment.proposed_on or on
        return between(on, first, self.today, f"It was {verb}")


class AnsweredForm(OnADayForm):
    answer = forms.ChoiceField(
        label="What the complainant said",
        choices=[("accepted", "Accepted"), ("refused", "Refused")],
        widget=forms.RadioSelect,
    )

    def take(self, *, by: User) -> None:
        data = self.cleaned_data
        accepted = data["answer"] == "accepted"
        actions.answer_offer(self.payment, accepted=accepted, on=data["on"], by=by)


class ApproveForm(OnADayForm):
    """The second person's yes or no."""

    approve = forms.ChoiceField(
        label="Do you approve it?",
        choices=[("yes", "Yes, it may be offered"), ("no", "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you approve it"},
    )
    why = box("Why not", rows=2, required=False)
    field_order = ["approve", "why", "on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "Decided on"

    def clean(self):
        data = super().clean()
        if data.get("approve") == "no" and not data.get("why"):
            self.add_error("why", "Say why you do not approve it")
        return data

    def take(self, *, by: User) -> None:
        data = self.cleaned_data
        if data["approve"] == "yes":
            actions.approve_payment(self.payment, on=data["on"], by=by)
        else:
            actions.refuse_approval(self.payment, on=data["on"], why=data["why"], by=by)


class OfferedForm(OnADayForm):
    """When what was approved was offered to the complainant."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "Offered on"

    def take(self, *, by: User) -> None:
        actions.make_offer(self.payment, on=self.cleaned_data["on"], by=by)


class PaidForm(OnADayForm):
    cost_code = forms.CharField(
        label="Cost code", max_length=40, error_messages={"required": "Enter the cost code"}
    )

    def take(self, *, by: User) -> None:
        actions.pay(self.payment, by=by, **self.cleaned_data)


def _begun(stage) -> str:
    return "" if stage.begun_on else " (asked for, not begun)"
