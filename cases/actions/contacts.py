"""Other contacts worked: logged, put to somebody, answered, closed, or become a complaint."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, Contact

BECAME_A_COMPLAINT = "It became a complaint"


@action
def log_contact(*, by: User, **fields) -> Contact:
    """Log a contact; its due date is counted by whoever knows the calendar."""
    contact = Contact(**fields)
    contact.full_clean()
    contact.save()
    record(f"logged a contact: {contact.get_kind_display()}", contact, by=by)
    return contact


@action
def put_contact_to(contact: Contact, *, to: User, by: User) -> None:
    """Give a contact to somebody, who sees it from then on."""
    contact.owner = to
    contact.save(update_fields=["owner"])
    record(f"put the contact to {to}", contact, by=by)


@action
def answer_contact(contact: Contact, *, on: date, answer: str, by: User) -> None:
    """Record the answer. It closes the contact."""
    contact.answered_on = contact.closed_on = on
    contact.answer, contact.close_reason = answer, "Answered"
    contact.full_clean()
    contact.save(update_fields=["answered_on", "closed_on", "answer", "close_reason"])
    record("answered the contact", contact, by=by)


@action
def close_contact(contact: Contact, *, on: date, why: str, by: User) -> None:
    """Close a contact that needs no answer, with the reason."""
    contact.closed_on, contact.close_reason = on, why
    contact.full_clean()
    contact.save(update_fields=["closed_on", "close_reason"])
    record("closed the contact", contact, by=by, why=why)


@action
def make_complaint_of(contact: Contact, case: Case, *, on: date, by: User) -> None:
    """Join a contact and the complaint that it became; the complaint goes on alone."""
    contact.case = case
    if contact.is_open:
        contact.closed_on, contact.close_reason = on, BECAME_A_COMPLAINT
    contact.full_clean()
    contact.save(update_fields=["case", "closed_on", "close_reason"])
    record(f"logged the complaint that it became: {case}", contact, by=by)
    record(f"logged it out of a contact: {contact.get_kind_display()}", case, by=by)
