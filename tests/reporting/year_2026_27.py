"""A little year, 2026/27, for the tables of today's reports: all numbers follow from this page.

Working days by the calendar of 2026: 4 and 25 May and 31 August are bank holidays.

| case | area, procedure | received | stage 1, working days | stage 2 | stage 3 | closed |
|------|-----------------|----------|-----------------------|---------|---------|--------|
| A | Fostering, children's | 13 Apr | to 24 Apr: 9, upheld | | | 27 Apr |
| B | Fostering, children's | 1 Jun | to 29 Jun: 20, not upheld | 6 Jul to 30 Sep: 61 | 19 Oct | |
| C | Leaving Care, children's | 7 Sep | to 12 Oct: 25, partially upheld | | | |
| D | Older People, adults' | 1 May | to 1 Jun: 31 calendar days, upheld | | | 5 Jun |
| E | Parking, corporate | 2 Jul | to 16 Jul: 10, not upheld | 3 to 28 Aug: 19, upheld | | |
| I | Leaving Care, children's | 3 Jul | begun, not answered; a concern from 1 Jul | | | |

Carried over from 2025/26: F (received 16 March, closed 20 April) and J (2 February, of which
a stage 2 was begun on 5 May). Two more concerns, G and H, were settled in 3 and in 5 working days.
"""

from datetime import date

from cases.models import Compliment, Contact
from remedies.models import ActionPoint
from reporting.actions.denominators import add_number
from reporting.models import Denominator, PublishedFigure
from reporting.period import financial_year
from reporting.scope import Scope
from stages.models import AgreedRemedy, Appointment, Panel, PanelMember, Task
from stages.models.pool import Investigator
from tests.factories import (
    case,
    deadline,
    finding,
    lesson,
    mediation,
    nature,
    ombudsman,
    payment,
    procedure,
    route,
    service_area,
    stage,
)

YEAR = financial_year(2026)
DELAY, STAFF = "Delay", "Attitude of staff"
ADULTS, PLACE = "Adults' Services", "Place"


def scope() -> Scope:
    return Scope(YEAR)


def make_year() -> None:
    for name in ("Fostering", "Leaving Care"):
        service_area(name)
    service_area("Older People", of=ADULTS, usual_procedure="adults")
    service_area("Parking", of=PLACE, usual_procedure="corporate")
    nature(DELAY), nature(STAFF)
    made = make_complaints()
    make_later_stages(made)
    make_concerns()
    make_beside(made)
    make_ombudsman(made)
    make_costs(made)
    make_numbers()


def make_complaints() -> dict:
    children, adults = procedure("children", "2006"), procedure("adults", "2009")
    corporate = procedure("corporate", "2024")
    made = {
        "A": case(date(2026, 4, 13), "Fostering", nature_name=DELAY, closed_on=date(2026, 4, 27)),
        "B": case(date(2026, 6, 1), "Fostering", nature_name=STAFF),
        "C": case(date(2026, 9, 7), "Leaving Care", nature_name=DELAY),
        "D": case(
            date(2026, 5, 1),
            "Older People",
            of=ADULTS,
            nature_name=DELAY,
            closed_on=date(2026, 6, 5),
        ),
        "E": case(date(2026, 7, 2), "Parking", of=PLACE, nature_name=STAFF),
        "F": case(date(2026, 3, 16), "Fostering", closed_on=date(2026, 4, 20)),
        "I": case(date(2026, 7, 3), "Leaving Care", nature_name=STAFF),
        "J": case(date(2026, 2, 2), "Fostering"),
    }
    for name, version in (("D", adults), ("E", corporate)):
        route(made[name], version)
    for name in "ABCFIJ":
        route(made[name], children)
    made["A"].issues.add(nature(DELAY), nature(STAFF))
    made["B"].issues.add(nature(STAFF))
    first = {
        "A": (children, date(2026, 4, 24), "upheld", date(2026, 4, 27), date(2026, 5, 12)),
        "B": (children, date(2026, 6, 29), "not_upheld", date(2026, 6, 15), date(2026, 6, 29)),
        "C": (
            *(children, date(2026, 10, 12), "partially_upheld"),
            *(date(2026, 9, 21), date(2026, 10, 5)),
        ),
        "D": (adults, date(2026, 6, 1), "upheld", date(2026, 10, 31), None),
        "E": (corporate, date(2026, 7, 16), "not_upheld", date(2026, 7, 16), date(2026, 8, 14)),
    }
    for name, (version, answered, outcome, target, ceiling) in first.items():
        begun = stage(
            made[name],
            version,
            1,
            made[name].received_on,
            responded_on=answered,
            outcome=outcome,
        )
        starts = made[name].received_on
        deadline(begun, target_on=target, ceiling_on=ceiling, starts_on=starts)
    stage(made["I"], children, 1, date(2026, 7, 3))
    return made


