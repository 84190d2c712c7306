"""Questions about each point that a stage looks at: what was found, and why."""

from django import forms

from cases.models import Point
from stages.findings import Found
from stages.forms.step import DatedForm, box
from stages.models import Finding, Outcome
from stages.points_to_answer import found_without_asking, points_to_answer


class PointsForm(DatedForm):
    """A finding on each point, with a reason: ``point_1``, ``reason_1``, …"""

    mark_optional = False  # what is needed says so
    reason_label = "Reason on point {}"

    def add_points(self) -> None:
        self.points = list(points_to_answer(self.stage))
        for point in self.points:
            self.fields[f"point_{point.number}"] = forms.ChoiceField(
                label=str(point),
                help_text=self.said_before(point),
                choices=[("", "Choose a finding"), *Outcome.choices],
            )
            self.fields[f"reason_{point.number}"] = box(
                self.reason_label.format(point.number), rows=2, required=False
            )

    def said_before(self, point: Point) -> str:
        """What was found on a point before, where that is to be seen beside it."""
        return ""

    def found(self) -> dict[Point, Found]:
        """What was found on each point, with those on which no finding is asked."""
        data = self.cleaned_data
        others = found_without_asking(self.stage)
        return {point: Found(outcome, "") for point, outcome in others.items()} | {
            point: Found(Outcome(data[f"point_{point.number}"]), data[f"reason_{point.number}"])
            for point in self.points
        }


def found_by(stage, level: Finding.Level) -> dict[int, Finding]:
    """The findings of one level, by the key of their point."""
    return {finding.point_id: finding for finding in stage.findings.filter(level=level)}
