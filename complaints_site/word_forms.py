"""What an administrator is asked about a word of a list; :mod:`cases.actions.words` saves it."""

from datetime import date

from django import forms
from django.utils.timezone import localdate

from cases.models import CategoryScheme, Directorate, ServiceArea
from complaints_site.rule_forms import date_words
from complaints_site.word_lists import WordList
from stages.models import Procedure

LABELS = {
    "name": "Name",
    "directorate": "Directorate",
    "usual_procedure": "Procedure that applies until triage",
    "social_care": "It is social care",
    "stage_number": "Only for stage",
    "scheme": "Scheme",
    "is_young_person": "It is a child or young person",
    "means": "What it means",
    "days_before": "Its answer is due before ours by",
    "kind": "Kind",
    "working_days": "Working days to answer",
    "heading": "Heading in the Ombudsman's annual letter",
    "accepts": "It means yes",
    "working_days_before": "Working days before the meeting",
    "hint": "What to write there",
    "usual": "What usually stands there",
    "is_signed": "Keep who wrote it and when",
    "needed": "The report is not published without it",
    "in_use_from": "First day of use",
}
HELP = {
    "name": "Take care: a name that has been used is never changed",
    "stage_number": "1, 2 or 3, where one stage has a list of its own",
    "days_before": "Working days before our own deadline",
    "in_use_from": "Leave it empty where it was always in use",
}


class WordForm(forms.ModelForm):
    """A new word. Made for one list by :func:`add_form`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS[name]
            field.help_text = HELP.get(name, field.help_text)
        self.fields["name"].error_messages["required"] = "Enter the name"
        if "in_use_from" in self.fields:
            self.fields["in_use_from"].error_messages |= date_words("first day of use")
        if "usual_procedure" in self.fields:
            self.fields["usual_procedure"] = procedure_field()
        self._offer_only_what_is_in_use()

    def _offer_only_what_is_in_use(self):
        for name, model in {"directorate": Directorate, "scheme": CategoryScheme}.items():
            if name in self.fields:
                self.fields[name].queryset = model.objects.in_use_on(localdate())
                self.fields[name].empty_label = f"Choose a {name}"
                self.fields[name].error_messages["required"] = f"Choose a {name}"

    def clean_stage_number(self):
        number = self.cleaned_data["stage_number"]
        if number is not None and number not in (1, 2, 3):
            raise forms.ValidationError("Enter 1, 2 or 3, or leave it empty")
        return number

    def clean(self):
        """A name stands once in a list, whatever its capitals; a nature once in its scheme, a
        reason once for its kind of decision."""
        super().clean()
        name, scheme = self.cleaned_data.get("name", ""), self.cleaned_data.get("scheme")
        same = self._meta.model.objects.filter(name__iexact=" ".join(name.split()))
        if "scheme" in self.fields:
            same = same.filter(scheme=scheme)
        if "kind" in self.fields:
            same = same.filter(kind=self.cleaned_data.get("kind"))
        if word := same.first():
            self.add_error("name", already(word))
        return self.cleaned_data


class RetireForm(forms.Form):
    """When a word goes out of use. Empty, where it was to go, it stays."""

    until = forms.DateField(label="Last day of use", error_messages=date_words("last day of use"))

    def __init__(self, *args, word, **kwargs):
        self.word = word
        super().__init__(*args, initial={"until": word.in_use_until}, **kwargs)
        if word.in_use_until:
            self.fields["until"].required = False
            self.fields["until"].help_text = "Leave it empty to keep it in use"

    def clean_until(self):
        until, since = self.cleaned_data["until"], self.word.in_use_from
        if until and since and until < since:
            raise forms.ValidationError(
                f"The last day cannot be before the first, {since:%-d %B %Y}"
            )
        return until


def add_form(word_list: WordList) -> type[WordForm]:
    """The form for a new word of this list."""
    validity = ("in_use_from",) if word_list.retires else ()
    return forms.modelform_factory(
        word_list.model, form=WordForm, fields=("name", *word_list.facts, *validity)
    )


def procedure_field() -> forms.ChoiceField:
    """The procedures by their keys, which stay while the versions and their names change."""
    default = ServiceArea._meta.get_field("usual_procedure").default
    keys = {default, *Procedure.objects.values_list("code", flat=True)}
    choices = [(key, key.replace("-", " ").capitalize()) for key in sorted(keys)]
    return forms.ChoiceField(label=LABELS["usual_procedure"], choices=choices, initial=default)


def already(word) -> str:
    """Why a word cannot be added again."""
    until: date | None = getattr(word, "in_use_until", None)
    if until and until < localdate():
        return (
            f"“{word}” was in use until {until:%-d %B %Y}. "
            "Change its last day instead of adding it again"
        )
    return f"“{word}” is in this list already"
