"""The papers of a case: what each is, its day, whether it may be disclosed, and who took a copy.

The file itself lies in :mod:`documents.vault`, under the SHA-256 of what is in it.
"""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import User
from accounts.trail import tracked
from cases.models import Case, CasePerson, Note
from cases.models.lists import ListedWord
from cases.models.searched import joins_search
from cases.models.taken_out import CanBeTakenOut, taken_out_rules

# Its words are gone in the moment in which it is taken out, whoever does it
WORDS_GO_WITH_IT = pgtrigger.Trigger(
    name="words_go_with_it",
    when=pgtrigger.After,
    operation=pgtrigger.Update | pgtrigger.Delete,
    func="""
        DELETE FROM documents_documenttext WHERE document_id = OLD.id
        AND (TG_OP = 'DELETE' OR NEW.taken_out_at IS NOT NULL);
        RETURN NULL;
    """,
)
NAME_IN_WORDS = "translate(text.name, '_-.', '   ')"  # "visit_log.pdf" is three words


@tracked
class DocumentKind(ListedWord):
    """The type of a document: consent form, report, photograph, …

    ``means`` says of which rule it is: an adjudication goes with both reports.
    """

    class Means(models.TextChoices):
        INVESTIGATOR_REPORT = "investigator_report", "Report of the investigating officer"
        INDEPENDENT_REPORT = "independent_report", "Report of the independent person"

    means = models.CharField("what it is in the rules", max_length=30, choices=Means, blank=True)


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        """Those of the cases that ``user`` may see, where they may know who complains.

        A paper names people wherever it likes, so where who complains is withheld from the service,
        all of the papers are.
        """
        return self.filter(case__in=Case.objects.wholly_visible_to(user))

    def that_may_go_to(self, part: CasePerson | None):
        """What a letter to ``part`` of the case may enclose."""
        only = Q(only_to="")
        if part is not None:
            only |= Q(only_to=part.role)
        return self.there().filter(only, disclosure=Document.Disclosure.MAY)

    def there(self):
        """Those that can be opened: not those that were taken out of their case."""
        return self.filter(taken_out_at=None)


@tracked
class Document(CanBeTakenOut):
    """``sha256`` stays where it is taken out: it says nothing, and shows which file it was."""

    class Disclosure(models.TextChoices):
        NOT_DECIDED = "not_decided", "Not decided yet"
        MAY = "may", "May be disclosed"
        MUST_NOT = "must_not", "Must not be disclosed"

    case = models.ForeignKey(Case, models.PROTECT, related_name="documents")
    kind = models.ForeignKey(
        DocumentKind, models.PROTECT, related_name="documents", verbose_name="type"
    )
    dated_on = models.DateField("date of the document")
    disclosure = models.CharField(max_length=20, choices=Disclosure, default=Disclosure.NOT_DECIDED)
    only_to = models.CharField(
        "disclosed to this one only",
        max_length=20,
        choices=[one for one in CasePerson.Role.choices if one[0] != "complained_about"],
        blank=True,
        help_text="By their part in the case; empty where it may go to whoever is written to",
    )
    name = models.CharField("file name", max_length=200, blank=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField("size in bytes")
    note = models.ForeignKey(
        Note,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name="contact that it came with",
    )
    filed_at = models.DateTimeField("filed", auto_now_add=True)
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-dated_on", "-id"]
        indexes = [models.Index(fields=["sha256"], name="document_sha256")]
        triggers = [
            joins_search(
                "documents_document",
                NAME_IN_WORDS,
                only_if="taken_out_at IS NULL",
                names_people=True,
            ),
            WORDS_GO_WITH_IT,
        ]
        constraints = [
            *taken_out_rules("document", "name"),
            models.CheckConstraint(
                name="document_only_to_one_where_disclosed",
                condition=Q(only_to="") | Q(disclosure="may"),
                violation_error_message="Only what may be disclosed is disclosed to one person.",
            ),
            models.CheckConstraint(
                name="document_named",
                condition=~Q(name="") | Q(taken_out_at__isnull=False),
                violation_error_message="A document has a file name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name or "Document taken out"


class Download(models.Model):
    """Somebody was given a copy. Not in the trail: it is a log of its own, like who looked."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="downloads")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-id"]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.document_id} by {self.user_id}"
