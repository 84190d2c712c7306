"""Which case an e-mail may belong to: by what it answers, by a reference in it, by who wrote it."""

import re
from dataclasses import dataclass

from django.db.models import Q

from accounts.models import User
from cases.models import Case, CasePerson, Note
from documents.emails import ReadEmail
from documents.models import FiledEmail

REFERENCE = re.compile(r"\b(?:[A-Z]{1,4}-)?\d{4}-\d{3,6}\b", re.IGNORECASE)
READ_FOR_A_REFERENCE = 5000  # letters: further down stands what others wrote before
AT_MOST = 5


@dataclass(frozen=True)
class Match:
    case: Case
    why: str


def filed_already(email: ReadEmail) -> Note | None:
    """The note that an e-mail was filed as, whoever may see it."""
    found = FiledEmail.objects.filter(message_id=email.message_id).select_related("note__case")
    return next((one.note for one in found), None)


def cases_of(email: ReadEmail, user: User) -> list[Match]:
    """The cases that it may belong to, the surest first; only such as ``user`` may wholly see."""
    visible = Case.objects.wholly_visible_to(user)
    found: dict[int, Match] = {}
    for cases, why in (
        (visible.filter(_of_its_thread(email)), "It belongs to e-mails that are filed there"),
        (visible.filter(_named_in(email)), "It names the reference"),
        (visible.open().filter(_of_its_sender(email)), "Its sender is a person of the case"),
    ):
        for case in cases.order_by("-received_on", "-pk")[:AT_MOST]:
            found.setdefault(case.pk, Match(case, why))
    return list(found.values())[:AT_MOST]


def _of_its_thread(email: ReadEmail) -> Q:
    thread = [email.message_id, *email.answers]
    filed = FiledEmail.objects.filter(Q(message_id__in=thread) | Q(answers__overlap=thread))
    return Q(pk__in=filed.order_by().values("note__case"))


def _named_in(email: ReadEmail) -> Q:
    said = f"{email.subject} {email.text[:READ_FOR_A_REFERENCE]}"
    return Q(reference__in={found.upper() for found in REFERENCE.findall(said)})


def _of_its_sender(email: ReadEmail) -> Q:
    if not email.address:
        return Q(pk__in=[])
    parts = CasePerson.objects.filter(person__email__iexact=email.address)
    about = CasePerson.Role.COMPLAINED_ABOUT
    return Q(pk__in=parts.exclude(role=about).order_by().values("case"))


def said_filed(note: Note, user: User) -> str:
    """That an e-mail was filed already, and where, as far as ``user`` may know it."""
    if Case.objects.wholly_visible_to(user).filter(pk=note.case_id).exists():
        return f"This e-mail was filed already: with {note.case}, as of {note.on:%-d %B %Y}."
    return (
        "This e-mail was filed already, with a case that you cannot open. Ask a complaints manager."
    )
