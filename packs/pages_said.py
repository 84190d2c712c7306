"""Pages as people write them: 2, 4-6."""

from collections.abc import Iterable


def pages_said(text: str, most: int) -> list[int]:
    """
    >>> pages_said("4-6, 2 2", 9), pages_said("", 9)
    ([2, 4, 5, 6], [])
    >>> pages_said("10", 9)
    Traceback (most recent call last):
    ValueError: There is no such page.
    """
    pages: set[int] = set()
    for piece in text.replace(",", " ").replace("–", "-").split():
        first, _, last = piece.partition("-")
        start, end = int(first), int(last or first)
        if not 1 <= start <= end <= most:
            raise ValueError("There is no such page.")
        pages |= set(range(start, end + 1))
    return sorted(pages)


def said(pages: Iterable[int]) -> str:
    """
    >>> said([2, 4, 5, 6])
    '2, 4-6'
    """
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in runs)
