"""What a step asks. A form checks what was typed and hands it to the step's action."""

from collections.abc import Mapping
from datetime import date

from django import forms

from accounts.models import User
from cases.cursor import focus_first
from cases.typed_dates import between
from stages.actions import casework
from stages.models import How, StageEvent
from stages.situation import Situation


def box(label: str, *, rows: int = 3, required: bool = True, **options) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=20_000, widget=widget, required=required, **options
    )


def how_field(label: str, *, required: bool = True) -> forms.ChoiceField:
    choices = How.choices if required else [("", "Not told yet"), *How.choices]
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=required,
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline govuk-radios--small"}),
    )


class StepForm(forms.Form):
    """A step of one case. Subclasses add fields and :meth:`take`.

    ``page`` is the template that asks, where a step shows more than its questions. ``notes`` are
    sentences that the page says above the questions.
    """

    page = "cases/step.html"
    notes: tuple[str, ...] = ()

    def __init__(
        self, *args, situation: Situation, today: date, user: User | None = None, **kwargs
    ):
        self.situation, self.today, self.user = situation, today, user
        super().__init__(*args, **kwargs)
        self.prepare()
        if not self.is_bound:
            focus_first(self)

    def prepare(self) -> None:
        """Set what depends on the case: choices, first values."""

    def read_address(self, address: Mapping[str, str]) -> None:
        """Take first answers from the address: a link to a step may know some of them."""
        self.initial |= {name: address[name] for name in self.fields if name in address}
        focus_first(self)

    def take(self, *, by: User) -> None:
        """Do the step with what was typed. Raises ValidationError where a rule refuses it."""
        raise NotImplementedError

    def answers(self) -> dict:
        """What is answered so far; before anything is sent, what stands in the boxes."""
        if self.is_bound:
            self.is_valid()
            return dict(self.cleaned_data)
        return {name: self._standing(name, field) for name, field in self.fields.items()}

    def _standing(self, name: str, field: forms.Field):
        try:
            return field.to_python(self.get_initial_for_field(field, name))
        except forms.ValidationError:
            return None

    def notice(self) -> str:
        """What follows, once the step is taken; nothing where the step's own words say it."""
        return ""

    @property
    def stage(self):
        return self.situation.stage

    @property
    def case(self):
        return self.situation.case


class DatedForm(StepForm):
    """A step that happened on a day: today, unless another is typed."""

    on = forms.DateField(label="On")
    event: StageEvent

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, today=today, initial={"on": f"{today:%-d %-m %Y}"}, **kwargs)

    def clean_on(self):
        first = self.case.received_on
        return between(self.cleaned_data["on"], first, self.today, "The complaint was received")

    def take(self, *, by):
        casework.record_date(self.stage, self.event, on=self.cleaned_data["on"], by=by)
