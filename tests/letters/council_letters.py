"""Letters as a council writes them, from files: each with its record and the faults planted in it.

``tuned/`` holds those that the checks were mended by, ``never_tuned/`` those that they never saw.
"""

import tomllib
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from accounts.models import User
from accounts.permissions import Role
from cases.models import Assignment, CaseLink, CasePerson, Person
from documents import vault
from documents.models import Document, DocumentKind
from letters.checks import checks_of
from letters.models import Enclosure, Letter, LetterFinding
from letters.record import Record
from remedies.models import ActionPoint, Lesson, Payment
from stages.deadlines import count_clocks
from stages.models import Appointment, Extension, Finding, Investigator, Stage
from stages.situation import Situation
from tests.complaints_site.case_file.makers import someone, take_in_complaint
from tests.factories import complainant_type

HERE = Path(__file__).parent
# The lines of the list by which a fault that was planted may be found
LINES = {
    "next_stage": ["next-stage"],
    "window": ["next-stage"],
    "whom": ["next-stage"],
    "date": ["dates"],
    "remedy": ["remedy"],
    "action": ["actions"],
    "signatory": ["signed"],
    "advocacy": ["advocacy", "leaflet"],
    "independent_person": ["independent-person"],
}
MEANS = {
    "Investigating officer's report": DocumentKind.Means.INVESTIGATOR_REPORT,
    "Independent person's report": DocumentKind.Means.INDEPENDENT_REPORT,
}


@dataclass(frozen=True)
class CouncilLetter:
    name: str
    kind: str
    planted: list[str]
    text: str
    record: dict

    def __str__(self) -> str:
        return self.name


def letters_in(folder: str) -> list[CouncilLetter]:
    return [_read(path) for path in sorted((HERE / folder).glob("*.toml"))]


def _read(path: Path) -> CouncilLetter:
    told = tomllib.loads(path.read_text())
    record = tomllib.loads((HERE / "records" / f"{told['record']}.toml").read_text())
    _change(record, told.get("changes", {}))
    return CouncilLetter(path.stem, told["kind"], told["planted"], told["text"], record)


def _change(record: dict, changes: dict) -> None:
    for name, value in changes.items():
        if isinstance(value, dict):
            for place, fields in value.items():
                record[name][int(place)] |= fields
        else:
            record[name] = value


def open_lines(one: CouncilLetter, by) -> list[str]:
    """The lines of the list that the checks leave open, by their keys."""
    letter = lay(one, by)
    text = one.text.replace("{reference}", letter.case.reference)
    record = Record(letter, Situation(letter.case), one.record["today"])
    return [check.key for check in checks_of(text, record) if not check.good]


def judged(one: CouncilLetter, lines: list[str]) -> tuple[list[str], list[str]]:
    """The faults that were planted and not found; the lines that are open for no planted fault."""
    expected = {fault: _lines_of(fault, lines) for fault in one.planted}
    missed = [fault for fault, found in expected.items() if not found]
    explained = {line for found in expected.values() for line in found}
    return missed, [line for line in lines if line not in explained]


def _lines_of(fault: str, lines: list[str]) -> list[str]:
    known = LINES.get(fault, [fault.replace("_", "-")])
    return [line for line in lines if line in known or _numbered(line) in _numbered_of(fault)]


def _numbered(line: str) -> str:
    """The kind of a line that there is for each point: "point-3"."""
    kind, _, number = line.rpartition("-")
    return kind if number.isdigit() else ""


def _numbered_of(fault: str) -> set[str]:
    return {"point": {"point"}, "finding": {"point"}, "recommendation": {"recommendation"}}.get(
        fault, set()
    )


def lay(one: CouncilLetter, by) -> Letter:
    """The case of the record, in rows, and the letter in it."""
    record = deepcopy(one.record)
    case = _case(record, by)
    stages = _stages(case, record)
    stage = stages[-1]
    _people(case, record, by)
    _promises(case, record)
    for number, told in enumerate(record.get("recommendations", []), 1):
        stage.recommendations.create(number=number, **told)
    author = _user(record["author"], Role.OFFICER)
    letter = Letter.objects.create(
        case=case, stage=stage, kind=_kind(one.kind), author=author, addressee=case.letters_go_to()
    )
    _findings(letter, stage, record)
    for number, name in enumerate(record.get("enclosed", [])):
        _enclose(letter, name, f"{number} {name}.txt", by)
    return letter


def _user(name: str, role: Role) -> User:
    return User.objects.filter(full_name=name).first() or someone(role, name)


def _kind(kind: str) -> str:
    """The second answer of a council's own procedure is an answer as the first is."""
    return "adjudication" if kind == "stage_2" else kind


def _case(record: dict, by):
    points = [one["text"] for one in record["points"]]
    case = take_in_complaint(
        by,
        on=record["received_on"],
        code=record["procedure"],
        complainant={"name": "Somebody"},
    )
    case.points.all().delete()
    case.people.all().delete()
    for number, text in enumerate(points, 1):
        case.points.create(number=number, text=text)
    if record.get("complainant_is_a_young_person"):
        case.complainant_type = complainant_type("Young person", young=True)
        case.save()
    return case


