"""Asking a service: the step that asks, and what is done about a question afterwards."""

from datetime import date, datetime

from django import forms
from django.conf import settings
from django.utils.timezone import now

from accounts.models import User
from accounts.permissions import RIGHTS, Permission
from cases.typed_dates import not_ahead
from stages import question_link
from stages.actions import service_requests as actions
from stages.calendars import load_calendar
from stages.forms.step import StepForm, box
from stages.forms.tasks import people_for
from stages.models import ServiceRequest
from stages.working_days import BeyondHorizon, add_working_days

SIGNS_IN, LINK = "signs_in", "link"
MAY_OPEN = [role.value for role, rights in RIGHTS.items() if Permission.OPEN_CASES in rights]


class LinkFields(forms.Form):
    """Where a link goes: an address of the council's own."""

    def clean_to_email(self) -> str:
        to = self.cleaned_data["to_email"]
        if to and not question_link.is_the_councils(to):
            own = " or ".join(f"@{domain}" for domain in settings.COUNCIL_MAIL_DOMAINS)
            raise forms.ValidationError(
                f"Enter an address of the council’s own, which ends in {own}"
                if own
                else question_link.why_no_link()
            )
        return to


class AskServiceForm(LinkFields, StepForm):
    question = box("What you ask", rows=5)
    due_on = forms.DateField(label="Answer due")
    how = forms.ChoiceField(
        label="How they answer",
        choices=[
            (SIGNS_IN, "They sign in here"),
            (LINK, "Through a link that opens this one question"),
        ],
        widget=forms.RadioSelect,
        initial=SIGNS_IN,
    )
    to_user = forms.ModelChoiceField(
        User.objects.none(),
        label="Who is asked",
        empty_label="Choose who is asked",
        required=False,
        widget=forms.Select(attrs={"data-only-if": f"how={SIGNS_IN}"}),
    )
    to_name = forms.CharField(
        label="Which team or person is asked",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"data-only-if": f"how={LINK}"}),
    )
    to_email = forms.EmailField(
        label="Their e-mail address",
        required=False,
        widget=forms.EmailInput(attrs={"data-only-if": f"how={LINK}"}),
    )
    sent: actions.Sent | None = None

    def prepare(self):
        asked = people_for(self.case).filter(roles__overlap=MAY_OPEN)
        self.fields["to_user"].queryset = asked
        self.fields["question"].help_text = (
            "They see this and the reference of the case, nothing else: name nobody they need not "
            "know of"
        )
        self.fields["to_email"].help_text = (
            "An address of the council’s own. The link opens for five working days. It asks for a "
            "code, which you are shown once and tell them by telephone"
        )
        if reason := question_link.why_no_link():
            self.fields["how"].help_text = reason
        if due_on := self._usual_day():
            self.initial.setdefault("due_on", f"{due_on:%-d %-m %Y}")

    def _usual_day(self) -> date | None:
        try:
            days = settings.SERVICE_REQUEST_DAYS
            return add_working_days(self.today, days, load_calendar())
        except BeyondHorizon:
            return None

    def clean_due_on(self):
        if self.cleaned_data["due_on"] < self.today:
            raise forms.ValidationError("Enter a date that is today or later")
        return self.cleaned_data["due_on"]

    def clean(self):
        data = super().clean()
        if data.get("how") == SIGNS_IN and not data.get("to_user"):
            self.add_error("to_user", "Choose who is asked")
        if data.get("how") == LINK:
            self._check_link(data)
        return data

    def _check_link(self, data: dict) -> None:
        if reason := question_link.why_no_link():
            self.add_error("how", reason)
        if not data.get("to_name"):
            self.add_error("to_name", "Enter which team or person is asked")
        if not data.get("to_email") and "to_email" not in self.errors:
            self.add_error("to_email", "Enter the e-mail address that the link goes to")

    def take(self, *, by):
        data = self.cleaned_data
        asked = {"question": data["question"], "on": self.today, "due_on": data["due_on"]}
        if data["how"] == SIGNS_IN:
            actions.ask_service(self.case, to_user=data["to_user"], by=by, **asked)
            return
        to = {"to_name": data["to_name"], "to_email": data["to_email"]}
        self.sent = actions.ask_through_link(self.case, now=now(), by=by, **asked, **to)

    def notice(self):
        if self.sent:
            return code_words(self.sent)
        return "The question stands on their desk, and an e-mail tells them of it."


