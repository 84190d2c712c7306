from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.timezone import now

from documents.vault import KEEPERS, SHA256


class Command(BaseCommand):
    help = (
        "Remove files that nothing refers to: of e-mails that were read into a form and never "
        "logged, and of uploads that were undone. For the clock, each night."
    )

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=60, help="Only those older than this.")

    def handle(self, *, days, verbosity, **options):
        before = (now() - timedelta(days=days)).timestamp()
        files = [path for path in Path(settings.DOCUMENTS_ROOT).glob("*/*") if is_old(path, before)]
        filed = {sha256 for keeper in KEEPERS for sha256 in keeper()}
        unfiled = [path for path in files if path.name not in filed]
        for path in unfiled:
            path.unlink()
        if verbosity:
            self.stdout.write(f"{len(unfiled)} files removed that belong to no document.")


def is_old(path: Path, before: float) -> bool:
    """A file of ours, or what was left half written, from before that moment."""
    ours = SHA256.fullmatch(path.name) or path.name.startswith("tmp")
    return bool(ours) and path.is_file() and path.stat().st_mtime < before
