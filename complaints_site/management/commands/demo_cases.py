from datetime import date

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.timezone import localdate

from complaints_site import demo_cases, demo_people


class Command(BaseCommand):
    help = "Log some twenty complaints of the present day, with work to do. Refused in production."

    def add_arguments(self, parser):
        parser.add_argument("--today", type=date.fromisoformat, help="Count back from this day.")

    @transaction.atomic
    def handle(self, *, today, verbosity, **options):
        demo_people.refuse_in_production()
        loaded = demo_cases.load(today=today or localdate())
        if verbosity:
            self.stdout.write(f"{loaded} present-day cases logged.")
