"""Steps after an Ombudsman's decision: a remedy that was agreed, a public report."""

from django import forms

from stages.actions import ombudsman_outcome
from stages.forms.ombudsman import OmbudsmanForm, owner_field, reports_of, who
from stages.forms.step import box
from stages.models import AgreedRemedy


class OmbudsmanRemedyForm(OmbudsmanForm):
    kind = forms.ChoiceField(label="Kind", choices=AgreedRemedy.Kind, widget=forms.RadioSelect)
    what = forms.CharField(
        label="What the council has agreed to do",
        max_length=300,
        help_text="One thing that can be done: each has a day and an owner of its own",
    )
    due_on = forms.DateField(
        label="By when", help_text="The day that was agreed with the Ombudsman, also if it has gone"
    )
    on = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"] = owner_field(self.case)
        self.fields["owner"].help_text = "They are asked to take it on"

    def to_choose_from(self):
        return self.case.ombudsman_enquiries.all()

    def take(self, *, by):
        data = self.cleaned_data
        ombudsman_outcome.agree_remedy(
            self.chosen,
            kind=data["kind"],
            what=data["what"],
            due_on=data["due_on"],
            owner=data["owner"],
            by=by,
        )


class OmbudsmanReportForm(OmbudsmanForm):
    response_due_on = forms.DateField(
        label="Response due",
        required=False,
        help_text="Leave it empty for three months. Enter another day only if the Ombudsman "
        "agreed to it in writing",
    )

    def prepare(self):
        super().prepare()
        self.fields["on"].label = "Report received on"
        self.fields["owner"] = who(self.case)
        self.fields["owner"].label = "Who puts it to members"

    def to_choose_from(self):
        return self.case.ombudsman_enquiries.filter(public_report=None)

    def clean(self):
        if not self.choices:
            raise forms.ValidationError("Its public report is recorded already")
        return super().clean()

    def take(self, *, by):
        data = self.cleaned_data
        ombudsman_outcome.receive_report(
            self.chosen,
            on=data["on"],
            response_due_on=data["response_due_on"],
            owner=data["owner"],
            by=by,
        )


class ReportConsideredForm(OmbudsmanForm):
    which_label = "Which report"
    considered_by = forms.CharField(
        label="Who considered it", max_length=100, help_text="Cabinet, full council, a committee"
    )
    notice_on = forms.DateField(
        label="Public notice given on",
        required=False,
        help_text="In the newspapers, if it has been given",
    )

    def prepare(self):
        super().prepare()
        self.fields["on"].label = "Considered on"

    def to_choose_from(self):
        return reports_of(self.case, considered_on=None)

    def take(self, *, by):
        data = self.cleaned_data
        ombudsman_outcome.consider_report(
            self.chosen,
            on=data["on"],
            considered_by=data["considered_by"],
            notice_on=data["notice_on"],
            by=by,
        )


class ReportAnsweredForm(OmbudsmanForm):
    which_label = "Which report"
    said = box("What the council says it has done, or will do")

    def prepare(self):
        super().prepare()
        self.fields["on"].label = "Response sent on"

    def to_choose_from(self):
        return reports_of(self.case, considered_on__isnull=False)

    def take(self, *, by):
        data = self.cleaned_data
        ombudsman_outcome.respond_to_report(self.chosen, on=data["on"], said=data["said"], by=by)


FORMS = {
    "ombudsman-remedy": OmbudsmanRemedyForm,
    "ombudsman-report": OmbudsmanReportForm,
    "ombudsman-report-considered": ReportConsideredForm,
    "ombudsman-report-answered": ReportAnsweredForm,
}
