"""What the worker does with messages: sends each, and looks after those left behind."""

from datetime import timedelta

from django.db.models import BigIntegerField, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils.timezone import now
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from messages_out.actions import delivering
from messages_out.delivery import NotSentYet, deliver, left_behind
from messages_out.models import Message
from messages_out.queue import DELIVER, queue_delivery, run_again

LATER = RetryStrategy(
    max_attempts=delivering.ATTEMPTS, exponential_wait=4, retry_exceptions=[NotSentYet]
)
SILENT = timedelta(minutes=1)  # a worker tells every ten seconds that it is there


@app.task(name=DELIVER, retry=LATER)
def deliver_message(message: int) -> None:
    deliver(message)


@app.periodic(cron="*/5 * * * *")
@app.task(name="messages_out.look_after")
def look_after(timestamp: int) -> None:
    """Put right what a worker that was killed has left, whichever moment it was killed at."""
    for message in left_behind():
        delivering.nobody_knows(message, by=None)
    gone = Q(worker=None) | Q(worker__last_heartbeat__lt=now() - SILENT)
    for job in ProcrastinateJob.objects.filter(gone, status="doing").values_list("pk", flat=True):
        run_again(job)
    for message in without_a_job().values_list("pk", flat=True):
        queue_delivery(message)


def without_a_job():
    """Messages that are queued for a worker, and no job is there to send them."""
    jobs = ProcrastinateJob.objects.filter(task_name=DELIVER, status__in=["todo", "doing"])
    numbers = jobs.values(message=Cast(KT("args__message"), BigIntegerField()))
    return Message.objects.filter(state=Message.State.QUEUED).exclude(pk__in=numbers)
