"""A review panel: who sits on it, when it meets, who came, what it found, and the answer to it."""

import re
from datetime import date

from django import forms

from accounts.models import User
from cases.models import CasePerson
from cases.typed_dates import not_ahead
from stages.actions import panel
from stages.actions.panel import Came, Consulted, Seat
from stages.forms.outsiders import FromThePool, in_the_pool_by_name
from stages.forms.points import PointsForm, found_by
from stages.forms.step import DatedForm, StepForm, box
from stages.models import (
    Appointment,
    Finding,
    Investigator,
    PanelAttendance,
    PanelMember,
    PoolRole,
    Recommendation,
    StageEvent,
)
from stages.pool import Candidate

Part = PanelAttendance.Part
SEATS = {"chair": "Chair", "second": "Second panellist", "third": "Third panellist"}


class AppointPanelForm(FromThePool, StepForm):
    """Three people, each from the pool or new in it, and the day of each."""

    mark_optional = False

    def prepare(self):
        free = self.look_into_the_pool(PoolRole.PANELLIST, [self.stage], self.today)
        for seat, label in SEATS.items():
            self.fields[seat] = panellist_field(label, free, self.data.get(seat), self.barred)
            self.fields[f"{seat}_name"] = someone_new()
            self.fields[f"{seat}_on"] = forms.DateField(
                label=f"{label} appointed on", initial=f"{self.today:%-d %-m %Y}"
            )

    def clean(self):
        data = super().clean()
        for seat, label in SEATS.items():
            day = data.get(f"{seat}_on")
            if day and day > self.today:
                self.add_error(f"{seat}_on", "Enter a date that is today or in the past")
            if bool(data.get(seat)) == bool(data.get(f"{seat}_name")):
                self.add_error(seat, f"{label}: choose someone from the pool or enter someone new")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        seats = [
            Seat(
                data[seat] or panellist(data[f"{seat}_name"], data[f"{seat}_on"], by),
                data[f"{seat}_on"],
                chairs=seat == "chair",
            )
            for seat in SEATS
        ]
        panel.appoint_panel(self.stage, seats, by=by)


class ReplacePanellistForm(FromThePool, DatedForm):
    leaving = forms.ModelChoiceField(
        PanelMember.objects.none(), label="Who leaves", empty_label="Choose a panellist"
    )
    why = box("Why", rows=2)

    def prepare(self):
        self.fields["on"].label = "Appointed on"
        sitting = PanelMember.objects.filter(panel__stage=self.stage, ended_on=None)
        self.fields["leaving"].queryset = sitting.select_related("investigator")
        free = self.look_into_the_pool(PoolRole.PANELLIST, [self.stage], self.today)
        free = self.without_those_who_sit(free)
        chosen = self.data.get("who")
        self.fields["who"] = panellist_field("Who comes instead", free, chosen, self.barred)
        self.fields["name"] = someone_new()
        self.order_fields(("leaving", "why", "who", "name", "on"))

    def without_those_who_sit(self, free: list[Candidate]) -> list[Candidate]:
        sitting = self.fields["leaving"].queryset.values_list("investigator", flat=True)
        keys = set(sitting)
        return [one for one in free if one.person.pk not in keys]

    def clean(self):
        data = super().clean()
        if bool(data.get("who")) == bool(data.get("name")):
            self.add_error("who", "Choose someone from the pool or enter someone new")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        panel.replace_panellist(
            self.stage,
            data["leaving"],
            data["who"] or panellist(data["name"], data["on"], by),
            on=data["on"],
            why=data["why"],
            by=by,
        )


def panellist(name: str, on: date, by: User) -> Investigator:
    return in_the_pool_by_name(name, by, roles=[PoolRole.PANELLIST], in_pool_from=on)


def panellist_field(
    label: str, free: list[Candidate], chosen: str | None, barred: list[Candidate]
) -> forms.ModelChoiceField:
    """Who is free; whom the reader chose before stays in sight, whatever bars them."""
    shown = free + [one for one in barred if str(one.person.pk) == str(chosen)]
    field = forms.ModelChoiceField(Investigator.objects.all(), label=label, required=False)
    field.choices = [("", "Choose someone from the pool")] + [
        (one.person.pk, f"{one.person} ({one.cases_held})") for one in shown
    ]
    return field


