"""Closing a case: why, in words of the council's list, and whether the person could still ask."""

from django import forms

from accounts.models import User
from cases.models import Case, CloseReason
from stages.actions import endings
from stages.forms.step import DatedForm
from stages.models import TimeLimit
from stages.not_possible import NotPossible
from stages.situation import Phase

Means = CloseReason.Means


class CloseForm(DatedForm):
    because = forms.ModelChoiceField(
        CloseReason.objects.none(), label="Reason", widget=forms.RadioSelect, empty_label=None
    )
    duplicate_of = forms.CharField(
        label="Reference of the other case",
        help_text="Only for a duplicate: the case that goes on",
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )
    more = forms.CharField(
        label="In your own words", max_length=200, required=False, help_text="If it needs saying"
    )

    def prepare(self):
        self.fields["on"].label = "Closed on"
        # An answer lets a case run its course; without one it can only have ended early
        other = (
            Means.ENDED_EARLY if self.situation.phase == Phase.ANSWERED else Means.RAN_ITS_COURSE
        )
        reasons = CloseReason.objects.in_use_on(self.today).exclude(means=other)
        self.fields["because"].queryset = reasons
        if self.window_ends_on and self.window_ends_on >= self.today:
            self.fields["all_the_same"] = forms.BooleanField(
                label="Close it all the same",
                help_text=self.still_open(),
                required=False,
            )

    @property
    def window_ends_on(self):
        """The last day on which the next stage can be asked for, while that runs."""
        windows = (
            each
            for each in self.stage.deadlines.all()
            if each.limit.kind == TimeLimit.Kind.WINDOW and each.live and not each.met_on
        )
        return max((each.due_on for each in windows), default=None)

    def still_open(self) -> str:
        where = self.stage.name_of_next or "the next stage"
        return f"The complainant may ask for {where} until {self.window_ends_on:%-d %B %Y}"

    def clean(self):
        data = super().clean()
        because = data.get("because")
        if because is None:
            return data
        if because.means == Means.DUPLICATE and not data.get("duplicate_of"):
            self.add_error("duplicate_of", "Enter the reference of the other case")
        if because.means != Means.DUPLICATE and data.get("duplicate_of"):
            self.add_error("duplicate_of", "Leave it empty, or choose a reason for duplicates")
        counted = because.means not in Case.LeftOut.values
        if counted and "all_the_same" in self.fields and not data.get("all_the_same"):
            self.add_error("all_the_same", f"{self.still_open()}. Tick to close it all the same")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        endings.close(
            self.case,
            on=data["on"],
            because=data["because"],
            reason=data["more"],
            duplicate_of=self.other_case(by) if data["duplicate_of"] else None,
            by=by,
        )

    def other_case(self, by: User) -> Case:
        reference = self.cleaned_data["duplicate_of"].strip()
        other = Case.objects.visible_to(by).filter(reference__iexact=reference).first()
        if other is None:
            raise NotPossible(f"You can open no case {reference}: check the reference.")
        if other.pk == self.case.pk:
            raise NotPossible("A case is not a duplicate of itself: name the other one.")
        return other


FORMS = {"close": CloseForm}
