"""Asking of every upheld point whether a remedy was considered."""

from django import forms

from stages.actions.remedies import consider_remedies
from stages.forms.step import StepForm, box
from stages.models import Finding


class ConsiderRemediesForm(StepForm):
    def prepare(self):
        findings = Finding.objects.asking_for_a_remedy().filter(stage__case=self.case)
        self.findings = list(findings.select_related("point", "stage__definition"))
        for finding in self.findings:
            place = f"{finding.stage.definition.name}: {finding.get_finding_display().lower()}"
            self.fields[f"considered_{finding.pk}"] = forms.ChoiceField(
                label=str(finding.point),
                help_text=f"{place}. Was a remedy considered?",
                choices=[("yes", "Yes"), ("no", "No")],
                widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline"}),
                error_messages={
                    "required": f"Say whether a remedy was considered for point "
                    f"{finding.point.number}"
                },
            )
            self.fields[f"why_{finding.pk}"] = box(
                f"What was weighed for point {finding.point.number}", rows=2
            )

    def take(self, *, by):
        data = self.cleaned_data
        said = {
            finding: (data[f"considered_{finding.pk}"] == "yes", data[f"why_{finding.pk}"])
            for finding in self.findings
        }
        consider_remedies(self.case, said, by=by)


FORMS = {"consider-remedies": ConsiderRemediesForm}
