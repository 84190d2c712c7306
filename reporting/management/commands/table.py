"""``manage.py table``: any table, as JSON, CSV or a picture (SVG)."""

import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from cases.models import Directorate
from reporting.any_table import measures, vocabulary, what
from reporting.any_table.asked import BASES, read
from reporting.any_table.exports import as_csv, as_json
from reporting.charts.chart import as_svg
from reporting.counted import DoesNotFit
from reporting.denominators import Denominators
from reporting.period import Period
from reporting.scope import Scope

MANY = ("where",)


class Command(BaseCommand):
    help = (
        "Print a table: what is counted, by rows and columns, for a period. --list says the words."
    )

    def add_arguments(self, parser):
        parser.add_argument("--list", action="store_true", help="the words, and what fits what")
        parser.add_argument("--count", help="what is counted (complaints)")
        parser.add_argument("--rows")
        parser.add_argument("--then", help="parts each row again")
        parser.add_argument("--columns")
        parser.add_argument("--measure", help="number, pounds, working-days-median …")
        parser.add_argument("--base", help=f"of percentages: {', '.join(BASES)}")
        parser.add_argument("--where", action="append", default=[], metavar="WORD=VALUE")
        parser.add_argument("--days-over", help="working days")
        parser.add_argument("--days-up-to", help="working days")
        parser.add_argument("--from", dest="start", type=date.fromisoformat)
        parser.add_argument("--to", dest="end", type=date.fromisoformat)
        parser.add_argument("--directorate")
        parser.add_argument("--format", choices=["json", "csv", "svg"], default="json")

    def handle(self, **options):
        if options["list"]:
            self.stdout.write("\n".join(words()))
            return
        scope = self._scope(options)
        names = ["count", "rows", "then", "columns", "measure", "base", "days_over", "days_up_to"]
        given = {name: [options[name]] for name in names if options[name]}
        try:
            asked = read(given | {"where": options["where"]}, scope)
        except DoesNotFit as error:
            raise CommandError(str(error)) from error
        table = asked.table()
        shown = table.table(scope, {table.key: table.counts(scope)})
        if options["format"] == "csv":
            self.stdout.write(as_csv(shown, scope), ending="")
        elif options["format"] == "svg":
            self.stdout.write(as_svg(shown, scope))
        else:
            self.stdout.write(json.dumps(as_json(shown, scope), ensure_ascii=False, indent=2))

    def _scope(self, options) -> Scope:
        if not (options["start"] and options["end"]):
            raise CommandError("Say the period: --from 2006-04-01 --to 2007-03-31")
        try:
            period = Period(options["start"], options["end"])
        except ValueError as error:
            raise CommandError(str(error)) from error
        name = options["directorate"]
        if not name:
            return Scope(period)
        directorate = Directorate.objects.filter(name=name).first()
        if directorate is None:
            names = ", ".join(Directorate.objects.values_list("name", flat=True))
            raise CommandError(f"There is no directorate “{name}”. There is: {names}.")
        return Scope(period, directorate)


def words():
    """What can be counted, and what each can be grouped and measured by."""
    denominators = Denominators()
    for each in what.WHATS:
        yield f"{each.key}: {each.counted.words}"
        yield f"    rows and columns: {', '.join(word.key for word in vocabulary.fitting(each))}"
        fit = measures.fitting(each, denominators)
        yield f"    measure: {', '.join(measure.key for measure in fit)}"
