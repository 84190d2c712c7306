"""An investigation: somebody replaced, its reports, and the adjudication."""

from django import forms

from accounts.models import User
from cases.typed_dates import not_ahead
from stages.actions import investigation
from stages.adjudicators import answered_before, complained_about_in
from stages.forms.outsiders import AppointForm
from stages.forms.points import PointsForm, found_by
from stages.forms.step import DatedForm, box
from stages.models import Appointment, Finding, PoolRole
from stages.pool import sharing


class ReplaceAppointedForm(AppointForm):
    appointment = forms.ModelChoiceField(
        Appointment.objects.none(), label="Whom", empty_label="Choose who leaves"
    )
    why = box("Why")
    field_order = ("appointment", "why", "on", "who", "name", "agency", "of_the_council")

    def prepare(self):
        self.fields["on"].label = "Replaced on"
        self.look_for_both_roles()
        self.fields["appointment"].queryset = self.stage.appointments.filter(
            ended_on=None
        ).select_related("investigator")

    def take(self, *, by):
        data = self.cleaned_data
        investigation.replace(
            self.stage,
            self.chosen(data["appointment"].role, by),
            role=data["appointment"].role,
            on=data["on"],
            why=data["why"],
            asked_on=data["asked_on"],
            accepted_on=data["accepted_on"],
            by=by,
        )

    def look_for_both_roles(self) -> None:
        """Either may be replaced: whoever is free for one of the two, each under their role."""
        stages, free, barred = sharing(self.stage), [], []
        for role in (PoolRole.INVESTIGATING_OFFICER, PoolRole.INDEPENDENT_PERSON):
            free += self.look_into_the_pool(role, stages, self.today)
            barred += self.barred
        keys = {one.person.pk for one in free}
        self.barred = list({one.person.pk: one for one in barred}.values())
        self.barred = [one for one in self.barred if one.person.pk not in keys]
        self.offer(list({one.person.pk: one for one in free}.values()))


class ReceiveReportForm(PointsForm):
    """The day it came, and on each point what was found and recommended."""

    reason_label = "Why, on point {}"

    def prepare(self):
        self.fields["on"].label = "Received on"
        if day := self.stage.investigation_report_on:
            self.initial["on"] = f"{day:%-d %-m %Y}"
        self.add_points()
        for point in self.points:
            self.fields[f"recommended_{point.number}"] = box(
                f"Recommended on point {point.number}", rows=2, required=False
            )
        parts = ("point", "reason", "recommended")
        names = [f"{part}_{point.number}" for point in self.points for part in parts]
        self.order_fields(["on", *names])

    def take(self, *, by):
        data = self.cleaned_data
        investigation.receive_report(
            self.stage,
            on=data["on"],
            findings=self.found(),
            recommendations={p: data[f"recommended_{p.number}"] for p in self.points},
            by=by,
        )


class ReceiveIndependentReportForm(DatedForm):
    def prepare(self):
        self.fields["on"].label = "Received on"

    def take(self, *, by):
        investigation.receive_independent_report(self.stage, on=self.cleaned_data["on"], by=by)


class AdjudicateForm(PointsForm):
    """A decision on each point beside what the investigating officer found on it."""

    reason_label = "Reason on point {}, needed where it differs"

    adjudicator = forms.ModelChoiceField(
        User.objects.none(),
        label="Who adjudicated",
        empty_label="Choose a person",
        help_text="Nobody who is complained about, nor who answered the stage before",
    )
    adjudicated_on = forms.DateField(label="Decided on")
    field_order = ("adjudicator", "adjudicated_on", "on")

    def prepare(self):
        self.fields["on"].label = "Adjudication letter sent on"
        self.initial["adjudicated_on"] = f"{self.today:%-d %-m %Y}"
        if not self.stage.independent_person_report_on:
            self.fields[
                "adjudicated_on"
            ].help_text = "The independent person's report is not recorded yet"
        self.fields["adjudicator"].queryset = (
            User.objects.filter(is_active=True)
            .exclude(pk__in=complained_about_in(self.stage))
            .exclude(pk__in=answered_before(self.stage))
        )
        self.reported = found_by(self.stage, Finding.Level.INVESTIGATOR)
        self.recommended = {
            recommendation.point_id: recommendation.text
            for recommendation in self.stage.recommendations.all()
        }
        self.add_points()

    def said_before(self, point):
        finding = self.reported.get(point.pk)
        if finding is None:
            return "Investigating officer: no finding recorded"
        because = f", because: {finding.reason}" if finding.reason else ""
        said = f"Investigating officer: {finding.get_finding_display().lower()}{because}"
        recommended = self.recommended.get(point.pk)
        return f"{said}. Recommended: {recommended}" if recommended else said

    def clean_adjudicated_on(self):
        return not_ahead(self.cleaned_data["adjudicated_on"], self.today)

    def clean(self):
        data = super().clean()
        for point in self.points:
            finding = self.reported.get(point.pk)
            decided = data.get(f"point_{point.number}")
            differs = finding and decided and decided != finding.finding
            if differs and not data.get(f"reason_{point.number}"):
                self.add_error(
                    f"reason_{point.number}",
                    f"Say why the decision on point {point.number} differs from the "
                    "investigating officer's finding",
                )
        day, sent = data.get("adjudicated_on"), data.get("on")
        if day and sent and sent < day:
            self.add_error("on", "The letter cannot go before the decision")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        investigation.adjudicate(
            self.stage,
            adjudicated_on=data["adjudicated_on"],
            on=data["on"],
            decisions=self.found(),
            adjudicator=data["adjudicator"],
            by=by,
        )


FORMS = {
    "replace-appointed": ReplaceAppointedForm,
    "receive-report": ReceiveReportForm,
    "receive-independent-report": ReceiveIndependentReportForm,
    "adjudicate": AdjudicateForm,
}
