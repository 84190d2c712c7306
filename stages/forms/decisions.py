"""Decisions of a case: the reason from the council's list, what was weighed, and who was told."""

from datetime import timedelta

from django import forms

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Decision, DecisionReason
from stages.actions import decisions
from stages.forms.guided import CarriesAnswers
from stages.forms.step import DatedForm, StepForm, box
from stages.forms.tasks import people_for
from stages.not_possible import NotPossible
from stages.triage import NO_COMPLAINT

YES, NO = "Yes", "No"


class ReasonChoice(forms.ModelChoiceField):
    """The reasons of one kind, those that mean yes before those that mean no."""

    def __init__(self, **options):
        super().__init__(DecisionReason.objects.none(), widget=forms.RadioSelect, **options)

    def offer(self, kind: str, today) -> None:
        reasons = DecisionReason.objects.in_use_on(today).filter(kind=kind)
        self.queryset = reasons.order_by("-accepts", "position", "name")
        self.empty_label = None

    def label_from_instance(self, reason):
        if reason.kind == Decision.Kind.REFUSED:
            return reason.name
        return f"{YES if reason.accepts else NO}: {reason.name}"


def told_field(whom: str) -> forms.DateField:
    return forms.DateField(
        label=f"{whom} told on",
        help_text="Leave it empty where they have not been: it stands as a task until they are",
        required=False,
    )


class DecidingForm(DatedForm):
    """Subclasses say of which kind the decision is, and what is asked beside the reason.

    ``asked`` names the fields that are kept as questions and answers.
    """

    kind: Decision.Kind
    asked: tuple[str, ...] = ()

    listed_reason = ReasonChoice(label="Decision and reason")

    def prepare(self):
        self.fields["on"].label = "Decided on"
        self.fields["listed_reason"].offer(self.kind, self.today)
        if "told_on" in self.fields:
            self.order_fields([name for name in self.fields if name != "told_on"])

    def clean(self):
        data = super().clean()
        on, told_on = data.get("on"), data.get("told_on")
        if told_on and told_on > self.today:
            self.add_error("told_on", "Enter a date that is today or in the past")
        elif on and told_on and told_on < on:
            self.add_error("told_on", f"Nobody can be told before the decision on {on:%-d %B %Y}")
        return data

    @property
    def means_no(self) -> bool:
        reason = self.cleaned_data.get("listed_reason")
        return bool(reason and not reason.accepts)

    def asked_and_answered(self) -> list[tuple[str, str]]:
        """What was asked and answered, in the words of the page."""
        given = [(self.fields[name].label, self._said(name)) for name in self.asked]
        return [(question, answer) for question, answer in given if answer]

    def _said(self, name: str) -> str:
        value = self.cleaned_data.get(name)
        if value and hasattr(value, "strftime"):
            return f"{value:%-d %B %Y}"
        return dict(getattr(self.fields[name], "choices", ())).get(value, value) or ""

    def decide(self, by: User, *, tell=()) -> Decision:
        """Who runs the case may say yes. A no shuts somebody out: a complaints manager says it."""
        if self.means_no and not by.may(Permission.DECIDE):
            raise NotPossible(
                "A complaints manager decides no. Ask for the decision: it stands on their desk."
            )
        data = self.cleaned_data
        return decisions.decide(
            self.case,
            listed_reason=data["listed_reason"],
            reason=data.get("reason", ""),
            answers=self.asked_and_answered(),
            on=data["on"],
            told_on=data.get("told_on"),
            tell=tell,
            by=by,
        )


