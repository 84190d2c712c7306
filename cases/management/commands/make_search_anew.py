from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import connection, transaction

from cases.models.searched import TABLE, JoinsSearch


class Command(BaseCommand):
    help = (
        "Make the words that the search finds anew from every text. The triggers keep them after."
    )

    @transaction.atomic
    def handle(self, *, verbosity, **options):
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {TABLE} IN EXCLUSIVE MODE")
            cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608
            for trigger in joining():
                cursor.execute(trigger.inserting(trigger.table))
                if verbosity:
                    self.stdout.write(f"{trigger.table}: {cursor.rowcount} texts")


def joining() -> list[JoinsSearch]:
    """The triggers by which texts join the search, each once."""
    triggers = (getattr(model._meta, "triggers", []) for model in apps.get_models())
    return [one for of_model in triggers for one in of_model if isinstance(one, JoinsSearch)]
