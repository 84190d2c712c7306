"""Which number of children, residents or open cases a rate is taken per, on which day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Prefetch

from reporting.models import Denominator, DenominatorNumber


@dataclass(frozen=True)
class InForce:
    """The number in force on a day, or None."""

    day: date
    number: DenominatorNumber | None


class Denominators:
    """All there are, with their numbers: read once, with two queries, when first asked for."""

    @cached_property
    def all(self) -> list[Denominator]:
        numbers = Prefetch("numbers", DenominatorNumber.objects.in_force(), to_attr="in_force")
        return list(Denominator.objects.prefetch_related(numbers))

    def of(self, key: str) -> Denominator:
        return next(each for each in self.all if each.key == key)


def on_day(denominator: Denominator, day: date) -> InForce:
    """The newest number whose first day is not after ``day``."""
    found = (number for number in denominator.in_force if number.valid_from <= day)
    return InForce(day, next(found, None))
