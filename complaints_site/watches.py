"""The searches that somebody watches, counted: at the desk once an hour, and by ``count_watches``.

Each is counted as its watcher sees it. A search whose filter cannot be read any more is not
counted: without one of its conditions it would find too many, and tell so.
"""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.http import QueryDict
from django.utils.timezone import localdate

from accounts.models import User
from cases.models import Case, SearchWatch
from complaints_site.case_filters import Asked, FilterForm
from complaints_site.case_filters.lists import Lists

EVERY = timedelta(hours=1)


def to_count(now: datetime | Now) -> QuerySet[SearchWatch]:
    """Those not counted for an hour, of people who still work here."""
    old = Q(counted_at=None) | Q(counted_at__lt=now - EVERY)
    return SearchWatch.objects.filter(old, search__deleted_on=None, user__is_active=True)


def count(watches: QuerySet[SearchWatch], now: datetime) -> int:
    """Count each and keep the number; how many have passed theirs by it."""
    lists, passed = Lists(), 0
    for watch in watches.select_related("search", "user"):
        was = watch.has_passed
        watch.counted = number_found(watch, lists) if watch.search.is_open_to(watch.user) else None
        watch.counted_at = now
        if not watch.has_passed:
            watch.passed_at = None
        elif not was:
            watch.passed_at, passed = now, passed + 1
        watch.save(update_fields=["counted", "counted_at", "passed_at"])
    return passed


def number_found(watch: SearchWatch, lists: Lists) -> int | None:
    form = FilterForm(QueryDict(watch.search.filter), Asked(watch.user, localdate(), lists))
    if not form.is_valid():
        return None
    return form.narrow(Case.objects.visible_to(watch.user)).order_by().count()


def watched_by(user: User) -> QuerySet[SearchWatch]:
    return SearchWatch.objects.filter(user=user, search__deleted_on=None)
