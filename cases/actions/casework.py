"""What is done to a case before any stage: logging it, adding people and points, keeping notes."""

from collections.abc import Iterable
from datetime import date, time

from accounts.models import User
from accounts.trail import action, record
from cases.actions.people import add_people
from cases.models import (
    Assignment,
    Case,
    CaseLink,
    CasePerson,
    Compliment,
    Note,
    Point,
    ToldApart,
)
from cases.models.looks import News, note_and_look_back
from cases.references import next_reference


@action
def log_case(*, on: date, by: User, **fields) -> Case:
    """Log a complaint or representation that came in; ``fields`` are those of a case."""
    case = Case.objects.create(reference=next_reference(on.year), **fields)
    record(f"logged the {case.get_kind_display().lower()}", case, by=by)
    return case


@action
def add_person(case: Case, *, role: str, name: str, by: User, relation="", **about) -> CasePerson:
    """Add someone to a case; ``about`` is how to reach them, what they need, their authority."""
    told = {"role": role, "name": name, "relation": relation, **about}
    (part,) = add_people(case, [told], by=by)
    return part


@action
def add_point(case: Case, *, text: str, by: User, desired_outcome="", nature=None) -> Point:
    """Add a point of complaint, to the points that the case goes by now.

    The first is the primary one until another is made so.
    """
    told = {"text": text, "desired_outcome": desired_outcome, "nature": nature}
    (point,) = add_points(case, [told], by=by)
    return point


@action
def add_points(case: Case, points: Iterable[dict], *, by: User, is_new=False) -> list[Point]:
    """Add several points, each told by its fields. A case that ``is_new`` has none yet."""
    last = None if is_new else case.points.last()
    stage_number = last.stage_number if last else 1
    first = 1 if is_new else Point.objects.next_number(case, stage_number)
    added = [
        Point(
            case=case,
            number=number,
            stage_number=stage_number,
            is_primary=last is None and number == first,
            **told,
        )
        for number, told in enumerate(points, start=first)
    ]
    Point.objects.bulk_create(added)
    numbers = f"{first}" if len(added) == 1 else f"{first} to {first + len(added) - 1}"
    record(f"added point{'s' if added[1:] else ''} {numbers}", case, by=by)
    return added


@action
def change_point(point: Point, *, by: User, **fields) -> None:
    """Put a point more exactly. Where it is made the primary one, another no longer is."""
    changed = [name for name, value in fields.items() if getattr(point, name) != value]
    if "is_primary" in changed:
        same = point.case.points.filter(stage_number=point.stage_number, is_primary=True)
        same.update(is_primary=False)
    for name in changed:
        setattr(point, name, fields[name])
    point.save(update_fields=changed)
    names = [str(Point._meta.get_field(name).verbose_name) for name in changed]
    record(f"put point {point.number} more exactly: {', '.join(names)}", point.case, by=by)


@action
def link(case: Case, other: Case, *, why: str, by: User) -> CaseLink:
    """Join two cases that belong together; each stays a case of its own.

    The sentence does not name the other: not everybody who reads it may know of that.
    """
    joined = case.links.create(other=other, why=why)
    record("linked the case to another", case, by=by, why=why)
    return joined


@action
def tell_apart(case: Case, others: Iterable[Case], *, by: User) -> None:
    """Remember that earlier cases of people with like names are not of these people."""
    apart = [ToldApart(case=case, other=other) for other in others]
    ToldApart.objects.bulk_create(apart)
    record("looked at earlier cases: they are of other people", case, by=by)


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
def add_note(
    case: Case,
    *,
    text: str,
    on: date,
    by: User,
    said_by="",
    how: str = Note.How.NOTE,
    at: time | None = None,
    corrects: Note | None = None,
) -> Note:
    """Add a note. One that is wrong is corrected by a later one, and stays as it was written."""
    told = {"on": on, "at": at, "how": how, "said_by": said_by, "corrects": corrects}
    note = case.notes.create(text=text, by=by, **told)
    record("corrected a note by another" if corrects else "added a note", case, by=by)
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
def note_viewing(case: Case, *, by: User) -> News:
    """Keep that somebody opened the case (domain.md 8: a log of views of children's cases).

    What others did on it since they looked before comes with it.
    """
    return note_and_look_back(case, by)
