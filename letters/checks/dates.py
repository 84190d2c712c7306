"""Whether the dates of a letter agree with the record.

A date that is said of something the record knows (received, asked for, met, promised) is held
against it. Others, of visits and calls, are no business of the record: they are named for the
vetter to look up, and are no fault.
"""

import re
from collections.abc import Iterator
from datetime import date

from letters.checks.check import Check
from letters.checks.reading import Day, Reading, days_in
from letters.facts import dated
from letters.kinds import Kind
from letters.record import Record

LABEL = "The dates in it agree with the record"
PROMISES = (Kind.ACKNOWLEDGEMENT, Kind.EXTENSION, Kind.UPDATE)
RECEIVED = re.compile(
    r"\b(?:complaint|letter|e-?mail|it)\b[^.]{0,60}"
    r"\b(?:received|reached us|came in|of|dated|logged)\b"
    r"|\breceived\b[^.]{0,60}\bcomplaint\b|\byou (?:first )?complained\b|\breceived on\b|"
    r"\breached us\b|\backnowledge\b",
    re.IGNORECASE,
)
ASKED = re.compile(r"\byou asked\b|\byour request\b|\brequested\b", re.IGNORECASE)
STATEMENT = re.compile(r"\bstatement\b", re.IGNORECASE)
PANEL_MET = re.compile(r"\bpanel\b[^.]{0,40}\bmet\b|\bpanel of\b|\bmeeting of the panel\b", re.I)
REPORT = re.compile(r"\breport\b", re.IGNORECASE)
ANSWER = re.compile(r"\b(?:first|stage \d)\b[^.]{0,40}\b(?:answer|response|reply)\b", re.IGNORECASE)
BY = re.compile(
    r"\b(?:reply|answer|respon\w+|write to you|hear from us|decision)\b[^.]{0,80}\bby\b|"
    r"\bnew date\b",
    re.IGNORECASE,
)
PAST = re.compile(r"\b(?:would|said|promised|told you|cannot|could not)\b", re.IGNORECASE)


def dates(reading: Reading, record: Record) -> Iterator[Check]:
    wrong, looked, strange = [], 0, []
    for one in reading.every:
        days = days_in(one.text)
        looked += len(days)
        wrong += [f"{day.words} is no {day.weekday}." for day in days if day.weekday_is_wrong]
        wrong += [f"There is no {day.words}." for day in days if day.on is None]
        wrong += _against(one.text, days, record)
        strange += [day.words for day in days if day.on and not _known(day.on, record)]
    wrong += _not_promised(reading, record)
    if wrong:
        yield Check("dates", LABEL, False, " ".join(dict.fromkeys(wrong)))
        return
    said = f"{looked} date{'' if looked == 1 else 's'} looked at."
    if strange:
        said += f" Not of the record, for you to look up: {', '.join(dict.fromkeys(strange))}."
    yield Check("dates", LABEL, True, said)


def _known(day: date, record: Record) -> bool:
    return day in record.days or day == record.window_ends_on


def _against(text: str, days: list[Day], record: Record) -> Iterator[str]:
    """The date that stands next behind the words for something, held against the record."""
    for pattern, what, right in _events(record):
        found = pattern.search(text)
        if not found or not right:
            continue
        behind = [day for day in days if day.on and text.find(day.words) >= found.end() - 1]
        if behind and behind[0].on not in right:
            said = " or ".join(dated(day) for day in sorted(right))
            yield f"{what}: the record says {said}. “{text}”"


def _events(record: Record) -> Iterator[tuple[re.Pattern, str, set[date]]]:
    case, stages = record.letter.case, record.situation.stages

    def of(*names: str) -> set[date]:
        return {day for stage in stages for name in names if (day := getattr(stage, name))}

    yield (
        RECEIVED,
        "Received",
        {d for d in (case.received_on, case.made_on) if d} | of("requested_on"),
    )
    yield ASKED, "Asked for", of("requested_on") | {case.received_on}
    yield STATEMENT, "Statement agreed", of("statement_agreed_on", "requested_on")
    yield PANEL_MET, "The panel met", of("panel_met_on")
    yield (
        REPORT,
        "Report",
        of(
            "investigation_report_on",
            "independent_person_report_on",
            "panel_report_on",
            "panel_met_on",
        ),
    )
    yield ANSWER, "Answered", of("responded_on")


def _not_promised(reading: Reading, record: Record) -> Iterator[str]:
    """A letter on the way says by when the answer comes: the day that the clock has."""
    if record.letter.kind not in PROMISES or record.due_on is None:
        return
    promised = [
        (one.text, day)
        for one in reading.sentences
        if BY.search(one.text) and not PAST.search(one.text)
        for day in days_in(one.text)
    ]
    right = dated(record.due_on)
    if not promised and record.letter.kind != Kind.UPDATE:
        yield f"No sentence says by when the answer comes: the record says {right}."
    for text, day in promised:
        if day.on != record.due_on:
            yield f"The answer is due by {right}. “{text}”"
