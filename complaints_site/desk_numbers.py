"""The numbers beside the desk, for one person on one day: all of them in one query."""

from datetime import date

from django.db.models import F, Func, IntegerField, QuerySet, Subquery
from django.utils.timezone import now

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Case, CasePerson
from complaints_site.ombudsman_page import owed_of_no_case
from complaints_site.pool_page import checks_to_renew
from complaints_site.watches import to_count, watched_by
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
}


def numbers_for(user: User, today: date, unowned: QuerySet[Case]) -> dict[str, int]:
    """How many of each; 0 of what ``user`` has nothing to do with, which is not even put together:
    that alone takes a few milliseconds of every desk."""
    counted = {
        "unowned": lambda: unowned,
        "chased_actions": lambda: chased_actions_for(user, today),
        "late_providers": lambda: _late_providers(user, today),
        "questions": lambda: ServiceRequest.objects.asked_of(user).waiting(),
        "remedies_late": lambda: AgreedRemedy.objects.told_to(user).late(on=today),
        "changes_waiting": lambda: CalendarChange.objects.waiting(),
        "to_be_asked_again": lambda: _to_be_asked_again(user, today),
        "checks_to_renew": lambda: checks_to_renew(today),
        "ombudsman_of_no_case": owed_of_no_case,
        "messages_to_settle": lambda: Message.objects.visible_to(user).for_a_person(),
        "watches_passed": lambda: watched_by(user).passed(),
        "watches_to_count": lambda: to_count(now()).filter(user=user),
    }
    asked = {name: _count(rows()) for name, rows in counted.items() if _concerns(name, user)}
    return dict.fromkeys(counted, 0) | User.objects.filter(pk=user.pk).values(**asked).get()


def _late_providers(user: User, today: date) -> QuerySet[ProviderRequest]:
    return ProviderRequest.objects.visible_to(user).waiting().filter(due_on__lt=today)


def _to_be_asked_again(user: User, today: date) -> QuerySet[Case]:
    people = CasePerson.objects.to_be_asked_again(on=today).order_by().values("case")
    return Case.objects.visible_to(user).open().filter(pk__in=people)


def _concerns(name: str, user: User) -> bool:
    return name not in NEEDED or user.may(NEEDED[name])


def _count(rows: QuerySet) -> Subquery:
    number = Func(F("pk"), template="count(DISTINCT %(expressions)s)")
    return Subquery(rows.order_by().values(number=number), output_field=IntegerField())
