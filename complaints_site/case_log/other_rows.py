"""What may stand without a complaint: mediations, payments, lessons, advocacy, contacts, …"""

from cases.models import AdvocacyReferral, Compliment, Contact
from remedies.models import ActionPoint, Lesson, Payment
from reporting.models import PublishedFigure
from stages.models import Mediation

from .faults import Findings
from .lists import Lists
from .records import Line, Record
from .write import Writer

NO_EVIDENCE = "evidence not in the log"


class OtherRows:
    def __init__(self, lists: Lists, findings: Findings, writer: Writer):
        self.lists, self.findings, self.writer = lists, findings, writer

    def write_of_case(self, record: Record, case_id: int, area) -> None:
        for sheet in ("mediations", "payments", "lessons", "advocacy_referrals"):
            for line in record.lines(sheet):
                self.write(line, case_id, area)

    def write(self, line: Line, case_id: int | None = None, case_area=None) -> None:
        """Write a line of one of these sheets, unless it is faulty."""
        if (made := self.rows_of(line, case_id, case_area)) is None:
            return
        model, values, action_point = made
        key = self.writer.add(model, **values)
        if action_point:
            self.writer.add(ActionPoint, lesson_id=key, **action_point)

    def rows_of(self, line: Line, case_id: int | None = None, case_area=None):
        """The model of a line, its values, and those of a lesson's action; nothing if faulty."""
        before = len(self.findings.faults)
        made = getattr(self, f"_{line.sheet}")(line)
        model, values, *action_point = made
        if model is not PublishedFigure:
            area = self.lists.area(line, case_area)
            values["service_area_id"] = area and area.pk
        if "case_id" in values:
            values["case_id"] = case_id
        if len(self.findings.faults) > before:
            return None
        return model, values, action_point[0] if action_point else None

    def _mediations(self, line: Line):
        self._in_order(line, "offered_on", "held_on", "a mediation cannot be held before its offer")
        if line.get("outcome") and "held_on" not in line.values:
            says = "only a mediation that was held has an outcome: expected held_on to be filled"
            self.findings.fault(line, "outcome", says)
        if line.get("stage_avoided") and line.get("outcome") != Mediation.Outcome.RESOLVED:
            says = "only a mediation that resolved it avoided a stage: expected outcome resolved"
            self.findings.fault(line, "stage_avoided", says)
        told = _told(line, "offered_on", "held_on", "stage_avoided", "outcome")
        return Mediation, {"case_id": None, **told}

    def _payments(self, line: Line):
        self._in_order(line, "offered_on", "accepted_on", "an offer is accepted after it is made")
        self._in_order(line, "offered_on", "paid_on", "a payment cannot be paid before its offer")
        if not line.values.keys() & {"offered_on", "paid_on"}:
            self.findings.fault(line, "paid_on", "expected when it was paid or at least offered")
        told = _told(
            line,
            "stage_requested_only",
            "kind",
            "amount",
            "offered_on",
            "accepted_on",
            "paid_on",
        )
        return Payment, {"case_id": None, "stage_number": line.get("stage"), **told}

    def _lessons(self, line: Line):
        told = _told(line, "raised_on", "text", "recurring")
        action_point = _told(line, "lead", "due_on", "done_on", "evidence")
        if "done_on" in action_point:
            action_point.setdefault("evidence", NO_EVIDENCE)
        return Lesson, {"case_id": None, **told}, action_point

    def _advocacy_referrals(self, line: Line):
        told = _told(line, "referred_on", "provider", "outcome")
        return AdvocacyReferral, {"case_id": None, **told}

    def _compliments(self, line: Line):
        told = _told(line, "received_on", "text")
        return Compliment, {"from_whom": line.get("from", ""), **told}

    def _contacts(self, line: Line):
        self._in_order(line, "received_on", "closed_on", "a contact cannot close before it came")
        return Contact, _told(line, "received_on", "kind", "closed_on")

    def _published(self, line: Line):
        return PublishedFigure, _told(line, "year", "key", "value", "note")

    def _in_order(self, line: Line, earlier: str, later: str, says: str) -> None:
        first, second = line.get(earlier), line.get(later)
        if first and second and second < first:
            self.findings.fault(line, later, f"{says}: expected {first} or later")


def _told(line: Line, *columns: str) -> dict:
    return {column: line.values[column] for column in columns if column in line.values}
