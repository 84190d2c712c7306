from django.core.management.base import BaseCommand

from complaints_site import demo_people


class Command(BaseCommand):
    help = "Add one person for each role, to try the system as. Refused in production."

    def handle(self, *, verbosity, **options):
        added = demo_people.add_demo_people(by=None)
        if verbosity:
            self.stdout.write(f"{len(added)} demo people added.")
