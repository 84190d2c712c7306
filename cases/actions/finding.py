"""What people keep of their searches, and what leaves as a file."""

from accounts.models import User
from accounts.trail import action, record
from cases.models import ListExport


@action
def take_out(*, by: User, **fields) -> ListExport:
    """Note that a list of cases is taken out as a file; ``fields`` say which, how and what for."""
    export = ListExport(by=by, **fields)
    export.full_clean(exclude=["at"])
    export.save()
    names = " with names" if export.with_names else ""
    record(f"took out a list{names}: {export.sentence}"[:500], export, by=by, why=export.purpose)
    return export
