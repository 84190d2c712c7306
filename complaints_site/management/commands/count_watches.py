from django.core.management.base import BaseCommand
from django.utils.timezone import now

from complaints_site import watches


class Command(BaseCommand):
    help = "Count the searches that people watch. What has passed its number stands on their desk."

    def handle(self, *, verbosity, **options):
        at = now()
        passed = watches.count(watches.to_count(at), at)
        if verbosity:
            self.stdout.write(f"{passed} passed their number since they were last counted")