class RefuseForm(CarriesAnswers, DecidingForm):
    """Where the guided test led here, its answers are kept with the refusal."""

    kind = Decision.Kind.REFUSED

    reason = box("What was weighed", help_text="The complainant is told this")
    told_on = told_field("Complainant")

    def prepare(self):
        super().prepare()
        self.fields["listed_reason"].label = "Reason"
        self.carry_answers()

    def take(self, *, by):
        data = self.cleaned_data
        decisions.refuse(
            self.case,
            listed_reason=data["listed_reason"],
            reason=data["reason"],
            on=data["on"],
            told_on=data["told_on"],
            answers=self.questions_answered,
            proposed=NO_COMPLAINT if self.proposal.no_complaint else "",
            by=by,
        )


class SufficientInterestForm(DecidingForm):
    kind = Decision.Kind.SUFFICIENT_INTEREST
    asked = ("childs_view", "child_told")
    CHILD = [
        ("told", "The child has been told"),
        ("to-tell", "The child is still to be told"),
        ("not", "Telling the child is not appropriate"),
    ]

    childs_view = box(
        "The child’s view",
        help_text="Take it into account where that is appropriate. If they were not asked: why",
    )
    reason = box("What was weighed")
    told_on = told_field("Person")
    child_told = forms.ChoiceField(
        label="If no: is the child told?", choices=CHILD, widget=forms.RadioSelect, required=False
    )

    def clean(self):
        data = super().clean()
        if self.means_no and not data.get("child_told"):
            self.add_error("child_told", "Say whether the child is told")
        return data

    def take(self, *, by):
        tell = []
        if self.means_no and not self.cleaned_data["told_on"]:
            tell.append("Tell the person: no sufficient interest, so nothing further is done")
        decision = self.decide(by, tell=tell)
        if self.means_no and self.cleaned_data["child_told"] == "to-tell":
            decisions.tell_child(decision, by=by)


class RepresentativeForm(DecidingForm):
    kind = Decision.Kind.REPRESENTATIVE
    asked = ("who", "content")

    who = forms.CharField(label="Who speaks for the person", max_length=300)
    content = box(
        "Is the child or person content, and does it reflect what they want?",
        rows=2,
        help_text="Confirm it where possible. If it was not: why",
    )
    reason = box("What was weighed", required=False)
    told_on = told_field("Representative")

    def prepare(self):
        super().prepare()
        speaks = self.case.people.filter(role="representative").select_related("person").first()
        self.initial["who"] = speaks.person.name if speaks else ""

    def take(self, *, by):
        no = self.means_no and not self.cleaned_data["told_on"]
        self.decide(by, tell=["Tell the representative that they are not accepted"] if no else [])


class TimeLimitForm(DecidingForm):
    kind = Decision.Kind.TIME_LIMIT
    asked = ("grounds_arose_on", "why_not_earlier", "still_fair")

    grounds_arose_on = forms.DateField(
        label="When the grounds arose", help_text="The last of them, where it went on"
    )
    why_not_earlier = box("Why they did not complain earlier", rows=2)
    still_fair = box(
        "Can it still be considered fairly and effectively?",
        rows=2,
        help_text="Whether records and the people concerned can still be found",
    )
    reason = box("What was weighed", required=False)
    told_on = told_field("Complainant")

    def clean_grounds_arose_on(self):
        arose_on = self.cleaned_data["grounds_arose_on"]
        made_on = self.case.chooses_version_on
        if arose_on > made_on:
            raise forms.ValidationError(
                f"The complaint was made on {made_on:%-d %B %Y}: its grounds arose before"
            )
        return arose_on

    def take(self, *, by):
        no = self.means_no and not self.cleaned_data["told_on"]
        self.decide(by, tell=["Tell the complainant that it came too late, and why"] if no else [])


