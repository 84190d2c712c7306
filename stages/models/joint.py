"""Joint work with a body of the NHS: who leads, whether we may share, and their part of the answer.

Under the 2009 regulations the bodies must co-operate and give one co-ordinated reply
(domain.md 1.E and 7, regulation 9).
"""

from datetime import date

from django.db import models
from django.db.models import Q

from accounts.trail import tracked
from cases.models import Case, Point

from .task import Task


class JointWorkQuerySet(models.QuerySet):
    def awaited(self):
        """Where one reply is to be given, and the other body's part has not come."""
        return self.filter(separate_because="", came_on=None)


@tracked
class JointWork(models.Model):
    """What was agreed with one body about one case.

    ``points`` are those that it answers; the council makes no finding of its own on them. There is
    one reply, unless ``separate_because`` says why each answers apart.
    """

    class Lead(models.TextChoices):
        COUNCIL = "council", "The council"
        BODY = "body", "The NHS body"

    class Consent(models.TextChoices):
        ASKED = "asked", "Asked for, no answer yet"
        GIVEN = "given", "Given"
        REFUSED = "refused", "Refused"

    case = models.ForeignKey(Case, models.PROTECT, related_name="joint_work")
    body = models.CharField("NHS body", max_length=200)
    contact = models.CharField("whom we deal with there", max_length=300, blank=True)
    led_by = models.CharField("who leads", max_length=10, choices=Lead)
    agreed_on = models.DateField("agreed with them")
    consent = models.CharField("consent to share", max_length=10, choices=Consent)
    consent_on = models.DateField("day of that")
    points = models.ManyToManyField(Point, related_name="joint_work", blank=True)
    due_on = models.DateField("their part is due")
    came_on = models.DateField("their part came", null=True, blank=True)
    separate_because = models.TextField("why each answers apart", blank=True)
    task = models.OneToOneField(
        Task, models.PROTECT, null=True, blank=True, related_name="joint_work"
    )

    objects = JointWorkQuerySet.as_manager()

    class Meta:
        ordering = ["agreed_on", "id"]
        verbose_name_plural = "joint work"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "body"],
                name="joint_once_with_a_body",
                violation_error_message="Joint work with this body is on the case already.",
            ),
            models.CheckConstraint(
                name="joint_reply_only_with_consent",
                condition=~Q(consent="refused") | ~Q(separate_because=""),
                violation_error_message="Without consent to share there is no joint reply.",
            ),
        ]

    def __str__(self) -> str:
        return f"joint work with {self.body}"

    @property
    def is_one_reply(self) -> bool:
        return not self.separate_because

    @property
    def is_awaited(self) -> bool:
        return self.is_one_reply and self.came_on is None

    def is_late(self, *, on: date) -> bool:
        return self.is_awaited and on > self.due_on


@tracked
class PointOfJointWork(JointWork.points.through):
    """A point that another body answers: the table between, so that the trail keeps it too."""

    class Meta:
        proxy = True
        verbose_name = "point of joint work"
