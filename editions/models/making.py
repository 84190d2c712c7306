"""What the worker makes of an edition: a file, its public form with the proof, its publishing."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.trail import tracked
from editions.models.edition import Edition


class MadeQuerySet(models.QuerySet):
    def under_way(self):
        return self.filter(state__in=[Made.State.QUEUED, Made.State.BEING_MADE])

    def done(self):
        return self.filter(state=Made.State.DONE)


@tracked(exclude=["result"])
class Made(models.Model):
    """Of the draft that it names, as the records were at ``counted_at``. ``kind`` is that of a file
    or one of those below; ``result`` is the public form with what hiding cost."""

    PROOF, PUBLISHING = "proof", "publishing"

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting for the worker"
        BEING_MADE = "being_made", "Being made"
        DONE = "done", "Done"
        FAILED = "failed", "Not made"

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="made")
    draft = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    form = models.CharField(max_length=20)
    state = models.CharField(max_length=20, choices=State, default=State.QUEUED)
    step = models.CharField("what is being done", max_length=100, blank=True)
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps = models.PositiveSmallIntegerField(default=1)
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    counted_at = models.DateTimeField(null=True, blank=True)
    failed_because = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    result = models.JSONField(null=True, blank=True)

    objects = MadeQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "made of editions"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "kind", "form"],
                name="made_one_at_a_time",
                condition=Q(state__in=["queued", "being_made"]),
                violation_error_message="It is being made already.",
            ),
            models.CheckConstraint(
                name="made_failed_with_a_reason",
                condition=~Q(state="failed") | ~Q(failed_because=""),
            ),
            models.CheckConstraint(
                name="made_done_was_counted",
                condition=~Q(state="done") | Q(counted_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition}: {self.kind}, {self.form}"

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.QUEUED, self.State.BEING_MADE)

    @property
    def is_of_an_older_draft(self) -> bool:
        return self.draft != self.edition.draft
