"""Searches that the people of the demonstration keep, share and watch."""

from accounts.models import User
from cases.actions.finding import save_search, watch
from cases.models import SavedSearch

KEPT = [
    ("officer", "Mine that are late", "state=open&owner=me&due=late&sort=due", ""),
    ("officer", "Changed since I looked", "state=open&changed=yes", "officer"),
    ("manager", "Open with nobody", "state=open&owner=none", "officer"),
]
WATCHED = (
    "manager",
    "Late while stage 2 is under way",
    "state=open&due=late&stage=2&stage_progress=begun",
    0,
)


def load() -> int:
    """How many were kept; none where there are some already."""
    if SavedSearch.objects.exists():
        return 0
    for who, name, query, team in KEPT:
        save_search(name=name, filter=query, shared_with=team, by=_person(who))
    who, name, query, above = WATCHED
    search = save_search(name=name, filter=query, shared_with="", by=_person(who))
    watch(search, above=above, by=_person(who))
    return len(KEPT) + 1


def _person(who: str) -> User:
    return User.objects.get(email=f"{who}@example.org")
