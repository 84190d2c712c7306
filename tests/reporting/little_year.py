"""A little year, 2006/07, whose numbers can be worked out by hand from this page.

Seven complaints recorded manually, five of them on the corporate log too, which knows one of them
under another service area. One more was received the year before and one belongs to adults.
"""

from datetime import date

from reporting.period import Period, financial_year
from reporting.scope import Scope
from tests.factories import (
    case,
    complainant_type,
    deadline,
    directorate,
    equalities,
    finding,
    lesson,
    mediation,
    nature,
    ombudsman,
    on_log,
    payment,
    procedure,
    proceedings,
    route,
    service_area,
    stage,
)

YEAR = financial_year(2006)
DELAY, STAFF = "Delay", "Attitude of staff"
ADULTS = "Adults' Services"


def scope() -> Scope:
    return Scope(YEAR, directorate())


def whole_council() -> Scope:
    return Scope(YEAR)


def year_without_logs() -> Scope:
    return Scope(financial_year(2008), directorate())


def nothing_at_all() -> Scope:
    return Scope(financial_year(2020), directorate())


def one_day() -> Scope:
    return Scope(Period(date(2006, 9, 1), date(2006, 9, 1)), directorate())


def mixed_year() -> Scope:
    return Scope(financial_year(2010), directorate())


def across_years() -> Scope:
    return Scope(Period(date(2004, 7, 1), date(2009, 6, 30)))


SCOPES = [
    scope,
    whole_council,
    year_without_logs,
    nothing_at_all,
    one_day,
    mixed_year,
    across_years,
]


def make_little_year() -> None:
    make_lists()
    old, new = procedure("children", "1991"), procedure("children", "2006")
    cases = make_complaints(old, new)
    make_stage_2(cases, old, new)
    make_stage_3(cases["f-sep"], new)
    make_others(cases)
    make_year_without_logs(new)
    make_mixed_year(new)


def make_lists() -> None:
    for name in ("Fostering", "Leaving Care", "Family Centre"):
        service_area(name)
    for name in (DELAY, STAFF, "Service withdrawn"):
        nature(name)
    for name in ("Facilities", "Staff"):
        nature(name, scheme="Stage 2 natures", stage=2)
    complainant_type("Young person", young=True)
    complainant_type("Parent")
    complainant_type("Advocate")


def make_complaints(old, new) -> dict:
    made = {
        "f-apr": case(date(2006, 4, 1), "Fostering", nature_name=DELAY, made_by="Parent"),
        "f-aug": case(date(2006, 8, 31), "Fostering", nature_name=STAFF, made_by="Parent"),
        "f-sep": case(date(2006, 9, 1), "Fostering", nature_name=DELAY, made_by="Young person"),
        "f-jan": case(date(2007, 1, 8), "Fostering", nature_name=DELAY, made_by="Parent"),
        "l-may": case(date(2006, 5, 2), "Leaving Care", nature_name=DELAY, made_by="Young person"),
        "l-dec": case(date(2006, 12, 4), "Leaving Care", nature_name=STAFF),
        "l-mar": case(date(2007, 3, 31), "Leaving Care", made_by="Parent", joint_body="A Trust"),
    }
    for name, each in made.items():
        on_log(each, "manual")
        route(each, new if each.received_on >= date(2006, 9, 1) else old)
        if name not in ("l-dec", "l-mar"):
            elsewhere = "Leaving Care" if name == "f-jan" else ""
            on_log(each, "corporate", area=elsewhere)
    equalities(made["f-apr"], gender="Female", disability="yes")
    equalities(made["f-aug"], gender="Male")
    equalities(made["f-sep"], gender="Female")
    equalities(made["l-dec"], gender="Male", disability="yes")
    on_log(case(date(2006, 3, 31), "Fostering"), "manual")
    on_log(case(date(2006, 6, 1), "Older People", of=ADULTS), "manual")
    case(date(2006, 6, 1), "Fostering", kind="representation")
    return made


def make_stage_2(cases, old, new) -> None:
    """Within 28 calendar days, within 65 working days, over, and one that is pending."""
    first = stage(
        cases["f-apr"],
        old,
        2,
        date(2006, 6, 5),
        responded_on=date(2006, 7, 3),
        outcome="partially_upheld",
        nature=nature("Staff", scheme="Stage 2 natures"),
    )
    deadline(first, target_on=date(2006, 7, 3))
    finding(first, 1, primary=True, investigator="not_upheld", adjudication="upheld")
    finding(first, 2, investigator="not_upheld", adjudication="not_upheld")

    second = stage(
        cases["f-sep"],
        new,
        2,
        date(2006, 10, 2),
        responded_on=date(2006, 12, 22),
        outcome="not_upheld",
        nature=nature("Staff", scheme="Stage 2 natures"),
    )
    deadline(second, target_on=date(2006, 11, 6), ceiling_on=date(2007, 1, 4))
    finding(second, 1, primary=True, investigator="not_upheld")

    third = stage(
        cases["l-may"],
        old,
        2,
        date(2006, 8, 1),
        responded_on=date(2007, 3, 30),
        outcome="upheld",
        nature=nature("Facilities", scheme="Stage 2 natures"),
    )
    deadline(third, target_on=date(2006, 8, 29))

    fourth = stage(cases["l-dec"], new, 2, date(2007, 3, 30))
    deadline(fourth, target_on=date(2007, 5, 8), ceiling_on=date(2007, 7, 3))

    asked_for = stage(cases["f-aug"], old, 2, None, requested_on=date(2006, 11, 1))
    deadline(asked_for, target_on=date(2006, 11, 29))


