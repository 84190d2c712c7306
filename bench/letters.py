"""A letter of four pages to PDF and to Word, once warm, and the checks on it.

Beside the milliseconds that passed stand those of the processor, and the ratio to the same words
given bare to WeasyPrint and python-docx, which says the same on a slower or a busy machine.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from time import perf_counter, process_time

import pypdfium2
from django.db import transaction
from django.template.loader import render_to_string
from docx import Document
from weasyprint import HTML

from bench import databases
from bench.result import Measured
from cases.models import Case
from letters.blocks import Sheet
from letters.checks import checks_of
from letters.models import Letter, LetterFinding
from letters.printing import as_pdf
from letters.record import Record
from letters.word import as_word
from stages.models import Outcome
from stages.situation import Situation

PDF_LIMIT, WORD_LIMIT, CHECKS_LIMIT = 500, 200, 200  # milliseconds
TIMES = 15
PAGES = 4
POINTS = 11  # each with its finding and a paragraph of reasons: so many are four pages
COMPLAINTS = 2_000  # beside the one that the letter is held against
REASONS = (
    "We read the record of the calls from March to October and spoke to the manager and to the two "
    "workers who took them. The call of 14 October 2026 was put off, as the worker was ill, and "
    "nobody rang to say so. We are sorry that you waited the whole afternoon. It should have been "
    "passed to the duty team by ten in the morning, which is what our own rules say."
)
END = """## If you are not satisfied

You can ask us for Stage 2: investigation. Write to the complaints manager at Example Borough
Council, or call us, by {last_day}.

## The Ombudsman

You may also turn to the Ombudsman: Local Government and Social Care Ombudsman, PO Box 4771,
Coventry CV4 0EH, telephone 0300 061 0614, www.lgo.org.uk.

Yours sincerely

Example Borough Council"""


@dataclass(frozen=True)
class Taken:
    """Milliseconds, each the median of its rounds."""

    passed: float
    processor: float

    def to(self, bare: "Taken", name: str) -> str:
        ratio = self.processor / bare.processor
        return f"{self.processor:.0f} ms of the processor, {ratio:.2f} × {name} alone"


def measure(keep: bool) -> list[Measured]:
    sheet = Sheet("Stage 1 response", letter_text(), ["Marlow Penfield", "14 Orchard Lane"])
    pages = len(pypdfium2.PdfDocument(as_pdf(sheet)))
    if pages != PAGES:
        raise RuntimeError(f"The letter has {pages} pages, not {PAGES}.")
    html = render_to_string("letters/pdf.html", {"sheet": sheet})
    pdf, bare = in_turns(lambda: as_pdf(sheet), lambda: HTML(string=html).write_pdf(pdf_tags=True))
    word, plain = in_turns(lambda: as_word(sheet), lambda: plainly(sheet))
    with databases.connected_to(databases.complaints(COMPLAINTS, keep=keep)):
        checks = checks_taken()
    return [
        line("a letter of four pages to PDF", pdf, PDF_LIMIT, pdf.to(bare, "WeasyPrint")),
        line("the same to Word", word, WORD_LIMIT, word.to(plain, "python-docx")),
        line(
            "the checks on it, with what they read",
            checks,
            CHECKS_LIMIT,
            f"{checks.processor:.0f} ms of the processor, without the database's",
        ),
    ]


def line(what: str, taken: Taken, limit: int, beside: str) -> Measured:
    return Measured(what, None, taken.passed, limit, unit=" ms", seconds=beside)


def letter_text() -> str:
    points = [
        f"## Point {n}: The visits were put off\n\nOur finding: **Upheld**. {REASONS}"
        for n in range(1, POINTS + 1)
    ]
    return "\n\n".join(["{letter_date}", "Dear Marlow Penfield", *points, END])


def in_turns(ours: Callable, bare: Callable) -> tuple[Taken, Taken]:
    ours(), bare()  # warm
    rounds = [(timed(ours), timed(bare)) for _ in range(TIMES)]
    return median_of(one for one, _ in rounds), median_of(one for _, one in rounds)


def timed(do: Callable) -> Taken:
    began, worked = perf_counter(), process_time()
    do()
    return Taken((perf_counter() - began) * 1000, (process_time() - worked) * 1000)


def median_of(rounds: Iterable[Taken]) -> Taken:
    rounds = list(rounds)
    return Taken(median(r.passed for r in rounds), median(r.processor for r in rounds))


def plainly(sheet: Sheet) -> bytes:
    document = Document()
    for block in sheet.blocks:
        document.add_paragraph("".join(run.text for line in block.lines for run in line))
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


@transaction.atomic
def checks_taken() -> Taken:
    """On a case of the database that has points, from the queries to the last line."""
    stages = Case.objects.filter(points__isnull=False, people__role="complainant").order_by("pk")
    case = stages.select_related("route__procedure").filter(stages__number=1).first()
    stage = case.stages.get(number=1)
    author = stage.case.assignments.exclude(user=None).first().user
    letter = Letter.objects.create(
        case=case, stage=stage, kind="stage_1", author=author, addressee=case.letters_go_to()
    )
    for point in case.points.all():
        LetterFinding.objects.create(letter=letter, point=point, finding=Outcome.UPHELD)
    text = letter_text()
    rounds = [timed(lambda: checks_of(text, Record(letter, Situation(case)))) for _ in range(TIMES)]
    transaction.set_rollback(True)
    return median_of(rounds)
