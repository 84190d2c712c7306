"""Joint work with a body of the NHS: what was agreed, the consent, and their part."""

from django import forms

from cases.models import Point
from cases.typed_dates import not_ahead
from stages.actions import joint_work as joint
from stages.forms.one_of import one_of, some_of
from stages.forms.step import DatedForm, box
from stages.models import JointWork


class SetUpJointWorkForm(DatedForm):
    body = forms.CharField(label="NHS body", max_length=200)
    contact = forms.CharField(label="Whom we deal with there", max_length=300, required=False)
    led_by = forms.ChoiceField(
        label="Who leads",
        choices=JointWork.Lead,
        widget=forms.RadioSelect,
        help_text="The lead sends the one reply",
    )
    points = some_of(
        Point.objects.none(),
        "Points that they answer",
        required=False,
        help_text="We make no finding on these",
    )
    consent = forms.ChoiceField(
        label="Consent to share with them", choices=JointWork.Consent, widget=forms.RadioSelect
    )
    consent_on = forms.DateField(
        label="Asked, given or refused on",
        error_messages={"required": "Enter the day the consent was asked for, given or refused"},
    )
    due_on = forms.DateField(
        label="Their part is due on",
        help_text="The day that was agreed, so that the reply can go by our own date",
    )
    field_order = ["body", "contact", "on", "led_by", "points", "consent", "consent_on", "due_on"]

    def prepare(self):
        self.fields["on"].label = "Agreed with them on"
        self.fields["points"].queryset = self.case.points.all()
        main = self.situation.main_deadline
        if main:
            hint = f"Our own date is {main.due_on:%-d %B %Y}"
            self.fields["due_on"].help_text = hint
        if not self.case.points.exists():
            del self.fields["points"]

    def clean_consent_on(self):
        return not_ahead(self.cleaned_data["consent_on"], self.today)

    def take(self, *, by):
        data = dict(self.cleaned_data)
        joint.set_up_joint_work(self.case, agreed_on=data.pop("on"), by=by, **data)


class OfJointWorkForm(DatedForm):
    """A step of one joint work, of those that wait for it."""

    def waiting(self):
        return self.case.joint_work.awaited()

    def prepare(self):
        work = one_of(self.waiting(), "NHS body")
        work.label_from_instance = lambda work: work.body
        self.fields = {"work": work, **self.fields}
        only = self.waiting()
        if len(only) == 1:
            self.notes = (_said(only[0]),)


class RecordConsentForm(OfJointWorkForm):
    consent = forms.ChoiceField(
        label="What the complainant said",
        choices=[
            choice for choice in JointWork.Consent.choices if choice[0] != JointWork.Consent.ASKED
        ],
        widget=forms.RadioSelect,
    )

    def waiting(self):
        return self.case.joint_work.filter(consent=JointWork.Consent.ASKED)

    def take(self, *, by):
        data = self.cleaned_data
        joint.record_consent(data["work"], consent=data["consent"], on=data["on"], by=by)


class ReceivePartForm(OfJointWorkForm):
    def prepare(self):
        super().prepare()
        self.fields["on"].label = "Their part came on"

    def take(self, *, by):
        joint.receive_their_part(self.cleaned_data["work"], on=self.cleaned_data["on"], by=by)


class AnswerApartForm(OfJointWorkForm):
    why = box("Why each answers apart")

    def prepare(self):
        super().prepare()
        self.fields["on"].label = "Decided on"

    def take(self, *, by):
        data = self.cleaned_data
        joint.answer_apart(data["work"], why=data["why"], on=data["on"], by=by)


def _said(work: JointWork) -> str:
    consent = work.get_consent_display()
    return (
        f"{work.body}: their part is due {work.due_on:%-d %B %Y}. Consent to share: "
        f"{consent[:1].lower()}{consent[1:]} ({work.consent_on:%-d %B %Y})."
    )


FORMS = {
    "set-up-joint-work": SetUpJointWorkForm,
    "record-consent": RecordConsentForm,
    "receive-joint-part": ReceivePartForm,
    "answer-apart": AnswerApartForm,
}