def make_stage_3(of, new) -> None:
    panel = stage(
        of,
        new,
        3,
        date(2007, 1, 15),
        panel_met_on=date(2007, 2, 27),
        panel_report_on=date(2007, 2, 27),
        responded_on=date(2007, 3, 8),
        outcome="upheld",
    )
    deadline(panel, limit="panel", target_on=date(2007, 2, 26), met_on=date(2007, 2, 27))
    deadline(
        panel,
        limit="panel-report",
        starts_on=date(2007, 2, 27),
        target_on=date(2007, 3, 6),
        met_on=date(2007, 2, 27),
    )
    deadline(panel, starts_on=date(2007, 2, 27), target_on=date(2007, 3, 20))


def make_year_without_logs(new) -> None:
    """Two complaints of 2008/09, on no log; one of them withdrawn at stage 2."""
    case(date(2008, 5, 6), "Fostering", nature_name=DELAY, made_by="Parent")
    withdrawn = case(date(2008, 6, 2), "Family Centre", withdrawn_on=date(2008, 8, 1))
    route(withdrawn, new)
    clock = stage(withdrawn, new, 2, date(2008, 7, 1), outcome="withdrawn")
    deadline(clock, target_on=date(2008, 8, 5), ceiling_on=date(2008, 10, 1), met_on=None)


def make_mixed_year(new) -> None:
    """2010/11: a complaint that is whole, and a mixed one in three, of which one was joined again.

    The mixed one went on to stage 2 by its part; its part and its lead are joint with the NHS. A
    point of the whole one was suspended for the police.
    """
    about = {"nature_name": DELAY, "made_by": "Parent"}
    whole = case(date(2010, 5, 4), "Fostering", **about)
    begun = stage(whole, new, 1, date(2010, 5, 4))
    proceedings(begun, "police", date(2010, 5, 10))
    lead = case(date(2010, 6, 1), "Fostering", joint_body="A Trust", **about)
    part = case(date(2010, 6, 1), "Leaving Care", part_of=lead, joint_body="A Trust", **about)
    joined = case(
        date(2010, 6, 1),
        "Family Centre",
        part_of=lead,
        closed_on=date(2010, 6, 8),
        joined_on=date(2010, 6, 8),
        **about,
    )
    corporate = procedure("corporate", "2006")
    for each, version in ((whole, new), (lead, new), (part, corporate), (joined, corporate)):
        route(each, version)
        equalities(each, gender="Female")
    for each in (part, joined):
        stage(each, corporate, 2, date(2010, 8, 2))
    case(date(2010, 6, 2), "Fostering", kind="representation", part_of=lead)


def make_others(cases) -> None:
    mediation("Fostering", date(2006, 11, 20), "resolved", case=cases["f-aug"], stage_avoided=2)
    mediation("Leaving Care", date(2006, 11, 20), "not_resolved", case=cases["l-may"])
    mediation("Older People", date(2006, 11, 20), "resolved", of=ADULTS)
    mediation("Fostering", None, offered_on=date(2006, 11, 1))
    mediation("Fostering", date(2007, 4, 2), "resolved", stage_avoided=2)
    payment("Fostering", "compensation", "100.10", stage_number=1, paid_on=date(2006, 7, 1))
    payment("Fostering", "compensation", "50.05", stage_number=1, offered_on=date(2006, 7, 1))
    payment("Leaving Care", "reimbursement", "20.00", stage_number=2, paid_on=date(2007, 3, 31))
    payment("Leaving Care", "ex_gratia", "5.00", paid_on=date(2006, 4, 1))
    payment(
        "Fostering",
        "compensation",
        "900.00",
        stage_number=1,
        offered_on=date(2007, 3, 1),
        paid_on=date(2007, 4, 1),
    )
    lesson("Fostering", date(2006, 10, 3))
    lesson("Fostering", date(2007, 3, 31))
    ombudsman("Fostering", date(2007, 1, 5), "Premature complaint", "premature")
    ombudsman("Leaving Care", date(2007, 3, 1), "Maladministration", "upheld")
