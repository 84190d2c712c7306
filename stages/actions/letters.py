"""The Ombudsman's annual letter: loaded, and each difference from our records settled."""

from dataclasses import asdict
from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from stages.actions.ombudsman import correct_enquiry, receive_enquiry
from stages.letter_file import Row
from stages.models import (
    AnnualLetter,
    LetterRow,
    OmbudsmanDecision,
    OmbudsmanEnquiry,
    Settlement,
)
from stages.not_possible import NotPossible

SAME = ("reference", "category", "received_on", "decided_on", "decision", "remedy")


@action
def load_letter(
    year: int, rows: list[Row], *, on: date, by: User, residents: int | None = None
) -> AnnualLetter:
    """Keep the rows of a year's letter.

    It takes the place of an earlier loading; what was settled there stays settled where the row is
    the same.
    """
    before = AnnualLetter.objects.filter(year=year).first()
    letter = AnnualLetter.objects.create(year=year, loaded_on=on, loaded_by=by, residents=residents)
    LetterRow.objects.bulk_create([LetterRow(letter=letter, **asdict(row)) for row in rows])
    if before:
        _carry_over(before, letter)
    record(f"loaded the Ombudsman's letter of {letter.label}: {len(rows)} rows", letter, by=by)
    return letter


@action
def settle_row(row: LetterRow, *, how: str, reason: str, on: date, by: User) -> Settlement:
    """Settle a row for which nothing of ours is changed, or was changed by :func:`correct_ours`."""
    settlement = Settlement(
        letter=row.letter, row=row, how=how, reason=reason, settled_on=on, settled_by=by
    )
    settlement.full_clean()
    settlement.save()
    record(f"settled {row} of {row.letter}", row.letter, by=by, why=reason)
    return settlement


@action
def settle_ours(
    letter: AnnualLetter, enquiry: OmbudsmanEnquiry, *, reason: str, on: date, by: User
) -> Settlement:
    """Keep that the letter leaves out one of ours, and why we stand by it."""
    settlement = Settlement(
        letter=letter,
        enquiry=enquiry,
        how=Settlement.How.THEY_ARE_WRONG,
        reason=reason,
        settled_on=on,
        settled_by=by,
    )
    settlement.full_clean()
    settlement.save()
    record(f"settled {enquiry.name}, which {letter} leaves out", letter, by=by, why=reason)
    return settlement


@action
def correct_ours(
    row: LetterRow, enquiry: OmbudsmanEnquiry, *, reason: str, on: date, by: User
) -> Settlement:
    """Put the letter's dates and decision into our record of the same enquiry."""
    correct_enquiry(enquiry, why=reason, by=by, **_as_ours(row))
    return settle_row(row, how=Settlement.How.OURS_CORRECTED, reason=reason, on=on, by=by)


@action
def take_over_row(
    row: LetterRow, case: Case, *, reason: str, on: date, by: User
) -> OmbudsmanEnquiry:
    """Record on a case what only the letter has: on its enquiry that has no reference, or anew."""
    unnamed = case.ombudsman_enquiries.filter(ombudsman_reference="")
    enquiry = unnamed.first()
    if unnamed.count() > 1:
        raise NotPossible(f"{case} has more enquiries without a reference: correct the right one.")
    if enquiry is None:
        received = row.received_on or row.decided_on or on
        enquiry = receive_enquiry(case, on=received, by=by)
    facts = {"ombudsman_reference": row.reference} | _as_ours(row)
    correct_enquiry(enquiry, why=reason, by=by, **facts)
    settle_row(row, how=Settlement.How.OURS_CORRECTED, reason=reason, on=on, by=by)
    return enquiry


def _as_ours(row: LetterRow) -> dict:
    """What a row says, in our fields; what it leaves open is left as it is."""
    facts = {"received_on": row.received_on, "decided_on": row.decided_on}
    if row.decision:
        facts["decision"] = OmbudsmanDecision.objects.filter(name__iexact=row.decision).first()
        if facts["decision"] is None:
            raise NotPossible(
                f"“{row.decision}” is not in the list of decisions. An administrator can add it, "
                "or correct the enquiry by hand."
            )
    return {name: value for name, value in facts.items() if value}


def _carry_over(before: AnnualLetter, letter: AnnualLetter) -> None:
    rows = {tuple(getattr(row, name) for name in SAME): row for row in letter.rows.all()}
    for settled in before.settlements.select_related("row"):
        kept = {
            "how": settled.how,
            "reason": settled.reason,
            "settled_on": settled.settled_on,
            "settled_by_id": settled.settled_by_id,
        }
        if settled.enquiry_id:
            letter.settlements.create(enquiry_id=settled.enquiry_id, **kept)
        elif row := rows.get(tuple(getattr(settled.row, name) for name in SAME)):
            letter.settlements.create(row=row, **kept)
