"""The first page of the day."""

from dataclasses import replace

from django.core.paginator import Page, Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from complaints_site import watches
from complaints_site.contacts import on_the_desk, standing
from complaints_site.desk import Desk, choices_for
from complaints_site.desk_groups import GROUPS, ON_A_PAGE
from complaints_site.desk_recent import done_by_others
from stages.calendars import NoCalendar, horizon_warning, load_calendar
from stages.models import CalendarChange
from stages.working_days import count_working_days

FIRST_PAGES = [
    (Permission.PAY, "payments"),
    (Permission.OPEN_REPORTS, "reporting:index"),
    (Permission.KEEP_LISTS, "calendar"),
]

NOTHING = {
    "mine": "A case appears here once it has been put to you.",
    "everyone": "A complaint appears here as soon as something of it falls due.",
    "nobody": "Every open case has an owner.",
}


@require_safe
@needs()
def desk(request):
    """What is due, overdue first. Those who never open a case go to the page they came for."""
    if not request.user.may(Permission.OPEN_CASES):
        return redirect(first_page(request.user))
    today = localdate()
    try:
        calendar = load_calendar()
    except NoCalendar as error:
        return render(request, "desk.html", {"today": today, "warning": error})
    whose = chosen(request, "whose", [key for key, _ in choices_for(request.user)])
    shown = chosen(request, "show", ["", *(group.key for group in GROUPS)])
    view, page = turned_to(Desk(request.user, today, whose, calendar), shown, request)
    counts = view.counts()
    return render(
        request,
        "desk.html",
        {
            "today": today,
            "calendar": calendar,
            "whose": whose,
            "choices": [
                {"label": label, "url": address(key), "current": key == whose}
                for key, label in choices_for(request.user)
            ],
            "shown": shown,
            "counters": list(counters(counts, whose, shown)),
            "groups": [entry for entry in groups(view, counts, shown) if entry["rows"]],
            "page_obj": page,
            "nothing": nothing(counts, whose, shown),
            **view.numbers,
            "watches_passed": watches_passed(view),
            "recent": done_by_others(request.user),
            "may_open_reports": request.user.may(Permission.OPEN_REPORTS),
            "may_see_team": request.user.may(Permission.DECIDE),
            "may_search_changes": request.user.may(Permission.SEE_TRAIL),
            "drafts": view.drafts,
            "warning": horizon_warning(today, calendar),
            "contacts": standing(on_the_desk(request.user, whose, view.soon), today, calendar),
            "calendar_changes": changes_to_decide(view),
        },
    )


def turned_to(view: Desk, shown: str, request) -> tuple[Desk, Page | None]:
    """The desk with the few of every group, or with the page that is asked for of the one shown."""
    if not shown:
        return view, None
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 1
    view = replace(view, places=places_of(number))
    page = Paginator(range(view.counts()[shown]), ON_A_PAGE).get_page(number)
    if page.number != number:
        view = replace(view, places=places_of(page.number))
    return view, page


def places_of(page: int) -> range:
    return range((page - 1) * ON_A_PAGE + 1, page * ON_A_PAGE + 1)


def changes_to_decide(view: Desk) -> list[CalendarChange]:
    """The changes of the calendar that wait for a complaints manager."""
    return list(CalendarChange.objects.waiting()) if view.numbers["changes_waiting"] else []


def watches_passed(view: Desk) -> int:
    """How many of one's watched searches have passed their number, counted once an hour."""
    if not view.numbers["watches_to_count"]:
        return view.numbers["watches_passed"]
    watches.count(watches.to_count(now()).filter(user=view.user), now())
    return watches.watched_by(view.user).passed().count()


def first_page(user) -> str:
    return next((page for permission, page in FIRST_PAGES if user.may(permission)), "rights")


def chosen(request, name, allowed) -> str:
    value = request.GET.get(name, "")
    return value if value in allowed else allowed[0]


def address(whose, show="") -> str:
    return f"{reverse('desk')}?whose={whose}" + (f"&show={show}" if show else "")


def nothing(counts, whose, shown) -> str:
    """Why there is no row to show, and how one would get here."""
    if shown and not counts[shown]:
        return next(group.empty for group in GROUPS if group.key == shown)
    return "" if any(counts.values()) else NOTHING[whose]


def counters(counts, whose, shown):
    for group in GROUPS[:3]:
        yield {
            "number": counts[group.key],
            "label": group.label,
            "url": address(whose, group.key),
            "late": group.key == "overdue",
            "current": shown == group.key,
        }
    yield {
        "number": sum(counts.values()),
        "label": "All that is running",
        "url": address(whose),
        "current": not shown,
    }


def groups(view, counts, shown):
    """The groups of the table, each with its rows, and where all of them stand if some do not."""
    drawn = [group for group in GROUPS if shown in ("", group.key)]
    rows = view.rows(group.key for group in drawn)
    for group in drawn:
        for row in rows[group.key]:
            add_day_numbers(row, view)
        more = counts[group.key] - len(rows[group.key])
        yield {
            "group": group,
            "rows": rows[group.key],
            "count": counts[group.key],
            "all": "" if shown or not more else address(view.whose, group.key),
        }


def add_day_numbers(row, view) -> None:
    """``days_late`` and ``days_left``, both in working days, for the words of a row."""
    late = row.due_on < view.today
    between = sorted([row.due_on, view.today])
    row.days_late = count_working_days(*between, view.calendar) if late else 0
    row.days_left = 0 if late else count_working_days(*between, view.calendar)
