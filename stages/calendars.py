"""The rows of the calendar as a :class:`~stages.working_days.Calendar`, kept in each process.

One small query asks whether the rows are still the same; only when they are not are they read anew.
"""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from stages.models import BankHoliday, ClosureDay, Procedure
from stages.working_calendar import Calendar, in_words
from stages.working_days import Unit, due_on

WARN_MONTHS = 6

STATE_OF_THE_ROWS = """
    SELECT (SELECT md5(string_agg(day || title || one_off, ';' ORDER BY day))
            FROM stages_bankholiday),
           (SELECT md5(string_agg(day || title, ';' ORDER BY day)) FROM stages_closureday)
"""


class NoCalendar(ValueError):
    """There is no bank holiday in the database, so no day can be counted."""

    def __init__(self):
        super().__init__(
            "No bank holidays are loaded, so no time limit can be counted. "
            "An administrator loads them with: manage.py load_calendar"
        )


@dataclass(frozen=True)
class _Kept:
    state: tuple
    law: Calendar
    office: Calendar


_kept: _Kept | None = None


def calendar_for(procedure: Procedure) -> Calendar:
    """Return the calendar a version counts on. In a loop over cases, keep it: this asks once."""
    return load_calendar(closures=procedure.closure_days_excluded)


def load_calendar(*, closures: bool = False) -> Calendar:
    """Return the working days of the law, or with ``closures`` those on which the office is open.

    It reaches from the year of the first bank holiday to the end of the last year for which the
    official list is known: a holiday added by hand says nothing of the rest of its year.
    """
    kept = _up_to_date()
    return kept.office if closures else kept.law


def horizon_warning(today: date, calendar: Calendar | None = None) -> str:
    """Say that the known bank holidays end in under six months, or nothing when they do not.

    ``calendar``, where a page has loaded it already.
    """
    try:
        last = (calendar or load_calendar()).last
    except NoCalendar as error:
        return str(error)
    if last >= due_on(today, WARN_MONTHS, Unit.MONTHS, _today_only(today)):
        return ""
    ends = "ended" if last < today else "end"
    return (
        f"The known bank holidays {ends} on {in_words(last)}. "
        "An administrator must bring the official list up to date."
    )


def _today_only(today: date) -> Calendar:
    """Months need no holidays: a calendar that knows today is enough, past the horizon too."""
    return Calendar(today, today)


def _up_to_date() -> _Kept:
    global _kept
    with connection.cursor() as cursor:
        cursor.execute(STATE_OF_THE_ROWS)
        state = (connection.settings_dict["NAME"], *cursor.fetchone())
    kept = _kept
    if kept is None or kept.state != state:
        kept = _kept = _read(state)
    return kept


def _read(state: tuple) -> _Kept:
    rows = list(BankHoliday.objects.values_list("day", "title", "one_off"))
    official = [day for day, _, one_off in rows if not one_off]
    if not official:
        raise NoCalendar
    first, last = date(min(official).year, 1, 1), date(max(official).year, 12, 31)
    holidays = {day: title for day, title, _ in rows}
    closures = dict(ClosureDay.objects.values_list("day", "title"))
    law = Calendar(first, last, holidays)
    office = Calendar(first, last, holidays, closures) if closures else law
    return _Kept(state, law, office)
