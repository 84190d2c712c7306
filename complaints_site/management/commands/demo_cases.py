from datetime import date

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.timezone import localdate

from complaints_site import (
    demo_activities,
    demo_advocacy,
    demo_afterwards,
    demo_cases,
    demo_contacts,
    demo_denominators,
    demo_documents,
    demo_history,
    demo_late_holiday,
    demo_letters,
    demo_messages,
    demo_ombudsman_letter,
    demo_people,
    demo_pool,
    demo_searches,
)


class Command(BaseCommand):
    help = (
        "Load a present-day council: three years of complaints up to today, and those that are "
        "being worked on. Refused in production."
    )

    def add_arguments(self, parser):
        parser.add_argument("--today", type=date.fromisoformat, help="Count back from this day.")

    @transaction.atomic
    def handle(self, *, today, verbosity, **options):
        demo_people.refuse_in_production()
        today = today or localdate()
        people = demo_pool.load(today=today)
        history, now = demo_history.load(today=today), demo_cases.load(today=today)
        contacts = demo_contacts.load(today=today)
        demo_activities.load(today=today)
        demo_denominators.load(today=today)
        demo_afterwards.load(today=today)
        demo_ombudsman_letter.load(today=today)
        demo_late_holiday.load(today=today)
        demo_advocacy.load(today=today)
        demo_searches.load()
        demo_messages.load()
        demo_documents.load(today=today)
        demo_letters.load(today=today)
        if people:
            demo_pool.give_them_the_earlier_cases(today=today)
        if verbosity:
            self.stdout.write(
                f"{history} earlier complaints imported, {now} of now and {contacts} other "
                "contacts logged."
            )
