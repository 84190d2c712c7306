"""What was done on a case since somebody last looked: their own mark of it, kept by every opening.

Whoever turns through the tabs of a case, or comes back within half an hour, is still looking: what
was new as they came stays new meanwhile.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.expressions import RawSQL

from accounts.models import Event, User

from .case import Case
from .links import CaseViewing

SHOWN = 8
NOTE_AND_LOOK_BACK = """
    WITH looked AS (
        SELECT max(at) AS at FROM cases_caseviewing
        WHERE case_id = %(case)s AND user_id = %(user)s AND at < now() - interval '30 minutes'
    ), noted AS (
        INSERT INTO cases_caseviewing (case_id, user_id) VALUES (%(case)s, %(user)s)
    )
    SELECT looked.at, (
        SELECT json_agg(news) FROM (
            SELECT event.at, coalesce(doer.full_name, 'The system') AS by, event.sentence
            FROM accounts_event event LEFT JOIN accounts_user doer ON doer.id = event.by_id
            WHERE event.about_model = %(model)s AND event.about_id = %(case)s
              AND event.at > looked.at AND event.by_id IS DISTINCT FROM %(user)s
            ORDER BY event.at DESC, event.id DESC LIMIT %(most)s
        ) AS news
    )::text FROM looked
"""
CHANGED_SINCE = """
    ARRAY(SELECT looked.case_id FROM (
        SELECT case_id, max(at) AS at FROM cases_caseviewing WHERE user_id = %s GROUP BY case_id
    ) AS looked WHERE EXISTS (
        SELECT 1 FROM accounts_event event
        WHERE event.about_model = %s AND event.about_id = looked.case_id
          AND event.at > looked.at AND event.by_id IS DISTINCT FROM %s
    ))
"""


@dataclass(frozen=True)
class News:
    """What others did on a case since ``looked_at``, the latest first; ``more`` than is told."""

    looked_at: datetime | None = None
    done: list[dict] = field(default_factory=list)

    @property
    def told(self) -> list[dict]:
        return self.done[:SHOWN]

    @property
    def more(self) -> bool:
        return len(self.done) > SHOWN


def note_and_look_back(case: Case, user: User) -> News:
    """Keep that ``user`` opened the case, and tell what is new to them: in one statement."""
    asked = {"case": case.pk, "user": user.pk, "model": _model(), "most": SHOWN + 1}
    with connection.cursor() as cursor:
        cursor.execute(NOTE_AND_LOOK_BACK, asked)
        looked_at, done = cursor.fetchone()
    done = [dict(one, at=datetime.fromisoformat(one["at"])) for one in json.loads(done or "[]")]
    return News(looked_at, done)


def changed_since_looked(user: User) -> RawSQL:
    """The keys of the cases on which others did something since ``user`` last opened them."""
    return RawSQL(CHANGED_SINCE, [user.pk, _model(), user.pk])  # noqa: S611


def is_new_to(user: User) -> Exists:
    """The same of one case: whether it is among them. What was never opened is not."""
    looks = CaseViewing.objects.filter(case=OuterRef(OuterRef("pk")), user=user)
    return Exists(_by_others(user).filter(at__gt=Subquery(looks.order_by("-at").values("at")[:1])))


def _by_others(user: User) -> QuerySet[Event]:
    about = Event.objects.filter(about_model=_model(), about_id=OuterRef("pk"))
    return about.exclude(by=user).order_by()


def _model() -> str:
    return Case._meta.label_lower
