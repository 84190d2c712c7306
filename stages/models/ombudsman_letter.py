"""The Ombudsman's annual letter: its rows as they were sent, and how each difference was settled.

Matched with our enquiries by the Ombudsman's reference (:mod:`complaints_site.letter_compared`).
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.trail import tracked

from .ombudsman import OmbudsmanEnquiry


@tracked
class AnnualLetter(models.Model):
    """One loading of a year's letter. A later one takes its place; the earlier stays readable."""

    year = models.PositiveSmallIntegerField("year that begins on 1 April of")
    loaded_on = models.DateField()
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    residents = models.PositiveIntegerField(
        "people who live in the council's area", null=True, blank=True
    )

    class Meta:
        ordering = ["-year", "-id"]

    def __str__(self) -> str:
        return f"Ombudsman's letter {self.label}"

    @property
    def label(self) -> str:
        """
        >>> AnnualLetter(year=2006).label
        '2006/07'
        """
        return f"{self.year}/{(self.year + 1) % 100:02d}"

    @property
    def days(self) -> tuple[date, date]:
        return date(self.year, 4, 1), date(self.year + 1, 3, 31)


@tracked
class LetterRow(models.Model):
    """A row of the letter, word for word; text that looks like a formula is text."""

    letter = models.ForeignKey(AnnualLetter, models.PROTECT, related_name="rows")
    line = models.PositiveIntegerField("line of the file")
    reference = models.CharField(max_length=40)
    category = models.CharField(max_length=200, blank=True)
    received_on = models.DateField("received", null=True, blank=True)
    decided_on = models.DateField("decided", null=True, blank=True)
    decision = models.CharField(max_length=200, blank=True)
    remedy = models.TextField(blank=True)

    class Meta:
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "reference"], name="letter_has_a_reference_once"
            )
        ]

    def __str__(self) -> str:
        return self.reference


@tracked
class Settlement(models.Model):
    """How a difference between the letter and our records was settled, and why."""

    class How(models.TextChoices):
        OURS_CORRECTED = "ours_corrected", "Ours was corrected"
        THEY_ARE_WRONG = "they_are_wrong", "The letter is wrong"

    letter = models.ForeignKey(AnnualLetter, models.PROTECT, related_name="settlements")
    row = models.OneToOneField(
        LetterRow, models.PROTECT, null=True, blank=True, related_name="settlement"
    )
    enquiry = models.ForeignKey(
        OmbudsmanEnquiry, models.PROTECT, null=True, blank=True, related_name="+"
    )
    how = models.CharField(max_length=20, choices=How)
    reason = models.TextField()
    settled_on = models.DateField()
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="settlement_of_a_row_or_an_enquiry",
                condition=Q(row__isnull=False) ^ Q(enquiry__isnull=False),
                violation_error_message="A settlement is about a row of the letter or one of ours.",
            ),
            models.CheckConstraint(
                name="settlement_with_a_reason",
                condition=~Q(reason=""),
                violation_error_message="Say why.",
            ),
            models.UniqueConstraint(
                fields=["letter", "enquiry"],
                name="settlement_of_an_enquiry_once",
                condition=Q(enquiry__isnull=False),
                violation_error_message="This has been settled already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_how_display()}: {self.reason}"[:100]
