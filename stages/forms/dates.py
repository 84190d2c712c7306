"""Steps that are a date: acknowledged, begun, agreed, reported, answered."""

from django import forms
from django.utils.functional import cached_property

from cases.typed_dates import not_ahead
from stages.actions import casework, telling
from stages.forms.step import DatedForm, box, how_field
from stages.models import Answer, How, Outcome, Task, TimeLimit
from stages.points_to_answer import found_without_asking, points_to_answer, why_not_answered
from stages.working_calendar import in_words

CHILDREN = "children"  # whose complainants have a right to an advocate (Children Act 1989, s.26A)
NEEDED_OF_A_TALK = {
    "with_whom": "Enter with whom it was agreed",
    "agreed": "Enter what was agreed",
    "right_given_on": "Enter when they were told that they may go on",
}


class AcknowledgeForm(DatedForm):
    """How, and what went with it: the procedure explained; for a child, an advocate (s.26A)."""

    mark_optional = False

    how = how_field("How")
    how.required = False  # one is chosen already
    leaflet_sent = forms.BooleanField(
        label="The procedure was explained, or the leaflet sent", required=False
    )
    advocacy_offered = forms.BooleanField(label="Advocacy was offered", required=False)

    def prepare(self):
        self.fields["on"].label = "Acknowledged on"
        self.initial["how"] = self._likely
        if self.situation.procedure.code != CHILDREN:
            del self.fields["advocacy_offered"]

    @cached_property
    def _likely(self) -> str:
        """By email where the complainant has given an address, else by letter."""
        part = self.case.people.filter(role="complainant").select_related("person").first()
        return How.EMAIL if part and part.person.email else How.LETTER

    def clean_how(self):
        return self.cleaned_data["how"] or self._likely

    def take(self, *, by):
        telling.acknowledge(self.stage, by=by, **self.cleaned_data)


class BeginForm(DatedForm):
    def take(self, *, by):
        casework.begin_stage(self.case, self.stage.number, on=self.cleaned_data["on"], by=by)


class AskForNextForm(DatedForm):
    why = box(
        "Why it goes on without an answer",
        help_text="The answer is late, or both agreed to go straight on",
    )

    def prepare(self):
        self.fields["on"].label = f"{self.stage.name_of_next} was asked for on"
        if self.stage.responded_on:
            del self.fields["why"]

    def take(self, *, by):
        casework.request_stage(self.case, self.stage.number + 1, by=by, **self.cleaned_data)


class AnswerForm(DatedForm):
    """How it was answered, on which day, and a finding on every point.

    Given by talking, it says with whom, what was agreed, and that the right to go on was told.
    """

    mark_optional = False

    way = forms.ChoiceField(
        label="How it was answered",
        choices=[
            (Answer.Way.WRITTEN, "In writing"),
            (Answer.Way.SPOKEN, "By talking: on the telephone or face to face"),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    with_whom = forms.CharField(label="If by talking: with whom", max_length=200, required=False)
    agreed = box("If by talking: what was agreed", required=False)
    right_given_on = forms.DateField(
        label="If by talking: when they were told that they may go on",
        help_text="To the next stage or the Ombudsman. It has to be told, whatever was agreed",
        required=False,
    )
    window_ends_on = forms.DateField(label="Last day to ask for the next stage", required=False)

    def prepare(self):
        self.fields["on"].label = "Answered on"
        self.initial["way"] = Answer.Way.WRITTEN
        for name in NEEDED_OF_A_TALK:
            self.fields[name].widget.attrs["data-only-if"] = f"way={Answer.Way.SPOKEN}"
        self._ask_for_the_window()
        self.points = list(points_to_answer(self.stage))
        self.notes = tuple(why_not_answered(self.case))
        for point in self.points:
            self.fields[f"point_{point.number}"] = forms.ChoiceField(
                label=str(point), choices=[("", "Choose a finding"), *Outcome.choices]
            )
        self.order_fields(
            ["way", *NEEDED_OF_A_TALK, "on", *(f"point_{point.number}" for point in self.points)]
        )

    def _ask_for_the_window(self):
        if not self.stage.name_of_next:
            del self.fields["window_ends_on"]
            return
        field = self.fields["window_ends_on"]
        field.label = f"Last day to ask for {self.stage.name_of_next}"
        field.help_text = "Only if they were told another day than the one that is counted"

    def clean_way(self):
        return self.cleaned_data["way"] or Answer.Way.WRITTEN

    def clean_right_given_on(self):
        return not_ahead(self.cleaned_data["right_given_on"], self.today)

    def clean(self):
        data = super().clean()
        if data.get("way") == Answer.Way.SPOKEN:
            for name, message in NEEDED_OF_A_TALK.items():
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, message)
        if (ends_on := data.get("window_ends_on")) and data.get("on") and ends_on <= data["on"]:
            self.add_error("window_ends_on", "Enter a date after the answer")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        findings = {point: Outcome(data[f"point_{point.number}"]) for point in self.points}
        findings |= found_without_asking(self.stage)
        telling.answer(self.stage, on=data["on"], findings=findings, by=by, **self.told())

    def told(self) -> dict:
        """How it was answered, and what was said of going on."""
        data = self.cleaned_data
        told = {"way": data["way"], "window_ends_on": data.get("window_ends_on")}
        if data["way"] == Answer.Way.SPOKEN:
            told |= {name: data[name] for name in NEEDED_OF_A_TALK}
        return told

    def notice(self):
        window = self.stage.deadlines.filter(limit__kind=TimeLimit.Kind.WINDOW).first()
        confirm = ""
        if self.stage.tasks.open().filter(kind=Task.Kind.TERMS).exists():
            confirm = " Confirm in writing what was agreed."
        if window is None:
            return confirm.strip()
        until = in_words(window.due_on)
        return f"They may ask for {self.stage.name_of_next} until {until}.{confirm}"


FORMS = {
    "acknowledge": AcknowledgeForm,
    "begin": BeginForm,
    "answer": AnswerForm,
    "ask-for-next": AskForNextForm,
}
