"""What is done to a case before any stage: logging it, adding people and points, keeping notes."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import (
    Assignment,
    Case,
    CaseLink,
    CasePerson,
    CaseViewing,
    Compliment,
    Note,
    Person,
    Point,
)
from cases.references import next_reference


@action
def log_case(*, on: date, by: User, **fields) -> Case:
    """Log a complaint or representation that came in; ``fields`` are those of a case."""
    case = Case.objects.create(reference=next_reference(on.year), **fields)
    record(f"logged the {case.get_kind_display().lower()}", case, by=by)
    return case


@action
def add_person(case: Case, *, role: str, name: str, by: User, relation="", **about) -> CasePerson:
    """Add someone to a case as a new person; ``about`` is how to reach them and what they need."""
    person = Person.objects.create(name=name, **about)
    part = case.people.create(
        person=person, role=role, relation=relation, position=case.people.count()
    )
    record(f"added the {part.get_role_display().lower()}", case, by=by)
    return part


@action
def add_point(case: Case, *, text: str, by: User, desired_outcome="", nature=None) -> Point:
    """Add a point of complaint, to the points that the case goes by now.

    The first is the primary one until another is made so.
    """
    last = case.points.last()
    stage_number = last.stage_number if last else 1
    number = Point.objects.next_number(case, stage_number)
    point = case.points.create(
        number=number,
        stage_number=stage_number,
        text=text,
        desired_outcome=desired_outcome,
        nature=nature,
        is_primary=not case.points.exists(),
    )
    record(f"added point {number}", case, by=by)
    return point


@action
def link(case: Case, other: Case, *, why: str, by: User) -> CaseLink:
    """Join two cases that belong together; each stays a case of its own."""
    joined = case.links.create(other=other, why=why)
    record(f"linked the case to {other}", case, by=by, why=why)
    return joined


@action
def assign(
    case: Case, *, to: User, capacity: str, on: date, by: User, told: str = ""
) -> Assignment:
    """Put a case to someone, who may see it from then on."""
    if capacity == Assignment.Capacity.OWNER:
        case.assignments.filter(capacity=capacity, until=None).update(until=on)
    assignment = case.assignments.create(user=to, capacity=capacity, since=on, told=told)
    why = f"Told as well: {told}" if told else ""
    capacity = assignment.get_capacity_display().lower()
    record(f"put the case to {to} ({capacity})", case, by=by, why=why)
    return assignment


@action
def add_note(case: Case, *, text: str, on: date, by: User) -> Note:
    note = case.notes.create(text=text, on=on, by=by)
    record("added a note", case, by=by)
    return note


@action
def restrict(case: Case, *, why: str, by: User) -> None:
    """Restrict a case to complaints managers and those it was put to."""
    case.restricted = True
    case.save(update_fields=["restricted"])
    record("restricted the case", case, by=by, why=why)


@action
def log_compliment(*, by: User, **fields) -> Compliment:
    compliment = Compliment.objects.create(**fields)
    record("logged a compliment", compliment, by=by)
    return compliment


@action
def note_viewing(case: Case, *, by: User) -> None:
    """Keep that somebody opened the case (domain.md 8: a log of views of children's cases)."""
    CaseViewing.objects.create(case=case, user=by)
