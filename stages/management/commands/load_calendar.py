from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from stages.actions.calendar import IncompleteYear, load_bank_holidays
from stages.bank_holiday_file import BankHolidayFileError, read_bank_holidays

FILE = settings.BASE_DIR / "fixtures" / "bank_holidays" / "england-and-wales.csv"


class Command(BaseCommand):
    help = "Load the bank holidays that come with the product. Those known already stay."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, default=FILE)

    def handle(self, *, file, verbosity, **options):
        try:
            differences = load_bank_holidays(read_bank_holidays(file), by=None)
        except (BankHolidayFileError, IncompleteYear) as error:
            raise CommandError(str(error)) from error
        if verbosity and differences.added:
            self.stdout.write(f"{len(differences.added)} bank holidays added.")
        elif verbosity:
            self.stdout.write("Every bank holiday is loaded already; nothing was changed.")
