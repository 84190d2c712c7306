"""Court and other proceedings: declining, suspending, reviewing, ending, resubmitting."""

from django import forms

from cases.models import Point
from cases.typed_dates import not_ahead
from stages.actions import proceedings
from stages.forms.one_of import one_of, some_of
from stages.forms.step import DatedForm, box
from stages.models import Proceedings
from stages.points_to_answer import points_to_answer


class WithholdForm(DatedForm):
    """What regulation 8 asks: which points, for what, why, told when, and what comes next."""

    kind = forms.ChoiceField(
        label="For which proceedings", choices=Proceedings.Kind, widget=forms.RadioSelect
    )
    points = some_of(
        Point.objects.none(),
        "Which points",
        error_messages={"required": "Choose the points that it concerns"},
    )
    reasons = box(
        "How considering it might prejudice them", help_text="The complainant is told this"
    )
    told_on = forms.DateField(
        label="Complainant told in writing on",
        error_messages={"required": "Enter the day the complainant was told in writing"},
    )
    how_to_resubmit = box(
        "How they can resubmit it",
        rows=2,
        help_text="To whom, and by when. The letter says it",
        error_messages={"required": "Say how the complaint can be resubmitted"},
    )
    review_on = forms.DateField(
        label="Ask again on",
        help_text="Then it is on the desk: have the proceedings ended?",
        error_messages={"required": "Enter the day on which it is reviewed"},
    )
    field_order = ["kind", "points", "reasons", "on", "told_on", "how_to_resubmit", "review_on"]

    def prepare(self):
        self.fields["on"].label = "Decided on"
        points = points_to_answer(self.stage)
        self.fields["points"].queryset = points
        self.initial["points"] = [point.pk for point in points]
        if not points:
            del self.fields["points"]

    def clean_told_on(self):
        return not_ahead(self.cleaned_data["told_on"], self.today)

    def clean_review_on(self):
        return _later(self.cleaned_data["review_on"], self.today)

    def decided(self) -> dict:
        data = dict(self.cleaned_data)
        return {"decided_on": data.pop("on"), "points": data.pop("points", []), **data}


class SuspendForm(WithholdForm):
    def take(self, *, by):
        proceedings.suspend(self.stage, by=by, **self.decided())


class DeclineForm(WithholdForm):
    def take(self, *, by):
        proceedings.decline(self.stage, by=by, **self.decided())


class OfProceedingsForm(DatedForm):
    """A step of one of the proceedings that it was put off for."""

    def concerned(self):
        return self.case.proceedings.running()

    def prepare(self):
        self.fields = {"proceedings": one_of(self.concerned(), "Which"), **self.fields}
        found = self.concerned()
        if len(found) == 1:
            self.notes = (_said(found[0]),)


class ReviewForm(OfProceedingsForm):
    found = box("What was found out", help_text="Of whom you asked, and what they said")
    next_on = forms.DateField(label="Ask again on")

    def clean_next_on(self):
        return _later(self.cleaned_data["next_on"], self.today)

    def take(self, *, by):
        data = dict(self.cleaned_data)
        proceedings.review(data.pop("proceedings"), by=by, **data)


class EndForm(OfProceedingsForm):
    def prepare(self):
        super().prepare()
        self.fields["on"].label = "They ended on"

    def take(self, *, by):
        data = self.cleaned_data
        proceedings.end(data["proceedings"], on=data["on"], by=by)


class ResubmitForm(OfProceedingsForm):
    def concerned(self):
        return self.case.proceedings.to_resubmit()

    def prepare(self):
        super().prepare()
        self.fields["on"].label = "Resubmitted on"

    def take(self, *, by):
        data = self.cleaned_data
        proceedings.resubmit(data["proceedings"], on=data["on"], by=by)


def _later(day, today):
    if day <= today:
        raise forms.ValidationError("Enter a date after today")
    return day


def _said(one: Proceedings) -> str:
    said = f"{one.get_effect_display()} on {one.decided_on:%-d %B %Y}: {one.get_kind_display()}."
    if one.resubmit_until:
        said += f" It can be resubmitted until {one.resubmit_until:%-d %B %Y}."
    return said


FORMS = {
    "suspend": SuspendForm,
    "decline": DeclineForm,
    "review-proceedings": ReviewForm,
    "end-proceedings": EndForm,
    "resubmit": ResubmitForm,
}
