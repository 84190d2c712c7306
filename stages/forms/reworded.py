"""A point of complaint put more exactly: what it is, what they would like, its nature."""

from django import forms

from cases.actions import casework as case_actions
from cases.models import Category, Point
from cases.natures import natures_on
from stages.forms.step import StepForm, box

STAYS = "Left empty, it stays as it is"


class NatureChoice(forms.ModelChoiceField):
    def __init__(self, **more):
        super().__init__(
            Category.objects.none(),
            label="Nature of complaint",
            empty_label="Choose a nature",
            required=False,
            **more,
        )


class AddPointForm(StepForm):
    text = box("Point of complaint", help_text="One thing that can be upheld or not")
    desired_outcome = box("What the complainant would like", rows=2, required=False)
    nature = NatureChoice()

    def prepare(self):
        self.fields["nature"].queryset = natures_on(self.case.received_on)

    def take(self, *, by):
        case_actions.add_point(self.case, by=by, **self.cleaned_data)


class ChangePointForm(StepForm):
    mark_optional = False

    point = forms.ModelChoiceField(
        Point.objects.none(), label="Which point", widget=forms.RadioSelect, empty_label=None
    )
    text = box("The point, as it is put now", required=False, help_text=STAYS)
    desired_outcome = box(
        "What the complainant would like", rows=2, required=False, help_text=STAYS
    )
    nature = NatureChoice(help_text=STAYS)
    is_primary = forms.BooleanField(
        label="It is the main point",
        help_text="The table of outcomes counts the finding on the main point",
        required=False,
    )

    def prepare(self):
        last = self.case.points.order_by("-stage_number").values("stage_number")[:1]
        self.fields["point"].queryset = self.case.points.filter(stage_number=last)
        self.fields["nature"].queryset = natures_on(self.case.received_on)

    def read_address(self, address):
        """What stands of the point that the link names is in the boxes."""
        super().read_address(address)
        known = self.fields["point"].queryset.filter(pk=_number(address.get("point"))).first()
        if known:
            shown = ("text", "desired_outcome", "nature", "is_primary")
            self.initial |= {name: getattr(known, name) for name in shown}

    def clean(self):
        data = super().clean()
        point = data.get("point")
        if point and all(data.get(name) in ("", None, getattr(point, name)) for name in CHANGED):
            self.add_error("text", "This is how it stands: enter what is to be changed")
        return data

    def take(self, *, by):
        point = self.cleaned_data["point"]
        told = {name: self.cleaned_data[name] for name in CHANGED if self.cleaned_data[name]}
        case_actions.change_point(point, by=by, **told)


CHANGED = ("text", "desired_outcome", "nature", "is_primary")


def _number(typed: str | None) -> int | None:
    return int(typed) if typed and typed.isdecimal() and len(typed) < 19 else None


FORMS = {"add-point": AddPointForm, "change-point": ChangePointForm}
