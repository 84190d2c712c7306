"""Who clears a kind of letter, and who stands in for somebody who is away."""

from datetime import date

from django import forms

from accounts.models import User
from accounts.permissions import RIGHTS, Permission, Role
from letters.actions.chains import set_chain, stand_in
from letters.models import LetterChain

READ_CASES = [role.value for role in Role if Permission.OPEN_CASES in RIGHTS[role]]
CHOICES = [(role.value, role.label) for role in Role if Permission.OPEN_CASES in RIGHTS[role]]


def roles_field(label: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=CHOICES,
        help_text="Whoever holds one of these roles and may see the case. Without any, this part "
        "is left out",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
        required=False,
    )


def days_field(label: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=60,
        help_text="Working days",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )


class ChainForm(forms.Form):
    mark_optional = False
    signed_off_by = roles_field("Signed off for the service by")
    sign_off_days = days_field("Days for the sign-off")
    vetted = forms.BooleanField(label="It is vetted", required=False)
    vetting_days = days_field("Days for vetting")
    signed_by = roles_field("Signed by somebody else than its author")
    signature_days = days_field("Days for the signature")

    def __init__(self, *args, chain: LetterChain, **kwargs):
        super().__init__(*args, **kwargs)
        self.chain = chain
        self.initial = {name: getattr(chain, name) for name in self.fields}

    def take(self, *, by):
        set_chain(self.chain, by=by, **self.cleaned_data)


class SubstituteForm(forms.Form):
    absent = forms.ModelChoiceField(
        User.objects.none(), label="Who is away", empty_label="Choose a person"
    )
    substitute = forms.ModelChoiceField(
        User.objects.none(), label="Who stands in", empty_label="Choose a person"
    )
    from_on = forms.DateField(label="From")
    until_on = forms.DateField(label="Until", help_text="That day included")

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        people = User.objects.filter(is_active=True, roles__overlap=READ_CASES)
        for name in ("absent", "substitute"):
            self.fields[name].queryset = people

    def clean(self):
        data = super().clean()
        if data.get("absent") and data.get("absent") == data.get("substitute"):
            self.add_error("substitute", "Choose somebody else: nobody stands in for themselves")
        first, last = data.get("from_on"), data.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", f"Enter a date on or after {first:%-d %B %Y}")
        elif last and last < self.today:
            self.add_error("until_on", "Enter a date that is today or later")
        return data

    def take(self, *, by):
        stand_in(by=by, **self.cleaned_data)
