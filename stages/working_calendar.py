"""The calendar that working days are counted on: which days the office's law leaves out, and why.

Nothing here reads the clock, the settings or the database: rows become a calendar elsewhere.
"""

from collections.abc import Mapping
from datetime import date, timedelta

FRIDAY = 4


class BeyondHorizon(ValueError):
    """A day was asked for that the calendar does not know. Its sentence says what to do."""


class Calendar:
    """The working days from ``first`` to ``last``, the horizon: outside it nothing is guessed.

    ``holidays`` are the bank holidays, with Christmas Day and Good Friday, which the regulations
    name beside them (domain.md 2.1). ``closures`` are days when the office is shut: they count as
    working days unless the procedure leaves them out, so pass them only for one that does
    (domain.md 2.3).

    Two lists, made once, turn every answer into a look-up. Place n of ``ordinals`` belongs to the
    n-th day and of ``working_days`` to the n-th working day; place 0 of both is the day before.
    """

    def __init__(
        self,
        first: date,
        last: date,
        holidays: Mapping[date, str] = {},
        closures: Mapping[date, str] = {},
    ):
        if last < first:
            raise ValueError("A calendar cannot end before it begins.")
        self.first, self.last = first, last
        self.holidays, self.closures = dict(holidays), dict(closures)
        self.day_before = first.toordinal() - 1
        self.ordinals = [0]
        self.working_days = [first - timedelta(days=1)]
        for number in range(first.toordinal(), last.toordinal() + 1):
            day = date.fromordinal(number)
            if self._reason(day) is None:
                self.working_days.append(day)
            self.ordinals.append(len(self.working_days) - 1)

    def works_on(self, day: date) -> bool:
        return self.why_not(day) is None

    def why_not(self, day: date) -> str | None:
        """Say why ``day`` is not a working day; nothing if it is one.

        >>> easter = Calendar(date(2007, 4, 2), date(2007, 4, 9), {date(2007, 4, 6): "Good Friday"})
        >>> easter.why_not(date(2007, 4, 6)), easter.why_not(date(2007, 4, 7))
        ('bank holiday: Good Friday', 'Saturday')
        """
        self.ordinal(day)  # refuses a day outside the horizon
        return self._reason(day)

    def ordinal(self, day: date) -> int:
        """Count the working days from ``first`` up to and including ``day``."""
        place = day.toordinal() - self.day_before
        if place < 1 or place >= len(self.ordinals):
            raise self.beyond(f"Nothing is known of {in_words(day)}.")
        return self.ordinals[place]

    def working_day(self, ordinal: int) -> date:
        """Return the working day that :meth:`ordinal` gives that number."""
        if 1 <= ordinal < len(self.working_days):
            return self.working_days[ordinal]
        raise self.beyond("The day counted to is not known.")

    def beyond(self, sentence: str) -> BeyondHorizon:
        """Make the error that begins with ``sentence``; the caller raises it."""
        return BeyondHorizon(
            f"{sentence} The calendar of bank holidays runs from {in_words(self.first)} to "
            f"{in_words(self.last)}. Check the date; if it is right, an administrator must first "
            "bring the bank holidays up to date."
        )

    def _reason(self, day: date) -> str | None:
        if day.weekday() > FRIDAY:
            return f"{day:%A}"
        if day in self.holidays:
            return f"bank holiday: {self.holidays[day]}"
        if day in self.closures:
            return f"office closed: {self.closures[day]}"
        return None


def in_words(day: date) -> str:
    """Write a date as letters do.

    >>> in_words(date(2007, 1, 4))
    '4 January 2007'
    """
    return f"{day.day} {day:%B %Y}"
