"""The one statement of a file: the cases of a filter, in the order of the list."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, QuerySet

from cases.models import Case
from complaints_site.case_columns import COLUMNS, Column, Reader, next_due
from complaints_site.case_result import COLUMNS as ORDERS
from complaints_site.case_result import turned

NAMES_INSIDE = "With names of people: keep it as you keep the case files, and delete it when done"


@dataclass(frozen=True)
class ExportedList:
    """The cases, for whom, and what the file says of itself."""

    cases: QuerySet[Case]
    order: str
    reader: Reader
    sentence: str
    at: datetime
    with_names: bool
    purpose: str

    @property
    def columns(self) -> list[Column]:
        return [column for column in COLUMNS if self.with_names or not column.personal]

    @property
    def rows(self) -> QuerySet:
        """Tuples of the columns."""
        named = {f"column_{column.key}": column.of(self.reader) for column in self.columns}
        return self._in_order().annotate(**named).values_list(*named)

    def _in_order(self) -> QuerySet:
        key, backwards = self.order.removeprefix("-"), self.order.startswith("-")
        if key == "due":
            due = F("due_first").desc(nulls_last=True) if backwards else F("due_first").asc()
            cases = self.cases.annotate(due_first=next_due(self.reader))
            return cases.order_by(due, "-received_on", "-id")
        return self.cases.order_by(*turned(ORDERS[key], backwards))

    @property
    def about(self) -> list[tuple[str, str]]:
        """What stands over the list, in pairs."""
        said = [
            ("Cases", self.sentence),
            ("Exported by", self.reader.user.full_name),
            ("On", f"{self.at:%-d %B %Y, %H:%M}"),
        ]
        said += [("For", self.purpose)] if self.purpose else []
        return said + ([("Personal", NAMES_INSIDE)] if self.with_names else [])

    def file_name(self, ending: str) -> str:
        names = "-with-names" if self.with_names else ""
        return f"cases-{self.at:%Y-%m-%d-%H%M}{names}.{ending}"
