"""What was recorded wrongly: a date, the service area."""

from django import forms

from cases.models import ServiceArea
from cases.typed_dates import not_ahead
from stages.actions import correcting
from stages.corrections import dates_recorded, name_of
from stages.forms.step import StepForm, box
from stages.working_calendar import in_words


class CorrectDateForm(StepForm):
    which = forms.ChoiceField(label="Which date is wrong", widget=forms.RadioSelect)
    to = forms.DateField(label="The right date")
    why = box("Why", help_text="For example: the postmark of the letter")

    def prepare(self):
        self.known = {
            f"{stage.pk}-{event.value}": (stage, event)
            for stage, event in dates_recorded(self.situation.stages)
        }
        self.fields["which"].choices = [
            (key, self._words(stage, event)) for key, (stage, event) in self.known.items()
        ]

    def _words(self, stage, event) -> str:
        name = name_of(stage, event)
        return f"{name[:1].upper()}{name[1:]}: {in_words(getattr(stage, event.value))}"

    def clean_to(self):
        return not_ahead(self.cleaned_data["to"], self.today)

    def clean(self):
        data = super().clean()
        stage, event = self.known.get(data.get("which"), (None, None))
        if stage and data.get("to") == getattr(stage, event.value):
            self.add_error("to", "This is the date that is recorded: enter the right one")
        return data

    def answers(self):
        answered = super().answers()
        return answered | {"date": self.known.get(answered.get("which"))}

    def take(self, *, by):
        data = self.cleaned_data
        stage, event = self.known[data["which"]]
        correcting.correct_date(stage, event, to=data["to"], why=data["why"], on=self.today, by=by)


class ChangeServiceAreaForm(StepForm):
    service_area = forms.ModelChoiceField(
        ServiceArea.objects.none(), label="Service area", empty_label="Choose a service area"
    )
    why = box("Why")

    def prepare(self):
        areas = ServiceArea.objects.in_use_on(self.today).exclude(pk=self.case.service_area_id)
        self.fields["service_area"].queryset = areas
        self.fields["service_area"].help_text = f"Now: {self.case.service_area}"

    def take(self, *, by):
        data = self.cleaned_data
        correcting.change_service_area(
            self.case, to=data["service_area"], why=data["why"], on=self.today, by=by
        )

    def notice(self):
        return f"Next: put it to somebody of {self.cleaned_data['service_area']}"


FORMS = {"correct-date": CorrectDateForm, "change-service-area": ChangeServiceAreaForm}
