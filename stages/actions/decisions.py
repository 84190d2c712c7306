"""Decisions about a case, each with a reason of the list, and who has to be told of them."""

from collections.abc import Iterable
from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.actions.casework import add_note
from cases.models import Case, Decision, DecisionReason
from stages import waiting
from stages.actions.endings import close
from stages.actions.tasks import raise_task
from stages.calendars import load_calendar
from stages.models import Deadline, Outcome, Stage, Task
from stages.not_possible import NotPossible
from stages.working_days import add_working_days

Answers = Iterable[tuple[str, str]]


@action
def decide(
    case: Case,
    *,
    listed_reason: DecisionReason,
    on: date,
    by: User,
    reason: str = "",
    answers: Answers = (),
    proposed: str = "",
    told_on: date | None = None,
    tell: Iterable[str] = (),
    stage_number: int | None = None,
) -> Decision:
    """Record a decision of the reason's kind. What asked for it is done with it.

    ``tell`` names what somebody is still to be told; each stands as a task until it is.
    """
    decision = Decision(
        case=case,
        kind=listed_reason.kind,
        decided_on=on,
        decided_by=by,
        decision=f"{'yes' if listed_reason.accepts else 'no'}: {listed_reason.name}",
        listed_reason=listed_reason,
        accepted=listed_reason.accepts,
        reason=reason,
        answers=[list(pair) for pair in answers],
        proposed=proposed,
        told_on=told_on,
        stage_number=stage_number,
    )
    if decision.kind == Decision.Kind.REFUSED:
        decision.decision = listed_reason.name
    decision.full_clean()
    decision.save()
    _finish_asking(case, decision)
    for what in tell:
        _raise_telling(decision, what, by=by)
    record(f"decided, {decision}"[:500], case, by=by, why=reason)
    return decision


@action
def tell_child(decision: Decision, *, by: User) -> Task:
    """Ask that the child is told of a decision on somebody's interest in them."""
    return _raise_telling(decision, "Tell the child, as appropriate", by=by, of_the_person=False)


@action
def ask_for_decision(
    case: Case,
    *,
    kind: str,
    on: date,
    due_on: date,
    by: User,
    owner: User | None = None,
    proposal: str = "",
    answers: Answers = (),
) -> Task:
    """Put a decision that is still to be made on the desk of whoever makes it.

    ``answers`` of the guided test that led to it stay on the case as a note.
    """
    if answers:
        said = "\n".join(f"{question} {answer}" for question, answer in answers)
        add_note(case, text=f"Answered in the guided test:\n{said}", on=on, by=by)
    what = f"Decide: {Decision.Kind(kind).label.lower()}"
    return raise_task(
        case,
        kind=Task.Kind.DECISION,
        decision_kind=kind,
        what=f"{what}. {proposal}"[:300] if proposal else what,
        due_on=due_on,
        owner=owner,
        by=by,
    )


@action
def refuse(
    case: Case,
    *,
    listed_reason: DecisionReason,
    reason: str,
    on: date,
    by: User,
    told_on: date | None = None,
    answers: Answers = (),
    proposed: str = "",
) -> Decision:
    """Refuse a complaint: a decision of its own that reports count, never a deletion."""
    tell = [] if told_on else ["Tell the complainant that it was refused, why, and where to go"]
    begun = case.stages.filter(responded_on=None).exclude(begun_on=None)
    begun.update(outcome=Outcome.NOT_ACCEPTED)
    refusal = decide(
        case,
        listed_reason=listed_reason,
        reason=reason,
        answers=answers,
        proposed=proposed,
        on=on,
        told_on=told_on,
        tell=tell,
        by=by,
    )
    close(case, on=on, reason=f"Refused: {listed_reason.name}"[:200], by=by)
    return refusal


@action
def decide_late_request(
    stage: Stage,
    *,
    listed_reason: DecisionReason,
    on: date,
    by: User,
    reason: str = "",
    answers: Answers = (),
    told_on: date | None = None,
) -> Decision:
    """Say whether a stage that was asked for late goes on. If not, nothing of it falls due."""
    accepted, tell = listed_reason.accepts, []
    if not accepted and not told_on:
        tell = [f"Tell the complainant: no {stage}, why, and that they may go to the Ombudsman"]
    decision = decide(
        stage.case,
        listed_reason=listed_reason,
        reason=reason,
        answers=answers,
        on=on,
        told_on=told_on,
        tell=tell,
        stage_number=stage.number,
        by=by,
    )
    Deadline.objects.filter(stage=stage, met_on=None, limit__stage=stage.definition_id).update(
        live=accepted
    )
    if accepted:
        waiting.take_up(stage)
    else:
        waiting.set_aside([stage], on=on)
    return decision


@action
def refer_early(
    case: Case,
    *,
    conditions: Iterable[DecisionReason],
    consent_on: date,
    on: date,
    by: User,
    reason: str = "",
) -> Decision:
    """Refer a case to the Ombudsman instead of stage 3: every condition met, and agreed to.

    A panel that is refused otherwise is the council's fault (domain.md 1.A and 11.11).
    """
    needed = DecisionReason.objects.in_use_on(on).filter(kind=Decision.Kind.EARLY_REFERRAL)
    if not needed or {each.pk for each in needed} - {each.pk for each in conditions}:
        raise NotPossible("Every condition must be met. Where one is not, the panel is held.")
    if consent_on > on:
        raise NotPossible("The complainant agrees before the decision, not after it.")
    decision = Decision(
        case=case,
        kind=Decision.Kind.EARLY_REFERRAL,
        decided_on=on,
        decided_by=by,
        decision="yes: every condition is met and the complainant agrees",
        accepted=True,
        reason=reason,
        answers=[
            *([each.name, "Yes"] for each in needed),
            ["The complainant agrees", f"Yes, on {consent_on:%-d %B %Y}"],
        ],
        stage_number=3,
    )
    decision.full_clean()
    decision.save()
    _finish_asking(case, decision)
    asked_for = case.stages.filter(number=3, begun_on=None)
    Deadline.objects.filter(stage__in=asked_for, met_on=None).update(live=False)
    waiting.set_aside(asked_for, on=on)
    _raise_telling(decision, "Send the case to the Ombudsman, and tell the complainant", by=by)
    record("referred the case to the Ombudsman instead of stage 3", case, by=by, why=reason)
    return decision


def _finish_asking(case: Case, decision: Decision) -> None:
    """What asked for the decision is done, and nobody is told any more what it takes back."""
    asking = case.tasks.filter(kind=Task.Kind.DECISION, decision_kind=decision.kind)
    asking.finish_all(on=decision.decided_on, evidence=str(decision))
    earlier = case.tasks.filter(
        kind=Task.Kind.TELL,
        decision__kind=decision.kind,
        decision__stage_number=decision.stage_number,
    )
    earlier.give_up(on=decision.decided_on, why="It was decided again")


def _raise_telling(decision: Decision, what: str, *, by: User, of_the_person=True) -> Task:
    """By the next working day: the law says as soon as possible (domain.md 1.A).

    Doing it says when the person was told, where it is the person whom the decision is about.
    """
    return raise_task(
        decision.case,
        kind=Task.Kind.TELL,
        what=what,
        due_on=add_working_days(decision.decided_on, 1, load_calendar()),
        counted_from=decision.decided_on,
        decision=decision if of_the_person else None,
        needs_evidence=True,
        outlives_the_case=True,
        by=by,
    )
