import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from cases.models import Directorate
from reporting.annual_report import assemble
from reporting.as_json import as_json
from reporting.period import Period
from reporting.scope import Scope


class Command(BaseCommand):
    help = "Print the tables and figures of the annual report, each with the address of its list."

    def add_arguments(self, parser):
        parser.add_argument("--from", dest="start", required=True, help="first day, 2006-04-01")
        parser.add_argument("--to", dest="end", required=True, help="last day, 2007-03-31")
        parser.add_argument("--directorate", help="its name; without it, the whole council")
        parser.add_argument("--format", choices=["json"], default="json")

    def handle(self, *, start, end, directorate, **options):
        scope = Scope(_period(start, end), _directorate(directorate))
        report = as_json(assemble(scope), scope)
        self.stdout.write(json.dumps(report, ensure_ascii=False, indent=1))


def _period(start: str, end: str) -> Period:
    try:
        return Period(_day(start), _day(end))
    except ValueError as error:
        raise CommandError(str(error)) from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"“{text}” is not a date. Write it as 2006-04-01.") from None


def _directorate(name: str | None) -> Directorate | None:
    if name is None:
        return None
    try:
        return Directorate.objects.get(name=name)
    except Directorate.DoesNotExist:
        known = ", ".join(Directorate.objects.values_list("name", flat=True)) or "none yet"
        raise CommandError(f"There is no directorate “{name}”. Known: {known}.") from None
