"""Sending a letter, with the step that its sending is: one form, one act."""

from datetime import date

from django import forms

from accounts.models import User
from accounts.trail import one_act
from cases.typed_dates import between
from letters.actions.sending import send
from letters.forms.address import ask_address, refuse_address
from letters.kinds import rules_of
from letters.models import Letter
from stages.forms.step import how_field
from stages.forms.steps import FORM_OF
from stages.models import How
from stages.situation import Situation
from stages.steps import BY_KEY, Step


class SendForm(forms.Form):
    on = forms.DateField(label="Sent on", help_text="The date of the letter")
    how = how_field("How it was sent")

    def __init__(self, *args, letter: Letter, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.letter, self.today = letter, today
        self.initial = {"on": f"{today:%-d %-m %Y}", "how": How.LETTER}
        ask_address(self, letter)

    def clean(self):
        data = super().clean()
        refuse_address(self, self.letter)
        return data

    def clean_on(self):
        first = self.letter.case.received_on
        return between(self.cleaned_data["on"], first, self.today, "The complaint was received")


class Sending:
    """The letter's own questions and those of its step. What the letter itself says is not asked
    again; where the step cannot be taken, ``why_no_step`` says so and the letter goes alone."""

    def __init__(self, letter: Letter, situation: Situation, *, data, user: User, today: date):
        self.letter = letter
        self.form = SendForm(data, letter=letter, today=today)
        self.step, self.why_no_step = step_of(letter, situation, user)
        self.step_form = self._form_of_step(data, situation, user, today) if self.step else None

    def _form_of_step(self, data, situation, user, today):
        known = self._known()
        if data is not None:
            data = data.copy()
            data["on"] = data.get("on", "")
            data.update({name: value for name, value in known.items() if name != "on"})
        form = FORM_OF[self.step.key](data, situation=situation, today=today, user=user)
        for name in {"on", *known} & form.fields.keys():
            form.fields[name].widget = forms.HiddenInput()
            form.initial[name] = known.get(name, form.initial.get(name))
        return form

    def _known(self) -> dict[str, str]:
        """What the letter says already, under the names of the step's form."""
        said = {"how": str(self.form.data.get("how", How.LETTER)), "way": "written"}
        if self.step.key == "record-update":
            said["said"] = f"By the letter: {self.letter}"
        for one in self.letter.findings.select_related("point"):
            said[f"point_{one.point.number}"] = one.finding
            said[f"reason_{one.point.number}"] = one.reason
        return said

    @property
    def questions(self) -> list:
        """What the step asks beside what the letter and its sending say."""
        if self.step_form is None:
            return []
        spoken = ("with_whom", "agreed", "right_given_on")
        fields = self.step_form.visible_fields()
        return [field for field in fields if field.name not in spoken]

    def is_valid(self) -> bool:
        own = self.form.is_valid()
        return own and (self.step_form is None or self.step_form.is_valid())

    @property
    def case(self):
        return self.letter.case

    @property
    def forms(self) -> list:
        return [form for form in (self.form, self.step_form) if form]

    def add_error(self, field, error) -> None:
        self.form.add_error(field, error)

    def take(self, *, by: User):
        names = {"step": self.step.key} if self.step else {}
        with one_act(by=by, **names):
            if self.step_form:
                self.step_form.take(by=by)
            self.letter.stage = self.letter.stage and type(self.letter.stage).objects.get(
                pk=self.letter.stage_id
            )
            return send(self.letter, by=by, **self.form.cleaned_data)


def step_of(letter: Letter, situation: Situation, user: User) -> tuple[Step | None, str]:
    """The step that is taken with the sending; or why it is not."""
    key = rules_of(letter.kind).step
    if not key:
        return None, ""
    step = BY_KEY[key]
    if situation.stage.pk != letter.stage_id:
        return None, f"The case is at {situation.stage} now: “{step.label}” is not taken with it."
    reason = step.why_not(situation, user)
    return (None, f"“{step.label}” is not taken with it: {reason}") if reason else (step, "")
