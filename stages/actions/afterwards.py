"""After closing: the complainant is asked, and what they said is recorded."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from stages.asking_afterwards import ways_open
from stages.models import AfterwardsAnswer, AfterwardsQuestion, AskedAfterwards, How, Stage, Task
from stages.not_possible import NotPossible


@action
def ask_afterwards(case: Case, *, stage: Stage, on: date, how: str, by: User) -> AskedAfterwards:
    """Record that the complainant was asked the questions in use on that day."""
    person = case.letters_go_to()
    if person is None:
        raise NotPossible("There is nobody to ask: the complainant is not named.")
    if How(how) not in ways_open(person.person):
        said = How(how).label.lower()
        raise NotPossible(f"They are not to be asked {said}: see how they may be contacted.")
    asked = AskedAfterwards(case=case, stage=stage, asked_on=on, how=how)
    asked.full_clean()
    asked.save()
    AfterwardsAnswer.objects.bulk_create(
        AfterwardsAnswer(asked=asked, question=question)
        for question in AfterwardsQuestion.objects.in_use_on(on)
    )
    reminders = case.tasks.filter(kind=Task.Kind.ASK_AFTERWARDS)
    reminders.finish_all(on=on, evidence=f"Asked {How(how).label.lower()}")
    record(f"asked the complainant after closing, {How(how).label.lower()}", case, by=by)
    return asked


@action
def record_words_afterwards(
    asked: AskedAfterwards, *, on: date, answers: dict[AfterwardsAnswer, str], said: str, by: User
) -> None:
    """Record what the complainant answered. A question may stay without an answer."""
    asked.answered_on, asked.said = on, said
    asked.full_clean()
    asked.save(update_fields=["answered_on", "said"])
    for row, answer in answers.items():
        row.answer = answer
        row.full_clean()
        row.save(update_fields=["answer"])
    record("recorded what the complainant said after closing", asked.case, by=by)
