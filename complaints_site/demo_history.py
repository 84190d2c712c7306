"""Three years of a council's complaints up to today, for the demonstration.

They come in as a council's own log would, by the import; the complaints that are worked on now are
those of :mod:`complaints_site.demo_cases`. Two logs were kept until this report's year began: from
then on the report counts the cases themselves, so that one logged a minute ago stands in it.
"""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from accounts.permissions import Role
from cases.models import Case
from complaints_site.case_log.action import import_log
from complaints_site.case_log.report import faults_told
from complaints_site.demo_people import email_of
from complaints_site.invented.log import InventedLog, Span
from complaints_site.invented.office import Office

HOW_MANY, YEARS = 170, 3
APRIL = 4


def load(*, today: date) -> int:
    """Import the years before ``today``; how many complaints. None where some are there."""
    span = Span(_start(today, YEARS), today)
    if Case.objects.filter(received_on__gte=span.first).exists():
        return 0
    owners = [email_of(Role.OFFICER), email_of(Role.OFFICER), email_of(Role.MANAGER)]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "complaints database"  # the trail names it
        office = Office(owners, logs_until=_start(today) - timedelta(days=1))
        InventedLog(HOW_MANY, span, office).write(log)
        result = import_log(log, on=today, by=None)
    if result.faults:
        raise RuntimeError("\n".join(faults_told(result)))
    return HOW_MANY


def _start(today: date, years_before: int = 0) -> date:
    """The first day of the report's year of ``today``, or of one so many years before."""
    year = today.year if today.month >= APRIL else today.year - 1
    return date(year - years_before, APRIL, 1)
