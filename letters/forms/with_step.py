"""A form with the questions of the step that a letter is: both are answered at once, in one act."""

from datetime import date

from django import forms

from accounts.models import User
from letters.kinds import rules_of
from letters.models import Letter
from stages.forms.steps import FORM_OF
from stages.models import How
from stages.situation import Situation
from stages.steps import BY_KEY, Step

SPOKEN = ("with_whom", "agreed", "right_given_on")


class WithStep:
    """``form`` is the letter's own. What the letter says is not asked again; where the step cannot
    be taken, ``why_no_step`` says so and the letter goes alone."""

    def __init__(
        self, letter: Letter, situation: Situation, form, *, data, user: User, today: date
    ):
        self.letter, self.form, self.situation = letter, form, situation
        self.step, self.why_no_step = step_of(letter, situation, user)
        self.step_form = self._form_of_step(data, situation, user, today) if self.step else None

    def _form_of_step(self, data, situation, user, today):
        known = self.known()
        if data is not None:
            data = data.copy()
            data["on"] = data.get("on", "")
            data.update({name: value for name, value in known.items() if name != "on"})
        form = FORM_OF[self.step.key](data, situation=situation, today=today, user=user)
        for name in {"on", *known} & form.fields.keys():
            form.fields[name].widget = forms.HiddenInput()
            form.initial[name] = known.get(name, form.initial.get(name))
        form.initial |= self.read_in_it()
        for field in form.fields.values():  # the cursor belongs to the first question of the page
            field.widget.attrs.pop("autofocus", None)
        return form

    def read_in_it(self) -> dict[str, str]:
        """First answers to the step, which whoever sends confirms."""
        return {}

    def known(self) -> dict[str, str]:
        """What the letter says already, under the names of the step's form."""
        said = {"how": str(self.form.data.get("how", How.LETTER)), "way": "written"}
        if self.step.key == "record-update":
            said["said"] = f"what the letter “{self.letter}” says"
        return said

    @property
    def questions(self) -> list:
        """What the step asks beside what the letter and its sending say."""
        if self.step_form is None:
            return []
        own = {"on", "how", *SPOKEN}
        return [field for field in self.step_form.visible_fields() if field.name not in own]

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

    @property
    def names(self) -> dict[str, str]:
        """Of the act."""
        return {"step": self.step.key} if self.step else {}

    def take_step(self, *, by: User) -> None:
        """Take the step, and read what it has made of the stage."""
        if self.step_form:
            self.step_form.take(by=by)
        if stage := self.letter.stage:
            self.letter.stage = type(stage).objects.get(pk=stage.pk)


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
