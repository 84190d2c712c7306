from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from stages.actions.procedures import Change, ProcedureClash, ProcedureInUse, load_procedures
from stages.procedure_files import ProcedureFileError, read_procedure
from stages.procedure_rules import ProcedureRules

FOLDER = settings.BASE_DIR / "fixtures" / "procedures"


class Command(BaseCommand):
    help = (
        "Load versions of procedures from TOML files, all or none. What was loaded before stays; "
        "a version that cases have used is never changed."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "files", nargs="*", type=Path, metavar="FILE", help=f"default: all of {FOLDER.name}/"
        )

    def handle(self, *, files, verbosity, **options):
        try:
            loaded = load_procedures(read_all(files or sorted(FOLDER.glob("*.toml"))), by=None)
        except (ProcedureFileError, ProcedureInUse, ProcedureClash) as error:
            raise CommandError(f"{error}\nNothing was loaded.") from error
        for one in loaded if verbosity else []:
            if one.change != Change.UNCHANGED or verbosity > 1:
                self.stdout.write(f"{one.procedure}: {one.change}")
        if verbosity and all(one.change == Change.UNCHANGED for one in loaded):
            self.stdout.write("Every procedure is loaded already; nothing was changed.")


def read_all(files: list[Path]) -> list[ProcedureRules]:
    """Read every file, so that the faults of all of them are told at once."""
    versions, faults = [], []
    for file in files:
        try:
            versions.append(read_procedure(file))
        except ProcedureFileError as error:
            faults.append(str(error))
    if faults:
        raise ProcedureFileError("\n".join(faults))
    return versions
