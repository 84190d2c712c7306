"""The fields of the filter panel: they draw fast, and say what is wrong with an address."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SELECTED = SafeString(" selected")
ANY = SafeString('<option value="">Any</option>')
SHORTEST_WORD = 3  # what the index of letters can find


class QuickSelect(forms.Select):
    """A drop-down drawn in one go: the panel holds hundreds of options, and a template for each
    would take longer than finding the cases."""

    options = ()

    def render(self, name, value, attrs=None, renderer=None):
        drawn, heading, start = [], "", 0
        for place, option in enumerate([*self.options, None]):
            if option is None or option.heading != heading:
                drawn.append(self._group(heading, self.options[start:place], value))
                heading, start = (option.heading if option else ""), place
        attrs = flatatt({"name": name, **(attrs or {})})
        return format_html(
            "<select{}>{}{}</select>",
            attrs,
            ANY,
            format_html_join("", "{}", ((d,) for d in drawn)),
        )

    def _group(self, heading, options, value):
        drawn = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((o.value, SELECTED if o.value == value else "", o.label) for o in options),
        )
        if heading:
            return format_html('<optgroup label="{}">{}</optgroup>', heading, drawn)
        return drawn


class OneOf(forms.CharField):
    """One of ``options``. Keeps the value as text: the address holds it so."""

    def __init__(self, *, label, options):
        super().__init__(label=label, required=False, widget=QuickSelect)
        self.widget.options = options
        self.known = {option.value for option in options}

    def clean(self, value):
        value = super().clean(value)
        if value and value not in self.known:
            shown = value if len(value) <= 40 else f"{value[:40]}…"
            raise ValidationError(f"{self.label}: choose from the list. “{shown}” is not in it")
        return value


class SearchField(forms.CharField):
    def __init__(self, *, label):
        super().__init__(
            label=label,
            required=False,
            max_length=200,
            widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        )

    def clean(self, value):
        value = super().clean(value)
        if value and max(map(len, value.split())) < SHORTEST_WORD:
            raise ValidationError("Enter a word of at least three letters to search for")
        return value
