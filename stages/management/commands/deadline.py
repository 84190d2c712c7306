import json
import re
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from stages.calendars import NoCalendar, calendar_for
from stages.clocks import Clock, clocks_of
from stages.models import Deadline, Procedure, StageDefinition, StageEvent, TimeLimit
from stages.reason_sentences import Circumstances, amount
from stages.reasons import Reasons, base_of, reasons_for, reasons_of
from stages.working_calendar import BeyondHorizon, Calendar, in_words

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
SEE_THE_LIST = "manage.py deadline --list prints every key."


class Command(BaseCommand):
    help = "Count a time limit and tell its reasons, day by day."

    def create_parser(self, prog_name, subcommand, **kwargs):
        """Let --version mean the procedure's: Django has it print its own, which nobody asks."""
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser):
        parser.add_argument("procedure", nargs="?", help="for example children")
        parser.add_argument("stage", nargs="?", help="for example stage-1")
        parser.add_argument("start", nargs="?", help="the day it starts, for example 2006-12-18")
        parser.add_argument("--limit", metavar="KEY", help="default: the one for the response")
        parser.add_argument(
            "--made-on", metavar="DATE", help="when the complaint was made: it chooses the version"
        )
        parser.add_argument("--version", metavar="KEY", help="default: the one in force on START")
        parser.add_argument(
            "--case", metavar="REFERENCE", help="why the dates of this case are what they are"
        )
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--list", action="store_true", help="print every key, and end")

    def handle(self, *, procedure, stage, start, limit, made_on, version, **options):
        if options["list"]:
            self.print_keys()
            return
        if options["case"]:
            self.print_case(options["case"], limit)
            return
        if not start:
            raise CommandError(f"Give a procedure, a stage and the day it starts. {SEE_THE_LIST}")
        try:
            starts_on = read_day(start, "START")
            used, why = choose_version(procedure, starts_on, made_on, version)
            chosen = choose_limit(choose_stage(used, stage), limit)
            calendar = calendar_for(used)
            clock = count(chosen, starts_on, calendar, used)
            reasons = reasons_of(clock, Circumstances(used, calendar, why, base_of(chosen)))
        except (BeyondHorizon, NoCalendar) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(as_json(clock, used, reasons), indent=2))
        else:
            self.print_reasons(clock, used, reasons)

    def print_keys(self):
        for procedure in Procedure.objects.prefetch_related("stages__limits"):
            self.stdout.write(f"{procedure.code}, version {procedure.version}: {procedure}")
            for stage in procedure.stages.all():
                self.stdout.write(f"  {stage.key}: {stage}")
                for limit in stage.limits.all():
                    self.stdout.write(f"    {limit.key}: {limit}, {length_of(limit)}")

    def print_case(self, reference: str, limit: str | None):
        """Tell each main deadline of a case, with what moved it; or those of one limit."""
        deadlines = Deadline.objects.filter(stage__case__reference=reference).select_related(
            "limit__stage", "stage__definition__procedure", "stage__case"
        )
        which = {"limit__key": limit} if limit else {"is_main": True}
        found = list(deadlines.filter(**which).order_by("stage__number"))
        if not found:
            raise CommandError(f"No case {reference} has such a time limit.")
        for deadline in found:
            procedure = deadline.stage.definition.procedure
            self.print_reasons(deadline, procedure, reasons_for(deadline))
            self.stdout.write("")

    def print_reasons(self, clock: Clock | Deadline, procedure: Procedure, reasons: Reasons):
        self.stdout.write(f"{procedure} – {clock.limit.stage} – {clock.limit}")
        self.stdout.write("")
        for sentence in reasons.sentences:
            self.stdout.write(sentence)
        self.stdout.write("")
        for step in reasons.steps:
            number = step.number if step.counts else ""
            self.stdout.write(
                f"{step.day:%a} {step.day.day:>2} {step.day:%b %Y} {number:>4}  {step.why}"
            )


def read_day(written: str, name: str) -> date:
    try:
        if ISO.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise CommandError(f"{name}: “{written}” is not a date such as 2006-12-18.")


