"""The answers to the guided test, carried from the address into a form and kept with its step."""

from django import forms

from stages.triage import ANSWERS, IN_ORDER, Proposal, answered, propose


class CarriesAnswers(forms.Form):
    """Hidden fields for what was answered; empty where the test was not taken."""

    def carry_answers(self) -> None:
        for question in IN_ORDER:
            self.fields[question.key] = forms.CharField(
                required=False, max_length=10, widget=forms.HiddenInput
            )

    @property
    def given(self) -> dict[str, str]:
        source = self.data if self.is_bound else self.initial
        return {question.key: source.get(question.key, "") for question in IN_ORDER}

    @property
    def questions_answered(self) -> list[tuple[str, str]]:
        return [(question.text, ANSWERS[answer]) for question, answer in answered(self.given)]

    @property
    def proposal(self) -> Proposal:
        return propose(self.given)

    @property
    def address_of_answers(self) -> str:
        """The answers as the end of an address, for a link that carries them on."""
        return "".join(f"&{question.key}={answer}" for question, answer in answered(self.given))
