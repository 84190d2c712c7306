"""One complaint as rows: the case, its route, the logs it stands on, and what is tied to it."""

from datetime import date

from accounts.models import Event
from cases.models import (
    Assignment,
    Case,
    Decision,
    Equalities,
    LogEntry,
    Note,
)
from stages.calendars import calendar_for
from stages.models import OmbudsmanEnquiry, Route
from stages.rules import Rules, Version

from .columns import EQUALITIES, OF_COMPLAINANT
from .faults import Findings
from .lists import Lists
from .other_rows import OtherRows
from .people import People
from .points import Points
from .records import Line, Record
from .stage_rows import StagesOfCase
from .stages_told import StageTold, stages_told
from .values import folded
from .write import Writer

Issue = Case.issues.through
SERVICE_USER, COMPLAINANT = Equalities.About.values


class CaseRows:
    """Makes rows of one record after another. ``event`` holds what every case's event has."""

    def __init__(
        self, lists: Lists, people: People, findings: Findings, writer: Writer, event: dict
    ):
        self.lists, self.people = lists, people
        self.findings, self.writer = findings, writer
        self.rules = Rules()
        self.others = OtherRows(lists, findings, writer)
        self.calendars = {}
        self.event = event

    def write(self, record: Record) -> None:
        line = record.line
        if "received_on" not in line.values:
            return  # without it nothing can be counted; it is a fault already
        self._check_dates(line)
        told = stages_told(record, self.findings)
        area = self.lists.area(line)
        version = self._version(line, area)
        schemes = self._schemes(line)
        if area is None or version is None:
            return
        nature_id = self._nature(line, line.get("nature_of_complaint"), schemes)
        case_id = self._write_case(record, area, nature_id)
        self._write_route(case_id, line, version)
        self._write_logs(case_id, record, area, nature_id, schemes)
        self._write_issues(case_id, line, schemes)
        self._write_equalities(case_id, line)
        self._write_owner(case_id, line)
        self._write_ombudsman(case_id, line, area)
        self._write_decisions_and_notes(case_id, record)
        self.people.write(case_id, record)
        self._write_stages(case_id, record, told, version, schemes)
        self.others.write_of_case(record, case_id, area)
        self.writer.add(Event, about_id=case_id, **self.event)

    def _check_dates(self, line: Line) -> None:
        received_on = line.values["received_on"]
        for column, what in ("closed_on", "close"), ("withdrawn_on", "be withdrawn"):
            if line.get(column, date.max) < received_on:
                says = (
                    f"a case cannot {what} before it was received: expected {received_on} or later"
                )
                self.findings.fault(line, column, says)
        if line.get("made_on", date.min) > received_on:
            says = "a complaint cannot be made after it was received"
            says += f": expected {received_on} or before"
            self.findings.fault(line, "made_on", says)
        asked, decided = line.get("ombudsman_received_on"), line.get("ombudsman_decided_on")
        if asked and decided and decided < asked:
            says = f"the Ombudsman cannot decide before the enquiry: expected {asked} or later"
            self.findings.fault(line, "ombudsman_decided_on", says)

    def _version(self, line: Line, area) -> Version | None:
        """The version of the procedure on the day the complaint was made (domain.md 1, rule 1)."""
        name = line.get("procedure") or (area and area.usual_procedure)
        if not name:
            return None
        code = name if name in self.rules.versions else folded(name)
        day = line.get("made_on") or line.values["received_on"]
        column = "procedure" if "procedure" in line.values else "service_area"
        if code not in self.rules.code_of:
            known = ", ".join(sorted(self.rules.code_of))
            self.findings.fault(line, column, f"no such procedure: expected one of {known}", name)
            return None
        version = self.rules.rules_in_force(code, day)
        if version is None:
            says = f"no version of the procedure “{name}” was in force on {day}"
            self.findings.fault(line, column, says)
        return version

    def _schemes(self, line: Line) -> list:
        if name := line.get("nature_scheme"):
            scheme = self.lists.scheme_named(line, "nature_scheme", name)
            return [scheme] if scheme else []
        return self.lists.schemes_in_use(line.values["received_on"])

    def _nature(self, line: Line, name: str | None, schemes: list, column="nature_of_complaint"):
        if not schemes and "nature_scheme" in line.values:
            return None  # the scheme is a fault already
        return self.lists.category(line, column, name, schemes)

    def _write_case(self, record: Record, area, nature_id: int | None) -> int:
        line = record.line
        told = line.values
        return self.writer.add(
            Case,
            **{
                column: told[column]
                for column in (
                    "reference",
                    "kind",
                    "received_on",
                    "made_on",
                    "summary",
                    "historical",
                    "joint_body",
                    "withdrawn_on",
                    "closed_on",
                    "close_reason",
                )
                if column in told
            }
            | self._kind(told),
            channel_id=self.lists.word(line, "channel"),
            passed_on_by_id=self.lists.word(line, "passed_on_by"),
            provider_id=self.lists.word(line, "provider"),
            complainant_type_id=self.lists.word(line, "complainant_type"),
            service_area_id=area.pk,
            nature_id=nature_id,
            content_hash=record.content_hash(),
        )

    def _kind(self, told: dict) -> dict:
        """What never went beyond stage 0 is a concern, unless the log says what it is."""
        only_before = told.get("stage_reached") == 0 and "kind" not in told
        return {"kind": Case.Kind.CONCERN} if only_before else {}

    def _write_route(self, case_id: int, line: Line, version: Version) -> None:
        given = "procedure" in line.values
        self.writer.add(
            Route,
            case_id=case_id,
            procedure_id=version.procedure.pk,
            chosen_on=line.values["received_on"],
            chosen_because="as recorded in the log"
            if given
            else "the usual procedure of its service area, until triage",
            provisional=not given,
        )

    def _write_logs(self, case_id: int, record: Record, area, nature_id, schemes) -> None:
        line = record.line
        entries = {self.lists.log(line, "logs", name): line for name in line.get("logs", ())}
        for entry in record.lines("log_entries"):
            if "log" not in entry.values:
                continue
            log_id = self.lists.log(entry, "log", entry.values["log"])
            if "logs" in line.values and log_id not in entries:
                says = f"the column logs of {record.reference} does not name it: expected it there"
                self.findings.fault(entry, "log", says)
            elif entries.get(log_id, line) is not line:
                says = f"line {entries[log_id].number} is about the same log: expected one"
                self.findings.fault(entry, "log", says)
            entries[log_id] = entry
        for log_id, entry in entries.items():
            own = entry is not line
            name = entry.get("nature_of_complaint") if own else None
            self.writer.add(
                LogEntry,
                case_id=case_id,
                log_id=log_id,
                received_on=entry.get("received_on") or line.values["received_on"],
                service_area_id=getattr(self.lists.area(entry, area) if own else area, "pk", None),
                nature_id=self._nature(entry, name, schemes) if name else nature_id,
            )

    def _write_issues(self, case_id: int, line: Line, schemes: list) -> None:
        for name in line.get("issues", ()):
            category_id = self._nature(line, name, schemes, "issues")
            self.writer.add(Issue, case_id=case_id, category_id=category_id)

    def _write_equalities(self, case_id: int, line: Line) -> None:
        self._write_answers(case_id, line, SERVICE_USER, EQUALITIES, "")
        self._write_answers(case_id, line, COMPLAINANT, OF_COMPLAINANT, "complainant_")

    def _write_answers(self, case_id, line: Line, about: str, dimensions, prefix: str) -> None:
        answers = {
            f"{dimension}_id": self.lists.answer(line, dimension, prefix + dimension)
            for dimension in dimensions
            if prefix + dimension in line.values
        }
        if answers:
            self.writer.add(Equalities, case_id=case_id, about=about, **answers)

    def _write_owner(self, case_id: int, line: Line) -> None:
        if owner := line.get("owner"):
            user_id = self.people.users.find(owner)
            self.writer.add(
                Assignment,
                case_id=case_id,
                user_id=user_id,
                team="" if user_id else owner,
                capacity=Assignment.Capacity.OWNER.value,
                since=line.values["received_on"],
                until=line.get("closed_on") or line.get("withdrawn_on"),
            )

    def _write_ombudsman(self, case_id: int, line: Line, area) -> None:
        told = {
            column.removeprefix("ombudsman_"): line.values[column]
            for column in ("ombudsman_received_on", "ombudsman_decided_on")
            if column in line.values
        }
        if told or "ombudsman_decision" in line.values:
            self.writer.add(
                OmbudsmanEnquiry,
                case_id=case_id,
                service_area_id=area.pk,
                decision_id=self.lists.word(line, "ombudsman_decision"),
                **told,
            )

    def _write_decisions_and_notes(self, case_id: int, record: Record) -> None:
        for line in record.lines("decisions"):
            self.writer.add(Decision, case_id=case_id, **_without_reference(line))
        for line in record.lines("notes"):
            told = _without_reference(line)
            told["by_name"] = told.pop("by", "")
            self.writer.add(Note, case_id=case_id, **told)

    def _write_stages(self, case_id, record: Record, told, version: Version, schemes) -> None:
        line = record.line
        calendar = self._calendar(version)
        points = Points(record, told, self.findings)
        stages = StagesOfCase(record, told, points, version, calendar, self.findings, self.writer)
        own = {
            number: self.lists.schemes_in_use(min(stage.dates.values()), number)
            for number, stage in told.items()
            if stage.dates
        }

        def nature_of_stage(stage: StageTold) -> int | None:
            if stage.number != 2:
                return None
            found = [*own.get(2, ()), *schemes]
            return self._nature(line, line.get("stage2_nature"), found, "stage2_nature")

        def nature_of_point(point: Line) -> int | None:
            begun = [number for number, stage in told.items() if "begun_on" in stage.dates]
            number = point.get("stage") or max(begun, default=1)
            stage_2 = own.get(2, ()) if number > 1 else ()
            found = [*own.get(number, ()), *stage_2, *schemes]
            return self._nature(point, point.get("nature"), found, "nature")

        stages.write(case_id, nature_of_stage)
        points.write(case_id, stages.ids, nature_of_point, self.writer)

    def _calendar(self, version: Version):
        key = version.procedure.pk
        if key not in self.calendars:
            self.calendars[key] = calendar_for(version.procedure)
        return self.calendars[key]


def _without_reference(line: Line) -> dict:
    return {name: value for name, value in line.values.items() if name != "reference"}
