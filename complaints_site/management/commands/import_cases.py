import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from complaints_site.case_log.action import import_log
from complaints_site.case_log.report import faults_told, told


class Command(BaseCommand):
    help = (
        "Import a case log: a CSV file, a folder of CSV files or an .xlsx workbook "
        "(docs/case-log.md). All of it is imported, or, if anything is wrong, nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Say what would be done.")
        parser.add_argument(
            "--create-missing", action="store_true", help="Add words that no list holds yet."
        )
        parser.add_argument(
            "--update", action="store_true", help="Change cases that are known with other content."
        )

    def handle(self, *, path, dry_run, create_missing, update, verbosity, **options):
        result = import_log(
            path,
            on=localdate(),
            by=None,
            dry_run=dry_run,
            create_missing=create_missing,
            update=update,
            progress=self.show_progress,
        )
        self.clear_progress()
        if result.faults:
            for sentence in faults_told(result):
                self.stderr.write(sentence)
            number = len(result.faults)
            faults = "fault" if number == 1 else "faults"
            raise CommandError(f"{number:,} {faults} in {path}: nothing was imported.")
        if verbosity:
            for sentence in told(result, dry_run=dry_run):
                self.stdout.write(sentence)

    def show_progress(self, what: str, number: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{what}: {number:,}\033[K")
            sys.stderr.flush()

    def clear_progress(self) -> None:
        if sys.stderr.isatty():
            sys.stderr.write("\r\033[K")
