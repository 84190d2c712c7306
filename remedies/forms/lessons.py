"""What is asked about a lesson: what was learnt, whether it is accepted, and who does what."""

from django import forms

from accounts.models import User
from cases.models import Case, Point
from cases.typed_dates import not_ahead
from remedies.actions import lessons as actions
from remedies.models import ActionPoint, Lesson
from stages.forms.step import box
from stages.models import Recommendation, Stage


class AlikeForm(forms.Form):
    """Asks whether a lesson repeats one of those that are like it."""

    repeats = forms.ModelChoiceField(
        Lesson.objects.none(),
        label="Earlier lessons like it",
        help_text="Choose one if this says the same again: it then counts as seen before",
        empty_label="None of these",
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args, alike=(), **kwargs):
        super().__init__(*args, **kwargs)
        if alike:
            keys = [lesson.pk for lesson in alike]
            self.fields["repeats"].queryset = Lesson.objects.filter(pk__in=keys)
        else:
            del self.fields["repeats"]


class LessonForm(AlikeForm):
    text = box(
        "What was learnt", rows=4, help_text="What should be done differently, by the service"
    )
    source = forms.ChoiceField(
        label="Where it comes from", choices=Lesson.Source, widget=forms.RadioSelect
    )
    point = forms.ModelChoiceField(
        Point.objects.none(), label="Point", empty_label="The complaint as a whole", required=False
    )

    def __init__(
        self, *args, case: Case, today, recommendation: Recommendation | None = None, **kwargs
    ):
        self.case, self.today, self.recommendation = case, today, recommendation
        super().__init__(*args, initial=said_by(recommendation), **kwargs)
        self.fields["point"].queryset = case.points.all()

    def take(self, *, by: User) -> Lesson:
        about = {"recommendation": self.recommendation} | self.cleaned_data
        return actions.raise_lesson(self.case, on=self.today, by=by, **about)


def said_by(recommendation: Recommendation | None) -> dict:
    """What a recommendation answers already of the form of a lesson."""
    if recommendation is None:
        return {}
    panel = hasattr(recommendation.stage, "panel")
    source = Lesson.Source.PANEL if panel else Lesson.Source.INVESTIGATOR
    return {"text": recommendation.text, "point": recommendation.point, "source": source}


class LearntForm(AlikeForm):
    """The short learning form of an answer: what went wrong, and what is to be changed, if
    anything."""

    mark_optional = False  # two of its boxes are asked by the answer above them
    went_wrong = box("What went wrong, and why", help_text="In the service, not who was at fault")
    put_right = box("What you changed already, if anything", rows=2, required=False)
    change = forms.ChoiceField(
        label="Is anything still to be changed?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether anything is still to be changed"},
    )
    text = box("If yes: what should be done differently", rows=3, required=False)
    why_no_change = box("If no: why not", rows=2, required=False)

    def __init__(self, *args, stage: Stage, today, **kwargs):
        self.stage, self.today = stage, today
        super().__init__(*args, **kwargs)

    def clean(self):
        data = super().clean()
        if data.get("change") == "yes" and not data.get("text"):
            self.add_error("text", "Enter what should be done differently")
        if data.get("change") == "no" and not data.get("why_no_change"):
            self.add_error("why_no_change", "Say why nothing is to be changed")
        return data

    def take(self, *, by: User):
        data = self.cleaned_data
        learnt = {"text": data["text"], "repeats": data.get("repeats")}
        none = {"why_no_change": data["why_no_change"]}
        return actions.fill_in_learning_form(
            self.stage,
            went_wrong=data["went_wrong"],
            put_right=data["put_right"],
            on=self.today,
            by=by,
            **(learnt if data["change"] == "yes" else none),
        )


