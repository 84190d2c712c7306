"""The lines of the list as a vetter reads them: what is open first, each with its paragraph."""

import re
from dataclasses import dataclass

from letters.checks.check import Check
from letters.fields import WHEN_SENT
from letters.notation import paragraphs_of

QUOTED = re.compile(r"“(.+?)”")


@dataclass(frozen=True)
class Line:
    check: Check
    says: str
    paragraph: int | None = None


def lines_of(checks: list[Check], text: str) -> list[Line]:
    paragraphs = [plain(one) for one in paragraphs_of(text)]
    lines = []
    for check in checks:
        says = plain(check.says)
        lines.append(Line(check, says, _paragraph(says, paragraphs)))
    return sorted(lines, key=lambda line: line.check.good)


def plain(text: str) -> str:
    """
    >>> plain("Our finding: **Upheld**. By {last_day}.")
    'Our finding: Upheld. By [last day to ask for the next stage].'
    """
    for name, words in WHEN_SENT.items():
        text = text.replace(f"{{{name}}}", f"[{words}]")
    return " ".join(text.replace("**", "").replace("## ", "").split())


def _paragraph(says: str, paragraphs: list[str]) -> int | None:
    """The first that holds what is quoted first."""
    said = QUOTED.search(says)
    if said is None:
        return None
    return next((n for n, one in enumerate(paragraphs, 1) if said[1] in one), None)
