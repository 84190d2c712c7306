"""Lines that belong to no complaint: none is imported twice, however often its log is.

Such a line has no reference to be known by, so it is known by all that it says. Where a log holds
two alike and the database one, one is added.
"""

from collections import Counter

from cases.models import Compliment, Contact
from remedies.models import ActionPoint, Lesson
from reporting.models import PublishedFigure

from .faults import Findings
from .other_rows import OtherRows
from .records import Line
from .write import Table, Writer

# What a log says of a contact; the rest is the office's own work on it
OF_A_CONTACT = ["received_on", "kind", "service_area_id", "closed_on"]
ACTION = ["text", "lead", "due_on", "done_on", "evidence"]


class Caseless:
    def __init__(self, others: OtherRows, findings: Findings, writer: Writer):
        self.others, self.findings, self.writer = others, findings, writer
        self.there: dict[type, Counter] = {}
        self.columns: dict[type, list[str]] = {}
        self.usual: dict[type, dict] = {}
        self.unchanged = 0

    def write(self, line: Line) -> None:
        made = self.others.rows_of(line)
        if made is None:
            return
        model, values, action_point = made
        if model not in self.there:
            self._look_up(model)
        said = self._there_as(model, self._said(model, values, action_point))
        if self.there[model][said] > 0:
            self.there[model][said] -= 1
            self.unchanged += 1
            return
        key = self.writer.add(model, **values)
        if action_point:
            self.writer.add(ActionPoint, lesson_id=key, **action_point)

    def _look_up(self, model) -> None:
        table = Table(model)
        columns = [name for name in table.columns if name not in (table.key, "case_id")]
        if model is Contact:
            columns = OF_A_CONTACT
        self.columns[model], self.usual[model] = columns, table.usual
        rows = model.objects.all()
        if model not in (Compliment, Contact):
            rows = rows.filter(case=None)
        if model is Lesson:
            columns = columns + [f"action_points__{name}" for name in ACTION]
        self.there[model] = Counter(rows.values_list(*columns))

    def _there_as(self, model, said: tuple) -> tuple:
        """As it stands here: a contact that was open in the log may have been closed since."""
        there = self.there[model]
        if model is not Contact or there[said] > 0 or said[-1] is not None:
            return said
        closed = (one for one, number in there.items() if number and one[:-1] == said[:-1])
        return next(closed, said)

    def _said(self, model, values: dict, action_point: dict | None) -> tuple:
        usual = self.usual[model]
        said = tuple(values.get(name, usual[name]) for name in self.columns[model])
        if model is not Lesson:
            return said
        if not action_point:
            return said + (None,) * len(ACTION)
        usual = Table(ActionPoint).usual
        return said + tuple(action_point.get(name, usual[name]) for name in ACTION)


class Published:
    """Published figures: known by their year and key; another value for one is another content."""

    def __init__(self, others: OtherRows, findings: Findings, writer: Writer, update: bool):
        self.others, self.findings, self.writer = others, findings, writer
        self.update = update
        rows = PublishedFigure.objects.values_list("year", "key", "pk", "value", "note")
        self.there = {(year, key): (pk, value, note) for year, key, pk, value, note in rows}
        self.in_log: dict[tuple, int] = {}
        self.unchanged = 0
        self.changed: list[tuple[Line, dict, dict]] = []

    def write(self, line: Line) -> None:
        values = self.others.rows_of(line)[1]
        known_by = values.get("year"), values.get("key")
        if known_by in self.in_log:
            says = f"line {self.in_log[known_by]} gives this figure already: expected it once"
            self.findings.fault(line, "key", says)
            return
        self.in_log[known_by] = line.number
        if known_by not in self.there:
            self.writer.add(PublishedFigure, **values)
            return
        pk, *before = self.there[known_by]
        after = [values.get("value", ""), values.get("note", "")]
        if before == after:
            self.unchanged += 1
        elif self.update:
            self.changed.append((line, dict(zip(("value", "note"), before, strict=True)), values))
            PublishedFigure.objects.filter(pk=pk).update(value=after[0], note=after[1])
        else:
            says = f"known with the value “{before[0]}”: expected the same, or --update"
            self.findings.fault(line, "value", says)
