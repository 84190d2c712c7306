"""Steps that bring in people from outside: those of the pool."""

from datetime import date

from django import forms
from django.db.models.functions import Lower

from accounts.models import User
from cases.typed_dates import not_ahead
from stages.actions import outsiders
from stages.actions.outsiders import Costs
from stages.forms.step import DatedForm, StepForm
from stages.models import Appointment, Investigator, PanelMember, PoolRole, Stage
from stages.pool import Candidate, candidates, free_first, sharing

DAYS = ("asked_on", "accepted_on", "met_complainant_on")


class PoolRadios(forms.RadioSelect):
    """Radio buttons with what is worth knowing of each person under their name."""

    def __init__(self, hints: dict[str, str]):
        super().__init__(attrs={"class": "govuk-radios--small"})
        self.hints = hints

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"]["hint"] = self.hints.get(str(value), "")
        return option


class FromThePool:
    """Who is free for a role at this stage, and who is barred and why: for a form of a step."""

    page = "cases/step_appoint.html"
    barred: list[Candidate]

    def look_into_the_pool(self, role: str, stages: list[Stage], on: date) -> list[Candidate]:
        """Keep who is barred for the page; return who is free."""
        among = Investigator.objects.as_role(role).in_pool_on(on)
        found = free_first(candidates(stages, role, on=on, among=among))
        self.barred = [one for one in found if one.bars]
        return [one for one in found if not one.bars]


def known_by(candidate: Candidate) -> str:
    """What is worth knowing of somebody before they are asked."""
    person = candidate.person
    rate = f"£{person.rate:,.2f} {person.get_rate_per_display()}" if person.rate else ""
    roles = ", ".join(person.role_names)
    known = (roles, person.agency, candidate.cases_held, person.languages, person.skills, rate)
    return " · ".join(part for part in known if part)


def in_the_pool_by_name(name: str, by: User, **facts) -> Investigator:
    """The person of that name in the pool, else somebody new in it."""
    name = " ".join(name.split())
    known = Investigator.objects.annotate(lower=Lower("name")).filter(lower=name.lower()).first()
    return known or outsiders.add_investigator(name=name, by=by, **facts)


def asked_field(label: str, help_text: str = "") -> forms.DateField:
    return forms.DateField(label=label, required=False, help_text=help_text)


class AppointForm(FromThePool, DatedForm):
    role: Appointment.Role
    who = forms.ModelChoiceField(
        Investigator.objects.none(), label="From the pool", required=False, empty_label=None
    )
    name = forms.CharField(label="Or someone new", max_length=200, required=False)
    agency = forms.CharField(label="Their agency", max_length=200, required=False)
    of_the_council = forms.BooleanField(label="They work for the council", required=False)
    asked_on = asked_field("Asked on")
    accepted_on = asked_field("Accepted on")

    def prepare(self):
        self.fields["on"].label = "Appointed on"
        free = self.look_into_the_pool(self.role, sharing(self.stage), self.today)
        self.offer(free)

    def offer(self, free: list[Candidate]) -> None:
        """Those who are free; whom the reader chose before stays in sight, whatever bars them."""
        who = self.fields["who"]
        chosen = str(self.data.get("who") or "")
        shown = free + [one for one in self.barred if str(one.person.pk) == chosen]
        who.queryset = Investigator.objects.all()
        who.widget = PoolRadios({str(one.person.pk): known_by(one) for one in shown})
        who.choices = [(one.person.pk, str(one.person)) for one in shown]
        if not shown:
            who.help_text = "Nobody of the pool is free"

    def clean(self):
        data = super().clean()
        if bool(data.get("who")) == bool(data.get("name")):
            self.add_error("who", "Choose someone from the pool or enter someone new")
        for name in ("asked_on", "accepted_on"):
            day = data.get(name)
            if day and day > self.today:
                self.add_error(name, "Enter a date that is today or in the past")
        asked, accepted = data.get("asked_on"), data.get("accepted_on")
        if asked and accepted and accepted < asked:
            self.add_error("accepted_on", "They cannot accept before they were asked")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        outsiders.appoint(
            self.stage,
            self.chosen(self.role, by),
            role=self.role,
            on=data["on"],
            asked_on=data["asked_on"],
            accepted_on=data["accepted_on"],
            by=by,
        )

    def chosen(self, role: str, by: User) -> Investigator:
        """Who was chosen from the pool, or someone new, taken into it."""
        data = self.cleaned_data
        return data["who"] or in_the_pool_by_name(
            data["name"],
            by,
            agency=data["agency"],
            employed_by_council=data.get("of_the_council", False),
            roles=[role],
            in_pool_from=data["on"],
        )


