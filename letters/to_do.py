"""What is to be done with a letter now, as a task: on a desk, on the case, in the digest.

Part of the actions that bring a letter to where it is; the task of before ends with them.
"""

from datetime import date

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Assignment
from letters.clearing import who_may
from letters.models import Letter
from stages.calendars import load_calendar
from stages.models import Deadline, Task
from stages.working_days import add_working_days

State, Kind = Letter.State, Task.Kind
WHAT = {
    State.SIGN_OFF: (Kind.LETTER_TO_CLEAR, "Sign off the letter: {}"),
    State.VETTING: (Kind.LETTER_TO_VET, "Vet the letter: {}"),
    State.SIGNATURE: (Kind.LETTER_TO_CLEAR, "Sign the letter: {}"),
    State.AGREEMENT: (Kind.LETTER_BACK, "Agree to what the vetter changed: {}"),
    State.RETURNED: (Kind.LETTER_BACK, "Change the letter that was returned: {}"),
    State.APPROVED: (Kind.LETTER_TO_SEND, "Send the letter that was approved: {}"),
}
# In which capacity a case is given to those who clear its letters
CAPACITIES = {
    State.VETTING: [Assignment.Capacity.VETTER],
    State.SIGNATURE: [Assignment.Capacity.ADJUDICATOR, Assignment.Capacity.DIRECTOR],
}


def put_on_desk(letter: Letter, *, on: date) -> None:
    """End what was to be done with it, and ask for what is to be done now."""
    if letter.task_id:
        said = letter.get_state_display()
        Task.objects.filter(pk=letter.task_id).open().finish_all(on=on, evidence=said)
    letter.task = _ask(letter, on) if letter.state in WHAT else None
    letter.save(update_fields=["task"])


def _ask(letter: Letter, on: date) -> Task:
    kind, words = WHAT[letter.state]
    task = Task(
        case_id=letter.case_id,
        stage=letter.stage,
        kind=kind,
        what=words.format(letter),
        due_on=due_on(letter, on),
        owner=_owner(letter, on),
        outlives_the_case=letter.stage_id is None or not letter.case.is_open,
    )
    task.full_clean()
    task.save()
    return task


def due_on(letter: Letter, on: date) -> date:
    """The day on which the stage is to be answered; where it is, the chain's own days."""
    main = Deadline.objects.filter(stage=letter.stage_id, is_main=True, live=True, met_on=None)
    if letter.stage_id and (due := main.values_list("due_on", flat=True).first()):
        return due
    return add_working_days(on, letter.days_allowed.get(letter.state, 1), load_calendar())


def _owner(letter: Letter, on: date) -> User | None:
    """Nobody where it waits for any vetter: it is on the desk of each."""
    if letter.state in (State.RETURNED, State.AGREEMENT):
        return letter.author
    if letter.state == State.APPROVED:
        return _who_sends(letter)
    may = who_may(letter, on)
    given = letter.case.assignments.filter(
        until=None, user__in=may, capacity__in=CAPACITIES.get(letter.state, [])
    )
    if one := given.select_related("user").first():
        return one.user
    return may[0] if len(may) == 1 or (may and letter.state != State.VETTING) else None


def _who_sends(letter: Letter) -> User | None:
    if letter.author.may(Permission.RUN_CASE):
        return letter.author
    holder = letter.case.assignments.filter(until=None, capacity=Assignment.Capacity.OWNER)
    one = holder.exclude(user=None).select_related("user").first()
    return one.user if one else None
