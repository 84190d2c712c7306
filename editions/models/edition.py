"""An edition of the annual report: what it is about, and its sections as they are written."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked
from cases.models import Directorate
from reporting.period import Period
from reporting.scope import Scope

# Local Government Act 1972, Part 1 of Schedule 12A, as it stands for England since 1 March 2006
EXEMPT_UNDER = (
    (1, "1: information relating to any individual"),
    (2, "2: information which is likely to reveal the identity of an individual"),
    (3, "3: information relating to the financial or business affairs of any particular person"),
    (4, "4: information relating to consultations or negotiations on a labour relations matter"),
    (5, "5: information in respect of which a claim to legal professional privilege could be made"),
    (6, "6: information which reveals that a notice, order or direction is to be given"),
    (7, "7: information relating to action on the prevention or prosecution of crime"),
)
LONGEST_TEXT = 60_000  # letters: some twenty-five pages in one section


class EditionQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        return self if user.may(Permission.OPEN_REPORTS) else self.none()

    def drafts(self):
        return self.filter(published_at=None)

    def published(self):
        return self.exclude(published_at=None)

    def about(self, scope: Scope):
        """The same period, directorates and procedures: nothing else can be held against it."""
        start, end = scope.period.days
        return self.filter(
            start=start,
            end=end,
            directorate=scope.directorate,
            among=sorted(each.pk for each in scope.among),
            procedures=sorted(scope.procedures),
        )


@tracked
class Edition(models.Model):
    """``draft`` counts the changes made to it: clearances name the one they are of.

    A published edition never changes. A later version of the same period takes its place.
    """

    title = models.CharField(max_length=200)
    start = models.DateField("from")
    end = models.DateField("to")
    directorate = models.ForeignKey(
        Directorate, models.PROTECT, null=True, blank=True, related_name="+"
    )
    among = ArrayField(
        models.BigIntegerField(), default=list, blank=True, help_text="Keys of several directorates"
    )
    procedures = ArrayField(
        models.SlugField(max_length=30), default=list, blank=True, help_text="Their codes; or every"
    )
    version = models.PositiveSmallIntegerField(default=1)
    draft = models.PositiveIntegerField(default=1)
    meeting_on = models.DateField("date of the meeting", null=True, blank=True)
    exempt_paragraph = models.PositiveSmallIntegerField(
        "the exempt appendix is exempt under", choices=EXEMPT_UNDER, null=True, blank=True
    )
    exempt_because = models.TextField(
        "why keeping it exempt outweighs the public interest in telling it",
        blank=True,
        max_length=2_000,
    )
    begun_at = models.DateTimeField(auto_now_add=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    published_at = models.DateTimeField("published", null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-end", "-start", "directorate", "-version"]
        triggers = [
            pgtrigger.Protect(
                name="published_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_at__isnull=False),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["start", "end", "directorate", "among", "procedures", "version"],
                name="edition_version",
                nulls_distinct=False,
                violation_error_message="There is such a version already.",
            ),
            models.UniqueConstraint(
                fields=["start", "end", "directorate", "among", "procedures"],
                name="edition_one_draft",
                condition=Q(published_at=None),
                nulls_distinct=False,
                violation_error_message="There is a draft for this period already: go on with it.",
            ),
            models.CheckConstraint(
                name="edition_exempt_because",
                condition=Q(exempt_paragraph=None) | ~Q(exempt_because=""),
                violation_error_message="Say why keeping it exempt outweighs telling it.",
            ),
            models.CheckConstraint(
                name="edition_of_one_or_several_directorates",
                condition=Q(among=[]) | Q(directorate=None, among__len__gte=2),
            ),
            models.CheckConstraint(
                name="edition_ends_after_it_begins", condition=Q(end__gte=F("start"))
            ),
            models.CheckConstraint(
                name="edition_published_by_somebody",
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}" if self.version > 1 else self.title

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def period(self) -> Period:
        return Period(self.start, self.end)

    @property
    def scope(self) -> Scope:
        among = tuple(Directorate.objects.filter(pk__in=self.among)) if self.among else ()
        return Scope(self.period, self.directorate, among=among, procedures=tuple(self.procedures))


@tracked
class Section(models.Model):
    """``text`` is written in the plain notation of letters, with figures as ``{names}``; a line
    ``{table NAME}`` is where a table stands. What is left out is kept."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="sections")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True, max_length=LONGEST_TEXT)
    left_out = models.BooleanField(default=False)
    is_exempt = models.BooleanField("stands in the exempt appendix", default=False)
    saved = models.PositiveIntegerField(default=1, help_text="How often it was saved")

    class Meta:
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "position"],
                name="section_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["edition", "title"],
                name="section_title",
                violation_error_message="The report has a section of that title.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
