"""What is asked before one thing is done to many cases, and doing it. Each form knows its rules."""

from collections.abc import Iterable
from datetime import date

from django import forms

from accounts.models import User
from cases.actions.casework import assign
from cases.models import Assignment, CloseReason
from complaints_site import bulk
from complaints_site.bulk import Chosen, Line
from stages.actions.endings import close
from stages.actions.service_requests import chase_request
from stages.actions.tasks import remind_by_task
from stages.forms.service_requests import MAY_OPEN


class BulkForm(forms.Form):
    """``verb`` heads the page and stands on its button; ``about`` says what it is for."""

    key = verb = about = ""

    def __init__(self, *args, today: date, **kwargs):
        self.today = today
        super().__init__(*args, **kwargs)

    def line(self, one: Chosen) -> Line:
        why_not = self.why_not(one)
        what = "" if why_not else self.what(one)
        return Line(one.case, one.seen, what, why_not)

    def lines(self, chosen: Iterable[Chosen]) -> list[Line]:
        return [self.line(one) for one in chosen]

    def why_not(self, one: Chosen) -> str:
        raise NotImplementedError

    def what(self, one: Chosen) -> str:
        raise NotImplementedError

    def do(self, one: Chosen, *, by: User) -> None:
        raise NotImplementedError


class ReassignForm(BulkForm):
    key, verb = "reassign", "Reassign"
    about = "Whoever is chosen holds the cases from then on, and may see them."

    to = forms.ModelChoiceField(User.objects.none(), label="To whom", empty_label="Choose a person")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        active = User.objects.filter(is_active=True, roles__overlap=MAY_OPEN)
        self.fields["to"].queryset = active

    def why_not(self, one):
        return bulk.why_not_reassigned(one, self.cleaned_data["to"])

    def what(self, one):
        before = f", in place of {one.owner}" if one.owner else ""
        return f"{self.cleaned_data['to']} holds it{before}."

    def do(self, one, *, by):
        to, owner = self.cleaned_data["to"], Assignment.Capacity.OWNER
        assign(one.case, to=to, capacity=owner, on=self.today, by=by)


class ChaseForm(BulkForm):
    key, verb = "chase", "Chase"
    about = (
        "Whoever is asked for something on these cases, and signs in, is chased on their desk and "
        "by e-mail, with no more in it than the reference, the day and a link."
    )

    how = forms.CharField(
        label="What you say",
        help_text="It stands in the history of each case",
        max_length=300,
        required=False,
    )

    def why_not(self, one):
        return bulk.why_not_chased(one)

    def what(self, one):
        asked = [f"{each.to} is chased for an answer to our question" for each in self._asked(one)]
        if bulk.awaits_a_draft(one):
            asked.append(f"{one.responder} is chased for the answer to the complaint")
        return "; ".join(asked) + "."

    def do(self, one, *, by):
        how = self.cleaned_data["how"]
        for asked in self._asked(one):
            chase_request(asked, on=self.today, how=how, by=by)
        if bulk.awaits_a_draft(one):
            remind_by_task(
                one.case,
                stage=one.stage,
                what="You are chased for the answer to the complaint",
                due_on=self.today,
                owner=one.responder,
                by=by,
            )

    def _asked(self, one: Chosen):
        return bulk.signing_in(one)


class CloseForm(BulkForm):
    key, verb = "close", "Close"
    about = (
        "Only answered cases are closed together: past the time to go on to the next stage, with "
        "nothing left to do, no remedy open and nothing at the Ombudsman."
    )

    because = forms.ModelChoiceField(
        CloseReason.objects.none(), label="Reason", widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        reasons = CloseReason.objects.in_use_on(self.today)
        course = reasons.filter(means=CloseReason.Means.RAN_ITS_COURSE)
        self.fields["because"].queryset = course

    def why_not(self, one):
        return bulk.why_not_closed(one, self.today)

    def what(self, one):
        return f"It is closed: {self.cleaned_data['because']}."

    def do(self, one, *, by):
        close(one.case, on=self.today, because=self.cleaned_data["because"], by=by)


FORMS = {form.key: form for form in (ReassignForm, ChaseForm, CloseForm)}
