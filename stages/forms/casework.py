"""Steps about the case itself: its procedure, points, people, notes, and how it ends."""

from django import forms

from accounts.models import User
from cases.actions import casework as case_actions
from cases.models import Assignment, CasePerson
from stages.actions import casework, endings
from stages.forms.log import procedure_choices
from stages.forms.step import DatedForm, StepForm, box
from stages.forms.tasks import people_for


class TriageForm(StepForm):
    code = forms.ChoiceField(label="Procedure", widget=forms.RadioSelect)
    why = box("Why this one")

    def prepare(self):
        self.fields["code"].choices = procedure_choices(self.case.chooses_version_on)
        self.initial["code"] = self.situation.procedure.code

    def take(self, *, by):
        casework.triage(self.case, on=self.today, by=by, **self.cleaned_data)


class AddPointForm(StepForm):
    text = box("Point of complaint", help_text="One thing that can be upheld or not")
    desired_outcome = box("What the complainant would like", rows=2, required=False)

    def take(self, *, by):
        case_actions.add_point(self.case, by=by, **self.cleaned_data)


class AddPersonForm(StepForm):
    role = forms.ChoiceField(label="Their part", choices=CasePerson.Role)
    name = forms.CharField(max_length=300)
    relation = forms.CharField(label="Relation to the service user", max_length=100, required=False)
    telephone = forms.CharField(max_length=60, required=False)
    email = forms.EmailField(label="Email address", required=False)
    contact_rule = box("How they may safely be contacted", rows=2, required=False)

    def take(self, *, by):
        case_actions.add_person(self.case, by=by, **self.cleaned_data)


class AllocateForm(StepForm):
    to = forms.ModelChoiceField(User.objects.none(), label="Who", empty_label="Choose a person")
    capacity = forms.ChoiceField(label="As whom", choices=Assignment.Capacity)

    def prepare(self):
        self.fields["to"].queryset = people_for(self.case)

    def take(self, *, by):
        case_actions.assign(self.case, on=self.today, by=by, **self.cleaned_data)


class NoteForm(StepForm):
    text = box("Note", rows=5)

    def take(self, *, by):
        case_actions.add_note(self.case, on=self.today, by=by, **self.cleaned_data)


class RefuseForm(DatedForm):
    decision = forms.ChoiceField(
        label="Reason",
        choices=[
            (reason, reason)
            for reason in (
                "Not a complaint",
                "Not eligible and no sufficient interest",
                "Over a year after the grounds arose",
                "Already considered at every stage",
                "Before a court or tribunal",
                "For another body",
            )
        ],
    )
    reason = box("What was weighed", help_text="The complainant is told this")

    def take(self, *, by):
        endings.refuse(self.case, by=by, **self.cleaned_data)


class WithdrawForm(DatedForm):
    why = box("Why, if they said", required=False)

    def take(self, *, by):
        endings.withdraw(self.case, by=by, **self.cleaned_data)


class CloseForm(DatedForm):
    reason = forms.CharField(max_length=200, initial="Time for the next stage has passed")

    def take(self, *, by):
        endings.close(self.case, by=by, **self.cleaned_data)


class ReasonForm(StepForm):
    why = box("Why")


class ReopenForm(ReasonForm):
    def take(self, *, by):
        endings.reopen(self.case, by=by, **self.cleaned_data)


class RestrictForm(ReasonForm):
    def take(self, *, by):
        case_actions.restrict(self.case, by=by, **self.cleaned_data)


FORMS = {
    "triage": TriageForm,
    "add-point": AddPointForm,
    "add-person": AddPersonForm,
    "allocate": AllocateForm,
    "note": NoteForm,
    "refuse": RefuseForm,
    "withdraw": WithdrawForm,
    "close": CloseForm,
    "reopen": ReopenForm,
    "restrict": RestrictForm,
}
