"""The parts of a mixed complaint: splitting them off, joining them, and speaking for them."""

from django import forms

from cases.models import Case, Point, ServiceArea
from stages.actions import parts, telling
from stages.forms.dates import AcknowledgeForm, AnswerForm
from stages.forms.log import lines, procedure_choices
from stages.forms.one_of import some_of
from stages.forms.step import StepForm, box
from stages.models import Outcome, Stage
from stages.parts_under_way import situations_of_parts
from stages.points_to_answer import found_without_asking, points_to_answer
from stages.situation import Situation
from stages.steps import BY_KEY

WITH, APART = "with", "apart"


def parts_of(form: StepForm) -> list[Situation]:
    """How the parts of the form's case stand. While a step is taken nobody else takes one there."""
    if form.is_bound:
        list(form.case.parts.order_by("pk").select_for_update())
    return situations_of_parts(form.case)


class SplitPartForm(StepForm):
    code = forms.ChoiceField(label="Procedure of the part", widget=forms.RadioSelect)
    service_area = forms.ModelChoiceField(
        ServiceArea.objects.none(), label="Service area", empty_label="Choose a service area"
    )
    points = some_of(
        Point.objects.none(),
        "Points that go to it",
        required=False,
        help_text="They keep their numbers. At least one stays with this case",
    )
    new_points = box(
        "New points of the part",
        required=False,
        help_text="Each on a line, where it is not among the points yet",
    )
    why = box("Why it is answered apart from the rest")

    def prepare(self):
        self.fields["code"].choices = procedure_choices(self.case.chooses_version_on)
        self.fields["service_area"].queryset = ServiceArea.objects.in_use_on(self.today)
        points = self.case.points.filter(findings=None)
        if points.count() > 1:
            self.fields["points"].queryset = points
        else:
            del self.fields["points"]
            if points:
                self.notes = ("One point is open here, and it stays. Enter those of the part.",)

    def clean_new_points(self):
        return lines(self.cleaned_data["new_points"])

    def clean(self):
        data = super().clean()
        if not data.get("points") and not data.get("new_points") and "new_points" in data:
            where = "points" if "points" in self.fields else "new_points"
            self.add_error(where, "Choose the points that go to it, or enter a new one")
        return data

    def take(self, *, by):
        parts.split_off(self.case, on=self.today, by=by, **self.cleaned_data)


class JoinPartsForm(StepForm):
    parts = some_of(Case.objects.none(), "Parts to join")
    why = box("Why they are answered as one again")

    def prepare(self):
        unanswered = [
            part.case.pk
            for part in parts_of(self)
            if part.case.is_open and not any(stage.responded_on for stage in part.stages)
        ]
        self.fields["parts"].queryset = self.case.parts.filter(pk__in=unanswered)
        self.initial["parts"] = unanswered

    def take(self, *, by):
        parts.join_again(self.case, on=self.today, by=by, **self.cleaned_data)


class OneReplyForm(AnswerForm):
    """The answer of a lead can be that of its parts too: one reply, a finding for each point.

    Each part keeps its own clock (domain.md 1.G), so each may also be answered apart.
    """

    mark_optional = False  # a finding on a point of a part is asked where it goes with this reply

    def prepare(self):
        super().prepare()
        self.parts: list[tuple[Situation, list[Point]]] = []
        if self.case.part_of_id:
            self.notes += ("Only this part is answered here. The lead's answer can answer both.",)
        for part in parts_of(self):
            self._ask_about(part)

    def _ask_about(self, part: Situation) -> None:
        if not part.case.is_open or part.stage.responded_on:
            return
        objection = BY_KEY["answer"].objection(part)
        if objection:
            self.notes += (f"Its part {part.case} is answered apart. {objection}",)
            return
        points = list(points_to_answer(part.stage))
        self.parts.append((part, points))
        together = part.stage.number == self.stage.number
        self.fields[f"reply_{part.case.pk}"] = forms.ChoiceField(
            label=f"Part {part.case}: {part.procedure}",
            help_text=_due(part),
            choices=[
                (WITH, "Answered in this reply, with a finding on each of its points"),
                (APART, "Answered apart, by its own clock"),
            ],
            widget=forms.RadioSelect,
            initial=WITH if together else APART,
        )
        for point in points:
            self.fields[f"point_{point.number}"] = forms.ChoiceField(
                label=str(point),
                help_text=f"A point of part {part.case}",
                choices=[("", "Choose a finding"), *Outcome.choices],
                required=False,
            )

    def clean(self):
        data = super().clean()
        for part, points in self.parts:
            for point in points if data.get(f"reply_{part.case.pk}") == WITH else []:
                if not data.get(f"point_{point.number}"):
                    self.add_error(f"point_{point.number}", f"Choose a finding for {point}")
        return data

    def take(self, *, by):
        super().take(by=by)
        data = self.cleaned_data
        for part, points in self.parts:
            if data[f"reply_{part.case.pk}"] == WITH:
                findings = {point: Outcome(data[f"point_{point.number}"]) for point in points}
                findings |= found_without_asking(part.stage)
                told = self.told() | {"window_ends_on": None}
                telling.answer(part.stage, on=data["on"], findings=findings, by=by, **told)


class OneAcknowledgementForm(AcknowledgeForm):
    """One letter says that the complaint came; it speaks of the parts that are at this stage."""

    def prepare(self):
        super().prepare()
        waiting = [part.stage for part in parts_of(self) if self._waits(part)]
        if waiting:
            stages = Stage.objects.filter(pk__in=[stage.pk for stage in waiting])
            self.fields["parts"] = some_of(
                stages, "It acknowledges these parts too", required=False, initial=stages
            )
            self.fields["parts"].label_from_instance = lambda stage: (
                f"{stage.case}: {stage.definition.procedure}"
            )

    def _waits(self, part: Situation) -> bool:
        same_stage = part.stage.number == self.stage.number
        return same_stage and not BY_KEY["acknowledge"].objection(part)

    def take(self, *, by):
        data = dict(self.cleaned_data)
        with_it = data.pop("parts", None) or []
        parts.acknowledge_with(self.stage, with_it, by=by, **data)


def _due(part: Situation) -> str:
    main = part.main_deadline
    return f"{part.definition.name}, due {main.due_on:%-d %B %Y}" if main else part.definition.name


FORMS = {
    "split-part": SplitPartForm,
    "join-parts": JoinPartsForm,
    "acknowledge": OneAcknowledgementForm,
    "answer": OneReplyForm,
}
