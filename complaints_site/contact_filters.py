"""The filters of the list of contacts, as they stand in its address."""

from datetime import date

from django import forms
from django.db.models import F, QuerySet

from cases.forms import who_can_answer
from cases.models import Contact, ServiceArea

OPEN, OVERDUE, CLOSED, ALL = "open", "overdue", "closed", "all"
NOBODY = "nobody"


class ContactFilters(forms.Form):
    """An answer that cannot be is no filter: an address may be old."""

    mark_optional = False

    show = forms.ChoiceField(
        label="Show",
        choices=[(OPEN, "Open"), (OVERDUE, "Overdue"), (CLOSED, "Closed"), (ALL, "All")],
        required=False,
    )
    kind = forms.ChoiceField(
        label="Kind", choices=[("", "Any kind"), *Contact.Kind.choices], required=False
    )
    owner = forms.ChoiceField(label="With", required=False)
    service_area = forms.ModelChoiceField(
        ServiceArea.objects.all(), label="Service area", empty_label="Any", required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = [(str(user.pk), user.full_name) for user in who_can_answer()]
        self.fields["owner"].choices = [("", "Anybody"), (NOBODY, "Nobody yet"), *people]

    def applied_to(self, contacts: QuerySet[Contact], *, on: date) -> QuerySet[Contact]:
        self.is_valid()
        chosen = getattr(self, "cleaned_data", {})
        show, owner = chosen.get("show") or OPEN, chosen.get("owner")
        if chosen.get("kind"):
            contacts = contacts.filter(kind=chosen["kind"])
        if chosen.get("service_area"):
            contacts = contacts.filter(service_area=chosen["service_area"])
        if owner:
            contacts = contacts.filter(owner=None if owner == NOBODY else owner)
        if show == CLOSED:
            return contacts.exclude(closed_on=None).order_by("-closed_on", "-pk")
        if show == ALL:
            return contacts.order_by("-received_on", "-pk")
        contacts = contacts.overdue(on=on) if show == OVERDUE else contacts.open()
        return contacts.order_by(F("due_on").asc(nulls_last=True), "pk")
