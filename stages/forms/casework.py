"""Steps about the case itself: people, notes, who has it, and how it comes back."""

from django import forms

from accounts.models import User
from cases.actions import casework as case_actions
from cases.models import Assignment
from stages.actions import casework, endings, timing
from stages.forms.giving_away import told_before_the_service_reads
from stages.forms.notes import NoteForm
from stages.forms.step import DatedForm, StepForm, box
from stages.forms.tasks import people_for
from stages.models import Outcome
from stages.working_calendar import in_words


class AllocateForm(StepForm):
    to = forms.ModelChoiceField(User.objects.none(), label="Who", empty_label="Choose a person")
    capacity = forms.ChoiceField(label="As whom", choices=Assignment.Capacity)
    draft_due_on = forms.DateField(label="Their draft is due on", required=False)
    told = forms.CharField(
        label="Who else is told",
        help_text="For example their head of service",
        max_length=300,
        required=False,
    )

    def prepare(self):
        self.notes = told_before_the_service_reads(self.case)
        self.fields["to"].queryset = people_for(self.case)
        field = self.fields["draft_due_on"]
        field.help_text = "Only for whoever answers the complaint: it stands on their desk"
        if self.milestone:
            self.initial["draft_due_on"] = f"{self.milestone:%-d %-m %Y}"
            field.help_text += f". By the procedure: {in_words(self.milestone)}"

    @property
    def milestone(self):
        """The day of the procedure's own milestone for the draft, unless it has passed."""
        clocks = self.stage.deadlines.all()
        days = [one.due_on for one in clocks if one.limit.key == "draft" and one.met_on is None]
        return next((day for day in days if day >= self.today), None)

    def take(self, *, by):
        timing.allocate(self.stage, on=self.today, by=by, **self.cleaned_data)


class WithdrawForm(DatedForm):
    why = box("Why, if they said", required=False)

    def take(self, *, by):
        endings.withdraw(self.case, by=by, **self.cleaned_data)


class ReasonForm(StepForm):
    why = box("Why")


class ReopenForm(ReasonForm):
    def take(self, *, by):
        endings.reopen(self.case, by=by, **self.cleaned_data)


class RestrictForm(ReasonForm):
    def take(self, *, by):
        case_actions.restrict(self.case, by=by, **self.cleaned_data)


class OverrideOutcomeForm(ReasonForm):
    outcome = forms.ChoiceField(choices=Outcome)

    field_order = ("outcome", "why")

    def prepare(self):
        self.initial["outcome"] = self.stage.outcome

    def take(self, *, by):
        casework.override_outcome(self.stage, by=by, **self.cleaned_data)


FORMS = {
    "allocate": AllocateForm,
    "note": NoteForm,
    "withdraw": WithdrawForm,
    "reopen": ReopenForm,
    "restrict": RestrictForm,
    "override-outcome": OverrideOutcomeForm,
}
