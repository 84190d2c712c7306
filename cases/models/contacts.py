"""What is not a complaint and is counted all the same: compliments and other contacts.

Other contacts are worked too: each has an owner, a day by which it is answered, and an answer.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked

from .case import Case
from .lists import ListedWord
from .services import ServiceArea


@tracked
class Compliment(models.Model):
    received_on = models.DateField()
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="compliments")
    from_whom = models.CharField("from", max_length=200, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["-received_on", "-id"]
        indexes = [models.Index(fields=["received_on"], name="compliment_received")]

    def __str__(self) -> str:
        return f"Compliment, {self.service_area}, {self.received_on}"


class ContactQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        """Those who log contacts see them all; anybody else, those that they have."""
        return self if user.may(Permission.LOG_CASE) else self.filter(owner=user)

    def open(self):
        return self.filter(closed_on=None)

    def overdue(self, *, on: date):
        return self.open().filter(due_on__lt=on, answered_on=None)


@tracked
class Contact(models.Model):
    """``from_whom`` is contact data: it stands on the contact's own page and in no report.

    ``due_on`` is counted once, from the council's own times (:class:`ContactTime`); one that was
    imported has none.
    """

    class Kind(models.TextChoices):
        MEMBERS_ENQUIRY = "members_enquiry", "Members' enquiry"
        MP_ENQUIRY = "mp_enquiry", "MP enquiry"
        PROFESSIONAL_COMPLAINT = "professional_complaint", "Professional complaint"
        SERVICE_REQUEST = "service_request", "Service request"

    kind = models.CharField(max_length=30, choices=Kind)
    received_on = models.DateField()
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="contacts")
    from_whom = models.CharField("from", max_length=200, blank=True)
    asked = models.TextField("what was asked", blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="contacts"
    )
    due_on = models.DateField("answer due", null=True, blank=True)
    answered_on = models.DateField("answered", null=True, blank=True)
    answer = models.TextField("what was answered", blank=True)
    case = models.ForeignKey(
        Case,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contacts",
        verbose_name="complaint that it became",
    )
    closed_on = models.DateField(null=True, blank=True)
    close_reason = models.CharField("closed because", max_length=200, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["-received_on", "-id"]
        indexes = [
            models.Index(fields=["received_on"], name="contact_received"),
            models.Index(fields=["due_on"], name="contact_open", condition=Q(closed_on=None)),
        ]
        constraints = [
            models.CheckConstraint(
                name="contact_closed_on_or_after_received_on",
                condition=Q(closed_on__gte=F("received_on")) | Q(closed_on=None),
                violation_error_message="A contact cannot close before it was received.",
            ),
            models.CheckConstraint(
                name="contact_due_on_or_after_received_on",
                condition=Q(due_on__gte=F("received_on")) | Q(due_on=None),
                violation_error_message="An answer cannot be due before the contact was received.",
            ),
            models.CheckConstraint(
                name="contact_answered_on_or_after_received_on",
                condition=Q(answered_on__gte=F("received_on")) | Q(answered_on=None),
                violation_error_message="A contact cannot be answered before it was received.",
            ),
            models.CheckConstraint(
                name="contact_answered_is_closed",
                condition=Q(answered_on=None)
                | Q(closed_on__isnull=False, closed_on__gte=F("answered_on")),
                violation_error_message="What was answered is closed that day or later.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.service_area}, {self.received_on}"

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    def is_late(self, *, on: date) -> bool:
        """Answered after its day, or still open then. One that became a complaint is neither."""
        if self.due_on is None or (self.closed_on and not self.answered_on):
            return False
        return (self.answered_on or on) > self.due_on


@tracked
class ContactTime(ListedWord):
    """In how many working days a kind of contact is to be answered: the council's own rule.

    A rule is not edited: it goes out of use, and another takes its place from a day.
    """

    kind = models.CharField("kind of contact", max_length=30, choices=Contact.Kind)
    working_days = models.PositiveSmallIntegerField("working days to answer")

    class Meta(ListedWord.Meta):
        abstract = False
        constraints = [
            *ListedWord.Meta.constraints,
            models.CheckConstraint(
                name="contact_time_is_a_day_or_more",
                condition=Q(working_days__gte=1),
                violation_error_message="Enter one working day or more.",
            ),
        ]
