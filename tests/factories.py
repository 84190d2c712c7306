"""The least that is legal: rows for tests, each made by one call.

Lists (areas, natures, logs, …) are known by their name: the same name gives the same row.
"""

from datetime import date
from decimal import Decimal
from itertools import count

from cases.models import (
    Case,
    Category,
    CategoryScheme,
    CloseReason,
    ComplainantType,
    DecisionReason,
    Directorate,
    Equalities,
    EqualityAnswer,
    Log,
    LogEntry,
    Point,
    ServiceArea,
)
from remedies.models import Lesson, Payment
from stages.models import (
    Deadline,
    Finding,
    Mediation,
    OmbudsmanDecision,
    OmbudsmanEnquiry,
    Procedure,
    Proceedings,
    Route,
    Stage,
)

CHILDREN = "Children's Services"
NUMBERS = count(1)


def directorate(name=CHILDREN, *, social_care=True) -> Directorate:
    return Directorate.objects.get_or_create(name=name, defaults={"social_care": social_care})[0]


def service_area(name, *, of=CHILDREN, **defaults) -> ServiceArea:
    defaults = {"usual_procedure": "children", "directorate": directorate(of)} | defaults
    defaults.setdefault("position", ServiceArea.objects.count())
    return ServiceArea.objects.get_or_create(name=name, defaults=defaults)[0]


def nature(name, *, scheme="Natures", stage=None) -> Category:
    of, _ = CategoryScheme.objects.get_or_create(name=scheme, defaults={"stage_number": stage})
    position = of.categories.count()
    return Category.objects.get_or_create(scheme=of, name=name, defaults={"position": position})[0]


def complainant_type(name, *, young=False) -> ComplainantType:
    defaults = {"is_young_person": young, "position": ComplainantType.objects.count()}
    return ComplainantType.objects.get_or_create(name=name, defaults=defaults)[0]


def decision_reason(kind, name, *, accepts=False) -> DecisionReason:
    fields = {"accepts": accepts, "position": DecisionReason.objects.count()}
    return DecisionReason.objects.get_or_create(kind=kind, name=name, defaults=fields)[0]


def close_reason(name, means="ran_its_course") -> CloseReason:
    fields = {"means": means, "position": CloseReason.objects.count()}
    return CloseReason.objects.get_or_create(name=name, defaults=fields)[0]


def case(
    received_on: date, area: str, *, of=CHILDREN, nature_name="", made_by="", **fields
) -> Case:
    if nature_name:
        fields["nature"] = nature(nature_name)
    if made_by:
        fields["complainant_type"] = complainant_type(made_by)
    fields.setdefault("reference", f"T-{next(NUMBERS):05d}")
    return Case.objects.create(
        received_on=received_on, service_area=service_area(area, of=of), **fields
    )


def on_log(of: Case, key: str, *, area: str = "", **fields) -> LogEntry:
    """A case on a log, in the case's own words unless told otherwise."""
    names = {"manual": "Recorded manually", "corporate": "Corporate log"}
    log, _ = Log.objects.get_or_create(key=key, defaults={"name": names.get(key, key)})
    fields = {"received_on": of.received_on, "nature": of.nature} | fields
    where = service_area(area) if area else of.service_area
    return LogEntry.objects.create(case=of, log=log, service_area=where, **fields)


def equalities(of: Case, **answers: str) -> Equalities:
    """What is recorded of the service user: ``gender="Female"``."""
    given = {
        dimension: EqualityAnswer.objects.get_or_create(
            dimension=dimension,
            scheme="List",
            name=name,
            defaults={
                "kind": "not_recorded" if name == "Not recorded" else "answer",
                "position": EqualityAnswer.objects.count(),
            },
        )[0]
        for dimension, name in answers.items()
    }
    return Equalities.objects.create(case=of, about="service_user", **given)


def procedure(code="children", version="2006") -> Procedure:
    """A version that every test database has."""
    return Procedure.objects.get(code=code, version=version)


def route(of: Case, version: Procedure) -> Route:
    return Route.objects.create(case=of, procedure=version, chosen_on=of.received_on)


def stage(of: Case, version: Procedure, number: int, begun_on: date | None, **fields) -> Stage:
    """A stage, without deadlines."""
    fields.setdefault("requested_on", begun_on)
    return Stage.objects.create(
        case=of,
        definition=version.stages.get(number=number),
        number=number,
        received_on=of.received_on,
        begun_on=begun_on,
        **fields,
    )


def deadline(of: Stage, *, target_on: date, ceiling_on: date | None = None, **fields) -> Deadline:
    """The stage's main deadline, unless another ``limit`` is named."""
    key = fields.pop("limit", "response")
    clock = of.definition.limits.get(key=key)
    fields.setdefault("starts_on", of.requested_on)
    fields.setdefault("met_on", of.responded_on)
    return Deadline.objects.create(
        stage=of,
        limit=clock,
        is_main=clock.is_main,
        target_on=target_on,
        ceiling_on=ceiling_on or target_on,
        due_on=target_on,
        **fields,
    )


def finding(of: Stage, number: int, *, primary=False, **levels: str) -> Point:
    """A point with its findings: ``adjudication="upheld"``."""
    point = Point.objects.create(
        case=of.case, number=number, text=f"Point {number}", is_primary=primary
    )
    for level, found in levels.items():
        Finding.objects.create(stage=of, point=point, level=level, finding=found)
    return point


def proceedings(of: Stage, kind: str, decided_on: date, effect="suspended") -> Proceedings:
    """A decision to decline or suspend, without points."""
    return Proceedings.objects.create(
        case=of.case,
        stage=of,
        kind=kind,
        effect=effect,
        reasons="It might prejudice them",
        decided_on=decided_on,
        told_on=decided_on,
        how_to_resubmit="Write to us",
        review_on=decided_on,
    )


def mediation(area: str, held_on: date | None, outcome="", *, of=CHILDREN, **fields) -> Mediation:
    return Mediation.objects.create(
        service_area=service_area(area, of=of), held_on=held_on, outcome=outcome, **fields
    )


def payment(area: str, kind: str, amount: str, *, stage_number=None, of=CHILDREN, **fields):
    return Payment.objects.create(
        service_area=service_area(area, of=of),
        kind=kind,
        amount=Decimal(amount),
        stage_number=stage_number,
        **fields,
    )


def lesson(area: str, raised_on: date, text="Say what will be done, and do it.", **fields):
    return Lesson.objects.create(
        service_area=service_area(area), raised_on=raised_on, text=text, **fields
    )


def ombudsman(area: str, decided_on: date, decision: str, means: str, **fields):
    word, _ = OmbudsmanDecision.objects.get_or_create(
        name=decision, defaults={"means": means, "position": OmbudsmanDecision.objects.count()}
    )
    return OmbudsmanEnquiry.objects.create(
        service_area=service_area(area), decided_on=decided_on, decision=word, **fields
    )
