"""What each step asks. A form checks what was typed and hands it to the step's action."""

from datetime import date

from django import forms

from accounts.models import User
from cases.actions import casework as case_actions
from cases.models import Assignment, CasePerson
from stages.actions import beyond, casework, endings, outsiders, timing
from stages.forms.log import procedure_choices
from stages.models import (
    Appointment,
    Investigator,
    Mediation,
    OmbudsmanDecision,
    Outcome,
    StageEvent,
)
from stages.steps import Situation


def box(label: str, *, rows: int = 3, required: bool = True, **options) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=20_000, widget=widget, required=required, **options
    )


class StepForm(forms.Form):
    """A step of one case. Subclasses add fields and :meth:`take`."""

    def __init__(self, *args, situation: Situation, today: date, **kwargs):
        self.situation, self.today = situation, today
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Set what depends on the case: choices, first values."""

    def take(self, *, by: User) -> None:
        """Do the step with what was typed. Raises ValidationError where a rule refuses it."""
        raise NotImplementedError

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
        on = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError("Enter a date that is today or in the past")
        if on < self.case.received_on:
            received = f"{self.case.received_on:%-d %B %Y}"
            raise forms.ValidationError(f"The complaint was received on {received}: not before")
        return on

    def take(self, *, by):
        casework.record_date(self.stage, self.event, on=self.cleaned_data["on"], by=by)


class AcknowledgeForm(DatedForm):
    event = StageEvent.ACKNOWLEDGED


class AgreeStatementForm(DatedForm):
    event = StageEvent.STATEMENT_AGREED


class ReceiveReportForm(DatedForm):
    event = StageEvent.INVESTIGATION_REPORT


class PanelReportForm(DatedForm):
    event = StageEvent.PANEL_REPORT


class BeginForm(DatedForm):
    def take(self, *, by):
        casework.begin_stage(self.case, self.stage.number, on=self.cleaned_data["on"], by=by)


class AskForNextForm(DatedForm):
    def prepare(self):
        if self.situation.next_stage:
            self.fields["on"].label = f"{self.situation.next_stage.name} was asked for on"

    def take(self, *, by):
        on = self.cleaned_data["on"]
        casework.request_stage(self.case, self.stage.number + 1, on=on, by=by)


class AppointForm(DatedForm):
    role: Appointment.Role
    who = forms.ModelChoiceField(
        Investigator.objects.none(), label="From the pool", required=False, empty_label="Nobody"
    )
    name = forms.CharField(label="Or someone new", max_length=200, required=False)
    agency = forms.CharField(label="Their agency", max_length=200, required=False)
    of_the_council = forms.BooleanField(label="They work for the council", required=False)

    def prepare(self):
        self.fields["who"].queryset = Investigator.objects.filter(in_pool_until=None)

    def clean(self):
        data = super().clean()
        if bool(data.get("who")) == bool(data.get("name")):
            self.add_error("who", "Choose someone from the pool or enter someone new")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        who = data["who"] or outsiders.add_investigator(
            name=data["name"],
            agency=data["agency"],
            employed_by_council=data.get("of_the_council", False),
            by=by,
        )
        outsiders.appoint(self.stage, who, role=self.role, on=data["on"], by=by)


class AppointInvestigatorForm(AppointForm):
    role = Appointment.Role.INVESTIGATING_OFFICER


class AppointIndependentPersonForm(AppointForm):
    role = Appointment.Role.INDEPENDENT_PERSON
    of_the_council = None  # never asked: an independent person is not (reg 2)


class PanelMetForm(DatedForm):
    chair = forms.CharField(label="Chair", max_length=200)
    second = forms.CharField(label="Second panellist", max_length=200)
    third = forms.CharField(label="Third panellist", max_length=200)

    def take(self, *, by):
        data = self.cleaned_data
        members = [self.panellist(data[name], by) for name in ("chair", "second", "third")]
        outsiders.convene(self.stage, members, chair=members[0], on=data["on"], by=by)

    def panellist(self, name: str, by: User) -> Investigator:
        known = Investigator.objects.filter(name__iexact=name.strip()).first()
        return known or outsiders.add_investigator(name=name.strip(), by=by)


class ExtendForm(StepForm):
    to = forms.DateField(label="New due date")
    reason = box("Why it takes longer", help_text="The complainant is told this reason")
    told_on = forms.DateField(label="Complainant told on")

    def prepare(self):
        main = self.situation.main_deadline
        if main and main.limit.extends_to:
            self.fields["to"].help_text = f"{main.ceiling_on:%-d %B %Y} at the latest"
            self.initial["to"] = f"{main.ceiling_on:%-d %-m %Y}"
        self.initial["told_on"] = f"{self.today:%-d %-m %Y}"

    def take(self, *, by):
        timing.extend(self.stage, by=by, **self.cleaned_data)


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


class AnswerForm(DatedForm):
    """A finding on every point, and the day the answer went."""

    def prepare(self):
        self.fields["on"].label = "Answer sent on"
        self.points = list(self.case.points.all())
        for point in self.points:
            self.fields[f"point_{point.number}"] = forms.ChoiceField(
                label=str(point), choices=[("", "Choose a finding"), *Outcome.choices]
            )

    def take(self, *, by):
        data = self.cleaned_data
        findings = {point: Outcome(data[f"point_{point.number}"]) for point in self.points}
        casework.respond(self.stage, on=data["on"], findings=findings, by=by)


class TriageForm(StepForm):
    code = forms.ChoiceField(label="Procedure", widget=forms.RadioSelect)
    why = box("Why this one")

    def prepare(self):
        self.fields["code"].choices = procedure_choices(self.case.chooses_version_on)
        self.initial["code"] = self.situation.procedure.code

    def take(self, *, by):
        casework.triage(self.case, on=self.today, by=by, **self.cleaned_data)


class MediateForm(DatedForm):
    outcome = forms.ChoiceField(choices=Mediation.Outcome, widget=forms.RadioSelect)
    terms = box("What was agreed", required=False)
    mediator = forms.CharField(max_length=200, required=False)

    def prepare(self):
        self.fields["on"].label = "Held on"

    def take(self, *, by):
        beyond.hold_mediation(self.case, by=by, **self.cleaned_data)


class OmbudsmanAsksForm(DatedForm):
    reference = forms.CharField(label="The Ombudsman's reference", max_length=40, required=False)

    def prepare(self):
        self.fields["on"].label = "Received on"

    def take(self, *, by):
        beyond.receive_enquiry(self.case, by=by, **self.cleaned_data)


class OmbudsmanDecidesForm(DatedForm):
    decision = forms.ModelChoiceField(
        OmbudsmanDecision.objects.none(), empty_label="Choose a decision"
    )

    def prepare(self):
        self.fields["on"].label = "Decided on"
        self.fields["decision"].queryset = OmbudsmanDecision.objects.in_use_on(self.today)

    def take(self, *, by):
        beyond.decide_enquiry(self.case, by=by, **self.cleaned_data)


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
        about = self.case.people.filter(role=CasePerson.Role.COMPLAINED_ABOUT)
        barred = about.exclude(person__user=None).values("person__user")
        self.fields["to"].queryset = User.objects.filter(is_active=True).exclude(pk__in=barred)

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


FORM_OF = {
    "acknowledge": AcknowledgeForm,
    "begin": BeginForm,
    "agree-statement": AgreeStatementForm,
    "appoint-investigator": AppointInvestigatorForm,
    "appoint-independent-person": AppointIndependentPersonForm,
    "receive-report": ReceiveReportForm,
    "panel-met": PanelMetForm,
    "panel-reported": PanelReportForm,
    "extend": ExtendForm,
    "hold": HoldForm,
    "resume": ResumeForm,
    "answer": AnswerForm,
    "ask-for-next": AskForNextForm,
    "triage": TriageForm,
    "mediate": MediateForm,
    "ombudsman-asks": OmbudsmanAsksForm,
    "ombudsman-decides": OmbudsmanDecidesForm,
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
