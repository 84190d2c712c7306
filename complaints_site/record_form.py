"""The form that puts in what was left out of the record of a case."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.permissions import Permission
from cases.actions import record
from cases.models import (
    Case,
    Channel,
    ComplainantType,
    Decision,
    Equalities,
    EqualityAnswer,
)
from cases.natures import natures_on
from cases.typed_dates import not_ahead

OF_THE_CASE = {"channel": "How it came", "complainant_type": "Standing of the complainant"}
LISTS = {"channel": Channel, "complainant_type": ComplainantType}
SELDOM_TOLD = [Decision.Kind.PROCEDURE, Decision.Kind.PROCEEDINGS]
TOLD = "told_"


def untold():
    """Decisions of which the person was to be told, and no day is recorded on which they were."""
    return Decision.objects.filter(told_on=None).exclude(kind__in=SELDOM_TOLD)


class RecordForm(forms.Form):
    """What stands in the record now is what the boxes begin with; a standing that is withheld from
    the reader is not asked."""

    mark_optional = False

    def __init__(self, *args, case: Case, user: User, today: date, **kwargs):
        self.case, self.today = case, today
        self.known = case.equalities.filter(about=Equalities.About.SERVICE_USER).first()
        super().__init__(*args, **kwargs)
        for name, label in OF_THE_CASE.items():
            self._ask(name, label, self._words_of(LISTS[name], getattr(case, f"{name}_id")))
            self.initial[name] = getattr(case, f"{name}_id")
        self._ask("nature", "Nature of complaint", self._natures())
        self.initial["nature"] = case.nature_id
        if case.withholds_from(user):
            del self.fields["complainant_type"]
        if user.may(Permission.SEE_EQUALITIES):
            self._ask_equalities()
        self.decisions = {f"{TOLD}{one.pk}": one for one in untold().filter(case=case)}
        for name, decision in self.decisions.items():
            said = decision.get_kind_display().lower()
            label = f"Told of the decision of {decision.decided_on:%-d %B %Y} ({said})"
            self.fields[name] = forms.DateField(label=label, required=False)

    def _ask(self, name, label, words):
        self.fields[name] = forms.ModelChoiceField(
            words, label=label, empty_label="Not recorded", required=False
        )

    def _words_of(self, model, chosen):
        """The words of the day on which it came, and the one that stands there."""
        return model.objects.in_use_on(self.case.received_on) | model.objects.filter(pk=chosen)

    def _natures(self):
        return natures_on(self.case.received_on, self.case.nature_id)

    def _ask_equalities(self):
        for dimension in EqualityAnswer.Dimension:
            answers = EqualityAnswer.objects.filter(dimension=dimension)
            self._ask(dimension.value, f"{dimension.label} of the service user", answers)
            self.initial[dimension.value] = getattr(self.known, f"{dimension.value}_id", None)

    def clean(self):
        answers = super().clean()
        for name, decision in self.decisions.items():
            if told := answers.get(name):
                self._check_told(name, decision, told)
        if not self.errors and not self.has_changed():
            raise ValidationError("Choose what is to be recorded")
        return answers

    def _check_told(self, name, decision, told):
        try:
            not_ahead(told, self.today)
        except ValidationError as refusal:
            self.add_error(name, refusal)
            return
        if told < decision.decided_on:
            day = f"{decision.decided_on:%-d %B %Y}"
            self.add_error(name, f"It was decided on {day}: nobody was told before")

    def take(self, *, by: User) -> None:
        answers = {name: self.cleaned_data[name] for name in self.changed_data}
        facts = {name: answers[name] for name in [*OF_THE_CASE, "nature"] if name in answers}
        equal = {
            one.value: answers[one.value]
            for one in EqualityAnswer.Dimension
            if one.value in answers
        }
        if facts:
            record.complete_record(self.case, by=by, **facts)
        if equal:
            record.record_equalities(self.case, answers=equal, by=by)
        for name, decision in self.decisions.items():
            if answers.get(name):
                record.record_person_told(decision, on=answers[name], by=by)
