"""Whether an adjudication goes with both reports: by what the two documents are."""

from collections.abc import Iterator

from letters.checks.check import Check
from letters.checks.reading import Reading
from letters.enclosed_reports import reports_lacking
from letters.kinds import Kind
from letters.record import Record

LABEL = "Both reports go with it"


def reports(reading: Reading, record: Record) -> Iterator[Check]:
    if record.letter.kind != Kind.ADJUDICATION or not record.has_independent_person:
        return
    lacking = reports_lacking(record.enclosed)
    said = " ".join(f"The {one[0].lower()}{one[1:]} is not enclosed." for one in lacking)
    names = ", ".join(f"“{one}”" for one in record.enclosed)
    yield Check("reports", LABEL, not lacking, said or f"Enclosed: {names}.")
