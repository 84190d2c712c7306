"""A printed text held against the records, as CSV: one line a number or finding."""

import csv
from collections.abc import Iterable
from io import StringIO

from editions.printed.held import HeldNumber, Whole
from reporting.spreadsheet import harmless

UTF_8 = "\ufeff"
HEADINGS = ("What", "Printed", "Where", "Section", "Figure", "Records", "Does not go with", "Why")


def as_csv(whole: Whole) -> str:
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for line in (*map(_number, whole.numbers), *_findings(whole)):
        writer.writerow([harmless(cell) for cell in line])
    return UTF_8 + file.getvalue()


def _number(one: HeldNumber) -> tuple:
    known = one.known
    said = "; ".join(f"{each.says} {each.there}".strip() for each in one.findings)
    figure, value = (known.label, known.text) if known else (one.beside, "")
    return one.status, one.words, one.around, one.section, figure, value, said, one.dismissed or ""


def _findings(whole: Whole) -> Iterable[tuple]:
    for each in whole.findings:
        yield "words", "", each.here, "", "", "", f"{each.says} {each.there}".strip(), ""
