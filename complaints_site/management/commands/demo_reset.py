import shutil
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from complaints_site import devdb
from complaints_site.demo_people import refuse_in_production


class Command(BaseCommand):
    help = "Throw away the demonstration's database, so that the next start makes it anew."
    requires_system_checks = []

    def handle(self, **options):
        refuse_in_production()
        database = settings.DATABASES["default"]
        if database["ENGINE"] != "complaints_site.pgdev":
            raise CommandError(
                "DATABASE_URL names a database of your own, which this does not touch: "
                f"drop and create {database['NAME']} yourself."
            )
        try:
            devdb.remove(Path(database["HOST"]))
        except devdb.InUse as error:
            raise CommandError(str(error)) from error
        shutil.rmtree(settings.DOCUMENTS_ROOT, ignore_errors=True)
        self.stdout.write("The demonstration's data are gone. `make demo` makes them anew.")
