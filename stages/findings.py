"""What was found at a stage, as rows: part of the action that records a report or a decision."""

from typing import NamedTuple

from cases.models import Point
from stages.models import Finding, Outcome, Recommendation, Stage


class Found(NamedTuple):
    """What was found on a point, and why."""

    finding: Outcome
    reason: str = ""


def put_findings(stage: Stage, found: dict[Point, Found], level: Finding.Level) -> None:
    """Put what was found on each point at one level."""
    for point, one in found.items():
        Finding.objects.update_or_create(
            stage=stage, point=point, level=level, defaults=one._asdict()
        )


def put_recommendations(stage: Stage, texts: list[tuple[str, Point | None]]) -> None:
    """Add recommendations after those that stand there, each with the point it is about."""
    first = stage.recommendations.count() + 1
    for number, (text, point) in enumerate(texts, start=first):
        Recommendation.objects.create(stage=stage, number=number, text=text.strip(), point=point)
