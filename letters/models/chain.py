"""Who clears a letter before it goes: data for each kind of letter, and who stands in for whom."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from accounts.permissions import Role
from accounts.trail import tracked
from letters.kinds import Kind


class Part(models.TextChoices):
    """The parts of a chain after the author, in their order; each is a state of the letter too."""

    SIGN_OFF = "sign_off", "Service sign-off"
    VETTING = "vetting", "Vetting"
    SIGNATURE = "signature", "Signatory"


def roles_field(words: str) -> ArrayField:
    roles = models.CharField(max_length=30, choices=Role)
    return ArrayField(roles, verbose_name=words, default=list, blank=True)


def days_field(words: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(f"working days for {words}", default=1)


class ChainQuerySet(models.QuerySet):
    def of(self, kind: str) -> "LetterChain":
        """That of ``kind``; a kind nobody has set one for is vetted, rather than not."""
        return self.filter(kind=kind).first() or LetterChain(kind=kind)


@tracked
class LetterChain(models.Model):
    """Without a role there is no such part. The vetter's is a permission (accounts.permissions)."""

    kind = models.CharField(max_length=20, choices=Kind, unique=True)
    signed_off_by = roles_field("signed off by")
    sign_off_days = days_field("the sign-off")
    vetted = models.BooleanField(default=True)
    vetting_days = days_field("vetting")
    signed_by = roles_field("signed by")
    signature_days = days_field("the signature")

    objects = ChainQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Chain of: {self.get_kind_display()}"

    def needs(self, part: str) -> bool:
        needed = {Part.SIGN_OFF: self.signed_off_by, Part.VETTING: self.vetted}
        return bool(needed.get(part, self.signed_by))

    def days_for(self, part: str) -> int:
        return getattr(self, f"{part}_days")

    def roles_for(self, part: str) -> list[str]:
        return self.signed_off_by if part == Part.SIGN_OFF else self.signed_by


class SubstitutionQuerySet(models.QuerySet):
    def running_on(self, day: date):
        return self.filter(from_on__lte=day, until_on__gte=day)

    def stood_in_for_by(self, user: User, on: date) -> list[User]:
        running = self.running_on(on).filter(substitute=user, absent__is_active=True)
        return [one.absent for one in running.select_related("absent")]


@tracked
class Substitution(models.Model):
    """While ``absent`` is away, ``substitute`` clears the letters that ``absent`` could clear."""

    absent = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="who is away"
    )
    substitute = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="who stands in"
    )
    from_on = models.DateField("from")
    until_on = models.DateField("until, that day included")

    objects = SubstitutionQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="substitution_by_somebody_else",
                condition=~Q(absent=F("substitute")),
                violation_error_message="Nobody stands in for themselves.",
            ),
            models.CheckConstraint(
                name="substitution_ends_after_it_begins",
                condition=Q(until_on__gte=F("from_on")),
                violation_error_message="The last day cannot be before the first.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.substitute} for {self.absent}"
