"""The e-mail that tells somebody of a task: the reference, the day and a link, and no more."""

from django.conf import settings
from django.urls import reverse

from accounts.models import User
from messages_out.actions.messages import send
from messages_out.models import Message
from stages.models import Task

SUBJECT = "Something is to be done on complaint {reference}"
TEXT = """Something on complaint {reference} is to be done by you by {due}.

Sign in to see what it is:
{address}
"""


def tell_owner(task: Task, *, by: User | None) -> Message | None:
    """Queue it in the transaction that sets the task; nothing for what one sets oneself.

    A copy that sends no mail shows it on their desk alone.
    """
    to = task.owner
    if to is None or to == by or not to.is_active:
        return None
    if not (settings.MAIL_IS_SENT and settings.SITE_ADDRESS):
        return None
    reference = task.case.reference
    path = reverse("task", args=[reference, task.pk])
    return send(
        kind=Message.Kind.TASK,
        to_address=to.email,
        to_user=to,
        case=task.case,
        subject=SUBJECT.format(reference=reference),
        text=TEXT.format(
            reference=reference,
            due=f"{task.due_on:%-d %B %Y}",
            address=f"{settings.SITE_ADDRESS.rstrip('/')}{path}",
        ),
        by=by,
    )
