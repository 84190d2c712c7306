"""What was done to a case while somebody was typing, so that nobody overwrites what they never saw.

A form on a case carries the number of the last sentence of its trail (``seen``). Whoever sends it
after the case went on sees what was done, above the form with all that they typed; sending it again
then says that they know.
"""

from django.http import HttpRequest

from accounts.models import Event
from cases.acts import done_since, latest_event
from cases.models import Case

NAME = "seen"


class Meanwhile:
    """``events`` are what was done since, the latest first; ``seen`` goes into the form.

    A step that ``only_adds`` something of its own, such as a note, overwrites nothing.
    """

    def __init__(self, case: Case, request: HttpRequest, *, only_adds: bool = False):
        self.reader = request.user
        sent = request.POST.get(NAME) if request.method == "POST" else None
        self.events: list[Event] = [] if only_adds else done_since(case, sent)
        self.seen = latest_event(case)
