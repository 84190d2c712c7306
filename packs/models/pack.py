"""One file of a case: for whom, what is in it, what is blacked out, who reviewed and made it."""

from datetime import date

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

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
    """``kept`` names the places of its words that stay readable, ``entries_left_out`` the entries
    that do not stand in its chronology (:mod:`packs.contents`).

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
    entries_left_out = ArrayField(models.CharField(max_length=64), default=list, blank=True)
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
        return any(item.is_taken_out for item in self.items.all())


class PackDocumentQuerySet(models.QuerySet):
    def there(self):
        """Those whose document was not taken out of the case since, and copies."""
        return self.filter(document__taken_out_at=None)

    def copies(self):
        return self.filter(document=None)


@tracked
class PackDocument(models.Model):
    """A document that was chosen, or a copy of what is no document of the case, such as a letter as
    it was sent: ``copy_of`` says which, and the copy lies in the vault.

    ``left_out`` and ``blackened`` are pages, from one.
    """

    pack = models.ForeignKey(Pack, models.CASCADE, related_name="items")
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="packs"
    )
    copy_of = models.CharField(max_length=40, blank=True)
    copy_title = models.CharField(max_length=200, blank=True)
    copy_dated_on = models.DateField(null=True, blank=True)
    copy_sha256 = models.CharField(max_length=64, blank=True)
    left_out = ArrayField(models.PositiveIntegerField(), default=list, blank=True)
    blackened = ArrayField(models.PositiveIntegerField(), default=list, blank=True)

    objects = PackDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "document of a file"
        ordering = [Coalesce("document__dated_on", "copy_dated_on"), "document_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pack", "document"],
                name="pack_document_once",
                violation_error_message="A document is in a file once.",
            ),
            models.UniqueConstraint(
                fields=["pack", "copy_of"],
                condition=~Q(copy_of=""),
                name="pack_copy_once",
                violation_error_message="A letter is in a file once.",
            ),
            models.CheckConstraint(
                name="pack_document_or_copy",
                condition=Q(document__isnull=False, copy_of="", copy_dated_on=None, copy_sha256="")
                | Q(document=None, copy_dated_on__isnull=False)
                & ~Q(copy_of="")
                & ~Q(copy_sha256=""),
                violation_error_message="It is a document of the case, or a whole copy.",
            ),
            models.CheckConstraint(
                name="pack_page_left_out_or_blackened",
                condition=~Q(left_out__overlap=F("blackened")),
                violation_error_message="A page is left out or blacked out, not both.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.document.name if self.document else f"{self.copy_title}.pdf"

    @property
    def kind(self) -> str:
        return str(self.document.kind) if self.document else self.copy_title

    @property
    def dated_on(self) -> date:
        return self.document.dated_on if self.document else self.copy_dated_on

    @property
    def sha256(self) -> str:
        return self.document.sha256 if self.document else self.copy_sha256

    @property
    def size(self) -> int:
        return self.document.size if self.document else 0

    @property
    def is_taken_out(self) -> bool:
        return bool(self.document and self.document.is_taken_out)

    @property
    def must_not_be_disclosed(self) -> bool:
        must_not = Document.Disclosure.MUST_NOT
        return bool(self.document and self.document.disclosure == must_not)


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
