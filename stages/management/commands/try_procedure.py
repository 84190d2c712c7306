from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from stages.calendars import NoCalendar
from stages.procedure_files import ProcedureFileError, read_procedure
from stages.procedure_rows import version_of
from stages.procedure_trial import Summary, Tried, summaries, try_version
from stages.working_calendar import in_words
from stages.working_days import BeyondHorizon


class Command(BaseCommand):
    help = (
        "Try a version of a procedure on the open cases before it is loaded: what each running "
        "deadline would be, as if the complaint had been made under it. Nothing is changed."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="the version, as a TOML file")
        parser.add_argument("--cases", action="store_true", help="also list each that changes")

    def handle(self, *, file, cases, **options):
        try:
            version = version_of(read_procedure(file))
            tried = try_version(version, today=localdate())
        except (ProcedureFileError, NoCalendar, BeyondHorizon) as error:
            raise CommandError(str(error)) from error
        number = len({one.stage.case_id for one in tried})
        self.stdout.write(f"{version.procedure}: tried on {number} open cases. Nothing is changed.")
        for summary in summaries(tried):
            self.stdout.write(line_of(summary))
        for one in tried if cases else []:
            if one.is_changed:
                self.stdout.write(words_of(one))


def line_of(summary: Summary) -> str:
    return (
        f"{summary.stage}: {summary.running} deadlines; {summary.earlier} earlier, "
        f"{summary.later} later, {summary.same} the same, {summary.gone} gone, {summary.new} new; "
        f"late now {summary.late_before}, late then {summary.late_after}"
    )


def words_of(one: Tried) -> str:
    before = in_words(one.before) if one.before else "none"
    after = in_words(one.after) if one.after else "none"
    late = " (late)" if one.would_be_late else ""
    return f"{one.stage.case.reference}, {one.stage}, {one.limit}: {before} to {after}{late}"