def make_later_stages(made: dict) -> None:
    children, corporate = procedure("children", "2006"), procedure("corporate", "2024")
    second = stage(
        made["B"],
        children,
        2,
        date(2026, 7, 6),
        responded_on=date(2026, 9, 30),
        outcome="partially_upheld",
    )
    deadline(second, target_on=date(2026, 8, 10), ceiling_on=date(2026, 10, 6))
    finding(second, 1, primary=True, investigator="not_upheld", adjudication="upheld")
    finding(second, 2, investigator="not_upheld", adjudication="not_upheld")
    finding(second, 3, investigator="withdrawn")
    stage(made["B"], children, 3, date(2026, 10, 19))
    stage(made["J"], children, 2, date(2026, 5, 5))
    parking = stage(
        made["E"],
        corporate,
        2,
        date(2026, 8, 3),
        responded_on=date(2026, 8, 28),
        outcome="upheld",
    )
    deadline(parking, target_on=date(2026, 9, 1), ceiling_on=date(2026, 9, 29))


def make_concerns() -> None:
    children = procedure("children", "2006")
    for day, settled in (
        (date(2026, 5, 5), date(2026, 5, 8)),
        (date(2026, 5, 11), date(2026, 5, 18)),
    ):
        concern = case(day, "Fostering", kind="concern")
        route(concern, children)
        stage(concern, children, 0, day, responded_on=settled)
    became = case(date(2026, 7, 1), "Leaving Care", kind="concern")
    route(became, children)
    stage(became, children, 0, date(2026, 7, 1), escalated_on=date(2026, 7, 3))


def make_beside(made: dict) -> None:
    mediation("Leaving Care", date(2026, 8, 10), "resolved", case=made["I"], stage_avoided=2)
    mediation("Fostering", date(2026, 8, 11), "not_resolved")
    payment("Fostering", "compensation", "150.00", stage_number=2, paid_on=date(2026, 10, 1))
    first = lesson("Fostering", date(2026, 5, 1))
    again = lesson("Fostering", date(2026, 8, 3), repeats=first)
    for of, done_on in ((first, date(2026, 6, 1)), (again, date(2026, 9, 2)), (again, None)):
        ActionPoint.objects.create(
            lesson=of,
            text="Do it",
            lead="Head of Fostering",
            due_on=date(2026, 9, 1),
            done_on=done_on,
            evidence="Minutes" if done_on else "",
        )
    for day, area, of in (
        (date(2026, 4, 2), "Fostering", "Children's Services"),
        (date(2026, 9, 2), "Fostering", "Children's Services"),
        (date(2026, 9, 3), "Parking", PLACE),
    ):
        Compliment.objects.create(received_on=day, service_area=service_area(area, of=of))
    for kind, day in (
        ("members_enquiry", date(2026, 4, 20)),
        ("members_enquiry", date(2026, 11, 2)),
        ("professional_complaint", date(2026, 7, 6)),
    ):
        Contact.objects.create(kind=kind, received_on=day, service_area=service_area("Fostering"))


def make_ombudsman(made: dict) -> None:
    words = (
        ("Outside jurisdiction", "not_considered", "not_for_us"),
        ("Closed after initial enquiries", "not_considered", "assessed"),
        ("Not upheld", "not_upheld", "investigated"),
        ("Upheld", "upheld", "investigated"),
        ("Upheld", "upheld", "investigated"),
    )
    for day, (word, means, heading) in enumerate(words, start=1):
        decided = ombudsman("Fostering", date(2026, 9, day), word, means, case=made["B"])
        decided.decision.heading = heading
        decided.decision.save()
    for kind, sent_on in (("apology", date(2026, 10, 1)), ("service", date(2026, 11, 2))):
        task = Task.objects.create(
            case=made["B"],
            kind=Task.Kind.OMBUDSMAN_REMEDY,
            what="Write",
            due_on=date(2026, 10, 15),
            done_on=sent_on,
            evidence="A letter",
            evidence_sent_on=sent_on,
        )
        AgreedRemedy.objects.create(enquiry=decided, case=made["B"], kind=kind, task=task)


def make_costs(made: dict) -> None:
    second, third = made["B"].stages.get(number=2), made["B"].stages.get(number=3)
    people = [Investigator.objects.create(name=name) for name in ("Ines", "Ivo", "Petra")]
    role = Appointment.Role
    for who, as_what, fee, expenses in (
        (people[0], role.INVESTIGATING_OFFICER, "1500.00", "120.50"),
        (people[1], role.INDEPENDENT_PERSON, "800.00", None),
    ):
        Appointment.objects.create(
            stage=second,
            investigator=who,
            role=as_what,
            appointed_on=date(2026, 7, 13),
            fee=fee,
            expenses=expenses,
        )
    panel = Panel.objects.create(stage=third)
    PanelMember.objects.create(
        panel=panel,
        investigator=people[2],
        appointed_on=date(2026, 10, 26),
        fee="300.00",
        expenses="25.00",
    )


def make_numbers() -> None:
    for key, number in (("children", 60_000), ("residents", 250_000), ("open-cases", 2_000)):
        add_number(
            Denominator.objects.get(key=key),
            number=number,
            valid_from=date(2026, 7, 1),
            source="Estimates",
            on=date(2026, 11, 30),
            by=None,
        )
    PublishedFigure.objects.create(
        year="2025/26", key="summary.received_recorded_manually", value="3"
    )