def choose_version(
    code: str, start: date, made_on: str | None, version: str | None
) -> tuple[Procedure, str]:
    """Find the version to count by, and say why it is this one."""
    versions = [one for one in Procedure.objects.all() if code in (one.code, *one.aliases)]
    if not versions:
        codes = list(Procedure.objects.values_list("code", flat=True).distinct().order_by("code"))
        if not codes:
            raise CommandError(
                "No procedures are loaded. Load them with: manage.py load_procedures"
            )
        raise CommandError(f"No procedure is called “{code}”. There are: {', '.join(codes)}.")
    if version:
        return named_version(code, versions, version), "it was asked for"
    day = read_day(made_on, "--made-on") if made_on else start
    if day > start:
        raise CommandError(
            f"A complaint made on {in_words(day)} cannot have a time limit that started before, "
            f"on {in_words(start)}."
        )
    why = "the complaint was made on" if made_on else "it was in force on the day it starts,"
    return version_in_force(code, versions, day), f"{why} {in_words(day)}"


def named_version(code: str, versions: list[Procedure], key: str) -> Procedure:
    for one in versions:
        if one.version == key:
            return one
    keys = ", ".join(one.version for one in versions)
    raise CommandError(f"“{code}” has no version “{key}”. There are: {keys}.")


def version_in_force(code: str, versions: list[Procedure], day: date) -> Procedure:
    found = Procedure.objects.version_for(versions[0].code, day)
    if found is None:
        first = versions[0]
        raise CommandError(
            f"No version of “{code}” was in force on {in_words(day)}. The first, “{first}”, is in "
            f"force from {in_words(first.in_force_from)}."
        )
    return found


def choose_stage(procedure: Procedure, key: str) -> StageDefinition:
    stages = {stage.key: stage for stage in procedure.stages.all()}
    if key not in stages:
        raise CommandError(f"“{procedure}” has no stage “{key}”. It has: {', '.join(stages)}.")
    return stages[key]


def choose_limit(stage: StageDefinition, key: str | None) -> TimeLimit:
    """Find the limit asked for; else the panel's, the response's, or the first that there is."""
    limits = {limit.key: limit for limit in stage.limits.all()}
    if not limits:
        raise CommandError(f"“{stage}” has no time limit.")
    if key:
        if key not in limits:
            raise CommandError(f"“{stage}” has no limit “{key}”. It has: {', '.join(limits)}.")
        return limits[key]
    meeting = [limit for limit in limits.values() if limit.stopped_by == StageEvent.PANEL_MET]
    response = [limit for limit in limits.values() if limit.is_main]
    return [*meeting, *response, *limits.values()][0]


def count(limit: TimeLimit, start: date, calendar: Calendar, procedure: Procedure) -> Clock:
    """Count one limit from ``start``; an inner milestone by way of the limit that it serves."""
    base = base_of(limit) or limit
    limits = [base] if base == limit else [base, limit]
    dates = {base.runs_from: start}
    return clocks_of(limits, dates, calendar, roll=procedure.month_ends_roll)[-1]


def as_json(clock: Clock, procedure: Procedure, reasons: Reasons) -> dict:
    return {
        "procedure": procedure.code,
        "version": procedure.version,
        "stage": clock.limit.stage.key,
        "limit": clock.limit.key,
        "start": clock.starts_on.isoformat(),
        "due_on": reasons.due_on.isoformat(),
        "extended_due_on": reasons.extended_due_on and reasons.extended_due_on.isoformat(),
        "steps": [
            {"date": step.day.isoformat(), "counts": step.counts, "why": step.why}
            for step in reasons.steps
        ],
    }


def length_of(limit: TimeLimit) -> str:
    length = amount(limit.length, limit.unit)
    if limit.counts_back_from:
        return f"{length} before “{limit.counts_back_from}” is due"
    until = f" (at most {limit.extends_to})" if limit.extends_to else ""
    return f"{length}{until} from: {limit.get_runs_from_display()}"
