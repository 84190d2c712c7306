"""The desk digest of each working day, and the weekly one of each head of service.

A message may be read over a shoulder or sent on: it holds references, dates and a link, never a
name or what a complaint is about. What is written is taken from keys and days alone.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localtime

from accounts.models import User
from accounts.permissions import RIGHTS, Permission, Role
from complaints_site.desk import Desk
from complaints_site.desk_groups import GROUPS
from messages_out.actions.messages import send
from messages_out.models import DigestRun, Message
from stages.calendars import NoCalendar, load_calendar
from stages.models import Deadline, Task
from stages.working_days import BeyondHorizon, Calendar

HAVE_A_DESK = [role.value for role in Role if Permission.OPEN_CASES in RIGHTS[role]]
DUE = [group for group in GROUPS if group.key != "later"]  # later is nobody's work this week
LISTED = range(1, 51)  # of each of these
DESK = "Your complaints desk on {day}"
SERVICE = "Complaints of your service areas in the week of {day}"
END = "Open it: {address}\n"
MINE = "To switch this message off: {address}\n"


def make_digests(at: datetime) -> int:
    """Queue those that are to be made by ``at`` and were not: how many messages.

    Called each hour, so that a worker that was down makes up for it on the same day. On days on
    which the office does not work there is none; the week's are made on its first working day.
    """
    here = localtime(at)
    calendar = _calendar_of(here.date())
    may_go = settings.MAIL_IS_SENT and settings.SITE_ADDRESS
    if not (may_go and calendar) or here.hour < settings.DIGEST_HOUR:
        return 0
    day = here.date()
    monday = day - timedelta(days=day.weekday())
    return _once(DigestRun.Kind.DESK, day, day, calendar) + _once(
        DigestRun.Kind.SERVICE, monday, day, calendar
    )


def _calendar_of(day: date) -> Calendar | None:
    """The calendar, where ``day`` is a working day by it."""
    try:
        calendar = load_calendar()
        return calendar if calendar.works_on(day) else None
    except (NoCalendar, BeyondHorizon):
        return None


@transaction.atomic
def _once(kind: str, made_for: date, today: date, calendar: Calendar) -> int:
    """All messages of a kind, or none. A second worker waits here, and then has nothing to do."""
    _, is_first = DigestRun.objects.get_or_create(kind=kind, day=made_for)
    if not is_first:
        return 0
    is_desk = kind == DigestRun.Kind.DESK
    found = _people(HAVE_A_DESK).filter(without_digest=None) if is_desk else _heads()
    whose = "mine" if is_desk else "everyone"
    return sum(_queue(kind, Desk(user, today, whose, calendar, LISTED)) for user in found)


def _people(roles: Iterable[str]):
    return User.objects.filter(is_active=True, roles__overlap=list(roles)).order_by("pk")


def _heads():
    areas = {"heads_service_areas__isnull": False}
    return _people([Role.HEAD_OF_SERVICE.value]).filter(**areas).distinct()


def _queue(kind: str, desk: Desk) -> int:
    """Nothing where nothing is due."""
    counts = desk.counts()
    if not any(counts[group.key] for group in DUE):
        return 0
    is_desk = kind == DigestRun.Kind.DESK
    subject = DESK if is_desk else SERVICE
    send(
        kind=Message.Kind.DESK if is_desk else Message.Kind.SERVICE,
        to_address=desk.user.email,
        to_user=desk.user,
        subject=subject.format(day=f"{desk.today:%-d %B %Y}"),
        text=digest_text(desk, counts, may_switch_off=is_desk),
        by=None,
    )
    return 1


def digest_text(desk: Desk, counts: dict[str, int], *, may_switch_off: bool) -> str:
    listed = _references(desk)
    blocks = []
    for group in DUE:
        if not counts[group.key]:
            continue
        lines = [f"{reference}  due {day:%-d %B %Y}" for reference, day in listed[group.key]]
        if more := counts[group.key] - len(lines):
            lines.append(f"and {more} more")
        blocks.append("\n".join([f"{group.label}: {counts[group.key]}", *lines]) + "\n")
    blocks.append(END.format(address=_address("desk")))
    if may_switch_off:
        blocks.append(MINE.format(address=_address("own-messages")))
    return "\n".join(blocks)


def _references(desk: Desk) -> dict[str, list[tuple[str, date]]]:
    """Of the first entries of each group: the reference and the day, the longest due first."""
    kinds = {"milestone": (Deadline, "stage__case__reference"), "task": (Task, "case__reference")}
    found = {}
    for kind, (model, reference) in kinds.items():
        keys = [pk for group in DUE for of, pk in desk.standing[group.key].drawn if of == kind]
        rows = model.objects.filter(pk__in=keys).order_by().values_list("pk", reference, "due_on")
        found |= {(kind, pk): (case, day) for pk, case, day in rows}
    return {group.key: [found[one] for one in desk.standing[group.key].drawn] for group in DUE}


def _address(name: str) -> str:
    return f"{settings.SITE_ADDRESS.rstrip('/')}{reverse(name)}"
