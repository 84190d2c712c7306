"""Compliments and other contacts: logged in twenty seconds, and worked from a page each."""

from datetime import date

from django import forms

from accounts.models import User
from accounts.permissions import RIGHTS, Permission
from cases.actions import contacts
from cases.cursor import focus_first
from cases.models import Compliment, Contact, ServiceArea
from cases.typed_dates import between


class ComplimentForm(forms.ModelForm):
    """What came in; today, unless another day is typed."""

    class Meta:
        model = Compliment
        fields = ["received_on", "service_area", "from_whom", "text"]
        labels = {"received_on": "Date received", "text": "What was said"}
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, today: date, **kwargs):
        self.today = today
        first = {"received_on": f"{today:%-d %-m %Y}"} | kwargs.pop("initial", {})
        super().__init__(*args, initial=first, **kwargs)
        area = self.fields["service_area"]
        area.queryset = ServiceArea.objects.in_use_on(today)
        area.empty_label = "Choose a service area"
        if not self.is_bound:
            focus_first(self)

    def clean_received_on(self):
        received_on = self.cleaned_data["received_on"]
        if received_on > self.today:
            raise forms.ValidationError("The date received must be today or in the past")
        return received_on


class ContactForm(ComplimentForm):
    """A contact that is not a complaint. The first three answers are enough."""

    class Meta:
        model = Contact
        fields = ["kind", "received_on", "service_area", "from_whom", "asked", "owner"]
        labels = {
            "kind": "Kind of contact",
            "received_on": "Date received",
            "from_whom": "From whom",
            "asked": "What was asked",
            "owner": "Who answers it",
        }
        help_texts = {"from_whom": "The member, the MP or whoever asks. It stands in no report"}
        widgets = {"asked": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "Choose a kind"), *Contact.Kind.choices]
        self.fields["owner"].queryset = who_can_answer()
        self.fields["owner"].empty_label = "Nobody yet"


class ContactChangeForm(forms.Form):
    """Something done with a contact. ``kind`` is in the address and in the names of its fields:
    several of these stand on one page."""

    kind = ""
    title = ""

    def __init__(self, *args, contact: Contact, today: date, **kwargs):
        self.contact, self.today = contact, today
        first = {"on": f"{today:%-d %-m %Y}"}
        super().__init__(*args, initial=first, auto_id=f"id_{self.kind}_%s", **kwargs)

    def notice(self) -> str:
        """What is said once it is done."""
        raise NotImplementedError

    def take(self, *, by: User) -> None:
        raise NotImplementedError


class PutToForm(ContactChangeForm):
    kind = "put-to"
    title = "Put it to someone else"
    button = "Put it to them"

    to = forms.ModelChoiceField(
        User.objects.none(),
        label="Who answers it",
        empty_label="Choose a person",
        error_messages={"required": "Choose who answers it"},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = who_can_answer().exclude(pk=self.contact.owner_id)

    def notice(self):
        return f"It is with {self.contact.owner} now."

    def take(self, *, by):
        contacts.put_contact_to(self.contact, by=by, **self.cleaned_data)


class EndContactForm(ContactChangeForm):
    """A day on which a contact ended: today, unless another is typed."""

    on = forms.DateField(label="On", error_messages={"required": "Enter the date"})

    def clean_on(self):
        first = self.contact.received_on
        return between(self.cleaned_data["on"], first, self.today, "It was received")


class AnswerContactForm(EndContactForm):
    kind = "answer"
    title = "Answer it"
    button = "Record the answer"

    answer = forms.CharField(
        label="What was answered",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter what was answered"},
    )

    def notice(self):
        return "The contact is answered."

    def take(self, *, by):
        contacts.answer_contact(self.contact, by=by, **self.cleaned_data)


class CloseContactForm(EndContactForm):
    kind = "close"
    title = "Close it without an answer"
    button = "Close it"

    why = forms.CharField(
        label="Why it needs no answer",
        max_length=200,
        error_messages={"required": "Say why it needs no answer"},
    )

    def notice(self):
        return "Closed."

    def take(self, *, by):
        contacts.close_contact(self.contact, by=by, **self.cleaned_data)


CONTACT_CHANGES = {form.kind: form for form in (AnswerContactForm, PutToForm, CloseContactForm)}


def who_can_answer():
    """Those who sign in and open the desk: whoever has a contact finds it there."""
    roles = [role for role, rights in RIGHTS.items() if Permission.OPEN_CASES in rights]
    return User.objects.filter(is_active=True, roles__overlap=roles)
