"""Who may do what: one table of role by permission.

The table opens a page; which rows stand on it is the business of ``visible_to(user)``.
"""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices


class Role(TextChoices):
    OFFICER = "officer", "Complaints officer"
    MANAGER = "manager", "Complaints manager"
    RESPONDER = "responder", "Responding manager"
    VETTER = "vetter", "Vetting manager"
    HEAD_OF_SERVICE = "head_of_service", "Head of service"
    DIRECTOR = "director", "Director"
    ADJUDICATOR = "adjudicator", "Adjudicating officer"
    COMMITTEE = "committee", "Committee staff"
    INFORMATION_GOVERNANCE = "information_governance", "Information governance"
    FINANCE = "finance", "Finance"
    ADMINISTRATOR = "administrator", "Administrator"


class Permission(TextChoices):
    OPEN_CASES = "open_cases", "Open the desk, the case list and the cases they may see"
    SEE_ALL_CASES = "see_all_cases", "See every case that is not restricted"
    SEE_RESTRICTED = "see_restricted", "See restricted cases"
    SEE_WITHHELD = "see_withheld", "See who complains where that is withheld from the service"
    LOG_CASE = "log_case", "Log complaints, compliments and other contacts"
    RUN_CASE = "run_case", "Take the steps of a case"
    DECIDE = (
        "decide",
        "Refuse, override, move a deadline, restrict a case, take out what was misfiled",
    )
    KEEP_POOL = (
        "keep_pool",
        "Keep the pool of investigators, independent persons, panellists and mediators",
    )
    ANSWER_FOR_REMEDIES = (
        "answer_for_remedies",
        "Be told which remedies agreed with the Ombudsman are late",
    )
    SEE_EQUALITIES = "see_equalities", "See the equalities record of a case"
    WRITE_LETTERS = "write_letters", "Write the letters of the cases they may see"
    VET_LETTERS = "vet_letters", "Vet letters that others wrote"
    KEEP_TEMPLATES = "keep_templates", "Keep the templates of letters"
    OPEN_REPORTS = "open_reports", "Open reports"
    WRITE_REPORT = "write_report", "Write the annual report, publish it and note what was released"
    RELEASE_REGARDLESS = (
        "release_regardless",
        "Release numbers of which it is not proved that nobody can be recognised, with reasons",
    )
    PAY = "pay", "See payments that are to be made, and record them as made"
    KEEP_LISTS = "keep_lists", "Keep the calendar, the lists and the procedures"
    KEEP_PEOPLE = "keep_people", "Keep user accounts and their roles"
    SETTLE_MESSAGES = "settle_messages", "See which e-mails were not sent, and settle them"
    SEE_TRAIL = "see_trail", "Read the trail of every case they may see"


_CASEWORK = {
    Permission.OPEN_CASES,
    Permission.SEE_ALL_CASES,
    Permission.SEE_WITHHELD,
    Permission.LOG_CASE,
    Permission.RUN_CASE,
    Permission.SEE_EQUALITIES,
    Permission.WRITE_LETTERS,
    Permission.OPEN_REPORTS,
}

RIGHTS: dict[Role, frozenset[Permission]] = {
    Role.OFFICER: frozenset(_CASEWORK),
    Role.MANAGER: frozenset(
        _CASEWORK
        | {
            Permission.SEE_RESTRICTED,
            Permission.DECIDE,
            Permission.KEEP_POOL,
            Permission.VET_LETTERS,
            Permission.KEEP_TEMPLATES,
            Permission.SEE_TRAIL,
            Permission.ANSWER_FOR_REMEDIES,
            Permission.SETTLE_MESSAGES,
            Permission.WRITE_REPORT,
        }
    ),
    Role.RESPONDER: frozenset({Permission.OPEN_CASES, Permission.WRITE_LETTERS}),
    Role.VETTER: frozenset({Permission.OPEN_CASES, Permission.VET_LETTERS}),
    Role.HEAD_OF_SERVICE: frozenset({Permission.OPEN_CASES, Permission.OPEN_REPORTS}),
    Role.DIRECTOR: frozenset(
        {Permission.OPEN_CASES, Permission.OPEN_REPORTS, Permission.ANSWER_FOR_REMEDIES}
    ),
    Role.ADJUDICATOR: frozenset({Permission.OPEN_CASES}),
    Role.COMMITTEE: frozenset({Permission.OPEN_REPORTS, Permission.WRITE_REPORT}),
    Role.INFORMATION_GOVERNANCE: frozenset(
        {Permission.SEE_TRAIL, Permission.OPEN_REPORTS, Permission.RELEASE_REGARDLESS}
    ),
    Role.FINANCE: frozenset({Permission.PAY}),
    Role.ADMINISTRATOR: frozenset(
        {Permission.KEEP_LISTS, Permission.KEEP_PEOPLE, Permission.SETTLE_MESSAGES}
    ),
}


def needs(*permissions: Permission) -> Callable:
    """Open a view to those who hold every one of ``permissions``; without any, to whoever signs in.

    The mark ``view.needs`` is what the test of all addresses reads: a view without it fails there.
    """

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not all(request.user.may(permission) for permission in permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.needs = frozenset(permissions)
        return guarded

    return decorate


def open_to_anyone(view: Callable) -> Callable:
    """Mark a view that needs no sign-in: ``LoginRequiredMiddleware`` lets it through."""
    view.needs = None
    view.login_required = False
    return view
