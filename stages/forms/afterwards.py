"""After closing: how the complainant was asked, and what they said."""

from django import forms

from cases.typed_dates import between
from stages.actions import afterwards
from stages.asking_afterwards import their_own, ways_open
from stages.forms.step import DatedForm, box
from stages.models import AfterwardsAnswer, AfterwardsQuestion, How

SMALL = {"class": "govuk-radios--inline govuk-radios--small"}


class AskAfterwardsForm(DatedForm):
    how = forms.ChoiceField(
        label="How they were asked",
        widget=forms.RadioSelect(attrs=SMALL),
        error_messages={"required": "Choose how they were asked"},
    )

    def prepare(self):
        self.fields["on"].label = "Asked on"
        self.part = self.case.letters_go_to()
        person = self.part.person if self.part else None
        ways = ways_open(person) if person else []
        self.fields["how"].choices = [(way.value, way.label) for way in ways]
        own = their_own(self.case, ways)
        self.initial["how"] = own.value if own else None
        questions = AfterwardsQuestion.objects.in_use_on(self.today)
        self.notes = tuple(str(question) for question in questions)
        closed = [way.label.lower() for way in How if way not in ways]
        if person and closed:
            self.fields["how"].help_text = f"Their contact rules forbid: {', '.join(closed)}"
        if person and (person.contact_rule or person.must_never_know):
            self.fields["safely"] = forms.BooleanField(
                label="They were asked as their contact rules say",
                help_text=" ".join(filter(None, [person.contact_rule, person.must_never_know])),
                error_messages={"required": "They are asked only as their contact rules say"},
            )

    def clean_on(self):
        closed_on = self.case.closed_on
        return between(self.cleaned_data["on"], closed_on, self.today, "The case was closed")

    def take(self, *, by):
        data = self.cleaned_data
        afterwards.ask_afterwards(
            self.case, stage=self.stage, on=data["on"], how=data["how"], by=by
        )


class WordsAfterwardsForm(DatedForm):
    said = box("What they said", required=False, help_text="In their own words")

    def prepare(self):
        self.fields["on"].label = "Answered on"
        self.asked = self.case.asked_afterwards
        rows = self.asked.answers.select_related("question")
        self.answers_by_field = {f"answer_{row.pk}": row for row in rows}
        choices = [*AfterwardsAnswer.Answer.choices, ("", "Did not say")]
        for name, row in self.answers_by_field.items():
            self.fields[name] = forms.ChoiceField(
                label=str(row.question),
                choices=choices,
                required=False,
                widget=forms.RadioSelect(attrs=SMALL),
            )
        self.order_fields(["on", *self.answers_by_field, "said"])

    def clean_on(self):
        first = self.asked.asked_on
        return between(self.cleaned_data["on"], first, self.today, "They were asked")

    def clean(self):
        data = super().clean()
        if not data.get("said") and not any(data.get(name) for name in self.answers_by_field):
            self.add_error("said", "Enter what they said, or choose an answer")
        return data

    def take(self, *, by):
        data = self.cleaned_data
        answers = {row: data[name] for name, row in self.answers_by_field.items()}
        afterwards.record_words_afterwards(
            self.asked, on=data["on"], answers=answers, said=data["said"], by=by
        )


FORMS = {"ask-afterwards": AskAfterwardsForm, "record-words-afterwards": WordsAfterwardsForm}
