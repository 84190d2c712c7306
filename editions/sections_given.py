"""The sections with which a report begins, from ``fixtures/editions/sections.toml``."""

import tomllib
from functools import cache

from django.conf import settings

from editions.known import KnownFigures, NoSuchFigure
from editions.names import block_of, names_in
from letters.notation import paragraphs_of

FILE = settings.BASE_DIR / "fixtures" / "editions" / "sections.toml"


@cache
def _told() -> list[tuple[str, str]]:
    with FILE.open("rb") as file:
        sections = tomllib.load(file)["sections"]
    return [(section["title"], section["text"].strip()) for section in sections]


def sections_given(figures: KnownFigures) -> list[tuple[str, str]]:
    """Titles and texts. A paragraph whose figures this period does not have is left out."""
    return [
        (title, "\n\n".join(one for one in paragraphs_of(text) if _can_be_said(one, figures)))
        for title, text in _told()
    ]


def _can_be_said(paragraph: str, figures: KnownFigures) -> bool:
    block = block_of(paragraph)
    if block:
        kind, name = block
        tables = figures.report.tables
        sections = {figure.section for figure in figures.report.figures.values()}
        return {"table": name in tables, "chart": name in tables, "figures": name in sections}.get(
            kind, True
        )
    try:
        for name in names_in(paragraph):
            figures.find(name)
    except NoSuchFigure:
        return False
    return True
