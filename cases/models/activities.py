"""What the complaints service does beside answering complaints: surgeries, training, meetings,
leaflets. The annual report counts them under key improvements.
"""

from django.db import models
from django.db.models import Q

from accounts.trail import tracked

from .case import Case
from .contacts import Contact
from .lists import ListedWord
from .services import ServiceArea


@tracked
class ActivityKind(ListedWord):
    """A kind of activity; what it means decides what is asked about it."""

    class Means(models.TextChoices):
        SURGERY = "surgery", "A surgery: it may log complaints and other contacts"
        TRAINING = "training", "Training: it has people who must be trained"
        MEETING = "meeting", "A meeting with others"
        LEAFLET = "leaflet", "Something printed or sent out, in copies"
        OTHER = "other", "Something else"

    means = models.CharField(max_length=20, choices=Means)


class ActivityQuerySet(models.QuerySet):
    def counted(self):
        """Those that took place: not those that were logged in error."""
        return self.filter(left_out_because="")


@tracked
class Activity(models.Model):
    """``service_area`` is empty where it was for all of them."""

    kind = models.ForeignKey(ActivityKind, models.PROTECT, related_name="activities")
    held_on = models.DateField("date")
    service_area = models.ForeignKey(
        ServiceArea, models.PROTECT, null=True, blank=True, related_name="activities"
    )
    about = models.CharField("what it was about", max_length=300, blank=True)
    copies = models.PositiveIntegerField("copies issued", null=True, blank=True)
    left_out_because = models.CharField("logged in error because", max_length=200, blank=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-id"]
        verbose_name_plural = "activities"
        indexes = [models.Index(fields=["held_on"], name="activity_held")]
        constraints = [
            models.CheckConstraint(
                name="activity_copies_one_or_more",
                condition=Q(copies__gte=1) | Q(copies=None),
                violation_error_message="Enter one copy or more, or leave it empty.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.service_area or 'all service areas'}, {self.held_on:%-d %B %Y}"


@tracked
class Trainee(models.Model):
    """Somebody, or a team, who must be trained; ``trained_on`` once they have been."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="trainees")
    name = models.CharField("who", max_length=200)
    trained_on = models.DateField("trained", null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "name"],
                name="trainee_once_in_an_activity",
                violation_error_message="They are on the list of this activity already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class LoggedAtActivity(models.Model):
    """A complaint, or another contact, that came in at an activity, as at a surgery."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="logged")
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="logged_at")
    contact = models.ForeignKey(
        Contact, models.PROTECT, null=True, blank=True, related_name="logged_at"
    )

    class Meta:
        ordering = ["id"]
        verbose_name = "activity at which it came in"
        verbose_name_plural = "activities at which something came in"
        constraints = [
            models.CheckConstraint(
                name="logged_at_activity_one_thing",
                condition=Q(case__isnull=False, contact=None) | Q(case=None, contact__isnull=False),
                violation_error_message="Say which complaint, or which other contact, came in.",
            ),
            models.UniqueConstraint(
                fields=["case"],
                name="case_logged_at_one_activity",
                violation_error_message="That complaint stands with an activity already.",
            ),
            models.UniqueConstraint(
                fields=["contact"],
                name="contact_logged_at_one_activity",
                violation_error_message="That contact stands with an activity already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case or self.contact} at {self.activity}"