def _people(case, record: dict, by) -> None:
    by_name = {}
    for place, told in enumerate(record["people"]):
        _person(case, told, by_name, place)
    for one in record.get("linked", []):
        other = take_in_complaint(
            by,
            on=case.received_on,
            complainant={"name": "Somebody else"},
        )
        other.people.all().delete()
        for place, told in enumerate(one["people"]):
            _person(other, told, by_name, place)
        CaseLink.objects.create(case=case, other=other, why=one["why"])
    if name := record.get("adjudicator"):
        adjudicator = _user(name, Role.ADJUDICATOR)
        Assignment.objects.create(
            case=case, user=adjudicator, capacity="adjudicator", since=case.received_on
        )


def _person(case, told: dict, by_name: dict, place: int) -> None:
    part = {name: told[name] for name in ("role", "relation", "authority_evidence") if name in told}
    own = {name: value for name, value in told.items() if name not in part}
    person = by_name.get(own["name"]) or Person.objects.create(**own)
    by_name[own["name"]] = person
    CasePerson.objects.create(case=case, person=person, position=place, **part)


def _stages(case, record: dict) -> list[Stage]:
    """Every stage up to that of the letter, with its dates and its clocks."""
    first = case.stages.get()
    stages = [first]
    for number in range(2, record["stage"] + 1):
        definition = first.definition.procedure.stages.get(number=number)
        stages.append(
            Stage(case=case, definition=definition, number=number, received_on=case.received_on)
        )
    for stage in stages:
        for name, value in _dates_of(record, stage.number).items():
            setattr(stage, name, value)
        stage.save()
        count_clocks(stage)
        case.stages.filter(number=stage.number - 1).update(escalated_on=stage.requested_on)
    _due(stages[-1], record)
    return stages


def _dates_of(record: dict, number: int) -> dict[str, date]:
    """The dates of the letter's own stage stand without a number, those before with theirs."""
    names = [
        "requested_on",
        "acknowledged_on",
        "statement_agreed_on",
        "investigation_report_on",
        "independent_person_report_on",
        "panel_met_on",
        "panel_report_on",
    ]
    of_letter = number == record["stage"]
    dates = {name: record[name] for name in names if of_letter and name in record}
    told = {
        "requested_on": record.get(f"stage_{number}_requested_on"),
        "acknowledged_on": record.get(f"stage_{number}_acknowledged_on"),
        "responded_on": record.get(f"stage_{number}_answered_on"),
    }
    dates |= {name: value for name, value in told.items() if value}
    if of_letter and f"stage_{number}_acknowledged_on" not in record and number > 1:
        dates.pop("acknowledged_on", None)
    asked = dates.get("requested_on")
    begun = asked or record["received_on"]
    return dates | {"requested_on": begun, "begun_on": begun}


def _due(stage: Stage, record: dict) -> None:
    main = stage.deadlines.get(is_main=True)
    if record["stage"] == 2 and record["procedure"] == "children":
        main.due_on = record["due_on"]
        main.save()
    if to := record.get("extended_to"):
        Extension.objects.create(
            stage=stage,
            from_due_on=main.due_on,
            to_due_on=to,
            reason=record["extended_because"],
            told_on=record["today"],
            told_how="letter",
        )
        count_clocks(stage)
        main.refresh_from_db()
        assert main.due_on == to
    if record["procedure"] == "adults":
        main.due_on = record["due_on"]
        main.save()


def _promises(case, record: dict) -> None:
    area = case.service_area
    for told in record.get("payments", []):
        Payment.objects.create(
            case=case,
            service_area=area,
            kind=told["kind"],
            amount=told["amount"],
            proposed_on=record["today"],
            approved_on=record["today"] if told["approved"] else None,
        )
    if record.get("actions"):
        lesson = Lesson.objects.create(
            case=case,
            service_area=area,
            raised_on=record["today"],
            text="What is to be learnt",
            accepted="yes",
        )
        for told in record["actions"]:
            ActionPoint.objects.create(lesson=lesson, **told)


def _findings(letter: Letter, stage: Stage, record: dict) -> None:
    for told in record.get("investigators", []):
        one = Investigator.objects.create(name=told["name"])
        Appointment.objects.create(
            stage=stage, investigator=one, role=told["role"], appointed_on=stage.requested_on
        )
    for point, told in zip(letter.case.points.all(), record["points"], strict=True):
        if "finding" not in told:
            continue
        if letter.kind == "stage_3":
            level = Finding.Level.PANEL
            Finding.objects.create(stage=stage, point=point, level=level, finding=told["finding"])
        else:
            LetterFinding.objects.create(letter=letter, point=point, finding=told["finding"])


def _enclose(letter: Letter, name: str, file: str, by) -> None:
    kind, _ = DocumentKind.objects.get_or_create(name=name, defaults={"means": MEANS[name]})
    content = f"{name} on {letter.case.reference}".encode()
    document = Document.objects.create(
        case=letter.case,
        kind=kind,
        dated_on=letter.stage.investigation_report_on,
        disclosure=Document.Disclosure.MAY,
        name=file,
        sha256=vault.store(content),
        size=len(content),
        filed_by=by,
    )
    Enclosure.objects.create(letter=letter, document=document)
