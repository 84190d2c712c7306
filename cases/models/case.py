"""The case: one complaint or representation, with the file that goes with it."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked

from . import seen
from .lists import Category, Channel, CloseReason, ComplainantType, PassedOnBy
from .parts import PARTS_FOLLOW_THEIR_LEAD, RESTRICTED_AS_ITS_LEAD
from .searched import joins_search
from .services import Provider, ServiceArea


class CaseQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        """The cases ``user`` may see. Every list, count and page starts here.

        Whoever is complained about never sees the case, whatever their role. Who sees a mixed
        complaint sees its parts; who was given only a part sees only that part.
        """
        return self._within_roles_of(user).exclude(seen.among(seen.complained_about(user)))

    def _within_roles_of(self, user: User):
        if not user.may(Permission.OPEN_CASES):
            return self.none()
        if user.may(Permission.SEE_RESTRICTED):
            return self
        if user.may(Permission.SEE_ALL_CASES):
            return self.filter(Q(restricted=False) | Q(seen.among(seen.given_to(user))))
        return self.filter(pk__in=seen.given_or_headed_by(user))

    def wholly_visible_to(self, user: User):
        """Those of them of which ``user`` may know who complains, and in what standing.

        What lists or finds cases by their complainant starts here: to stand in such a list tells.
        """
        seen = self.visible_to(user)
        if user.may(Permission.SEE_WITHHELD):
            return seen
        return seen.filter(identity_withheld=False).exclude(part_of__identity_withheld=True)

    def hides_any_from(self, user: User) -> bool:
        """Whether ``wholly_visible_to`` leaves any out.

        For who sees nearly all, only the few are looked at that may be left out.
        """
        if not (user.may(Permission.SEE_ALL_CASES) and user.may(Permission.SEE_WITHHELD)):
            known = self.wholly_visible_to(user).order_by().values("pk")
            return self.exclude(pk__in=known).exists()
        if self.filter(pk__in=seen.complained_about(user)).exists():
            return True
        restricted = self.filter(restricted=True).exclude(pk__in=seen.given_to(user))
        return not user.may(Permission.SEE_RESTRICTED) and restricted.exists()

    def received_between(self, start: date, end: date):
        return self.filter(received_on__range=(start, end))

    def open(self):
        return self.filter(closed_on=None, withdrawn_on=None)

    def whole(self):
        """Complaints as they came in: a mixed one once, by its lead and not by its parts."""
        return self.filter(part_of=None)

    def parts(self):
        """The parts that stand: one that was joined with its lead again is none any more."""
        return self.filter(part_of__isnull=False, joined_on=None)

    def of_mixed_complaints(self):
        """The parts that stand, and the lead cases that have any."""
        split = self.model.objects.order_by().parts().values("part_of")
        return self.filter(Q(part_of__isnull=False, joined_on=None) | Q(pk__in=split))


@tracked
class Case(models.Model):
    class Kind(models.TextChoices):
        COMPLAINT = "complaint", "Complaint"
        REPRESENTATION = "representation", "Representation"
        CONCERN = "concern", "Concern before stage 1"

    class LeftOut(models.TextChoices):
        DUPLICATE = "duplicate", "Duplicate of another case"
        LOGGED_IN_ERROR = "logged_in_error", "Logged in error"

    reference = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.COMPLAINT)
    received_on = models.DateField("date received")
    made_on = models.DateField("date made", null=True, blank=True)
    channel = models.ForeignKey(Channel, models.PROTECT, null=True, blank=True)
    passed_on_by = models.ForeignKey(PassedOnBy, models.PROTECT, null=True, blank=True)
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="cases")
    provider = models.ForeignKey(Provider, models.PROTECT, null=True, blank=True)
    complainant_type = models.ForeignKey(ComplainantType, models.PROTECT, null=True, blank=True)
    nature = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="cases"
    )
    issues = models.ManyToManyField(
        Category, related_name="cases_raising", blank=True, verbose_name="every nature raised"
    )
    summary = models.TextField("what was said", blank=True)
    historical = models.BooleanField("about things long past", default=False)
    joint_body = models.CharField("NHS body of a joint complaint", max_length=200, blank=True)
    restricted = models.BooleanField(default=False)
    safeguarding = models.BooleanField(default=False)
    anonymous = models.BooleanField("the complainant is anonymous", default=False)
    identity_withheld = models.BooleanField(
        "who complains is withheld from the service", default=False
    )
    withdrawn_on = models.DateField("date withdrawn", null=True, blank=True)
    closed_on = models.DateField("date closed", null=True, blank=True)
    close_reason = models.CharField(max_length=200, blank=True)
    closed_because = models.ForeignKey(
        CloseReason, models.PROTECT, null=True, blank=True, related_name="cases"
    )
    left_out_as = models.CharField(
        "left out of the count", max_length=20, choices=LeftOut, blank=True
    )
    duplicate_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="duplicates"
    )
    content_hash = models.CharField(
        max_length=64, blank=True, help_text="Of its lines in the log it was imported from"
    )
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name="part of the mixed complaint",
        help_text="The lead case, which has the people and receives the one reply",
    )
    joined_on = models.DateField("date joined with its lead again", null=True, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-received_on", "-id"]
        indexes = [
            models.Index(fields=["-received_on", "-id"], name="case_received"),
            models.Index(fields=["service_area", "-received_on"], name="case_service_area"),
            # What the desks ask of every open case, without reading the cases themselves
            models.Index(
                fields=["id"],
                include=["restricted", "part_of"],
                name="case_open",
                condition=Q(closed_on=None, withdrawn_on=None),
            ),
            models.Index(
                fields=["received_on"], name="case_restricted", condition=Q(restricted=True)
            ),
            GinIndex(
                fields=["reference"], name="case_reference_letters", opclasses=["gin_trgm_ops"]
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="case_made_on_or_before_received_on",
                condition=Q(made_on__lte=F("received_on")) | Q(made_on=None),
                violation_error_message="A complaint cannot be received before it was made.",
            ),
            models.CheckConstraint(
                name="case_withdrawn_on_or_after_received_on",
                condition=Q(withdrawn_on__gte=F("received_on")) | Q(withdrawn_on=None),
                violation_error_message="A complaint cannot be withdrawn before it was received.",
            ),
            models.CheckConstraint(
                name="case_closed_on_or_after_received_on",
                condition=Q(closed_on__gte=F("received_on")) | Q(closed_on=None),
                violation_error_message="A case cannot close before it was received.",
            ),
            models.CheckConstraint(
                name="case_left_out_once_closed",
                condition=Q(left_out_as="") | Q(closed_on__isnull=False),
                violation_error_message="Only a closed case is left out of the count.",
            ),
            models.CheckConstraint(
                name="case_duplicate_of_a_case",
                condition=Q(left_out_as="duplicate", duplicate_of__isnull=False)
                | ~Q(left_out_as="duplicate") & Q(duplicate_of=None),
                violation_error_message="Say which case it is a duplicate of.",
            ),
            models.CheckConstraint(
                name="case_no_duplicate_of_itself",
                condition=Q(duplicate_of=None) | ~Q(duplicate_of=F("id")),
                violation_error_message="A case is not a duplicate of itself: name the other one.",
            ),
            models.CheckConstraint(
                name="case_not_part_of_itself",
                condition=Q(part_of=None) | ~Q(part_of=F("pk")),
                violation_error_message="A case cannot be a part of itself.",
            ),
            models.CheckConstraint(
                name="case_joined_with_its_lead_and_closed",
                condition=Q(joined_on=None) | Q(part_of__isnull=False, closed_on__isnull=False),
                violation_error_message="Only a part is joined with its lead, and it closes by it.",
            ),
        ]
        triggers = [
            RESTRICTED_AS_ITS_LEAD,
            PARTS_FOLLOW_THEIR_LEAD,
            joins_search("cases_case", "summary", case="id"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def chooses_version_on(self) -> date:
        """The day that fixes the version of the procedure, for the whole case (domain.md 1)."""
        return self.made_on or self.received_on

    @property
    def is_concern(self) -> bool:
        """Tried to be settled before stage 1, and so no complaint (or not yet)."""
        return self.kind == self.Kind.CONCERN

    @property
    def lead(self) -> "Case":
        """The case that has the people of this one: of a mixed complaint the lead, else itself."""
        return self.part_of or self

    @property
    def is_open(self) -> bool:
        return self.closed_on is None and self.withdrawn_on is None

    def withholds_from(self, user: User) -> bool:
        """Whether ``user`` may not know who complains; see :class:`.people.CasePersonQuerySet`."""
        return self.lead.identity_withheld and not user.may(Permission.SEE_WITHHELD)

    def letters_go_to(self, parts=None):
        """Whom the council writes to: who acts, with authority shown, else who complains.

        Nobody where the complainant is anonymous, or not named yet. ``parts`` are the people of the
        case, where somebody has them already.
        """
        if self.anonymous:
            return None
        parts = list(self.people.select_related("person") if parts is None else parts)
        acting = [part for part in parts if part.acts_with_authority]
        complaining = [part for part in parts if part.role == "complainant"]
        return next(iter(acting + complaining), None)


@tracked
class CaseIssue(Case.issues.through):
    """A nature that a case raises: the table between them, so that the trail keeps it too."""

    class Meta:
        proxy = True
        verbose_name = "nature raised"
