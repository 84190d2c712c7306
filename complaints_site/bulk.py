"""Doing one thing to many chosen cases: what would happen to each, or why nothing can.

All that is asked of the cases is read for all of them together. When it is done, the cases are
locked and read again by the same rules.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Q, QuerySet

from accounts.models import Event, User
from cases.models import Assignment, Case, CasePerson
from remedies.models import ActionPoint, Payment
from stages.models import (
    OmbudsmanEnquiry,
    ServiceRequest,
    Stage,
    Task,
    TimeLimit,
)
from stages.situation import Phase, Situation, with_facts
from stages.steps import BY_KEY

NO_STAGE = "It has no stage yet: open it, and choose its procedure first."


@dataclass
class Chosen:
    """One of the chosen cases, with all that the rules ask of it. ``seen`` is its last event."""

    case: Case
    situation: Situation | None
    seen: int = 0
    owner: User | None = None
    responder: User | None = None
    about: set[int] = field(default_factory=set)  # who sign in here and are complained about
    requests: list[ServiceRequest] = field(default_factory=list)
    waits: str = ""  # what has to be done before it closes

    @property
    def stage(self) -> Stage | None:
        return self.situation.stage if self.situation else None


@dataclass(frozen=True)
class Line:
    """What would happen to one case; ``why_not`` where nothing can."""

    case: Case
    seen: int
    what: str = ""
    why_not: str = ""
    meanwhile: str = ""


def chosen_cases(cases: QuerySet[Case]) -> list[Chosen]:
    """Every one of ``cases``, by its reference, in a dozen queries however many they are."""
    rows = list(cases.select_related("part_of").order_by("reference"))
    keys = [case.pk for case in rows]
    stages = _stages_of(rows)
    seen = dict(
        Event.objects.filter(about_model=Case._meta.label_lower, about_id__in=keys)
        .order_by()
        .values_list("about_id")
        .annotate(Max("pk"))
    )
    found = {
        case.pk: Chosen(
            case,
            Situation(case, stages[case.pk]) if stages[case.pk] else None,
            seen.get(case.pk, 0),
        )
        for case in rows
    }
    _put_people(found)
    for asked in ServiceRequest.objects.waiting().filter(case__in=keys).select_related("to_user"):
        found[asked.case_id].requests.append(asked)
    _put_what_waits(found)
    return list(found.values())


def why_not_reassigned(one: Chosen, to: User) -> str:
    if not one.case.is_open:
        return "It has ended."
    if to.pk in one.about:
        return f"{to} is complained about in it."
    return f"{to} holds it already." if one.owner == to else ""


def why_not_chased(one: Chosen) -> str:
    if not one.case.is_open:
        return "It has ended."
    if signing_in(one) or awaits_a_draft(one):
        return ""
    if one.requests:
        return "Its question was asked of somebody who does not sign in: ring them, or send a link."
    return "Nobody is asked for anything there: neither a question nor an answer is waited for."


def signing_in(one: Chosen) -> list[ServiceRequest]:
    """The questions whose answer is waited for from somebody who has a desk here."""
    return [asked for asked in one.requests if asked.to_user_id]


def awaits_a_draft(one: Chosen) -> bool:
    """Somebody answers the complaint, and has not done so."""
    return bool(one.responder and one.situation and one.situation.phase == Phase.UNDER_WAY)


def why_not_closed(one: Chosen, today: date) -> str:
    """Only what has run its course is closed with others: everything else is closed by itself."""
    if one.situation is None:
        return NO_STAGE
    if objection := BY_KEY["close"].objection(one.situation):
        return objection
    if one.situation.phase != Phase.ANSWERED:
        return f"It is {one.situation.phase}: it has not been answered."
    if ends_on := window_ends_on(one.stage, today):
        return f"The complainant may go on until {ends_on:%-d %B %Y}."
    return one.waits


def window_ends_on(stage: Stage, today: date) -> date | None:
    """The last day on which the next stage can be asked for, where that has not passed."""
    windows = (
        each.due_on
        for each in stage.deadlines.all()
        if each.limit.kind == TimeLimit.Kind.WINDOW and each.live and not each.met_on
    )
    last = max(windows, default=None)
    return last if last and last >= today else None


def _stages_of(cases: Iterable[Case]) -> dict[int, list[Stage]]:
    by_key = {case.pk: case for case in cases}
    stages = defaultdict(list)
    for stage in with_facts(Stage.objects.filter(case__in=list(by_key))):
        stage.case = by_key[stage.case_id]
        stages[stage.case_id].append(stage)
    return stages


def _put_people(found: dict[int, Chosen]) -> None:
    capacities = [Assignment.Capacity.OWNER, Assignment.Capacity.RESPONDER]
    running = Assignment.objects.filter(case__in=list(found), until=None, capacity__in=capacities)
    for one in running.exclude(user=None).select_related("user"):
        name = "owner" if one.capacity == Assignment.Capacity.OWNER else "responder"
        setattr(found[one.case_id], name, one.user)
    of = {key: one.case.part_of_id or key for key, one in found.items()}
    about = CasePerson.objects.filter(
        case__in=list(of.values()),
        role=CasePerson.Role.COMPLAINED_ABOUT,
        person__user__isnull=False,
    )
    users = defaultdict(set)
    for case, user in about.values_list("case", "person__user"):
        users[case].add(user)
    for key, one in found.items():
        one.about = users[of[key]]


def _put_what_waits(found: dict[int, Chosen]) -> None:
    """The first thing that keeps each case open; of a task nothing that its reader may not know."""
    for rows, said in (
        (OmbudsmanEnquiry.objects.filter(decision=None), "The Ombudsman has it."),
        (Task.objects.open().exclude(remedy=None), "A remedy is promised and not done."),
        (_payments(), "A payment is not settled."),
        (Task.objects.open(), "Something is still to be done on it."),
    ):
        for key in (
            rows.filter(case__in=list(found)).order_by().values_list("case", flat=True).distinct()
        ):
            found[key].waits = found[key].waits or said
    late = ActionPoint.objects.open().filter(lesson__case__in=list(found)).order_by()
    for key in late.values_list("lesson__case", flat=True).distinct():
        found[key].waits = found[key].waits or "An action of its lessons is not done."


def _payments() -> QuerySet[Payment]:
    """Proposed, approved or offered, and neither paid nor refused."""
    return Payment.objects.filter(
        Q(proposed_on__isnull=False) | Q(offered_on__isnull=False),
        paid_on=None,
        refused_on=None,
        not_approved_on=None,
    )
