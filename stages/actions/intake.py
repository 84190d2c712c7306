"""Taking a complaint in: the case, its people, its points, and stage 1 with its deadlines."""

from collections.abc import Iterable
from datetime import date

from accounts.models import User
from accounts.trail import action
from cases.actions.casework import add_note, add_points, link, log_case, tell_apart
from cases.actions.drafts import end_draft
from cases.actions.people import add_people
from cases.heard_before import Typed, restricted_and_unseen
from cases.models import Case, CasePerson, Draft, Note
from stages.actions.before import promise
from stages.actions.casework import begin_stage, choose_route
from stages.actions.safeguarding import raise_concern
from stages.actions.tasks import raise_task
from stages.models import Task

Role = CasePerson.Role


@action
def take_in(
    *,
    on: date,
    by: User,
    code: str = "",
    complainant: dict | None = None,
    children: list[str | dict] = (),
    representative: dict | None = None,
    points: list[str] = (),
    linked: list[Case] = (),
    different: list[Case] = (),
    draft: Draft | None = None,
    concern: str = "",
    settle_first: bool = False,
    settle_by: date | None = None,
    **facts,
) -> Case:
    """Log what came in as one step.

    Without ``code`` the case runs provisionally on the usual procedure of its service area.
    ``complainant`` and ``representative`` hold the fields of a person and of their part;
    ``children`` are names, or the same fields; ``points`` are texts. What the council tries to
    settle first, by ``settle_by`` where a day was promised, is no complaint yet. ``concern`` says
    who may be at risk of harm, and of what: logging it does not settle it.
    """
    if settle_first:
        facts["kind"] = Case.Kind.CONCERN
    case = log_case(on=on, by=by, **facts)
    people = list(_people(complainant, children, representative))
    if people:
        add_people(case, people, by=by, is_new=True)
        _tell_the_managers(case, people, on=on, by=by)
    if points:
        add_points(case, [{"text": text} for text in points], by=by, is_new=True)
    _hold_against_earlier(case, linked, list(different), by=by)
    choose_route(
        case,
        code=code or case.service_area.usual_procedure,
        provisional=not code,
        on=on,
        by=by,
    )
    stage = begin_stage(case, 0 if settle_first else 1, on=case.received_on, by=by)
    if settle_first and settle_by:
        promise(stage, on=on, due_on=settle_by, by=by)
    if concern:
        raise_concern(case, concern=concern, on=on, by=by)
    if draft:
        end_draft(draft, why=f"Logged as {case}", by=by)
    return case


@action
def file_with(
    earlier: Case, *, on: date, by: User, said: str, said_by: str, draft: Draft | None = None
) -> Note:
    """File what came in with the case that it is about already: nothing new is logged."""
    note = add_note(earlier, text=said, said_by=said_by, on=on, by=by)
    if draft:
        end_draft(draft, why=f"Filed with {earlier}", by=by)
    return note


def _hold_against_earlier(case: Case, linked, different: list[Case], *, by: User) -> None:
    for other in linked:
        link(case, other, why="Earlier case of the same people", by=by)
    if different:
        tell_apart(case, different, by=by)


def _people(complainant, children, representative) -> Iterable[dict]:
    if complainant:
        yield {"role": Role.COMPLAINANT} | complainant
    for child in children:
        yield {"role": Role.SERVICE_USER} | ({"name": child} if isinstance(child, str) else child)
    if representative:
        yield {"role": Role.REPRESENTATIVE} | representative


def _tell_the_managers(case: Case, people: list[dict], *, on: date, by: User) -> None:
    """A restricted case of the same people, which the officer may not know of, is for others."""
    if found := restricted_and_unseen(Typed.of(people), by, but=case):
        references = ", ".join(other.reference for other in found)
        raise_task(
            case,
            kind=Task.Kind.RESTRICTED_MATCH,
            what=f"Compare with {references}: restricted, and of people named or living alike",
            due_on=on,
            for_deciders=True,
            by=by,
        )
