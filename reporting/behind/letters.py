"""Letters and their vetting."""

from django.db.models import Model
from django.utils.timezone import localdate

from letters.models import Letter, ReturnedBecause, Vetting
from reporting.behind.base import Shown, display

SHOWN: dict[type[Model], Shown] = {
    Letter: Shown(
        ("case__service_area", "author", "approved_by"),
        {
            "Service area": lambda row: row.case.service_area,
            "Letter": display("kind"),
            "Sent": lambda row: row.sent_on,
            "Author": lambda row: row.author,
            "Approved by": lambda row: row.approved_by,
        },
    ),
    Vetting: Shown(
        ("letter__case__service_area", "letter__case__part_of", "decided_by"),
        {
            "Service area": lambda row: row.case.service_area,
            "Letter": lambda row: row.letter,
            "Put to the vetter": lambda row: localdate(row.submitted_at),
            "Decided": lambda row: localdate(row.decided_at),
            "By": lambda row: row.decided_by,
            "As": display("capacity"),
            "What came of it": display("outcome"),
            "Why": lambda row: row.reason,
        },
    ),
    ReturnedBecause: Shown(
        (
            "vetting__letter__case__service_area",
            "vetting__letter__case__part_of",
            "vetting__decided_by",
            "reason",
        ),
        {
            "Service area": lambda row: row.case.service_area,
            "Letter": lambda row: row.vetting.letter,
            "Returned": lambda row: localdate(row.vetting.decided_at),
            "By": lambda row: row.vetting.decided_by,
            "Reason": lambda row: row.reason,
            "In words": lambda row: row.vetting.reason,
        },
    ),
}
