"""What an officer is asked when a complaint comes in; :mod:`stages.actions.intake` saves it."""

import re
from datetime import date

from django import forms

from cases.cursor import focus_first
from cases.models import Case, Channel, ComplainantType, Person, ServiceArea
from stages.forms import giving_away
from stages.forms.people import Authority, ReachAndNeeds
from stages.forms.step import box
from stages.models import Procedure

FACTS_OF_THE_CASE = [
    "received_on",
    "made_on",
    "channel",
    "service_area",
    "summary",
    "kind",
    "complainant_type",
    "anonymous",
    "identity_withheld",
]
LOGGED_AS = [(kind.value, kind.label) for kind in (Case.Kind.COMPLAINT, Case.Kind.REPRESENTATION)]
# After the last comma of a line, with a figure in it: "Rowan Penfield, 204511"
NUMBER = re.compile(r"^(?P<name>.+?),\s*(?P<number>[\w/-]*\d[\w/-]*)$")


class LogForm(Authority, ReachAndNeeds):
    """The first four are known while the telephone is at the ear; all the rest can follow.

    ``same_case`` asks less: what was said is a note of a case that is there already.
    """

    mark_optional = False

    received_on = forms.DateField(label="Date received")
    channel = forms.ModelChoiceField(
        Channel.objects.none(), label="How it came", empty_label="Choose how it came"
    )
    service_area = forms.ModelChoiceField(
        ServiceArea.objects.none(), label="Service area", empty_label="Choose a service area"
    )
    summary = box("What was said", rows=8)

    concern = box(
        "Is anybody at risk of harm now?",
        rows=2,
        help_text="Who, and of what. Refer it before anything else: the complaint may wait",
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
    points = box(
        "Points of complaint",
        rows=4,
        help_text="Each on a line. The first is the main one",
        required=False,
    )
    kind = forms.ChoiceField(
        label="It is a",
        choices=LOGGED_AS,
        initial=Case.Kind.COMPLAINT,
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline govuk-radios--small"}),
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
    relation = forms.CharField(label="Relation to the service user", max_length=100, required=False)
    complainant_type = forms.ModelChoiceField(
        ComplainantType.objects.none(),
        label="In what standing",
        empty_label="Not known yet",
        required=False,
    )
    anonymous = forms.BooleanField(label="They do not say who they are", required=False)
    identity_withheld = forms.BooleanField(
        label="The service must not learn who complains",
        help_text="It does read what was said: leave out of that whatever shows who it is",
        required=False,
    )
    children = forms.CharField(
        label="For whom",
        help_text="Each child, young person or service user on a line; after a comma their number "
        "in the social care system, where it is known",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    representative = forms.CharField(label="Who acts for them", max_length=300, required=False)
    representative_telephone = forms.CharField(
        label="Their telephone", max_length=60, required=False
    )
    representative_email = forms.EmailField(label="Their email address", required=False)
    representative_address = box("Their address", rows=2, required=False)

    field_order = (
        *("received_on", "channel", "service_area", "summary", "concern", "settle_first"),
        *("points", "settle_by", "kind", "made_on", "code"),
        *("complainant", "anonymous", "identity_withheld", "relation", "complainant_type"),
        *("children", *ReachAndNeeds.base_fields, "representative", *Authority.base_fields),
    )

    def __init__(self, *args, today: date, initial: dict | None = None, same_case=False, **kwargs):
        self.today = today
        first = {"received_on": f"{today:%-d %-m %Y}"} | (initial or {})
        super().__init__(*args, initial=first, **kwargs)
        self.fields["channel"].queryset = Channel.objects.in_use_on(today)
        self.fields["service_area"].queryset = ServiceArea.objects.in_use_on(today)
        self.fields["complainant_type"].queryset = ComplainantType.objects.in_use_on(today)
        self.fields["code"].choices = [("", "Not decided yet"), *procedure_choices(today)]
        for name in ("channel", "service_area"):
            self.fields[name].required = not same_case
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
        children = [child_of(line) for line in lines(self.cleaned_data["children"])]
        for field in ("name", "care_system_number"):
            longest = Person._meta.get_field(field).max_length
            if any(len(child.get(field, "")) > longest for child in children):
                what = "name" if field == "name" else "number"
                raise forms.ValidationError(f"Keep each {what} to {longest} letters at most")
        return children

    def clean_points(self):
        return lines(self.cleaned_data["points"])

    def clean(self):
        data = super().clean()
        received_on, made_on = data.get("received_on"), data.get("made_on")
        if received_on and made_on and made_on > received_on:
            self.add_error("made_on", "A complaint cannot be received before it was made")
        self._check_what_was_promised(data)
        self._check_who_complains(data)
        self._check_who_acts(data)
        self._check_what_gives_away(data)
        return data

    def _check_what_was_promised(self, data):
        settle_by = data.get("settle_by")
        if settle_by and not data.get("settle_first"):
            self.add_error("settle_first", "Tick this if a day was promised to settle it by")
        if settle_by and settle_by < self.today:
            self.add_error("settle_by", "Enter a date that is today or later")

    def _check_who_complains(self, data):
        reached = data.get("relation") or self.says_how_to_reach(data)
        named = data.get("complainant") or "complainant" in self.errors
        if data.get("anonymous") and (named or reached or data.get("representative")):
            self.add_error(
                "anonymous",
                "Nobody writes to somebody anonymous: untick this, or take out what is said of "
                "them and of who acts for them",
            )
        elif reached and not named and not data.get("anonymous"):
            self.add_error("complainant", "Enter who complains: how to reach them is filled in")

    def _check_who_acts(self, data):
        details = [name for name in self.fields if name.startswith("representative_")]
        if not data.get("representative") and any(
            data.get(name) for name in [*details, *Authority.base_fields]
        ):
            self.add_error("representative", "Enter who acts for them")

    def _check_what_gives_away(self, data):
        """Where who complains is withheld: the service reads what was said."""
        if not data.get("identity_withheld") or giving_away.TOLD in self.data:
            return
        reach = ("name", "email", "telephone", "address")
        people = [
            {what: data.get(names, "") for what, names in zip(reach, boxes, strict=True)}
            for boxes in (
                ("complainant", *reach[1:]),
                ("representative", *(f"representative_{what}" for what in reach[1:])),
            )
        ]
        known = [child["name"] for child in data.get("children") or []]
        secrets = giving_away.secrets_in(people, known)
        said = {name: data.get(name) or "" for name in ("summary", "concern")}
        said["points"] = "\n".join(data.get("points") or [])
        giving_away.warned(self, secrets, said)

    def details_of_the_complainant(self) -> dict | None:
        """The answers that belong to the person, in the person's own words for them."""
        data = self.cleaned_data
        if not data["complainant"]:
            return None
        own = {"name": data["complainant"], "relation": data["relation"]}
        return own | self.facts_of_the_person()

    def details_of_the_representative(self) -> dict | None:
        data = self.cleaned_data
        if not data["representative"]:
            return None
        reach = {name: data[f"representative_{name}"] for name in ("telephone", "email", "address")}
        authority = {name: data[name] for name in Authority.base_fields}
        return {"name": data["representative"]} | reach | authority

    def facts_of_the_case(self) -> dict:
        return {name: self.cleaned_data[name] for name in FACTS_OF_THE_CASE}

    def as_a_note(self) -> dict:
        """What was said, and by whom, for a case that is there already."""
        data = self.cleaned_data
        said = [data["summary"], *(f"{n}. {text}" for n, text in enumerate(data["points"], 1))]
        if data["channel"]:
            said.append(f"It came by: {data['channel'].name.lower()}.")
        who = [data["complainant"] or "somebody who gave no name", data["relation"]]
        reach = [data["telephone"], data["email"], " ".join(data["address"].split())]
        said_by = ", ".join(filter(None, who + reach))[:300]
        return {"on": data["received_on"], "said": "\n".join(said), "said_by": said_by}


def procedure_choices(today: date) -> list[tuple[str, str]]:
    in_force = Procedure.objects.in_force_on(today)
    return [(procedure.code, procedure.name) for procedure in in_force]


def child_of(line: str) -> dict:
    """
    >>> child_of("Rowan Penfield, 204511")
    {'name': 'Rowan Penfield', 'care_system_number': '204511'}
    >>> child_of("Rowan Penfield, his brother")
    {'name': 'Rowan Penfield, his brother'}
    """
    if found := NUMBER.match(line):
        return {"name": found["name"].strip(), "care_system_number": found["number"]}
    return {"name": line}


def lines(text: str) -> list[str]:
    """The lines of a box with something on each, trimmed."""
    return [line.strip() for line in text.splitlines() if line.strip()]
