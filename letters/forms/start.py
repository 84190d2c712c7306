"""Starting a letter: to whom, and for a response what was found on each point."""

from django import forms
from django.core.exceptions import ValidationError

from letters.actions.writing import start_letter
from letters.facts import is_to_a_child
from letters.forms.panel_answers import ask_answers
from letters.kinds import Kind, rules_of
from letters.models import LetterTemplate
from stages.findings import Found
from stages.models import Finding, Outcome, Recommendation
from stages.points_to_answer import points_to_answer
from stages.situation import Situation


class StartForm(forms.Form):
    """``point_1``, ``reason_1`` … where the letter answers the points."""

    mark_optional = False
    to = forms.ModelChoiceField(queryset=None, label="To", empty_label="Choose a person")

    def __init__(self, *args, situation: Situation, kind: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.situation, self.kind = situation, kind
        case, stage = situation.case, situation.stage
        people = case.lead.people.select_related("person").exclude(role="complained_about")
        self.fields["to"].queryset = people
        self.fields[
            "to"
        ].help_text = "Whoever acts for the complainant with authority, else the complainant"
        right = case.letters_go_to(list(people))
        self.initial["to"] = right.pk if right else None
        self.points = list(points_to_answer(stage)) if rules_of(kind).answers else []
        kept = {one.point_id: one for one in self._kept()} if self.points else {}
        for point in self.points:
            self._ask_of(point, kept.get(point.pk))
        self.recommendations = ask_answers(self, stage) if kind == Kind.STAGE_3 else []

    def _kept(self):
        """What the investigating officer found stands there at first."""
        return self.situation.stage.findings.exclude(level=Finding.Level.PANEL).order_by("-level")

    def _ask_of(self, point, kept) -> None:
        self.fields[f"point_{point.number}"] = forms.ChoiceField(
            label=str(point), choices=[("", "Choose a finding"), *Outcome.choices]
        )
        self.fields[f"reason_{point.number}"] = forms.CharField(
            label=f"Why, on point {point.number}",
            widget=forms.Textarea(attrs={"rows": 3}),
            max_length=10_000,
            help_text="As it will stand in the letter",
        )
        if kept:
            self.initial[f"point_{point.number}"] = kept.finding
            self.initial[f"reason_{point.number}"] = kept.reason

    def clean(self):
        data = super().clean()
        for number in self.recommendations:
            departs = data.get(f"answer_{number}", "") not in ("", Recommendation.Answer.ACCEPTED)
            if departs and not data.get(f"reason_{number}"):
                said = f"Say why recommendation {number} is not accepted in full"
                self.add_error(f"reason_{number}", said)
        return data

    def take(self, *, by):
        data = self.cleaned_data
        answers = {n: (data[f"answer_{n}"], data[f"reason_{n}"]) for n in self.recommendations}
        found = {
            point: Found(Outcome(data[f"point_{point.number}"]), data[f"reason_{point.number}"])
            for point in self.points
        }
        template = self.template_for(data["to"])
        facts = {"to": data["to"], "findings": found, "answers": answers}
        return start_letter(self.situation, template, by=by, **facts)

    def template_for(self, to) -> LetterTemplate:
        """A child's own where there is one, else that for everybody."""
        there = {
            one.for_child: one for one in LetterTemplate.objects.in_use().filter(kind=self.kind)
        }
        child = is_to_a_child(self.situation.case, to)
        template = (there.get(True) if child else None) or there.get(False)
        if template is None:
            raise ValidationError("This letter has no published template: publish one first.")
        return template
