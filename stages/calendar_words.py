"""What a change of the calendar moves, in the lines that a command prints."""

from collections.abc import Iterable

from django.template.defaultfilters import pluralize

from stages.calendar_effects import Effect, Move
from stages.models import CalendarChange
from stages.working_calendar import in_words


def moved_words(change: CalendarChange, effect: Effect) -> Iterable[str]:
    """Each deadline by its case, then how many, then what became of the change."""
    for move in effect.moves:
        yield move_words(move)
    number = len(effect.moves)
    verb = "would move" if change.is_waiting else "moved"
    yield (
        f"{change}: {verb} {number} deadline{pluralize(number)} of {effect.cases} "
        f"case{pluralize(effect.cases)}, {effect.told} of them told to the complainant."
    )
    if change.is_waiting:
        yield (
            "Nothing was changed yet: the change waits for a complaints manager, on the page "
            f"/calendar/changes/{change.pk}/."
        )


def move_words(move: Move) -> str:
    told = f", told {in_words(move.told)}" if move.told else ""
    return (
        f"{move.stage.case.reference}, {move.stage}, {move.deadline.limit.name}: "
        f"{in_words(move.from_on)} to {in_words(move.to_on)}{told}"
    )
