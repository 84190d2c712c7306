"""A complaint put to a contracted provider: what it is asked for, by when, and when it came.

The council stays answerable: its own deadline runs on unchanged.
"""

from datetime import date

from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.trail import tracked
from cases.models import Case, Provider

from .stage import Stage
from .task import Task


class ProviderRequestQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        return self.filter(case__in=Case.objects.visible_to(user))

    def waiting(self):
        """Not answered, of a case that is still open."""
        return self.filter(answered_on=None, case__closed_on=None, case__withdrawn_on=None)


@tracked
class ProviderRequest(models.Model):
    class Asks(models.TextChoices):
        REPLY = "reply", "They reply to the complainant themselves"
        DRAFT = "draft", "They give us a draft, and we reply"

    case = models.ForeignKey(Case, models.PROTECT, related_name="provider_requests")
    stage = models.ForeignKey(Stage, models.PROTECT, related_name="provider_requests")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="requests")
    asks_for = models.CharField("who replies", max_length=20, choices=Asks, default=Asks.DRAFT)
    asked_on = models.DateField("asked")
    due_on = models.DateField("answer due")
    chase = models.OneToOneField(Task, models.PROTECT, null=True, blank=True, related_name="+")
    answered_on = models.DateField("answer came", null=True, blank=True)
    said = models.TextField("what came", blank=True)

    objects = ProviderRequestQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["asked_on"], name="provider_asked"),
            models.Index(fields=["due_on"], name="provider_waiting", condition=Q(answered_on=None)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                name="one_provider_asked_at_a_time",
                condition=Q(answered_on=None),
                violation_error_message="A provider has the complaint already.",
            ),
            models.CheckConstraint(
                name="provider_due_on_or_after_asked",
                condition=Q(due_on__gte=F("asked_on")),
                violation_error_message="The provider's answer cannot be due before it is asked.",
            ),
            models.CheckConstraint(
                name="provider_answered_on_or_after_asked",
                condition=Q(answered_on__gte=F("asked_on")) | Q(answered_on=None),
                violation_error_message="The provider's answer cannot come before it is asked.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.provider}, asked {self.asked_on:%-d %B %Y}"

    def is_late(self, *, on: date) -> bool:
        return (self.answered_on or on) > self.due_on
