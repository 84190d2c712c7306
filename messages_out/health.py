"""How background work is: for those who watch over the system, and for the page of messages."""

from dataclasses import asdict, dataclass

from django.db import connection
from django.utils.timezone import now
from procrastinate.contrib.django.models import ProcrastinateJob

from messages_out.models import Message

LATE = 15 * 60  # seconds
STATE_OF_JOBS = """
    SELECT coalesce(max(extract(epoch FROM %s - coalesce(job.scheduled_at, deferred.at)))
                        FILTER (WHERE job.status = 'todo'), 0),
           count(*) FILTER (WHERE job.status = 'failed')
    FROM procrastinate_jobs job
    LEFT JOIN LATERAL (SELECT min(at) AS at FROM procrastinate_events
                       WHERE job_id = job.id AND type = 'deferred') deferred ON true
    WHERE job.status = 'failed'
       OR (job.status = 'todo' AND (job.scheduled_at IS NULL OR job.scheduled_at <= %s))
"""


@dataclass(frozen=True)
class Health:
    """``lag`` is for how many seconds the job that is due the longest has not been begun."""

    lag: int
    failed_jobs: int
    messages_failed: int
    messages_waiting: int

    @property
    def numbers(self) -> dict[str, int]:
        return asdict(self)

    @property
    def behind(self) -> str:
        minutes = self.lag // 60
        return f"The worker is {minutes} minutes behind: see that it runs." * (self.lag > LATE)

    @property
    def warnings(self) -> list[str]:
        for_a_person = self.messages_failed + self.messages_waiting
        said = {
            self.behind: self.behind,
            f"Background jobs that failed: {self.failed_jobs}.": self.failed_jobs,
            f"Messages that wait for a person: {for_a_person}.": for_a_person,
        }
        return [sentence for sentence, is_so in said.items() if is_so]


def health() -> Health:
    at = now()
    with connection.cursor() as cursor:
        cursor.execute(STATE_OF_JOBS, [at, at])
        lag, failed_jobs = cursor.fetchone()
    states = list(Message.objects.for_a_person().order_by().values_list("state", flat=True))
    failed = states.count(Message.State.FAILED)
    return Health(max(int(lag), 0), failed_jobs, failed, len(states) - failed)


def failed_jobs():
    return ProcrastinateJob.objects.filter(status="failed").order_by("-pk")
