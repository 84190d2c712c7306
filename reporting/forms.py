"""Choosing what to report on."""

from django import forms

from accounts.models import User
from cases.models import Directorate
from reporting.any_table import measures, vocabulary, what
from reporting.any_table.asked import read
from reporting.counted import DoesNotFit
from reporting.denominators import Denominators
from reporting.period import FIRST_YEAR, LAST_YEAR, Period, can_be_reported_on
from reporting.scope import Scope


class ScopeForm(forms.Form):
    """A period and a directorate, in the address: reports are looked at, not changed."""

    mark_optional = False

    start = forms.DateField(label="From")
    end = forms.DateField(label="To")
    directorate = forms.ModelChoiceField(
        Directorate.objects.all(), required=False, empty_label="The whole council"
    )

    def clean(self):
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        for name, day in (("start", start), ("end", end)):
            if day and not can_be_reported_on(day):
                self.add_error(name, f"Enter a day between {FIRST_YEAR} and {LAST_YEAR}")
        if start and end and end < start:
            self.add_error("end", f"The last day cannot be before the first, {start:%-d %B %Y}")
        return self.cleaned_data

    @property
    def period(self) -> Period:
        return Period(self.cleaned_data["start"], self.cleaned_data["end"])


class TableForm(ScopeForm):
    """A table as somebody asks for it. The lists offer what fits what is counted."""

    field_order = (
        *("count", "rows", "then", "columns", "measure", "base", "only", "days_over", "days_up_to"),
        *("start", "end", "directorate", "chart", "target"),
    )

    count = forms.CharField(label="Count", widget=forms.Select, required=False)
    rows = forms.CharField(label="Rows", widget=forms.Select, required=False)
    then = forms.CharField(
        label="Each row by", widget=forms.Select, required=False, help_text="Parts each row again"
    )
    columns = forms.CharField(label="Columns", widget=forms.Select, required=False)
    measure = forms.CharField(label="Show", widget=forms.Select, required=False)
    base = forms.CharField(
        label="Percentages",
        required=False,
        widget=forms.Select(choices=[("none", "None"), ("row", "Of each row"), ("all", "Of all")]),
    )
    only = forms.CharField(
        label="Only some",
        required=False,
        widget=forms.Select,
        help_text="Choose by what, then update the table: its words come below",
    )
    days_over = forms.CharField(
        label="More than so many working days",
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
    )
    days_up_to = forms.CharField(
        label="At most so many working days",
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
    )

    chart = forms.BooleanField(label="Show it as a chart too", required=False)
    target = forms.FloatField(
        label="Target, in per cent",
        required=False,
        min_value=0,
        max_value=100,
        help_text="A line across the bars of the chart",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "decimal"}),
        error_messages={
            "invalid": "Enter the target as a number, such as 90",
            "min_value": "Enter a target between 0 and 100",
            "max_value": "Enter a target between 0 and 100",
        },
    )

    def __init__(self, *args, reader: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.reader = reader
        given = self.data if self.is_bound else self.initial
        counted = what.BY_KEY.get(given.get("count"), what.WHATS[0])
        fitting = (word for word in vocabulary.fitting(counted) if word.is_for(reader))
        words = [(word.key, word.label) for word in fitting]
        self._offer("count", [(each.key, _name(each)) for each in what.WHATS])
        self._offer("rows", [("", "No rows"), *words])
        self._offer("then", [("", "Nothing more"), *words])
        self._offer("columns", [("", "No columns"), *words])
        self._offer("only", [("", "Everything"), *words])
        self._offer(
            "measure", [(one.key, one.label) for one in measures.fitting(counted, Denominators())]
        )
        if counted.span is None:
            del self.fields["days_over"], self.fields["days_up_to"]
        if not given.get("measure", "").startswith("share-"):
            del self.fields["target"]
        self.counted = counted

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].widget.choices = choices

    def clean(self):
        super().clean()
        if {"start", "end"} <= self.cleaned_data.keys() and not self.errors:
            self.scope = Scope(self.period, self.cleaned_data.get("directorate"))
            try:
                self.asked = read(self.given, self.scope)
                self._check_words()
            except DoesNotFit as error:
                self.add_error(error.name if error.name in self.fields else None, str(error))
        return self.cleaned_data

    def _check_words(self) -> None:
        for name, words in self.asked.words.items():
            for word in words:
                if not word.is_for(self.reader):
                    raise DoesNotFit(f"“{word.label}” is for complaints managers.", name)

    @property
    def given(self) -> dict[str, list[str]]:
        """What was asked, without the period and directorate."""
        lists = {name: self.data.getlist(name) for name in ASKED if any(self.data.getlist(name))}
        return {name: [value for value in values if value] for name, values in lists.items()}

    @property
    def target_drawn(self) -> float | None:
        return self.cleaned_data.get("target")

    def conditions(self) -> list[dict]:
        """The words by which only some are counted: those asked, and the one to be added."""
        chosen = [text.partition("=") for text in self.given.get("where", [])]
        keys = list(dict.fromkeys([*(key for key, _, _ in chosen), self.data.get("only", "")]))
        words = [vocabulary.BY_KEY[key] for key in keys if key in vocabulary.BY_KEY]
        offered = (word for word in words if word.make(self.counted) and word.is_for(self.reader))
        return [self._condition(word, chosen) for word in offered]

    def _condition(self, word, chosen) -> dict:
        values = {value.casefold() for key, _, value in chosen if key == word.key}
        headings = word.make(self.counted).headings(self.scope, vocabulary.ANYTHING)
        return {
            "word": word,
            "choices": [
                (f"{word.key}={each.key}", each.label, _is_among(each, values)) for each in headings
            ],
        }


class SaveTableForm(forms.Form):
    name = forms.CharField(
        max_length=100, error_messages={"required": "Enter a name for the table"}
    )
    shared = forms.BooleanField(label="Share it with everybody who opens reports", required=False)
    in_report = forms.BooleanField(
        label="Put it into the annual report, for whatever period that is", required=False
    )


ASKED = (
    *("count", "rows", "then", "columns", "measure", "base", "where"),
    *("days_over", "days_up_to"),
)


def _name(each: what.What) -> str:
    return each.counted.many[0].upper() + each.counted.many[1:]


def _is_among(heading, values: set[str]) -> bool:
    return heading.key.casefold() in values or heading.label.casefold() in values
