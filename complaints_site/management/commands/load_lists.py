import tomllib
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from complaints_site.reference_lists import FOLDER, load_lists


class Command(BaseCommand):
    help = "Load the office's lists. A word that is there already stays as it is."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)

    def handle(self, *, folder, verbosity, **options):
        try:
            added = load_lists(folder, by=None)
        except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
            raise CommandError(f"The lists in {folder} cannot be loaded: {error}") from error
        if verbosity:
            for name, number in added.items():
                self.stdout.write(f"{name}: {number} added")