def code_words(sent: actions.Sent) -> str:
    """What the officer is told once: the code, how it goes, and until when."""
    return (
        f"The link goes to {sent.link.sent_to}. Tell them this code by telephone or in person, not "
        f"by e-mail: {question_link.in_groups(sent.code)}. It is shown only now. The link opens "
        f"until {sent.link.ends_on:%-d %B %Y}."
    )


class RequestForm(forms.Form):
    """Something done about a request that is open. ``title`` is its verb, ``done`` says it is."""

    title = done = ""
    inset = ""

    def __init__(self, *args, request: ServiceRequest, today: date, now: datetime, **kwargs):
        self.request, self.today, self.now = request, today, now
        super().__init__(*args, **kwargs)

    @property
    def case(self):
        return self.request.case

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"], self.today)

    def take(self, *, by: User):
        raise NotImplementedError


class ChaseForm(RequestForm):
    title, done = "Chase the answer", "The answer was chased."
    inset = "Whoever signs in is reminded by e-mail, and sees on their desk that they were chased."

    how = forms.CharField(
        label="How you chased it",
        help_text="By telephone, in the team meeting: who was told what",
        max_length=300,
    )

    def take(self, *, by):
        actions.chase_request(self.request, on=self.today, how=self.cleaned_data["how"], by=by)


class WriteDownForm(RequestForm):
    title, done = "Write down the answer", "The answer stands on the case."
    inset = "It came another way: by telephone, by e-mail, on paper. A link that stands is closed."

    on = forms.DateField(label="It came on")
    answer = box("The answer", rows=6)

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, today=today, initial={"on": f"{today:%-d %-m %Y}"}, **kwargs)

    def clean_on(self):
        on = super().clean_on()
        if on < self.request.asked_on:
            asked = f"{self.request.asked_on:%-d %B %Y}"
            raise forms.ValidationError(f"The answer cannot come before it was asked, on {asked}")
        return on

    def take(self, *, by):
        how = ServiceRequest.How.TOLD
        actions.answer_request(self.request, how=how, now=self.now, by=by, **self.cleaned_data)


class WithdrawForm(RequestForm):
    title, done = "Withdraw the question", "The question is no longer asked."
    inset = "It leaves the desk, and no link opens it any more."

    why = forms.CharField(label="Why it is no longer asked", max_length=300)

    def take(self, *, by):
        actions.withdraw_request(
            self.request, on=self.today, now=self.now, why=self.cleaned_data["why"], by=by
        )


class NewLinkForm(LinkFields, RequestForm):
    title = "Send a link"
    inset = (
        "The link opens this one question for five working days, with a code that you are shown "
        "once. A link that was sent before is closed."
    )

    to_email = forms.EmailField(label="E-mail address that the link goes to")

    def take(self, *, by):
        to = self.cleaned_data["to_email"]
        sent = actions.send_link(self.request, to=to, now=self.now, by=by)
        self.done = code_words(sent)


class WithdrawLinkForm(RequestForm):
    title, done = "Withdraw the link", "The link is closed. The question is still asked."
    inset = "Whoever opens it reads that it was withdrawn. The question is still asked."

    def take(self, *, by):
        actions.withdraw_link(self.request, now=self.now, by=by)


class AnswerForm(RequestForm):
    """Of whoever was asked, and signs in."""

    answer = box("Your answer", rows=8)

    def take(self, *, by):
        how = ServiceRequest.How.SIGNED_IN
        answer = self.cleaned_data["answer"]
        actions.answer_request(
            self.request, answer=answer, on=self.today, how=how, now=self.now, by=by
        )


class CodeForm(forms.Form):
    """The page of a link before it shows the question."""

    code = forms.CharField(
        label="Code",
        help_text="Six digits, which the complaints team tells you by telephone or in person",
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "class": "govuk-input--width-5",
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
            }
        ),
    )


class LinkAnswerForm(forms.Form):
    answer = box("Your answer", rows=8)


CHANGES = {
    "chase": ChaseForm,
    "write-down": WriteDownForm,
    "withdraw": WithdrawForm,
    "new-link": NewLinkForm,
    "withdraw-link": WithdrawLinkForm,
}


FORMS = {"ask-service": AskServiceForm}
