"""Where the council's services stand: directorates, service areas, contracted providers.

Each is in use for some years, so that an old year still reports on its own structure.
"""

from django.conf import settings
from django.db import models

from accounts.trail import tracked

from .lists import ListedWord


@tracked
class Directorate(ListedWord):
    social_care = models.BooleanField(
        default=False, help_text="Counted together in figures of children's and adults' social care"
    )


@tracked
class ServiceArea(ListedWord):
    directorate = models.ForeignKey(Directorate, models.PROTECT, related_name="service_areas")
    usual_procedure = models.CharField(
        max_length=30,
        default="corporate",
        help_text="Key of the procedure that a complaint runs on until triage",
    )
    heads = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="heads_service_areas", blank=True
    )


@tracked
class ServiceAreaHead(ServiceArea.heads.through):
    """Who heads a service area: the table between them, so that the trail keeps it too."""

    class Meta:
        proxy = True
        verbose_name = "head of a service area"


@tracked
class Provider(ListedWord):
    """A contractor or partner that answers for a service on the council's behalf."""

    days_before = models.PositiveSmallIntegerField(
        default=5, help_text="Working days before our own deadline by which its answer is due"
    )
