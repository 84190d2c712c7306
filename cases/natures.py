"""The natures of complaint that may be chosen: those of the schemes in use on a day."""

from datetime import date

from django.db.models import Q, QuerySet

from cases.models import Category


def natures_on(day: date, known: int | None = None) -> QuerySet[Category]:
    """Those of ``day``, and the one that is ``known`` already."""
    begun = Q(scheme__in_use_from=None) | Q(scheme__in_use_from__lte=day)
    going_on = Q(scheme__in_use_until=None) | Q(scheme__in_use_until__gte=day)
    usual = Q(scheme__stage_number=None) | Q(scheme__stage_number=1)
    found = (begun & going_on & usual) | Q(pk=known)
    return Category.objects.filter(found).select_related("scheme")
