"""Filters on who has the case, and on the equalities record of its service user."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from accounts.permissions import Permission
from cases.models import Assignment, CasePerson, Equalities, EqualityAnswer
from cases.models.looks import changed_since_looked

from .keys import KeyAmong, among
from .kinds import NONE, Asked, Choice, FixedChoice, Option, Words, fixed, listed_or_none

ME = "me"
A_TEAM = "team"


def assigned(**capacity):
    running = Assignment.objects.filter(until=None, **capacity)

    def where(value, asked: Asked) -> Q:
        if value == NONE:
            return ~Q(Exists(running.filter(case=OuterRef("pk"))))
        if value == A_TEAM:
            return among(running.filter(user=None))
        return among(running.filter(user=asked.user.pk if value == ME else value))

    return where


def people(asked: Asked) -> list[Option]:
    given = [(ME, "Me"), (NONE, "Nobody"), (A_TEAM, "A team, or somebody without a log-in")]
    return [*(Option(*one) for one in given), *asked.lists.get("user", [])]


OWNER = Choice(
    key="owner",
    label="Held by",
    options=people,
    where=assigned(capacity=Assignment.Capacity.OWNER),
    phrases={
        ME: "held by you",
        NONE: "held by nobody",
        A_TEAM: "held by somebody without a log-in",
    },
)
ASSIGNED = Choice(
    key="assigned",
    label="Put to",
    options=people,
    where=assigned(),
    phrases={ME: "put to you", NONE: "put to nobody", A_TEAM: "put to somebody without a log-in"},
)
TEAM = Words(
    key="team",
    label="Team, or somebody without a log-in",
    where=lambda text, asked: among(Assignment.objects.filter(until=None, team__icontains=text)),
    reads="with a team named {}",
)


ASK_AGAIN = FixedChoice(
    key="ask_again",
    label="To be asked again what they need",
    options=fixed([("yes", "Yes")]),
    where=lambda value, asked: among(CasePerson.objects.to_be_asked_again(on=asked.today)),
    phrases={"yes": "with somebody to be asked again what they need"},
    needs=Permission.RUN_CASE,
)

CHANGED = FixedChoice(
    key="changed",
    label="Changed since you looked",
    options=fixed([("yes", "Yes")]),
    where=lambda value, asked: Q(KeyAmong("pk", changed_since_looked(asked.user))),
    phrases={"yes": "changed by others since you looked"},
)

# Whose people a case has: a part of a mixed complaint has those of its lead
LEAD = Coalesce(OuterRef("part_of"), OuterRef("pk"))


def answered(dimension: str):
    def where(answer, asked: Asked) -> Q:
        record = Equalities.objects.filter(case=LEAD, about=Equalities.About.SERVICE_USER)
        if answer == NONE:
            return ~Q(Exists(record.filter(**{f"{dimension}__isnull": False})))
        return Q(Exists(record.filter(**{dimension: answer})))

    return where


EQUALITIES = [
    Choice(
        key=dimension.value,
        label=dimension.label,
        options=listed_or_none(dimension.value),
        where=answered(dimension.value),
        reads=f"{dimension.label.lower()} of the service user: {{}}",
        says_heading=True,
        needs=Permission.SEE_EQUALITIES,
    )
    for dimension in EqualityAnswer.Dimension
]
