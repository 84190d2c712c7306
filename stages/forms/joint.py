"""Joining the investigation of a linked case, and leaving it."""

from django import forms

from cases.models import Case
from stages.actions import joint
from stages.forms.step import DatedForm, StepForm, box
from stages.models import Stage


class StageOfACase(forms.ModelChoiceField):
    def label_from_instance(self, stage):
        return f"{stage.case}: {stage.definition.name}"


class JoinInvestigationForm(DatedForm):
    other = StageOfACase(
        Stage.objects.none(), label="Whose investigation", empty_label="Choose a case"
    )
    field_order = ("other", "on")

    def prepare(self):
        self.fields["on"].label = "Joined on"
        seen = Case.objects.visible_to(self.user) if self.user else Case.objects.none()
        to_join = Stage.objects.to_join(self.stage).filter(case__in=seen)
        self.fields["other"].queryset = to_join.select_related("case", "definition")

    def take(self, *, by):
        data = self.cleaned_data
        joint.join_investigation(self.stage, data["other"], on=data["on"], by=by)


class LeaveInvestigationForm(StepForm):
    why = box("Why")

    def take(self, *, by):
        joint.leave_investigation(self.stage, by=by, **self.cleaned_data)


FORMS = {
    "join-investigation": JoinInvestigationForm,
    "leave-investigation": LeaveInvestigationForm,
}
