"""How much there is to look at in each section of a draft.

It is counted over all records of the period, so it is kept for some minutes, with the moment.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.utils.timezone import now

from editions.assembling import Assembling
from editions.bound_text import faults_of
from editions.flags.every import Flags
from editions.models import Edition

SECONDS = 10 * 60


@dataclass(frozen=True)
class ToLookAt:
    """``of`` has a number for each section, by its key, as it was at ``counted_at``."""

    of: dict[int, int]
    counted_at: datetime


def to_look_at(edition: Edition, *, anew: bool = False) -> ToLookAt:
    """Every change of the report is another draft, and is counted at once."""
    key = f"editions.to_look_at.{edition.pk}.{edition.draft}.{edition.dismissals.count()}"
    kept = None if anew else cache.get(key)
    if kept is None:
        kept = _counted(edition)
        cache.set(key, kept, SECONDS)
    return kept


def _counted(edition: Edition) -> ToLookAt:
    at, assembling = now(), Assembling(edition)
    flags = Flags(assembling)
    sections = [section for section in edition.sections.all() if not section.left_out]
    return ToLookAt(
        {
            section.pk: len(flags.of(section)) + len(faults_of(section.text, assembling.figures))
            for section in sections
        },
        at,
    )
