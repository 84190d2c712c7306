"""An e-mail of a case that did not arrive, as a task: for those who settle messages, and seen by
whoever holds the case. Part of the actions that change how far a message is."""

from django.utils.timezone import localdate

from messages_out.models import Message
from stages.calendars import load_calendar
from stages.models import Task
from stages.working_days import add_working_days

DAYS = 1  # working days to find out whether it came, and to tell them another way


def put_on_desk(message: Message) -> None:
    """Ask for it once, and end it as the message is settled; without a case, its page has it."""
    if message.case_id is None:
        return
    open_tasks = message.tasks.open()
    today = localdate()
    if not message.is_for_a_person:
        open_tasks.finish_all(on=today, evidence=f"The message is: {message.get_state_display()}")
    elif not open_tasks.exists():
        task = Task(
            case_id=message.case_id,
            message=message,
            kind=Task.Kind.MESSAGE,
            what=f"Settle the e-mail that did not arrive: {message.get_kind_display()}",
            due_on=add_working_days(today, DAYS, load_calendar()),
            outlives_the_case=True,
        )
        task.full_clean()
        task.save()
