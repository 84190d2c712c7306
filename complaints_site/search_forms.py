"""The forms of saved searches."""

from django import forms

from accounts.permissions import RIGHTS, Permission, Role

TEAMS = [(role, Role(role).label) for role in Role if Permission.OPEN_CASES in RIGHTS[role]]


class SaveSearchForm(forms.Form):
    name = forms.CharField(
        label="Name",
        max_length=100,
        error_messages={"required": "Enter a name for the search"},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )
    shared_with = forms.ChoiceField(
        label="Share it with a team",
        required=False,
        choices=[("", "Nobody else"), *((value, f"{label}s") for value, label in TEAMS)],
        help_text="They find it among their saved searches. Each of them sees of its cases what "
        "they may see anyway.",
    )


class WatchForm(forms.Form):
    above = forms.IntegerField(
        label="Tell me when it passes",
        min_value=0,
        max_value=1_000_000,
        required=False,
        help_text="A number of cases. Leave it empty to be told no longer.",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
        error_messages={"invalid": "Enter a whole number of cases, such as 20"},
    )
