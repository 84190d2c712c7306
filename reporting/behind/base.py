"""How rows of one kind are listed behind a number."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model

Columns = dict[str, Callable[[Model], object]]


@dataclass(frozen=True)
class Shown:
    """What is read with the rows, and the columns after the case."""

    related: tuple[str, ...]
    columns: Columns


def area(row: Model) -> object:
    return row.service_area


def display(field: str) -> Callable:
    return lambda row: getattr(row, f"get_{field}_display")()
