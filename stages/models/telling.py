"""What the complainant was told, how, and on which day: acknowledged, answered."""

from django.db import models
from django.db.models import Q

from accounts.trail import tracked

from .stage import Stage


class How(models.TextChoices):
    LETTER = "letter", "By letter"
    EMAIL = "email", "By email"
    TELEPHONE = "telephone", "By telephone"
    IN_PERSON = "in_person", "Face to face"
    TEXT = "text", "By text message"


@tracked
class Acknowledgement(models.Model):
    """How a stage was acknowledged, and what went with it. The day is a column of the stage."""

    stage = models.OneToOneField(Stage, models.PROTECT, related_name="acknowledgement")
    how = models.CharField(max_length=20, choices=How)
    leaflet_sent = models.BooleanField("the procedure was explained", default=False)
    advocacy_offered = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"acknowledged {self.get_how_display().lower()}"


@tracked
class Answer(models.Model):
    """How a stage was answered. The day is a column of the stage, the findings are on its points.

    An answer given by talking still gives the right to go on, and that is recorded (domain.md 5).
    """

    class Way(models.TextChoices):
        WRITTEN = "written", "In writing"
        SPOKEN = "spoken", "By talking"
        SETTLED = "settled", "Settled before stage 1"

    stage = models.OneToOneField(Stage, models.PROTECT, related_name="answer")
    way = models.CharField(max_length=10, choices=Way, default=Way.WRITTEN)
    with_whom = models.CharField("talked with", max_length=200, blank=True)
    agreed = models.TextField("what was agreed", blank=True)
    right_given_on = models.DateField("told of the right to go on", null=True, blank=True)
    window_ends_on = models.DateField(
        "last day to ask for the next stage, as the complainant was told", null=True, blank=True
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="spoken_answer_is_told_in_full",
                condition=~Q(way="spoken")
                | (~Q(with_whom="") & ~Q(agreed="") & Q(right_given_on__isnull=False)),
                violation_error_message=(
                    "For an answer given by talking, say with whom, what was agreed, and when the "
                    "complainant was told of the right to go on."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"answered {self.get_way_display().lower()}"
