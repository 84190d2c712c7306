"""The versions of a statement of complaint side by side, with what changed from one to the next."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from stages.models import Statement, StatementPoint


@dataclass(frozen=True)
class Piece:
    """Words that stayed (""), were added ("ins") or taken out ("del")."""

    kind: str
    words: str


@dataclass(frozen=True)
class Cell:
    """A point in one version, against the version before."""

    text: list[Piece]
    wanted: list[Piece]
    source: str = ""


def difference(before: str, after: str) -> list[Piece]:
    """
    >>> [(piece.kind, piece.words) for piece in difference("Visits were late", "Visits were short")]
    [('', 'Visits were'), ('del', 'late'), ('ins', 'short')]
    """
    old, new = before.split(), after.split()
    pieces = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("", " ".join(new[c:d])))
            continue
        pieces += [Piece("del", " ".join(old[a:b]))] if b > a else []
        pieces += [Piece("ins", " ".join(new[c:d]))] if d > c else []
    return pieces


def rows_of(versions: list[Statement]) -> list[tuple[int, list[Cell | None]]]:
    """Each point by its number, with a cell a version; None where it neither is nor was there."""
    by_number = [{point.number: point for point in version.points.all()} for version in versions]
    numbers = sorted({number for points in by_number for number in points})
    return [(number, list(_cells(number, by_number))) for number in numbers]


def _cells(number: int, versions: list[dict[int, StatementPoint]]) -> Iterable[Cell | None]:
    before: StatementPoint | None = None
    for place, points in enumerate(versions):
        point = points.get(number)
        yield _cell(point, before, first=place == 0)
        before = point


def _cell(point: StatementPoint | None, before: StatementPoint | None, *, first: bool):
    if point is None and before is None:
        return None
    if first:
        return Cell(_whole(point.text), _whole(point.desired_outcome), _source(point))
    return Cell(
        difference(before.text if before else "", point.text if point else ""),
        difference(
            before.desired_outcome if before else "", point.desired_outcome if point else ""
        ),
        _source(point) if point else "Taken out",
    )


def _whole(words: str) -> list[Piece]:
    return [Piece("", words)] if words else []


def _source(point: StatementPoint) -> str:
    earlier = point.from_point
    return f"Stage {earlier.stage_number}, point {earlier.number}" if earlier else "New"