class AppointInvestigatorForm(AppointForm):
    role = Appointment.Role.INVESTIGATING_OFFICER


class AppointIndependentPersonForm(AppointForm):
    role = Appointment.Role.INDEPENDENT_PERSON
    of_the_council = None  # never asked: an independent person is not (reg 2)


def appointed_in(situation) -> dict[str, Appointment | PanelMember]:
    """Everybody who was appointed in the case, under a name for a form's field."""
    stages = [stage.pk for stage in situation.stages]
    appointed = Appointment.objects.filter(stage__in=stages).exclude(
        role=Appointment.Role.ADJUDICATING_OFFICER
    )
    seats = PanelMember.objects.filter(panel__stage__in=stages)
    return {
        f"appointment_{one.pk}": one for one in appointed.select_related("investigator", "stage")
    } | {f"seat_{one.pk}": one for one in seats.select_related("investigator").order_by("pk")}


def in_words(engaged: Appointment | PanelMember) -> str:
    role = getattr(engaged, "get_role_display", lambda: PoolRole.PANELLIST.label)()
    ended = ", until they were replaced" if engaged.ended_on else ""
    return f"{engaged.investigator}, {role.lower()}{ended}"


class RecordDatesForm(StepForm):
    """When somebody was asked, accepted, and met the complainant. What stays empty stays."""

    mark_optional = False
    who = forms.ChoiceField(label="Of whose appointment", widget=forms.RadioSelect)
    asked_on = asked_field("Asked on")
    accepted_on = asked_field("Accepted on")
    met_complainant_on = asked_field("Met the complainant on", "Not for a panellist")

    def prepare(self):
        self.engaged = appointed_in(self.situation)
        self.fields["who"].widget = PoolRadios({k: dates(one) for k, one in self.engaged.items()})
        self.fields["who"].choices = [(key, in_words(one)) for key, one in self.engaged.items()]

    def clean(self):
        data = super().clean()
        given = [name for name in DAYS if data.get(name)]
        if not given and not self.errors:
            self.add_error("asked_on", "Enter at least one date")
        for name in given:
            try:
                not_ahead(data[name], self.today)
            except forms.ValidationError as error:
                self.add_error(name, error)
        if data.get("met_complainant_on") and (data.get("who") or "").startswith("seat"):
            self.add_error("met_complainant_on", "A panellist meets the complainant at the panel")
        return data

    def take(self, *, by):
        data = dict(self.cleaned_data)
        outsiders.record_dates(self.engaged[data.pop("who")], self.case, by=by, **data)


def dates(engaged: Appointment | PanelMember) -> str:
    """The dates that stand, for whoever adds to them."""
    named = {
        "asked": engaged.asked_on,
        "accepted": engaged.accepted_on,
        "appointed": engaged.appointed_on,
        "met the complainant": getattr(engaged, "met_complainant_on", None),
    }
    return ", ".join(f"{name} {day:%-d %B %Y}" for name, day in named.items() if day)


class RecordCostsForm(StepForm):
    """The fee and the expenses of each person who was appointed, as far as they are known."""

    mark_optional = False

    def prepare(self):
        self.engaged = appointed_in(self.situation)
        for key, one in self.engaged.items():
            for part in ("fee", "expenses"):
                self.fields[f"{part}_{key}"] = forms.DecimalField(
                    label=f"{in_words(one)}: {part}",
                    min_value=0,
                    max_digits=10,
                    decimal_places=2,
                    required=False,
                    initial=getattr(one, part),
                    widget=forms.NumberInput(
                        attrs={"data-prefix": "£", "class": "govuk-input--width-5"}
                    ),
                    error_messages={"min_value": "Enter nothing or more"},
                )

    def take(self, *, by):
        data = self.cleaned_data
        costs = {
            one: Costs(data[f"fee_{key}"], data[f"expenses_{key}"])
            for key, one in self.engaged.items()
        }
        outsiders.record_costs(self.case, costs, by=by)


FORMS = {
    "appoint-investigator": AppointInvestigatorForm,
    "appoint-independent-person": AppointIndependentPersonForm,
    "record-dates": RecordDatesForm,
    "record-costs": RecordCostsForm,
}
