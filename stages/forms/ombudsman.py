"""Steps at the Ombudsman: asked, answered, drafted, decided."""

from django import forms
from django.db.models import QuerySet

from accounts.models import User
from cases.typed_dates import not_ahead
from stages.actions import ombudsman
from stages.forms.step import DatedForm, box
from stages.forms.tasks import people_for
from stages.models import (
    DraftDecision,
    OmbudsmanDecision,
    OmbudsmanEnquiry,
    OmbudsmanRequest,
    PublicReport,
)


class OfAnEnquiry(forms.ModelChoiceField):
    """Enquiries, and what hangs on them, by the Ombudsman's reference."""

    def label_from_instance(self, one):
        return one.name if isinstance(one, OmbudsmanEnquiry) else f"{one.enquiry.name}: {one}"


class OmbudsmanForm(DatedForm):
    """A step about one of several. Where there is only one, it is not asked which."""

    which_label = "Which enquiry"

    def prepare(self):
        self.choices = self.to_choose_from()
        if len(self.choices) > 1:
            self.fields["which"] = OfAnEnquiry(
                self.choices, label=self.which_label, empty_label="Choose one"
            )
            self.order_fields(["which"])

    def to_choose_from(self) -> QuerySet:
        return self.case.ombudsman_enquiries.undecided()

    @property
    def chosen(self):
        return self.cleaned_data.get("which") or self.choices[0]

    def clean_on(self):
        # Somebody may have gone to the Ombudsman before the complaint reached the council
        return not_ahead(self.cleaned_data["on"], self.today)


def who(case) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(people_for(case), label="Who", empty_label="Me", required=False)


class RequestForm(forms.Form):
    """What is asked of us, and by when; both or neither."""

    asks = box("What the Ombudsman asks", rows=4, required=False)
    answer_due_on = forms.DateField(label="Answer due", required=False)

    def clean(self):
        data = super().clean()
        if data.get("asks") and not data.get("answer_due_on") and not self.errors:
            self.add_error("answer_due_on", "Enter the day by which the Ombudsman wants the answer")
        if data.get("answer_due_on") and not data.get("asks"):
            self.add_error("asks", "Enter what the Ombudsman asks")
        if data.get("answer_due_on") and data.get("on") and data["answer_due_on"] < data["on"]:
            self.add_error("answer_due_on", "The answer cannot be due before it was asked for")
        return data


class OmbudsmanAsksForm(RequestForm, OmbudsmanForm):
    """A new enquiry, or a further request in one that is not decided."""

    reference = forms.CharField(label="The Ombudsman's reference", max_length=40, required=False)
    field_order = ("which", "on", "reference", "asks", "answer_due_on", "owner")

    def prepare(self):
        self.fields["on"].label = "Received on"
        self.fields["asks"].help_text = "Leave it empty where nothing is asked of us yet"
        self.fields["owner"] = who(self.case)
        self.fields["owner"].label = "Who answers"
        open_ones = self.to_choose_from()
        if open_ones:
            self.fields["which"] = OfAnEnquiry(
                open_ones, label="Which enquiry", empty_label="A new one", required=False
            )
        self.order_fields(self.field_order)

    def clean(self):
        data = super().clean()
        if data.get("which") and not data.get("asks") and "asks" not in self.errors:
            self.add_error("asks", "Enter what the Ombudsman asks")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        enquiry = data.get("which") or ombudsman.receive_enquiry(
            self.case, on=data["on"], reference=data["reference"].strip(), by=by
        )
        if data["asks"]:
            ombudsman.ask(
                enquiry,
                asks=data["asks"],
                on=data["on"],
                answer_due_on=data["answer_due_on"],
                owner=data["owner"],
                by=by,
            )


class OmbudsmanAnswerForm(OmbudsmanForm):
    which_label = "Which request"
    sent = box("What was sent", help_text="For example: chronology and 14 documents, by email")

    def prepare(self):
        super().prepare()
        self.fields["on"].label = "Answer sent on"

    def to_choose_from(self):
        waiting = OmbudsmanRequest.objects.unanswered().filter(enquiry__case=self.case)
        return waiting.select_related("enquiry")

    def take(self, *, by):
        data = self.cleaned_data
        ombudsman.answer(self.chosen, on=data["on"], sent=data["sent"], by=by)


class OmbudsmanDraftForm(OmbudsmanForm):
    comments_due_on = forms.DateField(label="Comments due")

    def prepare(self):
        super().prepare()
        self.fields["on"].label = "Draft received on"
        self.fields["owner"] = who(self.case)
        self.fields["owner"].label = "Who comments"

    def take(self, *, by):
        data = self.cleaned_data
        ombudsman.receive_draft(
            self.chosen,
            on=data["on"],
            comments_due_on=data["comments_due_on"],
            owner=data["owner"],
            by=by,
        )


class OmbudsmanCommentForm(OmbudsmanForm):
    which_label = "Which draft"
    comments = box("What we say", required=False, help_text="Leave it empty for: no comments")

    def to_choose_from(self):
        waiting = DraftDecision.objects.uncommented().filter(enquiry__case=self.case)
        return waiting.select_related("enquiry")

    def take(self, *, by):
        data = self.cleaned_data
        ombudsman.comment(self.chosen, on=data["on"], comments=data["comments"], by=by)


class OmbudsmanDecidesForm(OmbudsmanForm):
    decision = forms.ModelChoiceField(
        OmbudsmanDecision.objects.none(), empty_label="Choose a decision"
    )

    def prepare(self):
        super().prepare()
        self.fields["on"].label = "Decided on"
        self.fields["decision"].queryset = OmbudsmanDecision.objects.all()

    def clean(self):
        data = super().clean()
        refuse_words_of_another_time(self, data.get("decision"), data.get("on"))
        return data

    def take(self, *, by):
        data = self.cleaned_data
        ombudsman.decide(self.chosen, on=data["on"], decision=data["decision"], by=by)


def refuse_words_of_another_time(form, decision, on) -> None:
    """A decision is in the words of its own day (domain.md 4.2), also when it is typed in late."""
    if decision and on and not OmbudsmanDecision.objects.in_use_on(on).filter(pk=decision.pk):
        form.add_error(
            "decision", f"The Ombudsman did not say “{decision}” on {on:%-d %B %Y}: choose another"
        )


def owner_field(case) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        User.objects.filter(pk__in=people_for(case)), label="Owner", empty_label="Choose a person"
    )


def reports_of(case, **which) -> QuerySet[PublicReport]:
    reports = PublicReport.objects.filter(enquiry__case=case, responded_on=None, **which)
    return reports.select_related("enquiry")


FORMS = {
    "ombudsman-asks": OmbudsmanAsksForm,
    "ombudsman-answer": OmbudsmanAnswerForm,
    "ombudsman-draft": OmbudsmanDraftForm,
    "ombudsman-comment": OmbudsmanCommentForm,
    "ombudsman-decides": OmbudsmanDecidesForm,
}
