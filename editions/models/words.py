"""What is kept beside the words: clearances, figures from outside, flags that were dismissed."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models

from accounts.trail import tracked
from editions.models.edition import Edition


@tracked
class Clearance(models.Model):
    """An officer cleared a draft, for themselves or on behalf of another. ``text`` is what stood
    there, so that a later change can be shown."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="clearances")
    draft = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on_behalf_of = models.CharField("on behalf of", max_length=100, blank=True)
    office = models.CharField("as", max_length=100, help_text="Such as monitoring officer")
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    text = models.TextField()

    class Meta:
        ordering = ["edition", "id"]

    def __str__(self) -> str:
        return f"{self.office}, draft {self.draft}"

    @property
    def is_stale(self) -> bool:
        return self.draft < self.edition.draft


@tracked
class OutsideFigure(models.Model):
    """A figure that is not the council's own: a national average, a quotation."""

    name = models.CharField(
        max_length=60,
        unique=True,
        help_text="By which a text calls it: small letters, numbers and _",
        validators=[RegexValidator(r"^[a-z][a-z0-9_]*$", "Use small letters, numbers and _.")],
    )
    value = models.CharField("as it is printed", max_length=60)
    definition = models.CharField(max_length=300)
    source = models.CharField(max_length=300)
    dated = models.DateField("date of the source")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.value}: {self.definition}"


@tracked
class Dismissal(models.Model):
    """A flag that an author looked at and found to be none. It stays dismissed for those words."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="dismissals")
    flag = models.CharField(max_length=64)
    why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "flag"], name="flag_dismissed_once")
        ]

    def __str__(self) -> str:
        return self.flag
