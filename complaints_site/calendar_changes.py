"""A change of the calendar as its page shows it: entered or proposed, looked at, decided."""

from collections import Counter
from collections.abc import Sequence

from django.urls import reverse
from django.utils.timezone import localdate

from accounts.models import User
from accounts.permissions import Permission
from stages.actions.calendar import change_days
from stages.actions.calendar_changes import approve_change, propose_change, refuse_change
from stages.calendar_effects import Effect, Move, effect_of
from stages.models import CalendarChange, MovedDeadline, MovedTask, Task
from stages.task_moves import TaskMove
from stages.working_calendar import in_words

WAITS = "It stands on the desk of the complaints managers until one of them decides it."
COUNTED = "Due dates that are counted from now on go by it; no open deadline moves."

Row = Move | MovedDeadline
TaskRow = TaskMove | MovedTask
TASKS_SHOWN = 100


def enter(new: CalendarChange, *, by: User) -> tuple[str, str]:
    """Bring a change into the calendar; where it would move a deadline, propose it instead.

    Returns the address to go to, and what was done as a sentence.
    """
    effect = effect_of(new)
    if not effect.moves_anything:
        change_days(new, by=by)
        return f"{reverse('calendar')}?year={new.first_day.year}", f"{done_words(new)} {COUNTED}"
    saved = propose_change(new, on=localdate(), by=by)
    moves = f"{moved_words(effect)} of {number(effect.cases, 'case')}"
    next_ = "Look at them, then approve." if by.may(Permission.DECIDE) else WAITS
    sentence = f"Nothing is changed yet: this would move {moves}. {next_}"
    return reverse("calendar-change", args=[saved.pk]), sentence


def heading(shown: CalendarChange) -> str:
    """What its page is called: what is done to the calendar, and the first day of it."""
    first = in_words(shown.first_day)
    more = " and other days" if len(shown.added) + len(shown.removed) > 1 else ""
    if not shown.added:
        return f"Take {first}{more} out of the calendar"
    what = "Close the office on" if shown.kind == CalendarChange.Kind.CLOSURE else "Bank holiday on"
    return f"{what} {first}{more}"


def done_words(new: CalendarChange) -> str:
    """What is in the calendar now, as a sentence."""
    if new.removed:
        return f"Taken out of the calendar: {new}."
    days, title = list(new.days_added), next(iter(new.added.values()))
    if new.kind == CalendarChange.Kind.BANK_HOLIDAY:
        return f"{in_words(days[0])} is a bank holiday: {title}."
    span = in_words(days[0])
    if len(days) > 1:
        span = f"{len(days)} days from {span} to {in_words(days[-1])}"
    return f"The office is closed on {span}: {title}."


def decided(shown: CalendarChange, answer: dict, *, by: User) -> str:
    """Do what was decided; return it as a sentence."""
    today = localdate()
    if answer["decision"] == CalendarChange.Decision.REFUSED:
        refuse_change(shown, on=today, why=answer["why"], by=by)
        return f"Refused: {shown}. The calendar stays as it is."
    effect = approve_change(
        shown, on=today, by=by, told_stay=answer["told_stay"], seen=answer["seen"]
    )
    stay = sum(move.stayed for move in effect.moves)
    sentence = f"The calendar is changed: {shown}. {moved_words(effect, stay=stay)} moved."
    if stay:
        sentence += f" {number(stay, 'deadline')} already told stayed."
    elif effect.told:
        sentence += " The complainants who were told an earlier date are marked: write to them."
    return sentence


def moved_words(effect: Effect, *, stay: int = 0) -> str:
    words = number(len(effect.moves) - stay, "deadline")
    return f"{words} and {number(len(effect.tasks), 'open task')}" if effect.tasks else words


def rows_of(shown: CalendarChange) -> tuple[Sequence[Row], Sequence[TaskRow], str]:
    """What a waiting change would move, with its fingerprint; what a decided one has moved."""
    if shown.is_waiting:
        effect = effect_of(shown)
        return effect.moves, effect.tasks, effect.fingerprint
    moved = shown.moved.select_related(
        "deadline__limit", "stage__definition__procedure", "stage__case__service_area"
    )
    tasks = shown.moved_tasks.select_related("task__case").order_by("task__case__reference", "pk")
    rows = list(moved.order_by("stage__case__reference", "stage__number", "to_on"))
    return rows, list(tasks), ""


def tasks_shown(rows: Sequence[TaskRow], user: User) -> dict:
    """For a template: those of ``rows`` that ``user`` may see, and how many more there are."""
    keys = [row.task.pk for row in rows]
    visible = set(Task.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))
    shown = [row for row in rows if row.task.pk in visible][:TASKS_SHOWN]
    return {"tasks_shown": shown, "tasks_not_shown": len(rows) - len(shown)}


def numbers_by_stage(rows: Sequence[Row]) -> list[dict]:
    """How many deadlines move in each stage of each procedure, and how many of them were told."""
    numbers, told = Counter(), Counter()
    for row in rows:
        key = str(row.stage.definition.procedure), str(row.stage)
        numbers[key] += 1
        told[key] += row.was_told
    return [
        {"procedure": key[0], "stage": key[1], "number": numbers[key], "told": told[key]}
        for key in sorted(numbers)
    ]


def number(how_many: int, of: str) -> str:
    """
    >>> number(1, "case"), number(1200, "deadline")
    ('1 case', '1,200 deadlines')
    """
    return f"{how_many:,} {of}{'' if how_many == 1 else 's'}"
