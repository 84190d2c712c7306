"""What the attack program finds in the public form of an edition: the least and most of each hidden
number, over all tables and what was released before. Not for release: it holds what is hidden."""

from django.core.management.base import BaseCommand, CommandError

from editions.assembling import Assembling
from editions.models import Edition
from editions.released.public import public_form


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("edition", type=int, help="its number, as in its address")

    def handle(self, *, edition: int, **options):
        found = Edition.objects.select_related("directorate").filter(pk=edition).first()
        if found is None:
            raise CommandError(f"There is no edition {edition}.")
        if found.is_published:
            self.stdout.write(found.frozen.proof.get("report") or "Its public form was not kept.")
            return
        assembling = Assembling(found)
        made = public_form(assembling, assembling.document())
        self.stdout.write(made.proof)
        faults = [*made.stops, *(f"Can be worked out: {one}" for one in made.unproved)]
        if faults:
            raise CommandError("\n".join(["It cannot be released as it is:", *faults]))
