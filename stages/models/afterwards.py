"""After closing: three questions to the complainant, how they were asked, and what came back."""

from django.db import models
from django.db.models import F, Q

from accounts.trail import tracked
from cases.models import Case
from cases.models.lists import ListedWord

from .stage import Stage
from .telling import How


@tracked
class AfterwardsQuestion(ListedWord):
    """A question to complainants once their case is closed. It is answered yes, partly or no."""


class AskedAfterwardsQuerySet(models.QuerySet):
    def unanswered(self):
        return self.filter(answered_on=None)


@tracked
class AskedAfterwards(models.Model):
    """A complainant who was asked, once for a case; ``stage`` is the last that was answered."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="asked_afterwards")
    stage = models.ForeignKey(Stage, models.PROTECT, related_name="asked_afterwards")
    asked_on = models.DateField("asked")
    how = models.CharField("asked by which channel", max_length=20, choices=How)
    answered_on = models.DateField("answered", null=True, blank=True)
    said = models.TextField("what they said", blank=True)

    objects = AskedAfterwardsQuerySet.as_manager()

    class Meta:
        verbose_name = "asked after closing"
        verbose_name_plural = "asked after closing"
        indexes = [models.Index(fields=["asked_on"], name="asked_afterwards_on")]
        constraints = [
            models.CheckConstraint(
                name="afterwards_answered_on_or_after_asked_on",
                condition=Q(answered_on__gte=F("asked_on")) | Q(answered_on=None),
                violation_error_message="Nobody answers before they were asked.",
            ),
            models.CheckConstraint(
                name="afterwards_said_once_answered",
                condition=Q(said="") | Q(answered_on__isnull=False),
                violation_error_message="Enter the date on which they answered.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}: asked after closing"


@tracked
class AfterwardsAnswer(models.Model):
    """One question that was asked, and its answer; empty while none has come, or they gave none."""

    class Answer(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No"

    asked = models.ForeignKey(AskedAfterwards, models.PROTECT, related_name="answers")
    question = models.ForeignKey(AfterwardsQuestion, models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=10, choices=Answer, blank=True)

    class Meta:
        ordering = ["question__position", "id"]
        verbose_name = "answer after closing"
        verbose_name_plural = "answers after closing"
        constraints = [
            models.UniqueConstraint(
                fields=["asked", "question"], name="afterwards_question_asked_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.get_answer_display() or 'No answer'}"

    @property
    def case(self) -> Case:
        return self.asked.case
