"""The logs a case stands on, and what each of them says about it.

In 2006/07 the corporate log held 43 complaints and the manual one 56, and where both held one they
did not always agree (domain.md section 10).
"""

from django.db import models

from accounts.trail import tracked

from .case import Case
from .lists import Category, ListedWord
from .services import ServiceArea


@tracked
class Log(ListedWord):
    key = models.SlugField(max_length=40, unique=True)


@tracked
class LogEntry(models.Model):
    """A case as one log has it. Its own words, also where they are those of the case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="log_entries")
    log = models.ForeignKey(Log, models.PROTECT, related_name="entries")
    received_on = models.DateField()
    service_area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="+")
    nature = models.ForeignKey(Category, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["log", "case"]
        verbose_name_plural = "log entries"
        indexes = [models.Index(fields=["log", "received_on"], name="log_entry_received")]
        constraints = [models.UniqueConstraint(fields=["case", "log"], name="case_once_on_a_log")]

    def __str__(self) -> str:
        return f"{self.case} on {self.log}"