class LateRequestForm(DecidingForm):
    kind = Decision.Kind.LATE_REQUEST
    asked = ("why_late", "anything_new")

    why_late = box("Why they asked late", rows=2)
    anything_new = box("Is there anything new?", rows=2)
    reason = box("What was weighed", required=False)
    told_on = told_field("Complainant")

    def prepare(self):
        super().prepare()
        ended_on, asked_on = self.late.window_before_ended_on, self.late.requested_on
        if ended_on:
            self.fields[
                "why_late"
            ].help_text = (
                f"Asked for on {asked_on:%-d %B %Y}; the time for it ended on {ended_on:%-d %B %Y}"
            )

    @property
    def late(self):
        """The stage that was asked for late, also where that was not accepted before."""
        return self.situation.set_aside or self.stage

    def clean(self):
        data = super().clean()
        on = data.get("on")
        if on and on < self.late.requested_on:
            self.add_error("on", "It cannot be decided before it was asked for")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        decisions.decide_late_request(
            self.late,
            listed_reason=data["listed_reason"],
            reason=data["reason"],
            answers=self.asked_and_answered(),
            on=data["on"],
            told_on=data["told_on"],
            by=by,
        )


class ReferEarlyForm(DatedForm):
    """Every condition of the list, and the complainant's consent with its date."""

    UNMET = "Tick it only if it is met. Where it is not, the panel is held: there is no other way"

    agrees = forms.BooleanField(label="The complainant agrees", error_messages={"required": UNMET})
    consent_on = forms.DateField(label="They agreed on")
    reason = box("How it is known", help_text="Where the report, the plan and the consent are")

    def prepare(self):
        self.fields["on"].label = "Decided on"
        kind = Decision.Kind.EARLY_REFERRAL
        self.conditions = list(DecisionReason.objects.in_use_on(self.today).filter(kind=kind))
        for condition in self.conditions:
            self.fields[self.name_of(condition)] = forms.BooleanField(
                label=condition.name, error_messages={"required": self.UNMET}
            )
        names = [self.name_of(condition) for condition in self.conditions]
        self.order_fields([*names, "agrees", "consent_on", "reason", "on"])

    @staticmethod
    def name_of(condition: DecisionReason) -> str:
        return f"condition_{condition.pk}"

    def clean(self):
        data = super().clean()
        ticked = [data.get(self.name_of(each)) for each in self.conditions]
        if not (ticked and all(ticked) and data.get("agrees")):
            self.add_error(
                None, "Not possible: every condition must be met. Otherwise the panel is held"
            )
        if data.get("consent_on") and data.get("on") and data["consent_on"] > data["on"]:
            self.add_error("consent_on", "They agree before it is decided, not after")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        decisions.refer_early(
            self.case,
            conditions=self.conditions,
            consent_on=data["consent_on"],
            reason=data["reason"],
            on=data["on"],
            by=by,
        )


class AskForDecisionForm(CarriesAnswers, StepForm):
    """Where the guided test led here, its answers are kept as a note for whoever decides."""

    kind = forms.ChoiceField(label="What is to be decided", choices=Decision.Kind)
    proposal = forms.CharField(label="What you propose, and why", max_length=200, required=False)
    due_on = forms.DateField(label="By when")
    owner = forms.ModelChoiceField(
        User.objects.none(), label="Who", empty_label="Whoever holds the case", required=False
    )

    def prepare(self):
        self.fields["owner"].queryset = people_for(self.case)
        tomorrow = self.today + timedelta(days=1)
        self.initial["due_on"] = f"{tomorrow:%-d %-m %Y}"
        self.carry_answers()

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on < self.today:
            raise forms.ValidationError("Enter a date that is today or later")
        return due_on

    def take(self, *, by):
        names = ("kind", "proposal", "due_on", "owner")
        asked = {name: self.cleaned_data[name] for name in names}
        answers = self.questions_answered
        decisions.ask_for_decision(self.case, answers=answers, on=self.today, by=by, **asked)


FORMS = {
    "refuse": RefuseForm,
    "sufficient-interest": SufficientInterestForm,
    "representative": RepresentativeForm,
    "time-limit": TimeLimitForm,
    "late-request": LateRequestForm,
    "refer-early": ReferEarlyForm,
    "ask-for-decision": AskForDecisionForm,
}
