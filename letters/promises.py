"""What the council promises in a case, as the apps above letters know it: sums, and what is done.

Letters know nothing of payments and lessons; whoever does puts a function in :data:`PROMISED`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from cases.models import Case
from stages.working_calendar import in_words


@dataclass(frozen=True)
class Sum:
    """``authorised``: it may be offered, for it is within the limit or a second person agreed."""

    amount: Decimal
    words: str
    authorised: bool

    def __str__(self) -> str:
        return f"{self.words}: {in_pounds(self.amount)}"


@dataclass(frozen=True)
class Promise:
    """What will be done, by whom, by when."""

    text: str
    lead: str = ""
    due_on: date | None = None

    @property
    def lacks(self) -> list[str]:
        return [words for words, there in (("lead", self.lead), ("date", self.due_on)) if not there]

    def __str__(self) -> str:
        by_when = f", by {in_words(self.due_on)}" if self.due_on else ""
        return f"{self.text.rstrip('.')} ({self.lead}{by_when})"


@dataclass
class Promises:
    sums: list[Sum] = field(default_factory=list)
    actions: list[Promise] = field(default_factory=list)


PROMISED: list[Callable[[Case], Promises]] = []


def promised_in(case: Case) -> Promises:
    whole = Promises()
    for known in PROMISED:
        one = known(case)
        whole.sums += one.sums
        whole.actions += one.actions
    return whole


def in_pounds(amount: Decimal) -> str:
    """
    >>> in_pounds(Decimal("1250.00")), in_pounds(Decimal("312.50"))
    ('£1,250', '£312.50')
    """
    return f"£{amount:,.0f}" if amount == int(amount) else f"£{amount:,.2f}"
