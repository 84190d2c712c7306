"""The findings of a letter, corrected while it is written or vetted: part of those actions."""

from letters.models import Letter
from stages.models import Outcome


def put_findings(letter: Letter, findings: dict[int, str]) -> list[str]:
    """Change those that differ; ``findings`` by the number of the point. What changed, in words."""
    said = []
    for one in letter.findings.select_related("point"):
        new = findings.get(one.point.number)
        if new and new != one.finding:
            old, one.finding = one.get_finding_display(), new
            one.save(update_fields=["finding"])
            said.append(
                f"Finding: “Point {one.point.number}: {old.casefold()}” is now "
                f"“Point {one.point.number}: {Outcome(new).label.casefold()}”."
            )
    return said