class AnswerForm(forms.Form):
    """Whether the council accepts a lesson, and when the complainant was told."""

    accepted = forms.ChoiceField(
        label="Does the council accept it?", choices=Lesson.Accepted, widget=forms.RadioSelect
    )
    why = box("Why not, or not all of it", rows=2, required=False)

    def __init__(self, *args, lesson: Lesson, **kwargs):
        self.lesson = lesson
        super().__init__(*args, **kwargs)

    def clean(self):
        data = super().clean()
        if data.get("accepted") in ("in_part", "no") and not data.get("why"):
            self.add_error("why", "Say why it is not accepted, or not all of it")
        return data

    def take(self, *, by: User) -> None:
        actions.answer_lesson(self.lesson, by=by, **self.cleaned_data)


class ActionForm(forms.Form):
    """A named lead, and a date: somebody who signs in, or a name."""

    text = box("What will be done")
    lead_user = forms.ModelChoiceField(
        User.objects.none(),
        label="Lead",
        empty_label="Somebody who does not sign in",
        required=False,
    )
    lead = forms.CharField(label="Or their name or post", max_length=200, required=False)
    due_on = forms.DateField(label="By when")

    def __init__(self, *args, lesson: Lesson, today, **kwargs):
        self.lesson, self.today = lesson, today
        super().__init__(*args, **kwargs)
        self.fields["lead_user"].queryset = User.objects.filter(is_active=True)

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on < self.today:
            raise forms.ValidationError("Enter a date that is today or later")
        return due_on

    def clean(self):
        data = super().clean()
        if bool(data.get("lead_user")) == bool(data.get("lead")):
            self.add_error("lead_user", "Choose the lead, or enter a name or post")
        return data

    def take(self, *, by: User) -> ActionPoint:
        return actions.add_action(self.lesson, by=by, **self.cleaned_data)


class DoneForm(forms.Form):
    on = forms.DateField(label="Done on")
    evidence = box("What shows that it was done", help_text="And where that is kept")

    def __init__(self, *args, point: ActionPoint, today, **kwargs):
        self.point, self.today = point, today
        super().__init__(*args, initial={"on": f"{today:%-d %-m %Y}"}, **kwargs)

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"], self.today)

    def take(self, *, by: User) -> None:
        actions.finish_action(self.point, by=by, **self.cleaned_data)


class ToldForm(forms.Form):
    on = forms.DateField(label="Complainant told on")

    def __init__(self, *args, lesson: Lesson, today, **kwargs):
        self.lesson, self.today = lesson, today
        super().__init__(*args, initial={"on": f"{today:%-d %-m %Y}"}, **kwargs)

    def clean_on(self):
        return not_ahead(self.cleaned_data["on"], self.today)

    def take(self, *, by: User) -> None:
        actions.tell_complainant(self.lesson, on=self.cleaned_data["on"], by=by)


class CloseForm(forms.Form):
    """What shows that a lesson was carried through, and when the complainant was told of it."""

    evidence = box(
        "What shows that it was carried through",
        help_text="And where that is kept. For one that was not accepted: where that is written",
    )
    told_on = forms.DateField(label="Complainant told on", required=False)
    not_told_because = forms.CharField(
        label="Or why they are not told",
        help_text="For example because nobody knows who complained",
        max_length=300,
        required=False,
    )

    def __init__(self, *args, lesson: Lesson, today, **kwargs):
        self.lesson, self.today = lesson, today
        shown = [point.evidence for point in lesson.action_points.all() if point.evidence]
        told_on = lesson.complainant_told_on
        initial = {"evidence": "\n".join(shown), "told_on": told_on and f"{told_on:%-d %-m %Y}"}
        super().__init__(*args, initial=initial, **kwargs)

    def clean_told_on(self):
        told_on = self.cleaned_data["told_on"]
        return told_on and not_ahead(told_on, self.today)

    def clean(self):
        data = super().clean()
        told = "told_on" in self.errors or data.get("told_on") or data.get("not_told_because")
        if not told:
            self.add_error(
                "told_on", "Enter the date on which the complainant was told, or why they are not"
            )
        return data

    def take(self, *, by: User) -> None:
        actions.close_lesson(self.lesson, on=self.today, by=by, **self.cleaned_data)
