"""What was done to a case while somebody was typing, so that nobody overwrites what they never saw.

A form on a case carries the number of the last sentence of its trail (``seen``). Whoever sends it
after the case went on sees what was done, above the form with all that they typed; sending it again
then says that they know.
"""

from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.models import Event
from cases.acts import events_of, latest, since
from cases.models import Case, Contact

NAME = "seen"


class Meanwhile:
    """``events`` are what was done since, the latest first; ``seen`` goes into the form.

    A step that ``only_adds`` something of its own, such as a note, overwrites nothing. ``of`` are
    the sentences that count, where they are not all those about ``row``.
    """

    def __init__(
        self,
        row: Case | Contact,
        request: HttpRequest,
        *,
        only_adds: bool = False,
        of: QuerySet[Event] | None = None,
    ):
        self.reader = request.user
        sent = request.POST.get(NAME) if request.method == "POST" else None
        events = events_of(row) if of is None else of
        self.events: list[Event] = [] if only_adds else since(events, sent)
        self.seen = latest(events)
