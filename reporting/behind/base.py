"""How rows of one kind are listed behind a number."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Expression, Model

Columns = dict[str, Callable[[Model], object]]


@dataclass(frozen=True)
class Shown:
    """What is read with the rows, the columns after the case, and what is worked out for them."""

    related: tuple[str, ...]
    columns: Columns
    worked_out: dict[str, Expression] = field(default_factory=dict)


def area(row: Model) -> object:
    return row.service_area


def outcome(stage: Model, parts: str) -> str:
    """The outcome of a stage with how many of its points were upheld."""
    return ", ".join(filter(None, [stage.get_outcome_display() or "Pending", parts]))


def display(field: str) -> Callable:
    return lambda row: getattr(row, f"get_{field}_display")()
