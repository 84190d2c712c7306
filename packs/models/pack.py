"""One file of a case: for whom, what is in it, what is blacked out, who reviewed and made it."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.trail import tracked
from cases.models import Case
from documents.models import Document

LONGEST_WORDS = 100


def _person(**more) -> models.ForeignKey:
    user = settings.AUTH_USER_MODEL
    return models.ForeignKey(user, models.PROTECT, related_name="+", blank=bool(more), **more)


class PackQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        """Those of the cases of which ``user`` may know all: documents name whom they like."""
        return self.filter(case__in=Case.objects.wholly_visible_to(user))

    def finished(self):
        return self.exclude(finished_at=None)


@tracked
class Pack(models.Model):
    """``kept`` names the places of its words that stay readable (:mod:`packs.contents`).

    What was finished lies in the vault under ``sha256``, what cannot be shown as pages beside it
    as a ZIP under ``beside_sha256``.
    """

    class For(models.TextChoices):
        OMBUDSMAN = "ombudsman", "The Ombudsman"
        PANEL = "panel", "A review panel"
        HANDOVER = "handover", "A handover"
        OTHER = "other", "Somebody else"

    case = models.ForeignKey(Case, models.PROTECT, related_name="packs")
    for_whom = models.CharField("for whom", max_length=20, choices=For)
    named = models.CharField("who it is for", max_length=100, blank=True)
    with_chronology = models.BooleanField("with a chronology", default=True)
    words = ArrayField(models.CharField(max_length=LONGEST_WORDS), default=list, blank=True)
    kept = ArrayField(models.TextField(), default=list, blank=True)
    needs_review = models.BooleanField("reviewed before it is made", default=False)
    begun_at = models.DateTimeField("begun", auto_now_add=True)
    begun_by = _person()
    marked_at = models.DateTimeField("sent for review", null=True, blank=True)
    marked_by = _person(null=True)
    sent_back_because = models.CharField("sent back because", max_length=300, blank=True)
    reviewed_at = models.DateTimeField("reviewed", null=True, blank=True)
    reviewed_by = _person(null=True)
    finished_at = models.DateTimeField("made", null=True, blank=True)
    finished_by = _person(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    beside_sha256 = models.CharField(max_length=64, blank=True)
    pages = models.PositiveIntegerField(default=0)

    objects = PackQuerySet.as_manager()

    class Meta:
        verbose_name = "file of the case"
        ordering = ["-id"]
        triggers = [
            pgtrigger.Protect(
                name="finished_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__finished_at__isnull=False),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="pack_named",
                condition=~Q(for_whom="other") | ~Q(named=""),
                violation_error_message="Enter who the file is for.",
            ),
            models.CheckConstraint(
                name="pack_marked_by_somebody",
                condition=Q(marked_at=None, marked_by=None)
                | Q(marked_at__isnull=False, marked_by__isnull=False),
                violation_error_message="Somebody sends a file for review.",
            ),
            models.CheckConstraint(
                name="pack_reviewed_by_another",
                condition=Q(reviewed_at=None, reviewed_by=None)
                | Q(reviewed_at__isnull=False, marked_by__isnull=False)
                & ~Q(reviewed_by=F("marked_by")),
                violation_error_message="Somebody else reviews it than the one who marked it.",
            ),
            models.CheckConstraint(
                name="pack_finished_as_a_whole",
                condition=Q(finished_at=None, finished_by=None, sha256="", pages=0)
                | Q(finished_at__isnull=False, finished_by__isnull=False, pages__gt=0)
                & ~Q(sha256=""),
                violation_error_message="A file is made by somebody, and has pages.",
            ),
            models.CheckConstraint(
                name="pack_finished_once_reviewed",
                condition=Q(finished_at=None)
                | Q(needs_review=False)
                | Q(reviewed_at__isnull=False),
                violation_error_message="It is reviewed before it is made.",
            ),
        ]

    def __str__(self) -> str:
        return f"File for {self.reader}"

    @property
    def reader(self) -> str:
        """For whom, in words that follow "for"."""
        if self.named:
            return self.named
        label = self.get_for_whom_display()
        return f"{label[:1].lower()}{label[1:]}"

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    @property
    def waits_for_review(self) -> bool:
        return self.marked_at is not None and not self.is_finished

    @property
    def has_withdrawn(self) -> bool:
        """Whether something that is in it was taken out of the case since."""
        return any(item.document.is_taken_out for item in self.items.all())


class PackDocumentQuerySet(models.QuerySet):
    def there(self):
        """Those whose document was not taken out of the case since."""
        return self.filter(document__taken_out_at=None)


@tracked
class PackDocument(models.Model):
    """A document that was chosen; ``left_out`` and ``blackened`` are pages, from one."""

    pack = models.ForeignKey(Pack, models.CASCADE, related_name="items")
    document = models.ForeignKey(Document, models.PROTECT, related_name="packs")
    left_out = ArrayField(models.PositiveIntegerField(), default=list, blank=True)
    blackened = ArrayField(models.PositiveIntegerField(), default=list, blank=True)

    objects = PackDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "document of a file"
        ordering = ["document__dated_on", "document_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pack", "document"],
                name="pack_document_once",
                violation_error_message="A document is in a file once.",
            ),
            models.CheckConstraint(
                name="pack_page_left_out_or_blackened",
                condition=~Q(left_out__overlap=F("blackened")),
                violation_error_message="A page is left out or blacked out, not both.",
            ),
        ]

    def __str__(self) -> str:
        return f"Document {self.document_id}"


class PackDownload(models.Model):
    """Somebody took a copy of a finished file. A log of its own, like who looked."""

    pack = models.ForeignKey(Pack, models.PROTECT, related_name="downloads")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-id"]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.pack_id} by {self.user_id}"