def someone_new() -> forms.CharField:
    return forms.CharField(label="Or someone new", max_length=200, required=False)


class PlanPanelForm(StepForm):
    """The day may lie ahead; the day by which the panel must meet stands beside it."""

    on = forms.DateField(label="The panel is to meet on")
    venue = forms.CharField(label="Where", max_length=200, required=False)

    def prepare(self):
        limits = [
            deadline
            for deadline in self.stage.deadlines.all()
            if deadline.limit.stopped_by == StageEvent.PANEL_MET
        ]
        if limits:
            self.fields["on"].help_text = f"By {limits[0].due_on:%-d %B %Y}"
        if self.stage.panel_meets_on:
            self.initial["on"] = f"{self.stage.panel_meets_on:%-d %-m %Y}"
            self.initial["venue"] = self.stage.panel.venue

    def take(self, *, by):
        panel.plan_panel(self.stage, by=by, **self.cleaned_data)


class SendPapersForm(DatedForm):
    def prepare(self):
        self.fields["on"].label = "Papers sent on"

    def take(self, *, by):
        panel.send_papers(self.stage, on=self.cleaned_data["on"], by=by)


class PanelMetForm(DatedForm):
    """The day it met, and who came. The complainant may bring the advocate and one other person,
    and choose who speaks (reg 19(5))."""

    complainant_came = forms.BooleanField(label="The complainant came", required=False)
    advocate = forms.CharField(label="Advocate who came", max_length=200, required=False)
    supporter = forms.CharField(
        label="Supporter who came",
        max_length=200,
        required=False,
        help_text="One other person whom the complainant brought",
    )
    speaks = forms.ChoiceField(
        label="Who spoke for the complainant",
        choices=[
            ("", "Nobody"),
            (Part.COMPLAINANT, "The complainant"),
            (Part.ADVOCATE, "The advocate"),
            (Part.SUPPORTER, "The supporter"),
        ],
        required=False,
    )
    independent_person = forms.CharField(
        label="Independent person of Stage 2 who came", max_length=200, required=False
    )
    council = box("Who came for the council", required=False, help_text="One name a line")
    others = box("Others who came", required=False, help_text="One name a line")

    def prepare(self):
        self.fields["on"].label = "Met on"
        if self.stage.panel_meets_on and self.stage.panel_meets_on <= self.today:
            self.initial["on"] = f"{self.stage.panel_meets_on:%-d %-m %Y}"
        self.initial["independent_person"] = str(independent_person_of(self.case) or "")

    def clean(self):
        data = super().clean()
        speaks = data.get("speaks")
        came = "complainant_came" if speaks == Part.COMPLAINANT else speaks
        if speaks and not data.get(came):
            self.add_error("speaks", "Choose someone who came")
        return data

    def take(self, *, by):
        panel.hold_panel(self.stage, on=self.cleaned_data["on"], came=list(self.came()), by=by)

    def came(self):
        data = self.cleaned_data
        if data["complainant_came"]:
            yield Came(
                complainant_of(self.case), Part.COMPLAINANT, data["speaks"] == Part.COMPLAINANT
            )
        for part in (Part.ADVOCATE, Part.SUPPORTER):
            if data[part]:
                yield Came(data[part], part, data["speaks"] == part)
        if data["independent_person"]:
            yield Came(data["independent_person"], Part.INDEPENDENT_PERSON)
        for name in filter(None, map(str.strip, data["council"].splitlines())):
            yield Came(name[:200], Part.COUNCIL)
        for name in filter(None, map(str.strip, data["others"].splitlines())):
            yield Came(name[:200], Part.OTHER)


