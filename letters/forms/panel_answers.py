"""The answers to a panel's recommendations: asked before the letter is drafted, and read back out
of it as it goes, to be confirmed with the step (reg 20 of the children's regulations)."""

import re

from django import forms

from letters.notation import paragraphs_of
from stages.models import Recommendation, Stage

HEADING = re.compile(r"## Recommendation (\d+):")
LONGEST_FIRST = sorted(Recommendation.Answer, key=lambda one: len(one.label), reverse=True)


def ask_answers(form: forms.Form, stage: Stage) -> list[int]:
    """Under the names that the step has for them; the numbers of the recommendations."""
    asked = list(stage.recommendations.all())
    for one in asked:
        form.fields[f"answer_{one.number}"] = forms.ChoiceField(
            label=f"Recommendation {one.number}: {one.text}",
            choices=[("", "Choose an answer"), *Recommendation.Answer.choices],
        )
        form.fields[f"reason_{one.number}"] = forms.CharField(
            label=f"Why, on recommendation {one.number}",
            widget=forms.Textarea(attrs={"rows": 3}),
            max_length=10_000,
            required=False,
            help_text="As it will stand in the letter. Needed where it is not accepted in full",
        )
        form.initial[f"answer_{one.number}"] = one.answer
        form.initial[f"reason_{one.number}"] = one.reason
    return [one.number for one in asked]


def answers_in(text: str) -> dict[str, str]:
    """
    >>> answers_in("## Recommendation 2: Say sorry" + chr(10) * 2 + "Accepted. We will.")
    {'answer_2': 'accepted', 'reason_2': 'We will.'}
    """
    found, number = {}, None
    for paragraph in paragraphs_of(text):
        heading = HEADING.match(paragraph)
        if heading or paragraph.startswith("## "):
            number = heading[1] if heading else None
        elif number:
            answer = next((a for a in LONGEST_FIRST if paragraph.startswith(f"{a.label}.")), None)
            if answer:
                found[f"answer_{number}"] = answer.value
                found[f"reason_{number}"] = paragraph[len(answer.label) + 1 :].strip()
            number = None
    return found
