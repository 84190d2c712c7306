"""Taking a complaint in: the case, its people, its points, and stage 1 with its deadlines."""

from collections.abc import Iterable
from datetime import date

from accounts.models import User
from accounts.trail import action
from cases.actions.casework import add_person, add_point, link, log_case
from cases.models import Case, CasePerson
from stages.actions.before import promise
from stages.actions.casework import begin_stage, choose_route
from stages.actions.safeguarding import raise_concern


@action
def take_in(
    *,
    on: date,
    by: User,
    code: str = "",
    complainant: dict | None = None,
    children: list[str] = (),
    points: list[str] = (),
    linked: Iterable[Case] = (),
    concern: str = "",
    settle_first: bool = False,
    settle_by: date | None = None,
    **facts,
) -> Case:
    """Log what came in as one step.

    Without ``code`` the case runs provisionally on the usual procedure of its service area.
    ``complainant`` holds the fields of a person; ``children`` are names, ``points`` texts. What the
    council tries to settle first, by ``settle_by`` where a day was promised, is no complaint yet.
    ``concern`` says who may be at risk of harm, and of what: logging it does not settle it.
    """
    if settle_first:
        facts["kind"] = Case.Kind.CONCERN
    case = log_case(on=on, by=by, **facts)
    if complainant:
        add_person(case, role=CasePerson.Role.COMPLAINANT, by=by, **complainant)
    for name in children:
        add_person(case, role=CasePerson.Role.SERVICE_USER, name=name, by=by)
    for text in points:
        add_point(case, text=text, by=by)
    for other in linked:
        link(case, other, why="Earlier case of the same people", by=by)
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
    return case
