"""Deciding the procedure: what the questions propose, the dates under each, and the decision."""

from django import forms

from cases.models import Decision, DecisionReason
from stages.actions import casework
from stages.actions.triage import follow_up
from stages.comparison import Comparison, compare
from stages.forms.guided import CarriesAnswers
from stages.forms.log import procedure_choices
from stages.forms.step import StepForm, box
from stages.models import Procedure
from stages.triage import CORPORATE, NO_COMPLAINT


class TriageForm(CarriesAnswers, StepForm):
    """The answers to the questions come in the address, or hidden in the form once it is sent."""

    page = "cases/step_triage.html"

    code = forms.ChoiceField(label="Procedure", widget=forms.RadioSelect)
    why = box("Why this one")

    def prepare(self):
        self.fields["code"].choices = procedure_choices(self.case.chooses_version_on)
        self.initial["code"] = self.situation.procedure.code
        self.carry_answers()

    def read_address(self, address):
        super().read_address(address)
        if self.proposed_code:
            self.initial |= {"code": self.proposed_code, "why": self.proposal.why}

    @property
    def names(self) -> dict[str, str]:
        """The procedures that were in force on the day, by their codes."""
        return dict(self.fields["code"].choices)

    @property
    def proposed_code(self) -> str:
        """What is proposed; the corporate procedure where the law had no other on the day."""
        if self.proposal.code in self.names or not self.proposal.code:
            return self.proposal.code
        return CORPORATE if CORPORATE in self.names else ""

    @property
    def not_yet_in_force(self) -> bool:
        return self.proposed_code != self.proposal.code

    @property
    def proposed_name(self) -> str:
        """What is kept as proposed: the procedure in the version that would apply."""
        if not self.questions_answered:
            return ""
        if self.proposal.no_complaint:
            return NO_COMPLAINT
        if not self.proposal.code:
            return "Nothing: stopped early"
        return self.names.get(self.proposed_code, "No version of it was in force on the day")

    @property
    def comparisons(self) -> list[Comparison]:
        """The stage's dates beside those under each other procedure, the proposed one first."""
        present = self.situation.procedure
        others = Procedure.objects.in_force_on(self.case.chooses_version_on)
        found = compare(self.stage, list(others.exclude(pk=present.pk)))
        return sorted(found, key=lambda each: each.other.code != self.proposed_code)

    @property
    def ways_out(self) -> list[DecisionReason]:
        """The reasons under which what is no complaint leaves this procedure."""
        reasons = DecisionReason.objects.in_use_on(self.today)
        return list(reasons.filter(kind=Decision.Kind.REFUSED))

    def notice(self):
        """The route that it is on now, and where to find what the questions asked for beside it."""
        said = f"It follows: {self.names[self.cleaned_data['code']]}."
        more = " What else is to be done stands under “Also to do”."
        return said + more if self.proposal.notes else said

    def take(self, *, by):
        casework.triage(
            self.case,
            code=self.cleaned_data["code"],
            why=self.cleaned_data["why"],
            proposed=self.proposed_name,
            answers=self.questions_answered,
            on=self.today,
            by=by,
        )
        follow_up(self.case, proposal=self.proposal, on=self.today, by=by)


FORMS = {"triage": TriageForm}
