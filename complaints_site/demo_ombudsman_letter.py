"""The Ombudsman's annual letter of last year, for the demonstration: most of it agrees with ours.

One row differs and was settled, one differs and waits, one is about a complaint that was never
logged, and one decision of ours is not in the letter.
"""

from dataclasses import replace
from datetime import date, timedelta

from accounts.models import User
from accounts.permissions import Role
from cases.models import Case
from complaints_site.demo_people import email_of
from complaints_site.rule_forms import year_began
from stages.actions.letters import load_letter, settle_row
from stages.actions.ombudsman import decide, receive_enquiry
from stages.actions.ombudsman_outcome import agree_remedy
from stages.actions.tasks import confirm_task, finish_task
from stages.letter_file import Row
from stages.models import (
    AgreedRemedy,
    AnnualLetter,
    OmbudsmanDecision,
    OmbudsmanEnquiry,
    Settlement,
)

APRIL, OCTOBER = 4, 10
A_DAY = timedelta(days=1)
OURS = ["Upheld", "Not upheld", "Closed after initial enquiries", "Upheld", "Not upheld", "Upheld"]
RESIDENTS = 250_000
CATEGORIES = {  # the Ombudsman's words, of another list than our service areas
    "Children's Services": "Education & Children's Services",
    "Adults' Services": "Adult Social Care",
}


def load(*, today: date) -> int:
    """Load the letter of the year before this one; how many rows. None where one was loaded."""
    year = year_began(today).year - 1
    by = User.objects.get(email=email_of(Role.MANAGER))
    went_on = closed_early_in(year)[: len(OURS)]
    if AnnualLetter.objects.exists() or len(went_on) < len(OURS):
        return 0
    enquiries = [
        decided(case, f"{year % 100} 004 {117 + 163 * number}", decision, by=by)
        for number, (case, decision) in enumerate(zip(went_on, OURS, strict=True))
    ]
    put_right(enquiries[0], by=by)
    rows = [row_of(line, enquiry) for line, enquiry in enumerate(enquiries[:-1], start=2)]
    letter = load_letter(year, as_sent(rows), residents=RESIDENTS, on=today, by=by)
    settle_row(
        letter.rows.get(reference=enquiries[3].ombudsman_reference),
        how=Settlement.How.THEY_ARE_WRONG,
        reason="Their decision statement says upheld; they were asked to correct the table",
        on=today,
        by=by,
    )
    return len(rows) + 1


def closed_early_in(year: int):
    span = date(year, APRIL, 1), date(year, OCTOBER, 31)
    closed = Case.objects.filter(closed_on__range=span, ombudsman_enquiries=None)
    return closed.select_related("service_area__directorate").order_by("closed_on", "pk")


def decided(case: Case, reference: str, decision: str, *, by: User) -> OmbudsmanEnquiry:
    """Somebody went on after the council's answer, and the Ombudsman decided within the year."""
    received_on, decided_on = case.closed_on + 30 * A_DAY, case.closed_on + 110 * A_DAY
    enquiry = receive_enquiry(case, on=received_on, reference=reference, by=by)
    said = OmbudsmanDecision.objects.in_use_on(decided_on).get(name=decision)
    return decide(enquiry, on=decided_on, decision=said, by=by)


def put_right(enquiry: OmbudsmanEnquiry, *, by: User) -> None:
    """An apology was agreed, written in time, and shown to the Ombudsman."""
    done_on = enquiry.decided_on + 14 * A_DAY
    remedy = agree_remedy(
        enquiry,
        kind=AgreedRemedy.Kind.APOLOGY,
        what="Write and say sorry for the delay",
        due_on=enquiry.decided_on + 28 * A_DAY,
        owner=by,
        by=by,
    )
    confirm_task(remedy.task, on=enquiry.decided_on, by=by)
    finish_task(remedy.task, on=done_on, evidence="The letter", sent_on=done_on, by=by)


def row_of(line: int, enquiry: OmbudsmanEnquiry) -> Row:
    directorate = enquiry.service_area.directorate.name
    return Row(
        line=line,
        reference=enquiry.ombudsman_reference,
        category=CATEGORIES.get(directorate, "Corporate & Other Services"),
        received_on=enquiry.received_on,
        decided_on=enquiry.decided_on,
        decision=enquiry.decision.name,
        remedy="Apology" if enquiry.remedies.exists() else "",
    )


def as_sent(rows: list[Row]) -> list[Row]:
    """The letter's own rows: two say otherwise than ours, and one is unknown to us."""
    sent = list(rows)
    sent[1] = replace(sent[1], decided_on=sent[1].decided_on + A_DAY)
    sent[3] = replace(sent[3], decision="Not upheld")
    unknown = replace(
        rows[-1],
        line=rows[-1].line + 1,
        reference=rows[-1].reference[:3] + "009 902",
        decision="Referred back for local resolution",
    )
    return [*sent, unknown]
