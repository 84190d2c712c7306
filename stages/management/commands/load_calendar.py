from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from stages.actions.calendar import DayRefused
from stages.actions.calendar_changes import take_in_list
from stages.bank_holiday_file import BankHolidayFileError, read_bank_holidays
from stages.calendar_differences import IncompleteYear
from stages.calendar_words import moved_words

FILE = settings.BASE_DIR / "fixtures" / "bank_holidays" / "england-and-wales.csv"


class Command(BaseCommand):
    help = "Load the bank holidays that come with the product. Those known already stay."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, default=FILE)

    def handle(self, *, file, verbosity, **options):
        try:
            taken = take_in_list(read_bank_holidays(file), on=localdate(), by=None)
        except (BankHolidayFileError, IncompleteYear, DayRefused) as error:
            raise CommandError(str(error)) from error
        if verbosity and taken.effect:
            self.stdout.write("\n".join(moved_words(taken.change, taken.effect)))
        elif verbosity and taken.differences.added:
            self.stdout.write(f"{len(taken.differences.added)} bank holidays added.")
        elif verbosity:
            self.stdout.write("Every bank holiday is loaded already; nothing was changed.")
