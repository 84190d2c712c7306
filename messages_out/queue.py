"""Jobs that are queued in the transaction of the change which they are for.

Through Django's own connection, also inside a worker: the worker's would commit a job that another
worker may take before the message is there.
"""

from django.utils.timezone import now
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task

DELIVER = "messages_out.deliver"


def queue(name: str, **told) -> None:
    configure_task(name=name, job_manager=JobManager(DjangoConnector())).defer(**told)


def queue_delivery(message: int) -> None:
    queue(DELIVER, message=message)


def run_again(job: int) -> None:
    """Put a job that failed, or whose worker is gone, back into the queue."""
    JobManager(DjangoConnector()).retry_job_by_id(job, retry_at=now())
