import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from stages.actions.calendar import Differences, IncompleteYear, load_bank_holidays
from stages.calendars import load_calendar
from stages.official_bank_holidays import OfficialListError, parse_official_list
from stages.working_calendar import in_words


class Command(BaseCommand):
    help = (
        "Bring the bank holidays up to date from the published list, bank-holidays.json of "
        "www.gov.uk: adds what is new and says what else differs."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="the downloaded list, or - to read it in")
        parser.add_argument(
            "--remove",
            action="store_true",
            help="also remove the days that the list no longer has, but for those added by hand",
        )

    def handle(self, *, file, remove, verbosity, **options):
        try:
            holidays = parse_official_list(read(file))
            differences = load_bank_holidays(holidays, by=None, remove=remove)
        except (OfficialListError, IncompleteYear) as error:
            raise CommandError(f"{error}\nNothing was changed.") from error
        if verbosity:
            self.tell(differences)

    def tell(self, differences: Differences):
        for day, title in differences.added.items():
            self.stdout.write(f"Added: {in_words(day)}, {title}")
        for day, title in differences.removed.items():
            self.stdout.write(f"Removed: {in_words(day)}, {title}")
        for day, title in differences.not_listed.items():
            self.stdout.write(
                f"Not in the list, and still here: {in_words(day)}, {title}. If it was moved, run "
                "this again with --remove."
            )
        for day, (ours, theirs) in differences.titles.items():
            self.stdout.write(f"Called otherwise: {in_words(day)}, here {ours}, there {theirs}")
        if not (differences.added or differences.removed or differences.not_listed):
            self.stdout.write("No day was added or removed.")
        self.stdout.write(f"Bank holidays are known to {in_words(load_calendar().last)}.")


def read(file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise OfficialListError(f"{file}: {error.strerror}") from error
    except UnicodeDecodeError:
        raise OfficialListError(f"{file}: the file is not UTF-8 text") from None
