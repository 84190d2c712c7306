"""A report as web pages, one for each section, and as a tagged PDF, of one set of templates."""

from django.conf import settings
from django.template.loader import render_to_string

from editions.document import Chart, Document, Grid, Part, is_chart
from editions.exports import tagging
from editions.exports.tables import zipped
from editions.shown import drawn
from packs.setting import set_in_type

MANY, SHORT = 7, 10  # columns from which a table is set small, rows that stay on one page
STYLE = settings.BASE_DIR / "static" / "report_file.css"


def as_html(document: Document) -> bytes:
    """A ZIP: the cover with the contents, and a page for each section. No script, no link out."""
    parts = [plain_part(part) for part in document.parts]
    context = {"document": document, "parts": parts, "style": STYLE.read_text()}
    files = [("index.html", render_to_string("editions/file/index.html", context))]
    for place, part in enumerate(parts):
        beside = {
            "part": part,
            "before": parts[place - 1] if place else None,
            "after": parts[place + 1] if place + 1 < len(parts) else None,
        }
        page = render_to_string("editions/file/part.html", context | beside)
        files.append((f"section-{part['number']}.html", page))
    return zipped((name, page.encode()) for name, page in files)


def as_pdf(document: Document) -> bytes:
    context = {
        "document": document,
        "parts": [plain_part(part) for part in document.parts],
        "style": STYLE.read_text(),
    }
    made = set_in_type("editions/file/pdf.html", context, tagged=True, variant="pdf/ua-1")
    charts = [each.says for part in document.parts for each in part.holds if is_chart(each)]
    return tagging.put_right(made, charts)


def plain_part(part: Part) -> dict:
    """As a template draws it: no number is a link."""
    return {
        "number": part.number,
        "title": part.title,
        "is_exempt": part.is_exempt,
        "holds": [_held(each) for each in part.holds],
    }


def _held(each) -> dict:
    if isinstance(each, Chart):
        return {"kind": "chart", "svg": drawn(each), "says": each.says}
    if isinstance(each, Grid):
        return {"kind": "grid", "grid": each, "looks": _looks(each)}
    return {"kind": each.kind, "lines": each.lines}


def _looks(grid: Grid) -> str:
    """The classes of a table in the style sheet."""
    wide = "wide" if len(grid.columns) >= MANY else ""
    single = "single" if len(grid.columns) == 1 else ""
    short = "short" if len(grid.lines) <= SHORT else ""
    return " ".join(filter(None, [wide, single, short]))
