"""What an officer is asked when a complaint comes in; :mod:`stages.actions.intake` saves it."""

from datetime import date

from django import forms

from cases.models import Case, Channel, ComplainantType, Person, ServiceArea
from stages.forms.step import focus_first
from stages.models import Procedure

FACTS_OF_THE_CASE = [
    "received_on",
    "made_on",
    "channel",
    "service_area",
    "summary",
    "kind",
    "complainant_type",
]


LOGGED_AS = [(kind.value, kind.label) for kind in (Case.Kind.COMPLAINT, Case.Kind.REPRESENTATION)]


class LogForm(forms.Form):
    """The first four are known while the telephone is at the ear; all the rest can follow."""

    mark_optional = False

    received_on = forms.DateField(label="Date received")
    channel = forms.ModelChoiceField(
        Channel.objects.none(), label="How it came", empty_label="Choose how it came"
    )
    service_area = forms.ModelChoiceField(
        ServiceArea.objects.none(), label="Service area", empty_label="Choose a service area"
    )
    summary = forms.CharField(
        label="What was said",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    concern = forms.CharField(
        label="Is anybody at risk of harm now?",
        help_text="Who, and of what. Refer it before anything else: the complaint may wait",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    settle_first = forms.BooleanField(
        label="Try to settle it first",
        help_text="A concern or a request for service that can be put right at once. It is counted "
        "apart, and becomes a complaint if it is not settled",
        required=False,
    )
    settle_by = forms.DateField(
        label="Promised to be settled by",
        help_text="Only where you try to settle it first. Without a day, the usual one stands",
        required=False,
    )
    kind = forms.ChoiceField(
        label="It is a",
        choices=LOGGED_AS,
        initial=Case.Kind.COMPLAINT,
        widget=forms.RadioSelect,
        required=False,
    )
    made_on = forms.DateField(
        label="Date it was made",
        help_text="Only if that was earlier. It decides which version of the procedure applies",
        required=False,
    )
    code = forms.ChoiceField(
        label="Procedure",
        help_text="Until it is decided, the usual one of the service area gives provisional dates",
        required=False,
    )

    complainant = forms.CharField(label="Who complains", max_length=300, required=False)
    complainant_type = forms.ModelChoiceField(
        ComplainantType.objects.none(),
        label="In what standing",
        empty_label="Not known yet",
        required=False,
    )
    telephone = forms.CharField(max_length=60, required=False)
    email = forms.EmailField(label="Email address", required=False)
    address = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), required=False)
    contact_rule = forms.CharField(
        label="How they may safely be contacted",
        help_text="For example: never by post, or only by text message after 4pm",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    needs = forms.CharField(
        label="What they need from us",
        help_text="Language, large print, more time, someone with them",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    children = forms.CharField(
        label="For whom",
        help_text="Each child, young person or service user on a line",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    points = forms.CharField(
        label="Points of complaint",
        help_text="Each on a line. The first is the main one",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )

    def __init__(self, *args, today: date, initial: dict | None = None, **kwargs):
        self.today = today
        first = {"received_on": f"{today:%-d %-m %Y}"} | (initial or {})
        super().__init__(*args, initial=first, **kwargs)
        self.fields["channel"].queryset = Channel.objects.in_use_on(today)
        self.fields["service_area"].queryset = ServiceArea.objects.in_use_on(today)
        self.fields["complainant_type"].queryset = ComplainantType.objects.in_use_on(today)
        self.fields["code"].choices = [("", "Not decided yet"), *procedure_choices(today)]
        if not self.is_bound and not initial:
            focus_first(self)

    def clean_received_on(self):
        received_on = self.cleaned_data["received_on"]
        if received_on > self.today:
            raise forms.ValidationError("The date received must be today or in the past")
        return received_on

    def clean_kind(self):
        return self.cleaned_data["kind"] or Case.Kind.COMPLAINT

    def clean_children(self):
        return lines(self.cleaned_data["children"], longest=Person._meta.get_field("name"))

    def clean_points(self):
        return lines(self.cleaned_data["points"])

    def clean(self):
        data = super().clean()
        received_on, made_on = data.get("received_on"), data.get("made_on")
        if received_on and made_on and made_on > received_on:
            self.add_error("made_on", "A complaint cannot be received before it was made")
        settle_by = data.get("settle_by")
        if settle_by and not data.get("settle_first"):
            self.add_error("settle_first", "Tick this if a day was promised to settle it by")
        if settle_by and settle_by < self.today:
            self.add_error("settle_by", "Enter a date that is today or later")
        if not data.get("complainant"):
            self._refuse_details_of_nobody(data)
        return data

    def _refuse_details_of_nobody(self, data):
        if any(data.get(name) for name in ("telephone", "email", "address", "contact_rule")):
            self.add_error("complainant", "Enter who complains, or “Anonymous”")

    def details_of_the_complainant(self) -> dict:
        """The answers that belong to the person, in the person's own words for them."""
        data = self.cleaned_data
        return {
            "name": data["complainant"],
            "telephone": data["telephone"],
            "email": data["email"],
            "address": data["address"],
            "contact_rule": data["contact_rule"],
            "adjustments": data["needs"],
        }

    def facts_of_the_case(self) -> dict:
        names = [
            "received_on",
            "made_on",
            "channel",
            "service_area",
            "summary",
            "kind",
            "complainant_type",
        ]
        return {name: self.cleaned_data[name] for name in names}


def procedure_choices(today: date) -> list[tuple[str, str]]:
    in_force = Procedure.objects.in_force_on(today)
    return [(procedure.code, procedure.name) for procedure in in_force]


def lines(text: str, longest=None) -> list[str]:
    """The lines of a box with something on each, trimmed."""
    found = [line.strip() for line in text.splitlines() if line.strip()]
    if longest and any(len(line) > longest.max_length for line in found):
        raise forms.ValidationError(f"Keep each line to {longest.max_length} letters at most")
    return found
