"""Complaints as the two logs have them: each belongs to the year of its date on that log."""

from dataclasses import dataclass

from cases.models import LogEntry
from reporting.counted.base import OF_A_COMPLAINT, Counted
from reporting.counted.complaints import COMPLAINTS
from reporting.scope import Scope

LOG_ENTRIES = Counted(
    key="log-entries",
    one="entry",
    many="entries",
    words=(
        "complaints as each log has them, received in the period by the log's own date, with the "
        "log's own service area and nature; a complaint on two logs is counted on both"
    ),
    rows=lambda: LogEntry.objects.filter(case__part_of=None, **OF_A_COMPLAINT),
    on="received_on",
    case="case",
    paths={"service_area": "service_area", "nature": "nature", "log": "log"},
)


def on_log(key: str, name: str) -> "OnLog":
    """Complaints as one log has them; where that log holds nothing of the period, all of them."""
    entries = Counted(
        key=f"on-{key}-log",
        one=f"complaint {name}",
        many=f"complaints {name}",
        words=f"complaints {name}, received in the period by that log's date, whatever their stage",
        rows=lambda: LOG_ENTRIES.rows().filter(log__key=key),
        on="received_on",
        case="case",
        paths=LOG_ENTRIES.paths,
    )
    return OnLog((key,), entries, COMPLAINTS)


@dataclass(frozen=True)
class OnLog:
    """What is counted where a log was kept in the period, and what is where none was."""

    logs: tuple[str, ...]
    entries: Counted
    otherwise: Counted

    def for_scope(self, scope: Scope) -> Counted:
        kept = {log.key for log in scope.logs}
        if self.logs:
            kept &= set(self.logs)
        return self.entries if kept else self.otherwise


ON_EACH_LOG = OnLog((), LOG_ENTRIES, COMPLAINTS)
RECORDED = on_log("manual", "recorded manually")
ON_CORPORATE_LOG = on_log("corporate", "on the corporate log")
