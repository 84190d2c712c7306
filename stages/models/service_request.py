"""What a service is asked about a case: to whom, due when, chased, and the answer.

Somebody who does not sign in answers through a link that opens this one question. The link and the
code that goes with it are kept as hashes only; each use of the link is kept for ever.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.trail import tracked
from cases.models import Case, seen
from messages_out.models import Message

from .task import Task

WRONG_CODES = 5  # after so many the link is closed


class ServiceRequestQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        return self.filter(case__in=Case.objects.visible_to(user))

    def waiting(self):
        """Not answered nor withdrawn, of a case that has not ended: the task is to be done."""
        return self.filter(task__done_on=None, task__dropped_on=None)

    def asked_of(self, user: User):
        """What ``user`` is asked, and nobody else is; of no case that is about them."""
        return self.filter(to_user=user).exclude(case__in=seen.complained_about(user))


@tracked
class ServiceRequest(models.Model):
    """``task`` is what stands on the desk and on the case until it is answered."""

    class How(models.TextChoices):
        SIGNED_IN = "signed_in", "signed in"
        LINK = "link", "through the link"
        TOLD = "told", "told us, and we wrote it down"

    case = models.ForeignKey(Case, models.PROTECT, related_name="service_requests")
    task = models.OneToOneField(Task, models.PROTECT, related_name="service_request")
    to_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="service_requests",
        verbose_name="who is asked",
    )
    to_name = models.CharField("team or person without a log-in", max_length=200, blank=True)
    question = models.TextField()
    asked_on = models.DateField("asked")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField("answer due")
    chased_on = models.DateField("last chased", null=True, blank=True)
    chased = models.PositiveSmallIntegerField("times chased", default=0)
    answered_on = models.DateField("answered", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_how = models.CharField("how it came", max_length=20, choices=How, blank=True)
    answer = models.TextField(blank=True)
    withdrawn_on = models.DateField("withdrawn", null=True, blank=True)
    withdrawn_because = models.CharField("why it is no longer asked", max_length=300, blank=True)

    objects = ServiceRequestQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        verbose_name = "request to a service"
        verbose_name_plural = "requests to services"
        constraints = [
            models.CheckConstraint(
                name="service_request_to_somebody",
                condition=Q(to_user__isnull=False, to_name="") | (Q(to_user=None) & ~Q(to_name="")),
                violation_error_message="Say who is asked: somebody who signs in, or who else.",
            ),
            models.CheckConstraint(
                name="service_request_asks_something",
                condition=~Q(question=""),
                violation_error_message="Enter the question.",
            ),
            models.CheckConstraint(
                name="service_request_due_on_or_after_asked",
                condition=Q(due_on__gte=F("asked_on")),
                violation_error_message="The answer cannot be due before it is asked for.",
            ),
            models.CheckConstraint(
                name="service_request_answered_with_an_answer",
                condition=Q(answered_on=None, answer="", answered_how="")
                | (Q(answered_on__gte=F("asked_on")) & ~Q(answer="") & ~Q(answered_how="")),
                violation_error_message="Enter the answer, from the day it was asked for or later.",
            ),
            models.CheckConstraint(
                name="service_request_withdrawn_with_a_reason",
                condition=Q(withdrawn_on=None) | (Q(answered_on=None) & ~Q(withdrawn_because="")),
                violation_error_message="Say why it is no longer asked, before it is answered.",
            ),
            models.CheckConstraint(
                name="service_request_chased_on_a_day",
                condition=Q(chased=0, chased_on=None) | Q(chased__gt=0, chased_on__isnull=False),
                violation_error_message="Enter the day on which it was chased.",
            ),
        ]

    def __str__(self) -> str:
        return f"Request to {self.to}"

    @property
    def to(self) -> str:
        return self.to_user.full_name if self.to_user else self.to_name

    @property
    def is_open(self) -> bool:
        return self.task.is_open

    def is_late(self, *, on: date) -> bool:
        return (self.answered_on or on) > self.due_on


class RequestLinkQuerySet(models.QuerySet):
    def standing(self):
        """Neither withdrawn nor used: the newest that was sent."""
        return self.filter(withdrawn_at=None, used_at=None)


@tracked
class RequestLink(models.Model):
    """A link that opens one question, with a code that is told apart from it."""

    request = models.ForeignKey(ServiceRequest, models.PROTECT, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=200)
    sent_to = models.EmailField("sent to")
    message = models.OneToOneField(
        Message, models.PROTECT, null=True, blank=True, related_name="request_link"
    )
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ends_on = models.DateField("opens until")
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    withdrawn_at = models.DateTimeField("withdrawn", null=True, blank=True)
    used_at = models.DateTimeField("used to answer", null=True, blank=True)

    objects = RequestLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        verbose_name = "link to a question"
        verbose_name_plural = "links to questions"
        constraints = [
            models.UniqueConstraint(
                fields=["request"],
                name="one_link_stands_at_a_time",
                condition=Q(withdrawn_at=None, used_at=None),
                violation_error_message="A link to this question stands already.",
            ),
            models.CheckConstraint(
                name="request_link_used_or_withdrawn",
                condition=Q(withdrawn_at=None) | Q(used_at=None),
                violation_error_message="A link is either used or withdrawn.",
            ),
            models.CheckConstraint(
                name="request_link_closed_by_wrong_codes",
                condition=Q(wrong_codes__lte=WRONG_CODES),
                violation_error_message="The link is closed: the code was wrong too often.",
            ),
        ]

    def __str__(self) -> str:
        return f"Link sent to {self.sent_to}"

    def why_closed(self, *, on: date) -> str:
        """Why it opens nothing on ``on``, as its reader is told; "" where it does."""
        if self.used_at or self.request.answered_on:
            return "This question has been answered. There is nothing left for you to do."
        if self.withdrawn_at or not self.request.is_open:
            return "This link was withdrawn: the question is no longer asked here."
        if self.wrong_codes >= WRONG_CODES:
            return "The code was entered wrongly five times, so this link is closed."
        if on > self.ends_on:
            return f"This link could be used until {self.ends_on:%-d %B %Y}."
        return ""


class LinkUse(models.Model):
    """Something that was done with a link. Kept for ever, changed by nobody."""

    class What(models.TextChoices):
        OPENED = "opened", "Opened"
        WRONG_CODE = "wrong_code", "A wrong code was entered"
        RIGHT_CODE = "right_code", "The code was entered: the question was shown"
        REFUSED = "refused", "Opened after it was closed"
        ANSWERED = "answered", "Used to answer"

    link = models.ForeignKey(RequestLink, models.PROTECT, related_name="uses")
    at = models.DateTimeField(auto_now_add=True)
    what = models.CharField(max_length=20, choices=What)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {self.at:%-d %B %Y %H:%M}"
