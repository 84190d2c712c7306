import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from stages.actions.calendar import DayRefused
from stages.actions.calendar_changes import TakenIn, take_in_list
from stages.calendar_differences import IncompleteYear
from stages.calendar_words import moved_words
from stages.calendars import load_calendar
from stages.official_bank_holidays import OfficialListError, parse_official_list
from stages.working_calendar import in_words


class Command(BaseCommand):
    help = (
        "Bring the bank holidays up to date from the published list, bank-holidays.json of "
        "www.gov.uk: adds what is new and says what else differs. Where that would move open "
        "deadlines, it lists them and puts the change before the complaints managers."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="the downloaded list, or - to read it in")
        parser.add_argument(
            "--remove",
            action="store_true",
            help="also remove the days that the list no longer has, but for those added by hand",
        )
        parser.add_argument(
            "--move",
            action="store_true",
            help="move the deadlines that the change moves, also those told to complainants",
        )

    def handle(self, *, file, remove, move, verbosity, **options):
        try:
            holidays = parse_official_list(read(file))
            taken = take_in_list(holidays, on=localdate(), by=None, remove=remove, move=move)
        except (OfficialListError, IncompleteYear, DayRefused) as error:
            raise CommandError(f"{error}\nNothing was changed.") from error
        if verbosity:
            self.tell(taken)

    def tell(self, taken: TakenIn):
        if taken.effect:
            self.stdout.write("\n".join(moved_words(taken.change, taken.effect)))
        if taken.change and taken.change.is_waiting:
            return
        differences = taken.differences
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
