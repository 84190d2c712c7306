"""What follows for each number from one relation at a time: cheap, and often enough."""

from disclosure.blocks import Block, Row
from disclosure.possible import Possible

ROUNDS = 30  # more of them would narrow little; what is left is the programme's


def narrowed(block: Block) -> list[Possible]:
    """The values left to each column. Never leaves out one that a solution has."""
    possible = list(block.possible)
    for _ in range(ROUNDS):
        before = list(possible)
        for row in block.rows:
            _narrow(row, possible)
        if possible == before:
            break
    return possible


def _narrow(row: Row, possible: list[Possible]) -> None:
    ends = {column: _ends(times, possible[column]) for column, times in row.terms}
    least, most = _sum(end for end, _ in ends.values()), _sum(end for _, end in ends.values())
    for column, times in row.terms:
        others_least = _without(least, ends, column, 0)
        others_most = _without(most, ends, column, 1)
        low = None if row.low is None or others_most is None else row.low - others_most
        high = None if row.high is None or others_least is None else row.high - others_least
        if times < 0:
            low, high = (None if end is None else -end for end in (high, low))
        possible[column] &= _whole(low, high, abs(times))


def _ends(times: int, held: Possible) -> tuple[int | None, int | None]:
    least = times * held.least
    most = None if held.high is None else times * held.high
    return (least, most) if times > 0 else (most, least)


def _sum(ends) -> tuple[int, int]:
    """The sum of the ends that are finite, and how many are not."""
    ends = list(ends)
    return sum(end for end in ends if end is not None), sum(end is None for end in ends)


def _without(total: tuple[int, int], ends: dict, column: int, side: int) -> int | None:
    finite, infinite = total
    own = ends[column][side]
    if own is None:
        return finite if infinite == 1 else None
    return None if infinite else finite - own


def _whole(low: int | None, high: int | None, times: int) -> Possible:
    """``times`` × a number from ``low`` to ``high``, rounded inwards.

    >>> _whole(3, 11, 2)
    Possible(low=2, high=5, or_zero=False)
    """
    return Possible(
        0 if low is None else max(0, -(-low // times)), None if high is None else high // times
    )
