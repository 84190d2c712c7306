"""What is put right without money: an apology, a corrective action, some other benefit."""

from django.db import models

from accounts.trail import tracked
from cases.models import Case, Point
from stages.models import Task


@tracked
class Remedy(models.Model):
    """Something the council said it would do for the complainant.

    ``task`` says by when and who, and once it is done what shows it: it stands on a desk as every
    task does, and outlives the case.
    """

    class Kind(models.TextChoices):
        APOLOGY = "apology", "Apology"
        CORRECTIVE_ACTION = "corrective_action", "Corrective action"
        OTHER_BENEFIT = "other_benefit", "Other benefit"

    case = models.ForeignKey(Case, models.PROTECT, related_name="remedies")
    point = models.ForeignKey(Point, models.PROTECT, null=True, blank=True, related_name="remedies")
    stage_number = models.PositiveSmallIntegerField("stage", null=True, blank=True)
    kind = models.CharField(max_length=30, choices=Kind)
    text = models.TextField("what will be done")
    promised_on = models.DateField("promised")
    task = models.OneToOneField(Task, models.PROTECT, related_name="remedy")

    class Meta:
        ordering = ["promised_on", "id"]
        verbose_name_plural = "remedies"

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"
