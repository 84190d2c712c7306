"""Lessons and the actions that carry them through: a named lead, a date, and evidence."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked
from cases.models import Case, Point, ServiceArea
from stages.models import Recommendation, Stage

WORDS = SearchVector("text", config="english")
ALIKE = 5  # shown


class LessonQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        """Those of cases that ``user`` may see; without a case, those of areas they see; and
        those of which they lead an action."""
        seen = Q(case__in=Case.objects.visible_to(user).order_by().values("pk"))
        if user.may(Permission.SEE_ALL_CASES):
            seen |= Q(case=None)
        else:
            seen |= Q(case=None, service_area__heads=user)
        led = ActionPoint.objects.filter(lead_user=user).order_by().values("lesson")
        return self.filter(seen | Q(pk__in=led)).distinct()

    def like(self, text: str):
        """Lessons that share words with ``text``, the likest first: at most ``ALIKE``."""
        words = [word for word in text.split() if word.isalnum()][:40]
        if not words:
            return self.none()
        query = SearchQuery(words[0], config="english")
        for word in words[1:]:
            query |= SearchQuery(word, config="english")
        found = self.annotate(words=WORDS).filter(words=query)
        return found.annotate(rank=SearchRank(WORDS, query)).order_by("-rank", "-pk")[:ALIKE]


@tracked
class Lesson(models.Model):
    """A recommendation or a lesson of the council's own, and whether it was accepted."""

    class Source(models.TextChoices):
        COMPLAINT = "complaint", "The complaint itself"
        LEARNING_FORM = "learning_form", "The learning form of an answer"
        INVESTIGATOR = "investigator", "The investigator"
        PANEL = "panel", "The review panel"
        OMBUDSMAN = "ombudsman", "The Ombudsman"
        MEDIATION = "mediation", "A mediation"

    class Accepted(models.TextChoices):
        YES = "yes", "Accepted"
        IN_PART = "in_part", "Accepted in part"
        NO = "no", "Not accepted"

    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="lessons")
    point = models.ForeignKey(Point, models.PROTECT, null=True, blank=True, related_name="lessons")
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="lessons")
    source = models.CharField("where it comes from", max_length=20, choices=Source, blank=True)
    recommendation = models.OneToOneField(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="lesson"
    )
    raised_on = models.DateField()
    text = models.TextField("what was learnt")
    accepted = models.CharField("accepted", max_length=10, choices=Accepted, blank=True)
    accepted_why = models.TextField("why not, or not all of it", blank=True)
    recurring = models.BooleanField("an issue in earlier complaints", default=False)
    repeats = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="repeated_by"
    )
    complainant_told_on = models.DateField("complainant told", null=True, blank=True)
    not_told_because = models.CharField(
        "why the complainant is not told", max_length=300, blank=True
    )
    closed_on = models.DateField("closed", null=True, blank=True)
    evidence = models.TextField("what shows that it was carried through", blank=True)

    objects = LessonQuerySet.as_manager()

    class Meta:
        ordering = ["raised_on", "id"]
        indexes = [
            models.Index(fields=["raised_on"], name="lesson_raised"),
            GinIndex(WORDS, name="lesson_words"),
        ]
        constraints = [
            models.CheckConstraint(
                name="lesson_not_accepted_with_a_reason",
                condition=Q(accepted__in=["", "yes"]) | ~Q(accepted_why=""),
                violation_error_message="Say why it is not accepted, or not all of it.",
            ),
            models.CheckConstraint(
                name="lesson_does_not_repeat_itself",
                condition=Q(repeats=None) | ~Q(repeats=F("pk")),
                violation_error_message="A lesson cannot repeat itself.",
            ),
            models.CheckConstraint(
                name="lesson_closed_once_it_was_answered",
                condition=Q(closed_on=None) | (~Q(accepted="") & Q(closed_on__gte=F("raised_on"))),
                violation_error_message="Say first whether the council accepts the lesson.",
            ),
            models.CheckConstraint(
                name="lesson_closed_with_evidence",
                condition=Q(closed_on=None) | ~Q(evidence=""),
                violation_error_message="Enter what shows that it was carried through.",
            ),
            models.CheckConstraint(
                name="lesson_closed_once_the_complainant_was_told",
                condition=Q(closed_on=None)
                | Q(complainant_told_on__isnull=False)
                | ~Q(not_told_because=""),
                violation_error_message=(
                    "Enter the date on which the complainant was told, or why they are not told."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def is_open(self) -> bool:
        return self.closed_on is None


class ActionPointQuerySet(models.QuerySet):
    def open(self):
        return self.filter(done_on=None)

    def late(self, *, on: date):
        return self.open().filter(due_on__lt=on)


@tracked
class LearningForm(models.Model):
    """What whoever drafts the answer to a stage says of what is to be learnt: one for a stage.

    Either it teaches something, which becomes a lesson, or it says why nothing is changed.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="learning_forms")
    stage = models.OneToOneField(Stage, models.PROTECT, related_name="learning_form")
    went_wrong = models.TextField("what went wrong, and why")
    put_right = models.TextField("what was changed already", blank=True)
    lesson = models.OneToOneField(
        Lesson, models.PROTECT, null=True, blank=True, related_name="learning_form"
    )
    why_no_change = models.TextField("why nothing is to be changed", blank=True)
    filled_on = models.DateField("filled in")
    filled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["filled_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="learning_form_a_lesson_or_why_none",
                condition=Q(lesson__isnull=False, why_no_change="")
                | (Q(lesson=None) & ~Q(why_no_change="")),
                violation_error_message="Say what is to be changed, or why nothing is.",
            ),
            models.CheckConstraint(
                name="learning_form_says_what_went_wrong",
                condition=~Q(went_wrong=""),
                violation_error_message="Say what went wrong, and why.",
            ),
        ]

    def __str__(self) -> str:
        return f"Learning form of {self.stage}"


@tracked
class ActionPoint(models.Model):
    """What will be done, by whom, by when. Done only with evidence."""

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="action_points")
    text = models.TextField(blank=True)
    lead = models.CharField("lead (name or post)", max_length=200, blank=True)
    lead_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="action_points",
        help_text="Where the lead signs in here",
    )
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True)

    objects = ActionPointQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["due_on"], name="action_point_open", condition=Q(done_on=None))
        ]
        constraints = [
            models.CheckConstraint(
                name="action_point_done_with_evidence",
                condition=Q(done_on=None) | ~Q(evidence=""),
                violation_error_message="An action is done when there is evidence of it.",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80] or f"Action of {self.lesson}"

    @property
    def who(self) -> str:
        return str(self.lead_user or self.lead)
