"""The edition that an address is about."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.models import User
from editions.models import Edition, Section


def edition_of(user: User, pk: int) -> Edition:
    editions = Edition.objects.visible_to(user).select_related("directorate")
    return get_object_or_404(editions, pk=pk)


def draft_of(user: User, pk: int) -> Edition:
    """One that can still be written in."""
    edition = edition_of(user, pk)
    if edition.is_published:
        raise Http404("It was published: it does not change any more")
    return edition


def section_of(edition: Edition, pk: int) -> Section:
    return get_object_or_404(edition.sections.select_related("edition"), pk=pk)
