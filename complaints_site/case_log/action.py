"""Importing a case log as one action: all of it, or nothing."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pghistory
import psycopg
from django.db import Error, connection, transaction

from accounts.models import Event, User
from accounts.trail import action
from cases.models import Case
from stages.calendars import NoCalendar
from stages.models import Procedure, Stage, Task
from stages.taken_over import owe_from
from stages.working_days import BeyondHorizon

from .case_rows import CaseRows
from .caseless import Caseless, Published
from .changes import Changes
from .counter import keep_counter_ahead
from .database import refusal
from .faults import Findings, Remark
from .lists import Lists
from .people import People
from .records import Log, Record, read_log
from .write import Writer

REPORT_EVERY = 500


@dataclass(slots=True)
class Result:
    """What an import did, or would do, or why it did nothing."""

    faults: list[Remark] = field(default_factory=list)
    notices: list[Remark] = field(default_factory=list)
    created: list[str] = field(default_factory=list)
    written: Counter = field(default_factory=Counter)
    changed: list = field(default_factory=list)
    cases: int = 0
    unchanged_cases: int = 0
    unchanged_others: int = 0

    @property
    def changes_nothing(self) -> bool:
        return not (self.written or self.changed or self.created)


@action
def import_log(
    path: Path,
    *,
    on: date,
    by: User | None,
    create_missing: bool = False,
    update: bool = False,
    dry_run: bool = False,
    progress: Callable[[str, int], None] = lambda sheet, line: None,
) -> Result:
    """Import the case log at ``path``; with a fault, or for a dry run, everything is undone.

    ``on`` is the day from which complainants of open cases are owed an update from here.
    """
    findings = Findings()
    result = Result(findings.faults, findings.notices)
    log = read_log(path, findings, progress)
    try:
        Import(log, path.name, findings, result, on, by, create_missing, update, progress).run()
    except (NoCalendar, BeyondHorizon) as error:
        findings.of_sheet("", str(error))
    except (Error, psycopg.Error) as error:
        findings.faults.append(refusal(error))
    if findings.faults or dry_run or result.changes_nothing:
        transaction.set_rollback(True)
    return result


class Import:
    """One import, step by step, inside the action's transaction."""

    def __init__(
        self, log: Log, name, findings: Findings, result: Result, on, by, create, update, progress
    ):
        self.log, self.name, self.on, self.by = log, name, on, by
        self.findings, self.result = findings, result
        self.update, self.progress = update, progress
        self.writer = Writer()
        self.new: list[str] = []
        self.known_otherwise: list[tuple[Case, Record]] = []
        self.lists = Lists(findings, by, create)
        people = (line for record in log.records.values() for line in record.lines("people"))
        self.people = People(people, self.writer)
        self.cases = CaseRows(self.lists, self.people, findings, self.writer, self._event_of_case())

    def run(self) -> None:
        if self.log.records and not Procedure.objects.exists():
            says = "No procedures are loaded. An administrator loads them with: "
            self.findings.of_sheet("", f"{says}manage.py load_procedures")
            return
        self.lists.look_at(
            [record.line for record in self.log.records.values()],
            [line for lines in self.log.caseless.values() for line in lines],
        )
        known = self._known()
        for number, record in enumerate(self.log.records.values(), start=1):
            if number % REPORT_EVERY == 0:
                self.progress("complaints", number)
            if self.findings.faults:
                self.writer.stop()
            self._take(record, known.get(record.reference))
        self._change_known()
        self._take_caseless()
        if self.findings.faults:
            return
        self._finish()

    def _known(self) -> dict[str, Case]:
        found = Case.objects.filter(reference__in=list(self.log.records))
        return {case.reference: case for case in found}

    def _take(self, record: Record, known: Case | None) -> None:
        if known is None:
            self.cases.write(record)
            self.new.append(record.reference)
            self.result.cases += 1
        elif known.content_hash == record.content_hash():
            self.result.unchanged_cases += 1
        else:
            self.known_otherwise.append((known, record))

    def _change_known(self) -> None:
        """Change what is known with other content, or refuse it where that was not asked for.

        What differs is found by changing it in any case: with a fault all is undone.
        """
        for case, record in self.known_otherwise:
            before = len(self.findings.faults)
            changes = Changes(case, record, self.log, self.cases)
            if len(self.findings.faults) > before:
                continue  # it cannot even be held against what is known
            try:
                with transaction.atomic():
                    made = changes.make()
            except Error as error:
                says = f"it does not go together with what is known here: {refusal(error).says}"
                self.findings.fault(record.line, "reference", says)
                continue
            if made and not self.update:
                first = "; ".join(f"{change.what}" for change in made[:3])
                more = f" and {len(made) - 3} more" if len(made) > 3 else ""
                says = f"known already with other content ({first}{more}): --update changes it"
                self.findings.fault(record.line, "reference", says)
            elif made:
                changes.finish(self.by, self.name)
                self.result.changed += made
            else:
                self.result.unchanged_cases += 1

    def _take_caseless(self) -> None:
        caseless = Caseless(self.cases.others, self.findings, self.writer)
        published = Published(self.cases.others, self.findings, self.writer, self.update)
        for sheet, lines in self.log.caseless.items():
            taker = published if sheet == "published" else caseless
            for line in lines:
                taker.write(line)
        self.result.unchanged_others = caseless.unchanged + published.unchanged
        self.result.changed += published.changed

    def _finish(self) -> None:
        self.writer.flush()
        self.result.written = Counter(
            {str(model._meta.verbose_name_plural): n for model, n in self.writer.counts.items()}
        )
        self._owe()
        self.result.created = self.lists.created
        keep_counter_ahead(self.log.records)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        if not self.result.changes_nothing:
            self._record()

    def _owe(self) -> None:
        """Of the cases that are new here."""
        new = Stage.objects.filter(case__reference__in=self.new)
        if number := owe_from(new, on=self.on):
            self.result.written[str(Task._meta.verbose_name_plural)] += number

    def _event_of_case(self) -> dict:
        with pghistory.context() as context:
            return {
                "sentence": f"imported the case from the log {self.name}"[:500],
                "about_model": Case._meta.label_lower,
                "by_id": self.by.pk if self.by else None,
                "context_id": context.id,
            }

    def _record(self) -> None:
        """Write the sentence about the whole. It is about no row, so not by ``record``."""
        with pghistory.context() as context:
            Event.objects.create(
                sentence=f"imported {self.result.cases:,} complaints from {self.name}"[:500],
                about_model="complaints_site.case_log",
                about_id=0,
                by=self.by,
                context_id=context.id,
            )
