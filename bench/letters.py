"""A letter of four pages to PDF and to Word, once warm, and the checks on it.

Beside the milliseconds stands the ratio to the same words given bare to WeasyPrint and python-docx,
which says the same on a slower machine.
"""

from collections.abc import Callable
from io import BytesIO
from statistics import median
from time import perf_counter

from django.db import transaction
from django.template.loader import render_to_string
from docx import Document
from weasyprint import HTML

from bench import databases
from bench.result import SIZES, Measured
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
FOUR_PAGES = 13  # points, each with its finding and a paragraph of reasons
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


def measure(keep: bool) -> list[Measured]:
    sheet = Sheet("Stage 1 response", letter_text(), ["Marlow Penfield", "14 Orchard Lane"])
    html = render_to_string("letters/pdf.html", {"sheet": sheet})
    pdf, bare = in_turns(lambda: as_pdf(sheet), lambda: HTML(string=html).write_pdf(pdf_tags=True))
    word, plain = in_turns(lambda: as_word(sheet), lambda: plainly(sheet))
    with databases.connected_to(databases.complaints(SIZES[0], keep=keep)):
        checks = seconds_of_checks()
    return [
        Measured(
            "a letter of four pages to PDF",
            None,
            pdf * 1000,
            PDF_LIMIT,
            unit=" ms",
            seconds=f"{pdf / bare:.2f} × WeasyPrint alone",
        ),
        Measured(
            "the same to Word",
            None,
            word * 1000,
            WORD_LIMIT,
            unit=" ms",
            seconds=f"{word / plain:.2f} × python-docx alone",
        ),
        Measured(
            "the checks on it, with what they read",
            checks * 1000,
            None,
            CHECKS_LIMIT,
            unit=" ms",
        ),
    ]


def letter_text() -> str:
    points = [
        f"## Point {n}: The visits were put off\n\nOur finding: **Upheld**. {REASONS}"
        for n in range(1, FOUR_PAGES + 1)
    ]
    return "\n\n".join(["{letter_date}", "Dear Marlow Penfield", *points, END])


def in_turns(ours: Callable, bare: Callable) -> tuple[float, float]:
    ours(), bare()  # warm
    taken = [(timed(ours), timed(bare)) for _ in range(TIMES)]
    return median(one for one, _ in taken), median(one for _, one in taken)


def timed(do: Callable) -> float:
    began = perf_counter()
    do()
    return perf_counter() - began


def plainly(sheet: Sheet) -> bytes:
    document = Document()
    for block in sheet.blocks:
        document.add_paragraph("".join(run.text for line in block.lines for run in line))
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


@transaction.atomic
def seconds_of_checks() -> float:
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
    taken = [timed(lambda: checks_of(text, Record(letter, Situation(case)))) for _ in range(TIMES)]
    transaction.set_rollback(True)
    return median(taken)
