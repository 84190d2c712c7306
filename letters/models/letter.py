"""A letter: written in drafts that stay, vetted, and kept exactly as it was sent."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked
from cases.models import Case, CasePerson, Point
from documents.models import Document
from letters.kinds import ANSWER_A_STAGE, Kind, rules_of
from messages_out.models import Message
from stages.models import How, Outcome, Stage, Task

from .chain import Part
from .template import LetterTemplate

# What the database asks of a letter that goes: every part of its chain has cleared it
CLEARED = (
    (Q(needs_sign_off=False) | Q(signed_off_by__isnull=False))
    & (Q(needs_vetting=False) | Q(approved_by__isnull=False))
    & (Q(needs_signature=False) | Q(signed_by__isnull=False))
)
HAS_NO_CHAIN = Q(needs_sign_off=False, needs_vetting=False, needs_signature=False)
CLEARED_BY = {
    Part.SIGN_OFF: "signed_off_by",
    Part.VETTING: "approved_by",
    Part.SIGNATURE: "signed_by",
}


class LetterQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        """Those of the cases that ``user`` may see and of which they may know who complains: a
        letter names them."""
        return self.filter(case__in=Case.objects.wholly_visible_to(user))

    def to_vet_by(self, user: User):
        """Those that wait for a vetter, without those that ``user`` has written in."""
        if not user.may(Permission.VET_LETTERS):
            return self.none()
        written = LetterDraft.objects.filter(by=user, in_round=None).values("letter")
        waiting = self.visible_to(user).filter(state=Letter.State.VETTING)
        return waiting.exclude(author=user).exclude(pk__in=written)


@tracked
class Letter(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft", "Being written"
        SIGN_OFF = "sign_off", "With the service, to be signed off"
        VETTING = "vetting", "With the vetter"
        SIGNATURE = "signature", "With whoever signs it"
        AGREEMENT = "agreement", "With its author, to agree to what the vetter changed"
        RETURNED = "returned", "Returned to its author"
        APPROVED = "approved", "Approved, to be sent"
        SENT = "sent", "Sent"
        DROPPED = "dropped", "Not needed"

    class ReadAfterwards(models.TextChoices):
        TEXT = "text", "its text"
        FILE = "file", "its file"

    case = models.ForeignKey(Case, models.PROTECT, related_name="letters")
    stage = models.ForeignKey(Stage, models.PROTECT, null=True, blank=True, related_name="letters")
    kind = models.CharField(max_length=20, choices=Kind)
    template = models.ForeignKey(
        LetterTemplate, models.PROTECT, null=True, blank=True, related_name="letters"
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    addressee = models.ForeignKey(
        CasePerson, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="to"
    )
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    needs_sign_off = models.BooleanField("signed off by the service", default=False)
    needs_vetting = models.BooleanField("vetted before it goes", default=True)
    needs_signature = models.BooleanField("signed by somebody else", default=False)
    days_allowed = models.JSONField(
        "working days for each part of its chain", default=dict, blank=True
    )
    may_be_named = models.TextField(
        "others who may be named in it", blank=True, help_text="One name on a line"
    )
    approved_draft = models.ForeignKey(
        "LetterDraft", models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    task = models.OneToOneField(
        Task,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="letter",
        help_text="What is to be done with it now",
    )
    sent_on = models.DateField("date of the letter", null=True, blank=True)
    sent_how = models.CharField("how it was sent", max_length=20, choices=How, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    message = models.OneToOneField(
        Message,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="letter",
        help_text="The e-mail that it went with",
    )
    sent_outside = models.BooleanField("sent outside this system, not vetted", default=False)
    outside_sender = models.CharField("who sent it", max_length=200, blank=True)
    outside_document = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="the letter as it went",
    )
    read_afterwards = models.CharField(
        "what of it the program read once it had gone",
        max_length=10,
        choices=ReadAfterwards,
        blank=True,
    )
    not_found_afterwards = models.JSONField(
        "lines that the program did not find once it had gone", default=list, blank=True
    )
    dropped_because = models.CharField("why it is not needed", max_length=300, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["case"],
                name="letter_to_clear",
                condition=Q(state__in=["sign_off", "vetting", "signature"]),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="letter_sent_once_approved",
                condition=~Q(state="sent")
                | Q(sent_outside=True)
                | HAS_NO_CHAIN
                | CLEARED & Q(approved_draft__isnull=False),
                violation_error_message="A letter goes once it has been approved.",
            ),
            models.CheckConstraint(
                name="letter_not_approved_by_its_author",
                condition=Q(approved_by=None) | ~Q(approved_by=F("author")),
                violation_error_message="Nobody vets a letter of their own.",
            ),
            models.CheckConstraint(
                name="letter_not_signed_off_by_its_author",
                condition=Q(signed_off_by=None) | ~Q(signed_off_by=F("author")),
                violation_error_message="Nobody signs off a letter of their own.",
            ),
            models.CheckConstraint(
                name="letter_approved_is_one_draft",
                condition=~Q(state="approved") | CLEARED & Q(approved_draft__isnull=False),
                violation_error_message="Say which draft was approved, and by whom.",
            ),
            models.CheckConstraint(
                name="letter_sent_on_a_day",
                condition=Q(state="sent", sent_on__isnull=False) & ~Q(sent_how="")
                | ~Q(state="sent") & Q(sent_on=None, sent_how="", sent_outside=False),
                violation_error_message="Say on which day it was sent, and how.",
            ),
            models.CheckConstraint(
                name="letter_by_email_has_its_message",
                condition=~Q(state="sent", sent_how="email")
                | Q(sent_outside=True)
                | Q(message__isnull=False),
                violation_error_message="A letter by e-mail goes with a message.",
            ),
            models.CheckConstraint(
                name="letter_dropped_with_a_reason",
                condition=~Q(state="dropped") | ~Q(dropped_because=""),
                violation_error_message="Say why the letter is not needed.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def may_be_written_in(self) -> bool:
        states = self.State
        return self.state in (states.DRAFT, states.RETURNED, states.AGREEMENT, states.APPROVED)

    @property
    def is_being_written(self) -> bool:
        """Without those that are written in again only on purpose: that undoes what was cleared."""
        return self.state in (self.State.DRAFT, self.State.RETURNED)

    @property
    def may_be_submitted(self) -> bool:
        return self.has_chain and self.is_being_written

    @property
    def may_be_sent(self) -> bool:
        without = not self.has_chain and self.is_being_written
        return without or self.state == self.State.APPROVED

    @property
    def answers_its_stage(self) -> bool:
        return self.state == self.State.SENT and rules_of(self.kind).step in ANSWER_A_STAGE

    @property
    def is_in_chain(self) -> bool:
        return self.state in Part.values

    @property
    def chain(self) -> list[Part]:
        """The parts that clear it, in their order."""
        return [part for part in Part if getattr(self, f"needs_{part}")]

    @property
    def has_chain(self) -> bool:
        return bool(self.chain)

    @property
    def next_part(self) -> Part | None:
        """The first that has not cleared it."""
        open_parts = (
            part for part in self.chain if getattr(self, f"{CLEARED_BY[part]}_id") is None
        )
        return next(open_parts, None)

    def clear_nothing(self) -> None:
        """What was cleared is so no longer: it is written in again."""
        self.approved_draft = None
        for name in CLEARED_BY.values():
            setattr(self, name, None)

    @property
    def others_named(self) -> list[str]:
        return [name.strip() for name in self.may_be_named.splitlines() if name.strip()]


@tracked
class LetterDraft(models.Model):
    """What was saved, as it was: a later save is a row of its own."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="drafts")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    in_round = models.ForeignKey(
        "Vetting",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="edits",
        help_text="The round in which whoever clears it wrote this; empty where an author did",
    )
    dates_on_record = models.JSONField(
        "dates in it that the record had as it was written", default=list, blank=True
    )

    class Meta:
        ordering = ["letter", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "number"], name="letter_draft_number_once")
        ]
        triggers = [pgtrigger.Protect(name="a_draft_stays", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"draft {self.number}"


@tracked
class LetterFinding(models.Model):
    """What the letter says on a point; it becomes the council's finding as the letter goes."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="findings")
    point = models.ForeignKey(Point, models.PROTECT, related_name="+")
    finding = models.CharField(max_length=20, choices=Outcome)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["point__number"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "point"], name="letter_finds_once_on_a_point")
        ]

    def __str__(self) -> str:
        return f"{self.point}: {self.get_finding_display()}"


@tracked
class Enclosure(models.Model):
    letter = models.ForeignKey(Letter, models.PROTECT, related_name="enclosures")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "document"], name="letter_encloses_once")
        ]

    def __str__(self) -> str:
        return str(self.document)


@tracked
class SentCopy(models.Model):
    """The letter exactly as it went: with its date, its window and its enclosures."""

    letter = models.OneToOneField(Letter, models.PROTECT, related_name="sent_copy")
    text = models.TextField()
    enclosed = models.JSONField("names and hashes of the enclosures", default=list)
    sha256 = models.CharField("of the text", max_length=64)
    to = models.JSONField("name and address above it, line by line", default=list, blank=True)
    large = models.BooleanField("in large print", default=False)
    # Both made from this row as the letter went; a letter sent before has none
    pdf_sha256 = models.CharField("of the PDF", max_length=64, blank=True)
    word_sha256 = models.CharField("of the Word file", max_length=64, blank=True)

    class Meta:
        triggers = [pgtrigger.Protect(name="what_was_sent_stays", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"as sent ({self.sha256[:12]})"