class PanelReportForm(PointsForm):
    reason_label = "Why, on point {}"

    recommendations = box(
        "Recommendations", rows=8, required=False, help_text="An empty line between two of them"
    )

    def prepare(self):
        self.fields["on"].label = "Received on"
        self.fields["on"].help_text = "The time for the council's response runs from this day"
        self.decided = found_by(
            self.situation.stages[-2] if len(self.situation.stages) > 1 else self.stage,
            Finding.Level.ADJUDICATION,
        )
        self.add_points()
        last = self.fields.pop("recommendations")
        self.fields["recommendations"] = last

    def said_before(self, point):
        finding = self.decided.get(point.pk)
        return f"Adjudicated: {finding.get_finding_display().lower()}" if finding else ""

    def take(self, *, by):
        data = self.cleaned_data
        texts = re.split(r"\n\s*\n", data["recommendations"].replace("\r\n", "\n"))
        panel.report_panel(
            self.stage,
            on=data["on"],
            findings=self.found(),
            recommendations=[text for text in texts if text.strip()],
            by=by,
        )


class AnswerPanelForm(DatedForm):
    """The answer to each recommendation, and the independent person's part in it (reg 20)."""

    mark_optional = False
    consulted = forms.ModelChoiceField(
        Investigator.objects.none(),
        label="Independent person who took part",
        empty_label="Choose a person",
    )
    consulted_on = forms.DateField(label="When they took part")
    consulted_how = box(
        "How they took part",
        rows=2,
        help_text="The council decides its response together with the independent person",
    )

    def prepare(self):
        self.fields["on"].label = "Response sent on"
        self.recommendations = list(self.stage.recommendations.all())
        for one in self.recommendations:
            self.fields[f"answer_{one.number}"] = forms.ChoiceField(
                label=f"Recommendation {one.number}: {one.text}",
                choices=Recommendation.Answer,
                widget=forms.RadioSelect,
            )
            self.fields[f"reason_{one.number}"] = box(
                f"Reason on recommendation {one.number}",
                rows=2,
                required=False,
                help_text="Needed where it is not accepted in full",
            )
        if self.situation.definition.independent_person:
            self.ask_for_the_independent_person()
        else:
            for name in ("consulted", "consulted_on", "consulted_how"):
                del self.fields[name]

    def ask_for_the_independent_person(self) -> None:
        self.fields["consulted"].queryset = Investigator.objects.filter(employed_by_council=False)
        known = independent_person_of(self.case)
        self.initial["consulted"] = known.pk if known else None

    def clean_consulted_on(self):
        return not_ahead(self.cleaned_data["consulted_on"], self.today)

    def clean(self):
        data = super().clean()
        for one in self.recommendations:
            departs = data.get(f"answer_{one.number}", "") not in ("", "accepted")
            if departs and not data.get(f"reason_{one.number}"):
                self.add_error(
                    f"reason_{one.number}",
                    f"Say why recommendation {one.number} is not accepted in full",
                )
        return data

    def take(self, *, by):
        data = self.cleaned_data
        consulted = None
        if "consulted" in data:
            consulted = Consulted(data["consulted"], data["consulted_on"], data["consulted_how"])
        answers = {
            one: (data[f"answer_{one.number}"], data[f"reason_{one.number}"])
            for one in self.recommendations
        }
        panel.answer_panel(self.stage, on=data["on"], answers=answers, consulted=consulted, by=by)


def complainant_of(case) -> str:
    part = case.people.filter(role=CasePerson.Role.COMPLAINANT).select_related("person").first()
    return part.person.name[:200] if part else "The complainant"


def independent_person_of(case) -> Investigator | None:
    """Who was the independent person of Stage 2 last."""
    role = Appointment.Role.INDEPENDENT_PERSON
    appointed = Appointment.objects.filter(stage__case=case, role=role)
    last = appointed.select_related("investigator").last()
    return last.investigator if last else None


FORMS = {
    "appoint-panel": AppointPanelForm,
    "replace-panellist": ReplacePanellistForm,
    "plan-panel": PlanPanelForm,
    "move-panel": PlanPanelForm,
    "send-papers": SendPapersForm,
    "panel-met": PanelMetForm,
    "panel-reported": PanelReportForm,
    "answer-panel": AnswerPanelForm,
}
