"""manage.py steps: the table of steps, to read or to draw."""

from django.core.management.base import BaseCommand, CommandError

from stages.models import Procedure
from stages.steps_listed import as_dot, as_text, rows_of_steps

FORMATS = {"text": as_text, "dot": as_dot}


class Command(BaseCommand):
    help = "Print every step of a case: from where, to where, who may take it, what it needs."

    def add_arguments(self, parser):
        parser.add_argument(
            "--procedure", metavar="CODE", help="only what its stages can ever take"
        )
        parser.add_argument("--format", choices=FORMATS, default="text")

    def handle(self, *, procedure, format, **options):
        self.stdout.write(FORMATS[format](rows_of_steps(newest(procedure) if procedure else None)))


def newest(code: str) -> Procedure:
    """The newest version of a procedure."""
    found = Procedure.objects.filter(code=code).order_by("in_force_from").last()
    if found is None:
        codes = Procedure.objects.order_by("code").values_list("code", flat=True).distinct()
        raise CommandError(f"No procedure is called “{code}”. There are: {', '.join(codes)}.")
    return found
