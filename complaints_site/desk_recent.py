"""What was done last by others on each of the cases that were changed last."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from accounts.models import Event, User
from cases.compiled import among_keys, kept_for_each, with_keys
from cases.models import Case, CaseViewing
from cases.prepared import rows_of

LOOKED_BACK = 100  # events
CHANGED = 8  # cases


@dataclass(frozen=True)
class Done:
    """The last thing done on a case: ``unread`` until one opens the case."""

    reference: str
    by: str | None
    sentence: str
    at: datetime
    unread: bool


def done_by_others(user: User) -> list[Done]:
    about = Event.objects.filter(about_model=Case._meta.label_lower).exclude(by=user)
    # By key, which is the order they were written in: the trail is long, and read from its end
    last = about.order_by("-pk").values_list("about_id", "pk")[:LOOKED_BACK]
    newest = {}
    for case_id, pk in last:
        newest.setdefault(case_id, pk)
    rows = rows_of(*with_keys(_of_cases_seen(user), list(newest.values())))
    done = [
        Done(reference, by, sentence, at, looked_at is None or looked_at < at)
        for reference, by, sentence, at, looked_at in rows
        if reference
    ]
    return done[:CHANGED]


@kept_for_each
def _of_cases_seen(user: User) -> QuerySet[Event]:
    """The latest first; of a case that ``user`` may not see there is no reference."""
    seen = Case.objects.visible_to(user).filter(pk=OuterRef("about_id")).order_by()
    looked = CaseViewing.objects.filter(case=OuterRef("about_id"), user=user)
    return (
        Event.objects.filter(among_keys())
        .order_by("-pk")
        .values_list(
            Subquery(seen.values("reference")[:1]),
            "by__full_name",
            "sentence",
            "at",
            Subquery(looked.values("at")[:1]),
        )
    )
