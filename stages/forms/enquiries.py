"""An enquiry about no case of ours: logged, answered, drafted, decided, and put to a case."""

from datetime import date

from django import forms

from cases.models import Case, ServiceArea
from cases.typed_dates import not_ahead
from stages.actions import ombudsman
from stages.forms.ombudsman import RequestForm, refuse_words_of_another_time
from stages.forms.step import box
from stages.models import OmbudsmanDecision, OmbudsmanEnquiry


class LogEnquiryForm(RequestForm):
    on = forms.DateField(label="Received on")
    reference = forms.CharField(label="The Ombudsman's reference", max_length=40, required=False)
    service_area = forms.ModelChoiceField(
        ServiceArea.objects.none(), label="Service area", empty_label="Choose a service area"
    )
    about = box("What it is about", help_text="Who complains, and of what, as far as it is known")
    field_order = ("on", "reference", "service_area", "about", "asks", "answer_due_on")

    def __init__(self, *args, today: date, **kwargs):
        self.today = today
        super().__init__(*args, initial={"on": f"{today:%-d %-m %Y}"}, **kwargs)
        self.fields["service_area"].queryset = ServiceArea.objects.in_use_on(today)

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"], self.today)

    def take(self, *, by) -> OmbudsmanEnquiry:
        data = self.cleaned_data
        enquiry = ombudsman.receive_enquiry(
            None,
            on=data["on"],
            reference=data["reference"].strip(),
            about=data["about"],
            service_area=data["service_area"],
            by=by,
        )
        if data["asks"]:
            due = data["answer_due_on"]
            ombudsman.ask(enquiry, asks=data["asks"], on=data["on"], answer_due_on=due, by=by)
        return enquiry


class OfAnEnquiryForm(forms.Form):
    """Something done with one enquiry. ``verb`` heads the page and its button."""

    verb = ""

    def __init__(self, *args, enquiry: OmbudsmanEnquiry, user, today: date, **kwargs):
        self.enquiry, self.user, self.today = enquiry, user, today
        super().__init__(*args, **kwargs)
        if "on" in self.fields:
            self.initial["on"] = f"{today:%-d %-m %Y}"

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"], self.today)


class AnswerEnquiryForm(OfAnEnquiryForm):
    verb = "Answer the Ombudsman"
    on = forms.DateField(label="Answer sent on")
    sent = box("What was sent")

    def take(self, *, by):
        request = self.enquiry.requests.unanswered().first()
        ombudsman.answer(request, by=by, **self.cleaned_data)


class DraftEnquiryForm(OfAnEnquiryForm):
    verb = "Record a draft decision"
    on = forms.DateField(label="Draft received on")
    comments_due_on = forms.DateField(label="Comments due")

    def take(self, *, by):
        ombudsman.receive_draft(self.enquiry, by=by, **self.cleaned_data)


class CommentEnquiryForm(OfAnEnquiryForm):
    verb = "Comment on the draft decision"
    on = forms.DateField(label="Comments sent on")
    comments = box("What we say", required=False, help_text="Leave it empty for: no comments")

    def take(self, *, by):
        draft = self.enquiry.drafts.uncommented().first()
        ombudsman.comment(draft, by=by, **self.cleaned_data)


class DecideEnquiryForm(OfAnEnquiryForm):
    verb = "Record the Ombudsman's decision"
    on = forms.DateField(label="Decided on")
    decision = forms.ModelChoiceField(
        OmbudsmanDecision.objects.all(), empty_label="Choose a decision"
    )

    def clean(self):
        data = super().clean()
        refuse_words_of_another_time(self, data.get("decision"), data.get("on"))
        return data

    def take(self, *, by):
        ombudsman.decide(self.enquiry, by=by, **self.cleaned_data)


class PutToCaseForm(OfAnEnquiryForm):
    verb = "Put it to a case"
    reference = forms.CharField(label="Reference of the case", max_length=40)

    def clean_reference(self):
        reference = self.cleaned_data["reference"].strip()
        case = Case.objects.visible_to(self.user).filter(reference__iexact=reference).first()
        if case is None:
            raise forms.ValidationError(
                "No case that you may see has this reference. It reads like C-2026-0031"
            )
        self.case = case
        return reference

    def take(self, *, by):
        ombudsman.put_to_case(self.enquiry, self.case, by=by)


class LogComplaintForm(OfAnEnquiryForm):
    verb = "Log it as a complaint"
    on = forms.DateField(label="Sent back to us on")
    complainant = forms.CharField(label="Who complains", max_length=300, required=False)
    summary = box("What was said", rows=6)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["summary"] = self.enquiry.about

    def take(self, *, by):
        ombudsman.log_from_enquiry(self.enquiry, by=by, **self.cleaned_data)


class CorrectEnquiryForm(OfAnEnquiryForm):
    verb = "Correct it"
    ombudsman_reference = forms.CharField(
        label="The Ombudsman's reference", max_length=40, required=False
    )
    received_on = forms.DateField(label="Received on", required=False)
    decided_on = forms.DateField(label="Decided on", required=False)
    decision = forms.ModelChoiceField(
        OmbudsmanDecision.objects.all(), empty_label="Not decided", required=False
    )
    why = box("Why it is corrected")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("ombudsman_reference", "received_on", "decided_on", "decision"):
            value = getattr(self.enquiry, name)
            self.initial[name] = f"{value:%-d %-m %Y}" if isinstance(value, date) else value

    def clean_ombudsman_reference(self):
        return self.cleaned_data["ombudsman_reference"].strip()

    def clean(self):
        data = super().clean()
        for name in ("received_on", "decided_on"):
            if data.get(name) and data[name] > self.today:
                self.add_error(name, "Enter a date that is today or in the past")
        if bool(data.get("decision")) != bool(data.get("decided_on")) and not self.errors:
            self.add_error("decision", "Enter both the decision and its day, or neither")
        return data

    def take(self, *, by):
        ombudsman.correct_enquiry(self.enquiry, by=by, **self.cleaned_data)


CHANGES = {
    "answer": AnswerEnquiryForm,
    "comment": CommentEnquiryForm,
    "draft": DraftEnquiryForm,
    "decide": DecideEnquiryForm,
    "put-to-case": PutToCaseForm,
    "log-complaint": LogComplaintForm,
    "correct": CorrectEnquiryForm,
}


def what_may_follow(enquiry: OmbudsmanEnquiry) -> dict[str, type[OfAnEnquiryForm]]:
    """What can be done with an enquiry on its own page, the next thing first.

    Once it is about a case of ours its steps are those of the case.
    """
    next_ = []
    if enquiry.case is None:
        if enquiry.requests.unanswered().exists():
            next_ += ["answer"]
        if enquiry.drafts.uncommented().exists():
            next_ += ["comment"]
        if not enquiry.decision_id:
            next_ += ["draft", "decide"]
        next_ += ["put-to-case", "log-complaint"]
    return {key: CHANGES[key] for key in [*next_, "correct"]}
