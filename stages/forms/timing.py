"""Steps that move or stop a clock, and what the complainant is told meanwhile."""

from django import forms

from cases.typed_dates import not_ahead
from stages.actions import telling, timing
from stages.forms.step import DatedForm, StepForm, box, how_field
from stages.working_calendar import in_words

OMBUDSMAN_NAMED = "The Ombudsman’s details were given with it"


class ExtendForm(StepForm):
    mark_optional = False

    to = forms.DateField(label="New due date")
    reason = box("Why it takes longer", help_text="The complainant is told this reason")
    decided_on = forms.DateField(label="Decided on", required=False)
    told_on = forms.DateField(
        label="Complainant told on",
        help_text="Leave it empty if they do not know yet: a task asks for it by the old due date",
        required=False,
    )
    told_how = how_field("How they were told", required=False)
    ombudsman_named = forms.BooleanField(label=OMBUDSMAN_NAMED, required=False)

    def prepare(self):
        main = self.situation.main_deadline
        self.initial["decided_on"] = f"{self.today:%-d %-m %Y}"
        if main and main.limit.extends_to:
            self.fields["to"].help_text = f"{in_words(main.ceiling_on)} at the latest"
            self.initial["to"] = f"{main.ceiling_on:%-d %-m %Y}"
        if main and self.today > main.due_on:
            self.fields["decided_on"].help_text = (
                f"After {in_words(main.due_on)}, the date that was due, it counts as over: the new "
                "date is told and shown, and the old one is what is counted"
            )
        if not (main and main.limit.extension_names_ombudsman):
            del self.fields["ombudsman_named"]

    def clean_decided_on(self):
        return not_ahead(self.cleaned_data["decided_on"], self.today) or self.today

    def clean_told_on(self):
        return not_ahead(self.cleaned_data["told_on"], self.today)

    def take(self, *, by):
        self.extension = timing.extend(self.stage, by=by, **self.cleaned_data)

    def notice(self):
        if self.extension.told_on:
            return ""
        to, by_day = in_words(self.extension.to_due_on), in_words(self.extension.from_due_on)
        return f"Tell the complainant of the new date, {to}, by {by_day}."


class TellNewDateForm(DatedForm):
    how = how_field("How they were told")
    ombudsman_named = forms.BooleanField(label=OMBUDSMAN_NAMED, required=False)

    def prepare(self):
        self.fields["on"].label = "Complainant told on"
        self.extension = self.stage.extensions.untold().last()
        if self.extension:
            self.fields["on"].help_text = (
                f"That it is due on {in_words(self.extension.to_due_on)}, and why: "
                f"{self.extension.reason}"
            )
        main = self.situation.main_deadline
        if not (main and main.limit.extension_names_ombudsman):
            del self.fields["ombudsman_named"]

    def take(self, *, by):
        timing.tell_of_extension(self.stage, by=by, **self.cleaned_data)


class AgreePlanForm(DatedForm):
    AGREED, SET = "agreed", "set"

    way = forms.ChoiceField(
        label="How the date came about",
        choices=[
            (AGREED, "It was agreed with the complainant"),
            (SET, "They did not want to discuss it: the council set it and wrote to them"),
        ],
        widget=forms.RadioSelect,
        initial=AGREED,
    )
    due_on = forms.DateField(label="The answer is due on")
    how = box("How it will be dealt with", required=False)

    def prepare(self):
        self.fields["on"].label = "Agreed, or written, on"
        self.initial["way"] = self.AGREED
        if main := self.situation.main_deadline:
            self.fields["due_on"].help_text = (
                f"The law allows until {in_words(main.ceiling_on)}; later only if it is agreed "
                "before that day is over"
            )

    def take(self, *, by):
        data = self.cleaned_data
        agreed = data["way"] == self.AGREED
        timing.agree_plan(
            self.stage,
            on=data["on"],
            due_on=data["due_on"],
            how=data["how"],
            by_agreement=agreed,
            told_on=None if agreed else data["on"],
            by=by,
        )


class RecordUpdateForm(DatedForm):
    how = how_field("How it was given")
    said = box("What the complainant was told")

    def take(self, *, by):
        self.next = telling.record_update(self.stage, by=by, **self.cleaned_data)

    def notice(self):
        return f"The next update is due by {in_words(self.next.due_on)}."


class HoldForm(DatedForm):
    reason = box("What we wait for")
    told_on = forms.DateField(label="Complainant told on", required=False)

    def take(self, *, by):
        timing.hold(self.stage, by=by, **self.cleaned_data)


class ResumeForm(DatedForm):
    def prepare(self):
        self.fields["on"].label = "Last day of the wait"

    def take(self, *, by):
        timing.resume(self.stage, on=self.cleaned_data["on"], by=by)


FORMS = {
    "record-update": RecordUpdateForm,
    "agree-plan": AgreePlanForm,
    "extend": ExtendForm,
    "tell-new-date": TellNewDateForm,
    "hold": HoldForm,
    "pause": HoldForm,
    "resume": ResumeForm,
}
