import tomllib

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from letters.actions.chains import load_chains
from letters.actions.templates import load_templates

FOLDER = settings.BASE_DIR / "fixtures" / "letters"


class Command(BaseCommand):
    help = (
        "Publish the templates of letters that are not there yet, and set who clears each kind. "
        "What is there stays."
    )

    def handle(self, *, verbosity, **options):
        try:
            files = [tomllib.loads(file.read_text()) for file in sorted(FOLDER.glob("*.toml"))]
            letters = [letter for file in files for letter in file.get("letters", [])]
            load_chains([one for file in files for one in file.get("chains", [])], by=None)
            made = load_templates(letters, on=localdate(), by=None)
        except (ValidationError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
            raise CommandError(f"The letters cannot be loaded: {error}") from error
        if verbosity:
            self.stdout.write(f"{len(made)} templates of letters published")
