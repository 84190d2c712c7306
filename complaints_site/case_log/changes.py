"""A complaint that is known and stands in a log with other content: what differs, and changing it.

The log's rows are made as for a new complaint, in a draft, and held against the rows that are
there. Nothing is ever removed but the natures of ``issues``: a row that the log does not know may
have been added here.
"""

from collections import ChainMap, defaultdict
from dataclasses import dataclass

from accounts.models import User
from accounts.trail import record as record_event
from cases.models import Case, CasePerson, Person
from stages.deadlines import count_clocks
from stages.models import Deadline, Route, Stage

from .case_rows import CaseRows, Issue
from .faults import shown
from .kept import (
    AFTER_THE_STAGES,
    CASE_FIELDS,
    PART_FIELDS,
    PERSON_FIELDS,
    STAGES,
    Kept,
    columns_of,
    pair,
)
from .people import People, keys_of
from .records import Log, Record
from .stage_clocks import is_live
from .values import folded
from .write import usual_value


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a known complaint before and after; or a whole row that is added."""

    reference: str
    what: str
    before: object = None
    after: object = None

    def __str__(self) -> str:
        """
        >>> print(Change("2026-00007", "stage, outcome", "upheld", "not_upheld"))
        2026-00007, stage, outcome: “upheld” → “not_upheld”
        """
        if self.before is None and self.after is None:
            return f"{self.reference}, {self.what}: added"
        before, after = (
            f"“{shown(x)}”" if x not in (None, "") else "nothing" for x in (self.before, self.after)
        )
        return f"{self.reference}, {self.what}: {before} → {after}"


class Draft:
    """Takes the rows of one complaint instead of the database; their keys are below nought."""

    def __init__(self):
        self.rows: dict[type, list[dict]] = defaultdict(list)
        self.last = 0

    def add(self, model, **values) -> int:
        self.last -= 1
        self.rows[model].append({"id": self.last, **values})
        return self.last


class Changes:
    """Finds and makes the changes of one known complaint."""

    def __init__(self, case: Case, record: Record, log: Log, rows: CaseRows):
        self.case, self.record, self.log = case, record, log
        self.changes: list[Change] = []
        self.draft = Draft()
        self.people = People([], self.draft)
        self.people.known = ChainMap({}, rows.people.known)
        draft_rows = CaseRows(rows.lists, self.people, rows.findings, self.draft, rows.event)
        draft_rows.rules, draft_rows.calendars = rows.rules, rows.calendars
        draft_rows.write(record)
        self.known_people = rows.people.known
        self.real: dict[int, int] = {}

    def make(self) -> list[Change]:
        """Change the rows. In a transaction that is undone, this only tells what would change."""
        for values in self.draft.rows[Case]:
            self.real[values["id"]] = self.case.pk
            there = Case.objects.filter(pk=self.case.pk).values().get()
            self._change(Case, there, _only(values, CASE_FIELDS), CASE_FIELDS, "case_log")
        self._change_route()
        self._take(STAGES)
        self._change_people()
        self._change_issues()
        for kept in AFTER_THE_STAGES:
            self._take(kept)
        return self.changes

    def finish(self, by: User | None, name: str) -> None:
        """Count the clocks anew and remember what the log said."""
        self._count_clocks()
        Case.objects.filter(pk=self.case.pk).update(content_hash=self.record.content_hash())
        if self.changes:
            fields = ", ".join(dict.fromkeys(change.what for change in self.changes))
            sentence = f"changed the case by the log {name}: {fields}"
            record_event(shown_short(sentence), self.case, by=by)

    def _take(self, kept: Kept) -> None:
        told = [self._with_real_keys(row) for row in self.draft.rows[kept.model]]
        told.sort(key=lambda row: row.get("is_primary", False))  # never two primary points
        there = kept.model.objects.filter(**{kept.case: self.case.pk}, **kept.like)
        for row, values in pair(kept, list(there.order_by("-pk").values()), told):
            if row:
                self.real[values["id"]] = row["id"]
                self._change(kept.model, row, values, columns_of(kept, values), kept.sheet)
            else:
                self._add(kept.model, values)

    def _with_real_keys(self, row: dict) -> dict:
        return {
            name: self.real.get(value, value) if name.endswith("_id") else value
            for name, value in row.items()
        }

    def _add(self, model, values: dict) -> None:
        made = model.objects.create(**{k: v for k, v in values.items() if k != "id"})
        self.real[values["id"]] = made.pk
        self.changes.append(Change(self.case.reference, f"{model._meta.verbose_name} “{made}”"))

    def _change(self, model, there: dict, values: dict, columns: dict, sheet: str) -> None:
        """Change the fields of a row in which the log differs.

        A field that comes from a column is compared where the log has that column, also with an
        empty cell; any other where the log gives it a value.
        """
        after = {name: value for name, value in values.items() if value and name not in columns}
        for name, column in columns.items():
            value = values.get(name, ...)
            if column in self.log.columns.get(sheet, ()):
                usual = usual_value(model._meta.get_field(name))
                after[name] = usual if value is ... else value
            elif value and value is not ... and model is Stage:
                after[name] = value  # from stage_dates, or derived from the points
        del after["id"]
        differ = {name: value for name, value in after.items() if there[name] != value}
        if differ:
            model.objects.filter(pk=there["id"]).update(**differ)
            place = _place(model, there)
            for name, value in differ.items():
                self.changes.append(self._told(model, place, name, there[name], value))

    def _told(self, model, place: str, name: str, before, after) -> Change:
        field = model._meta.get_field(name)
        if field.remote_field:
            related = field.remote_field.model
            names = {row.pk: str(row) for row in related.objects.filter(pk__in={before, after})}
            before, after = names.get(before), names.get(after)
        elif field.choices:
            labels = dict(field.flatchoices)
            before, after = labels.get(before, before), labels.get(after, after)
        what = f"{place}{field.verbose_name}"
        before = "" if before is None else before
        return Change(self.case.reference, what, before, after)

    def _change_route(self) -> None:
        """A route chosen here stands, unless the log names the procedure itself."""
        there = Route.objects.filter(case=self.case).values().first()
        for values in self.draft.rows[Route]:
            values = self._with_real_keys(values)
            if there is None:
                self._add(Route, values)
            elif "procedure" in self.record.line.values or there["provisional"]:
                told = {name: values[name] for name in ("id", "procedure_id")}
                self._change(Route, there, told, {}, "case_log")

    def _change_people(self) -> None:
        """A part is known by its role and the person's name, also where the details differ."""
        new = {row["id"]: row for row in self.draft.rows[Person]}
        parts = CasePerson.objects.filter(case=self.case)
        there = {
            (part["role"], folded(part["person__name"])): part
            for part in parts.values("id", "role", "person_id", "person__name", *PART_FIELDS)
        }
        names = dict(
            Person.objects.filter(
                pk__in=[row["person_id"] for row in self.draft.rows[CasePerson]]
            ).values_list("pk", "name")
        )
        for part in self.draft.rows[CasePerson]:
            details = new.get(part["person_id"])
            name = details["name"] if details else names[part["person_id"]]
            known = there.get((part["role"], folded(name)))
            if details and details["id"] not in self.real:
                self._take_person(details, known)
            if known:
                self._change(CasePerson, known, _only(part, PART_FIELDS), PART_FIELDS, "people")
            else:
                self._add(CasePerson, self._with_real_keys(part))

    def _take_person(self, details: dict, known: dict | None) -> None:
        if known:
            there = Person.objects.filter(pk=known["person_id"]).values().get()
            self.real[details["id"]] = known["person_id"]
            self._change(Person, there, _only(details, PERSON_FIELDS), PERSON_FIELDS, "people")
            return
        self._add(Person, details)
        for key in keys_of(details):
            self.known_people[key] = self.real[details["id"]]

    def _change_issues(self) -> None:
        if "issues" not in self.log.columns["case_log"]:
            return
        before = set(self.case.issues.values_list("pk", flat=True))
        after = {row["category_id"] for row in self.draft.rows[Issue]}
        if before != after:
            names = ["; ".join(sorted(map(str, self.case.issues.all())))]
            self.case.issues.set(after)
            names.append("; ".join(sorted(map(str, self.case.issues.all()))))
            self.changes.append(Change(self.case.reference, "every nature raised", *names))

    def _count_clocks(self) -> None:
        case = Case.objects.get(pk=self.case.pk)
        told_on = {
            (self.real[row["stage_id"]], row["limit_id"]): row["told_on"]
            for row in self.draft.rows[Deadline]
        }
        for stage in Stage.objects.filter(case=case).select_related("definition__procedure"):
            Deadline.objects.filter(stage=stage).exclude(
                limit__stage=stage.definition_id
            ).delete()  # of another version of the procedure
            count_clocks(stage)
            self._add_uncounted(stage)
            for deadline in stage.deadlines.select_related("limit"):
                told = told_on.get((stage.pk, deadline.limit_id)) or deadline.told_on
                answered = stage.responded_on is not None
                live = case.is_open and is_live(deadline.limit.kind, answered, stage.escalated_on)
                if (told, live) != (deadline.told_on, deadline.live):
                    Deadline.objects.filter(pk=deadline.pk).update(told_on=told, live=live)

    def _add_uncounted(self, stage: Stage) -> None:
        """Add the clocks that only the log's words start: see ``stage_clocks``, started only."""
        there = set(stage.deadlines.values_list("limit_id", flat=True))
        for row in self.draft.rows[Deadline]:
            values = self._with_real_keys(row)
            if values["stage_id"] == stage.pk and values["limit_id"] not in there:
                Deadline.objects.create(**{k: v for k, v in values.items() if k != "id"})


def _only(row: dict, fields: dict) -> dict:
    return {name: value for name, value in row.items() if name in fields or name == "id"}


def _place(model, row: dict) -> str:
    if model is Case:
        return ""
    number = f" {row['number']}" if "number" in row else ""
    return f"{model._meta.verbose_name}{number}, "


def shown_short(sentence: str) -> str:
    return sentence if len(sentence) <= 500 else f"{sentence[:499]}…"
