"""E-mail that goes out, and how far each message is."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import User
from accounts.trail import tracked
from cases.models import Case, seen


def new_message_id() -> str:
    """The Message-ID that a delivery report names, with the sender's own domain."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip("> ")
    return f"<{uuid.uuid4().hex}@{domain}>"


class MessageQuerySet(models.QuerySet):
    def for_a_person(self):
        """What no worker goes on with: it failed, or nobody knows whether it left."""
        return self.filter(state__in=Message.FOR_A_PERSON)

    def visible_to(self, user: User):
        """All but those about a case that is about ``user``."""
        return self.exclude(case__in=seen.complained_about(user))


@tracked
class Message(models.Model):
    """One e-mail to one address. Of a case it holds the reference, at the most."""

    class Kind(models.TextChoices):
        LINK = "link", "Link to a question"
        QUESTION = "question", "Question to somebody who signs in"
        REMINDER = "reminder", "Reminder of a question"
        DESK = "desk", "Desk digest"
        SERVICE = "service", "Weekly digest of a head of service"
        LETTER = "letter", "Letter of a case"
        TASK = "task", "Reminder of a task"

    class State(models.TextChoices):
        QUEUED = "queued", "Queued"
        BEING_SENT = "being_sent", "Being sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Failed"
        WAITS = "waits", "Waits for a person"
        DROPPED = "dropped", "Not to be sent"

    FOR_A_PERSON = (State.FAILED, State.WAITS)

    kind = models.CharField(max_length=20, choices=Kind)
    to_address = models.EmailField("to")
    to_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="messages_out"
    )
    subject = models.CharField(max_length=200)
    text = models.TextField()
    # Stands in the text as {secret}; what it is made of, so that the text opens nothing
    secret_seed = models.CharField(max_length=64, blank=True)
    message_id = models.CharField(max_length=200, unique=True, default=new_message_id)
    state = models.CharField(max_length=20, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField("queued")
    claimed_at = models.DateTimeField("last begun", null=True, blank=True)
    sent_at = models.DateTimeField("sent", null=True, blank=True)
    trouble = models.CharField("what went wrong", max_length=500, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-queued_at", "-id"]
        verbose_name = "message that goes out"
        verbose_name_plural = "messages that go out"
        indexes = [
            models.Index(
                fields=["state"],
                name="message_not_done_with",
                condition=Q(state__in=["queued", "being_sent", "failed", "waits"]),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="message_sent_at_a_time",
                condition=~Q(state="sent") | Q(sent_at__isnull=False),
                violation_error_message="Say when it was sent.",
            ),
            models.CheckConstraint(
                name="message_trouble_is_told",
                condition=~Q(state__in=["failed", "waits"]) | ~Q(trouble=""),
                violation_error_message="Say what went wrong.",
            ),
            models.CheckConstraint(
                name="message_begun_before_it_is_being_sent",
                condition=~Q(state="being_sent") | Q(claimed_at__isnull=False, attempts__gt=0),
                violation_error_message="A message that is being sent was begun at some time.",
            ),
        ]

    def __str__(self) -> str:
        return f"Message to {self.to_address}"

    @property
    def is_for_a_person(self) -> bool:
        return self.state in self.FOR_A_PERSON


@tracked
class Attachment(models.Model):
    """A file that goes with a message. It lies in the vault, under its SHA-256."""

    message = models.ForeignKey(Message, models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=250)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    @property
    def case(self) -> Case | None:
        return self.message.case
