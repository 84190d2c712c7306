"""How many working days a letter has been with each who holds it, from its first draft on."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from letters.models import Letter, Part, Vetting
from stages.working_days import Calendar, count_working_days

AUTHOR = "Author"
BEFORE_IT_GOES = "Whoever sends it"


@dataclass(frozen=True)
class Held:
    who: str
    days: int
    now: bool = False
    most: int | None = None  # the days of its chain, where it has some

    @property
    def is_long(self) -> bool:
        return self.most is not None and self.days > self.most


def held_by_each(
    letter: Letter, began_at: datetime, rounds: list[Vetting], *, calendar: Calendar, on: date
) -> list[Held]:
    """In the order of the chain. ``rounds`` are those of the letter, the latest first."""
    days, since = dict.fromkeys([AUTHOR], 0), localdate(began_at)
    holder = AUTHOR
    for one in reversed(rounds):
        _add(days, holder, since, localdate(one.submitted_at), calendar)
        holder, since = Part(one.part).label, localdate(one.submitted_at)
        if one.outcome:
            _add(days, holder, since, localdate(one.decided_at), calendar)
            holder, since = AUTHOR, localdate(one.decided_at)
            if one.agreed_at:
                _add(days, holder, since, localdate(one.agreed_at), calendar)
                since = localdate(one.agreed_at)
    if letter.state in (Letter.State.APPROVED, Letter.State.SENT) and rounds:
        holder = BEFORE_IT_GOES
    goes_on = letter.state != Letter.State.DROPPED
    if goes_on:
        _add(days, holder, since, letter.sent_on or on, calendar)
    limits = {part.label: letter.days_allowed.get(part.value) for part in letter.chain}
    open_ = goes_on and letter.state != Letter.State.SENT
    return [
        Held(who, number, now=open_ and who == holder, most=limits.get(who))
        for who, number in days.items()
    ]


def _add(days: dict[str, int], who: str, start: date, end: date, calendar: Calendar) -> None:
    number = count_working_days(start, end, calendar) if end > start else 0
    days[who] = days.get(who, 0) + number
