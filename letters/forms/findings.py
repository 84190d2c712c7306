"""The finding on each point of a letter, asked beside its text."""

from django import forms

from letters.models import Letter
from stages.models import Outcome


def ask_findings(form: forms.Form, letter: Letter) -> None:
    """Put a question on each point that the letter answers after those that ``form`` has."""
    for one in letter.findings.select_related("point"):
        name = f"point_{one.point.number}"
        form.fields[name] = forms.ChoiceField(
            label=f"Finding on {one.point}", choices=Outcome.choices, required=False
        )
        form.initial[name] = one.finding


def findings_of(form: forms.Form, *, changed_only: bool = False) -> dict[int, str]:
    """What was answered, by the number of the point."""
    asked = [name for name in form.fields if name.startswith("point_")]
    return {
        int(name.removeprefix("point_")): form.cleaned_data[name]
        for name in asked
        if form.cleaned_data.get(name)
        and not (changed_only and form.cleaned_data[name] == form.initial[name])
    }
