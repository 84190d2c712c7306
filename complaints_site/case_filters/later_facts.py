"""Filters on what went beside a stage or came after: mediation, the Ombudsman, money."""

from django.db.models import Exists, Model, OuterRef, Q

from cases.models import AdvocacyOffer, AdvocacyReferral, Decision
from remedies.models import Payment
from stages.models import Mediation, OmbudsmanEnquiry

from .keys import among
from .kinds import NONE, Asked, Choice, FixedChoice, Option, Period, fixed, in_days

ANY = "any"
PENDING = "pending"


def has(rows: type[Model], condition: Q | None = None) -> Q:
    return among(rows.objects.filter(condition or Q(), case__isnull=False))


def has_none(rows: type[Model], condition: Q | None = None) -> Q:
    return ~Q(Exists(rows.objects.filter(condition or Q(), case=OuterRef("pk"))))


HELD = Q(held_on__isnull=False)


def mediated(value, asked) -> Q:
    if value == ANY:
        return has(Mediation, HELD)
    if value == NONE:
        return has_none(Mediation, HELD)
    return has(Mediation, Q(outcome=value))


MEDIATION = FixedChoice(
    key="mediation",
    label="Mediation",
    options=fixed([(ANY, "Held"), (NONE, "Not held"), *Mediation.Outcome.choices]),
    where=mediated,
    reads="mediation {}",
)
MEDIATED = Period(
    key="mediated",
    label="Mediation held",
    reads="mediation held {}",
    where=lambda days, asked: has(Mediation, in_days("held_on")(days, asked)),
)


def at_the_ombudsman(value, asked) -> Q:
    if value == ANY:
        return has(OmbudsmanEnquiry)
    if value == NONE:
        return has_none(OmbudsmanEnquiry)
    if value == PENDING:
        return has(OmbudsmanEnquiry, Q(decided_on=None))
    return has(OmbudsmanEnquiry, Q(decision=value))


def decisions(asked: Asked) -> list[Option]:
    enquiry = [Option(ANY, "Any enquiry"), Option(NONE, "No enquiry"), Option(PENDING, "Pending")]
    return enquiry + [
        Option(option.value, option.label, "Decision")
        for option in asked.lists.get("ombudsman", [])
    ]


OMBUDSMAN = Choice(
    key="ombudsman",
    label="Ombudsman",
    options=decisions,
    where=at_the_ombudsman,
    reads="Ombudsman: {}",
)
OMBUDSMAN_DECIDED = Period(
    key="ombudsman_decided",
    label="Ombudsman decided",
    reads="Ombudsman decided {}",
    where=lambda days, asked: has(OmbudsmanEnquiry, in_days("decided_on")(days, asked)),
)


def with_advocacy(value, asked) -> Q:
    if value == NONE:
        return has_none(AdvocacyOffer, OFFERED)
    if value == "referred":
        return has(AdvocacyReferral)
    if value == "waiting":
        return has(AdvocacyReferral, Q(appointed_on=None, ended_on=None))
    if value == "advocate":
        return has(AdvocacyReferral, Q(appointed_on__isnull=False, ended_on=None))
    return has(AdvocacyOffer, OFFERED if value == "offered" else Q(wants=value))


OFFERED = Q(offered_on__isnull=False)
ADVOCACY = FixedChoice(
    key="advocacy",
    label="Advocacy",
    options=fixed(
        [
            ("offered", "Offered"),
            (NONE, "Not offered"),
            *AdvocacyOffer.Wants.choices,
            ("referred", "Referred"),
            ("waiting", "Waiting for an advocate"),
            ("advocate", "With an advocate"),
        ]
    ),
    where=with_advocacy,
    reads="advocacy: {}",
)


DECISION = FixedChoice(
    key="decision",
    label="Decision recorded",
    options=fixed(Decision.Kind.choices),
    where=lambda kind, asked: has(Decision, Q(kind=kind)),
    reads="with a decision: {}",
)
DECIDED = Period(
    key="decided",
    label="Decision made",
    reads="decision made {}",
    where=lambda days, asked: has(Decision, in_days("decided_on")(days, asked)),
)


def paid(value, asked) -> Q:
    if value == ANY:
        return has(Payment)
    return has_none(Payment) if value == NONE else has(Payment, Q(kind=value))


PAYMENT = FixedChoice(
    key="payment",
    label="Payment",
    options=fixed([(ANY, "Any payment"), (NONE, "No payment"), *Payment.Kind.choices]),
    where=paid,
    reads="{}",
)
PAID = Period(
    key="paid",
    label="Payment paid or offered",
    reads="payment {}",
    where=lambda days, asked: has(Payment, in_days("counted_on")(days, asked)),
)
