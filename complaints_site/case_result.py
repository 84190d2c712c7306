"""One page of a case list, quick at any size: a count that stops, and only the keys of a page."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Min, QuerySet

from cases.models import Case
from complaints_site.case_rows import to_do

ROWS = 50
MOST = 10_000  # nobody turns more pages than this: they narrow the list, or sort it the other way
MOST_FOUND = 1_000  # the same for a search, where each case counted has to be read

COLUMNS = {
    "received": ("received_on", "id"),
    "reference": ("reference",),
    "service_area": ("service_area__name", "-received_on", "-id"),
}


@dataclass(frozen=True)
class Result:
    """The cases that a reader's filters let through, in an order such as "-received"."""

    cases: QuerySet[Case]
    order: str
    today: date
    most: int

    @cached_property
    def count(self) -> int:
        """How many they are; ``most`` where they are more."""
        return min(self._counted, self.most)

    @property
    def is_cut(self) -> bool:
        return self._counted > self.most

    @cached_property
    def _counted(self) -> int:
        return self.cases.order_by()[: self.most + 1].count()

    def page(self, number: str) -> Page:
        """A page of keys. A number that is none is the first page, one too high the last."""
        paginator = Paginator(self, ROWS)
        return paginator.get_page(number)

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, part: slice) -> list[int]:
        column, backwards = self.order.removeprefix("-"), self.order.startswith("-")
        if column == "due":
            return self._by_due_date(part)
        return list(
            self.cases.order_by(*turned(COLUMNS[column], backwards)).values_list("pk", flat=True)[
                part
            ]
        )

    def _by_due_date(self, part: slice) -> list[int]:
        """Those with something due, then the others, newest first: two lists end to end.

        Few cases of many years are open, so the first list is short.
        """
        keys = self.due_keys()
        shown = keys[part]
        if len(shown) < part.stop - part.start:
            others = self.cases.exclude(pk__in=keys).order_by("-received_on", "-id")
            start, stop = (max(0, end - len(keys)) for end in (part.start, part.stop))
            shown += others.values_list("pk", flat=True)[start:stop]
        return shown

    def due_keys(self) -> list[int]:
        """Those with something due, the first due first, or last where the order is turned."""
        order = turned(("first", "stage__case"), self.order.startswith("-"))
        due = to_do(self.today).filter(stage__case__in=self.cases.order_by().values("pk"))
        due = due.values("stage__case").annotate(first=Min("due_on")).order_by(*order)
        return list(due.values_list("stage__case", flat=True)[: self.most])


def turned(columns: tuple[str, ...], backwards: bool) -> list[str]:
    """``columns``, the first of them (or all that run with it) the other way round."""
    if not backwards:
        return list(columns)
    return [column[1:] if column.startswith("-") else f"-{column}" for column in columns]
