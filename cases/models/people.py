"""People and the parts they play in a case, and what must be known before writing to them."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked

from .case import Case


@tracked
class Person(models.Model):
    """One person over all their cases. Two spellings are two rows until somebody merges them."""

    name = models.CharField(max_length=300)
    care_system_number = models.CharField(
        "number in the social care system", max_length=40, blank=True
    )
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=60, blank=True)
    address = models.TextField(blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="as_person",
        help_text="Where the person also signs in here: staff who are complained about",
    )
    # Before anybody writes or calls
    contact_rule = models.TextField("how they may safely be contacted", blank=True)
    address_is_safe = models.BooleanField(default=True)
    telephone_is_safe = models.BooleanField(default=True)
    no_post = models.BooleanField(default=False)
    no_messages = models.BooleanField(default=False)
    must_never_know = models.TextField("who must never know of the complaint", blank=True)
    language = models.CharField(max_length=100, blank=True)
    format_needed = models.CharField(max_length=100, blank=True)
    adjustments = models.TextField("reasonable adjustments", blank=True)
    needs_review_on = models.DateField("ask again about their needs on", null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "people"
        constraints = [
            # Two spellings under one number are two records until somebody puts them together
            models.UniqueConstraint(
                Lower("name"),
                "care_system_number",
                name="one_person_of_a_name_and_number",
                condition=~Q(care_system_number=""),
                violation_error_message=(
                    "Somebody of this name has this number already: it is one person. Look for "
                    "their other cases, and put the two records together."
                ),
            ),
        ]
        indexes = [
            GinIndex(fields=["name"], name="person_name_letters", opclasses=["gin_trgm_ops"]),
            GinIndex(fields=["address"], name="person_address_letters", opclasses=["gin_trgm_ops"]),
            models.Index(
                fields=["care_system_number"],
                name="person_care_system_number",
                condition=~Q(care_system_number=""),
            ),
            models.Index(
                fields=["needs_review_on"],
                name="person_to_be_asked_again",
                condition=Q(needs_review_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_contact_rules(self) -> bool:
        return bool(
            self.contact_rule
            or self.must_never_know
            or self.no_post
            or self.no_messages
            or not (self.address_is_safe and self.telephone_is_safe)
        )

    @property
    def has_needs(self) -> bool:
        return bool(self.language or self.format_needed or self.adjustments)

    def needs_are_old(self, *, on: date) -> bool:
        """The day has passed by which they were to be asked again."""
        return bool(self.needs_review_on and self.needs_review_on < on)


# Whoever acts for the complainant gives the complainant away
WITHHELD_ROLES = ("complainant", "representative", "advocate")


class CasePersonQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        """The parts that ``user`` may know of, in cases they may see.

        Where the complainant's identity is withheld from the service, not the complainant nor who
        acts for them. Every page, list and search that shows people starts here.
        """
        if user.may(Permission.SEE_WITHHELD):
            return self
        return self.exclude(case__identity_withheld=True, role__in=WITHHELD_ROLES)

    def to_be_asked_again(self, *, on: date):
        """Those whose needs were to be asked about again before ``on``."""
        return self.filter(person__needs_review_on__lt=on)


@tracked
class CasePerson(models.Model):
    """The part that a person plays in a case. One person may play several."""

    class Role(models.TextChoices):
        COMPLAINANT = "complainant", "Complainant"
        SERVICE_USER = "service_user", "Service user"
        REPRESENTATIVE = "representative", "Representative"
        ADVOCATE = "advocate", "Advocate"
        COMPLAINED_ABOUT = "complained_about", "Complained about"

    case = models.ForeignKey(Case, models.PROTECT, related_name="people")
    person = models.ForeignKey(Person, models.PROTECT, related_name="parts")
    role = models.CharField(max_length=20, choices=Role)
    relation = models.CharField("relation to the service user", max_length=100, blank=True)
    authority_evidence = models.CharField(
        "evidence of authority to act", max_length=300, blank=True
    )
    authority_dated_on = models.DateField("date of that evidence", null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = CasePersonQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "person", "role"],
                name="person_has_a_role_once",
                violation_error_message="This person has that part in the case already.",
            ),
            models.CheckConstraint(
                name="authority_dated_only_with_evidence",
                condition=Q(authority_dated_on=None) | ~Q(authority_evidence=""),
                violation_error_message="Say what shows their authority, beside its date.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display().lower()})"

    @property
    def acts_with_authority(self) -> bool:
        return self.role == self.Role.REPRESENTATIVE and bool(self.authority_evidence)


@tracked
class Assignment(models.Model):
    """A case put to someone: with it they may see the case, restricted or not, until it ends."""

    class Capacity(models.TextChoices):
        OWNER = "owner", "Holds the case"
        RESPONDER = "responder", "Answers the complaint"
        VETTER = "vetter", "Vets its letters"
        ADJUDICATOR = "adjudicator", "Adjudicates"
        DIRECTOR = "director", "Decides the response to the panel"

    case = models.ForeignKey(Case, models.PROTECT, related_name="assignments")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assignments",
    )
    team = models.CharField("team or person without a log-in", max_length=200, blank=True)
    capacity = models.CharField(max_length=20, choices=Capacity)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    told = models.CharField("who else was told of it", max_length=300, blank=True)

    class Meta:
        ordering = ["since", "id"]
        indexes = [
            models.Index(
                fields=["user", "case"], name="assignment_running", condition=Q(until=None)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                name="one_owner_at_a_time",
                condition=Q(capacity="owner", until=None),
                violation_error_message="The case has an owner already.",
            ),
            models.CheckConstraint(
                name="assignment_to_someone",
                condition=Q(user__isnull=False) | ~Q(team=""),
                violation_error_message="Say to whom the case goes.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user or self.team} ({self.get_capacity_display().lower()})"
