"""Compliments and other contacts: logged in twenty seconds, and counted."""

from datetime import date

from django import forms

from cases.models import Compliment, Contact, ServiceArea


class ContactForm(forms.ModelForm):
    """A contact that is not a complaint; today, unless another day is typed."""

    class Meta:
        model = Contact
        fields = ["kind", "received_on", "service_area"]
        labels = {"kind": "Kind of contact", "received_on": "Date received"}

    def __init__(self, *args, today: date, **kwargs):
        self.today = today
        super().__init__(*args, initial={"received_on": f"{today:%-d %-m %Y}"}, **kwargs)
        area = self.fields["service_area"]
        area.queryset, area.empty_label = ServiceArea.objects.in_use_on(today), "Choose one"

    def clean_received_on(self):
        received_on = self.cleaned_data["received_on"]
        if received_on > self.today:
            raise forms.ValidationError("The date received must be today or in the past")
        return received_on


class ComplimentForm(ContactForm):
    class Meta:
        model = Compliment
        fields = ["received_on", "service_area", "from_whom", "text"]
        labels = {"received_on": "Date received", "text": "What was said"}
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}
