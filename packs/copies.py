"""What goes into a file without being a document of the case: a letter as it was sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Copy:
    """``of`` is by what it is known again; ``pages`` makes the PDF, once it is chosen."""

    of: str
    title: str
    dated_on: date
    pages: Callable[[], bytes]
