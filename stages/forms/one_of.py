"""A question of which one is meant, asked only where there are several."""

from django import forms


def one_of(rows, label: str) -> forms.ModelChoiceField:
    """Choose one of ``rows``. Where there is one, it is that one and nobody is asked."""
    field = forms.ModelChoiceField(
        rows, label=label, empty_label=None, widget=forms.RadioSelect, initial=rows.first()
    )
    if rows.count() == 1:
        field.widget = forms.HiddenInput()
    return field


def some_of(rows, label: str, **options) -> forms.ModelMultipleChoiceField:
    boxes = forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"})
    return forms.ModelMultipleChoiceField(rows, label=label, widget=boxes, **options)
