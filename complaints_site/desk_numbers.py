"""The numbers beside the desk, for one person on one day: all of them in one query."""

from datetime import date

from django.db.models import Exists, F, Func, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Now

from accounts.models import User
from accounts.permissions import Permission
from cases.compiled import kept_for_each
from cases.models import Assignment, Case, CasePerson
from cases.prepared import rows_of
from complaints_site.ombudsman_page import owed_of_no_case
from complaints_site.pool_page import checks_to_renew
from complaints_site.watches import to_count, watched_by
from letters.models import Letter
from messages_out.models import Message
from remedies.lessons_page import chased_actions_for
from stages.models import AgreedRemedy, CalendarChange, ProviderRequest, ServiceRequest

NEEDED = {
    "unowned": Permission.SEE_ALL_CASES,
    "remedies_late": Permission.ANSWER_FOR_REMEDIES,
    "changes_waiting": Permission.DECIDE,
    "to_be_asked_again": Permission.RUN_CASE,
    "ombudsman_of_no_case": Permission.RUN_CASE,
    "checks_to_renew": Permission.KEEP_POOL,
    "messages_to_settle": Permission.SETTLE_MESSAGES,
    "letters_to_vet": Permission.VET_LETTERS,
    "asked_of_services": Permission.RUN_CASE,
    "asked_of_providers": Permission.RUN_CASE,
}


def numbers_for(user: User, today: date) -> dict[str, int]:
    """How many of each; 0 of what ``user`` has nothing to do with."""
    [counted] = rows_of(*_statement(user, today))
    asked = (name for name in COUNTED if _concerns(name, user))
    return dict.fromkeys(COUNTED, 0) | dict(zip(asked, counted, strict=True))


@kept_for_each
def _statement(user: User, today: date) -> QuerySet[User]:
    counts = [_count(rows(user, today)) for name, rows in COUNTED.items() if _concerns(name, user)]
    return User.objects.filter(pk=user.pk).values_list(*counts)


def nobodys(user: User) -> QuerySet[Case]:
    """The open cases that nobody has."""
    owners = Assignment.objects.filter(
        case=OuterRef("pk"), capacity=Assignment.Capacity.OWNER, until=None
    )
    return Case.objects.visible_to(user).open().exclude(Exists(owners))


def _late_providers(user: User, today: date) -> QuerySet[ProviderRequest]:
    return ProviderRequest.objects.visible_to(user).waiting().filter(due_on__lt=today)


def _to_be_asked_again(user: User, today: date) -> QuerySet[Case]:
    people = CasePerson.objects.to_be_asked_again(on=today).order_by().values("case")
    return Case.objects.visible_to(user).open().filter(pk__in=people)


def _held_by(user: User) -> QuerySet[Assignment]:
    return Assignment.objects.filter(
        user=user, until=None, capacity=Assignment.Capacity.OWNER
    ).values("case")


def _asked_of_services(user: User, today: date) -> QuerySet[ServiceRequest]:
    """On one's own cases: others are to answer."""
    return ServiceRequest.objects.visible_to(user).waiting().filter(case__in=_held_by(user))


def _asked_of_providers(user: User, today: date) -> QuerySet[ProviderRequest]:
    return ProviderRequest.objects.visible_to(user).waiting().filter(case__in=_held_by(user))


def _concerns(name: str, user: User) -> bool:
    return name not in NEEDED or user.may(NEEDED[name])


def _count(rows: QuerySet) -> Subquery:
    number = Func(F("pk"), template="count(DISTINCT %(expressions)s)")
    counted = Subquery(rows.order_by().values(number=number), output_field=IntegerField())
    return Coalesce(counted, 0)


COUNTED = {
    "unowned": lambda user, today: nobodys(user),
    "chased_actions": chased_actions_for,
    "late_providers": _late_providers,
    "questions": lambda user, today: ServiceRequest.objects.asked_of(user).waiting(),
    "remedies_late": lambda user, today: AgreedRemedy.objects.told_to(user).late(on=today),
    "changes_waiting": lambda user, today: CalendarChange.objects.waiting(),
    "to_be_asked_again": _to_be_asked_again,
    "checks_to_renew": lambda user, today: checks_to_renew(today),
    "ombudsman_of_no_case": lambda user, today: owed_of_no_case(),
    "messages_to_settle": lambda user, today: Message.objects.visible_to(user).for_a_person(),
    "letters_to_vet": lambda user, today: Letter.objects.to_vet_by(user),
    "asked_of_services": _asked_of_services,
    "asked_of_providers": _asked_of_providers,
    "watches_passed": lambda user, today: watched_by(user).passed(),
    "watches_to_count": lambda user, today: to_count(Now()).filter(user=user),
}
