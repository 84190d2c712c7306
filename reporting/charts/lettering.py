"""How wide words are, near enough to break a line: the same on every machine."""

from functools import cache

NARROW, WIDE = frozenset("iIjl.,:;'’|!()[]/ "), frozenset("mwMW%@&")


def width(text: str, size: float) -> float:
    return sum(map(_of, text)) * size


@cache
def _of(letter: str) -> float:
    if letter in NARROW:
        return 0.29
    if letter in WIDE:
        return 0.87
    return 0.68 if letter.isupper() else 0.55


def wrapped(text: str, size: float, room: float) -> list[str]:
    """
    >>> wrapped("Children Looked After and Leaving Care", 15, 160)
    ['Children Looked', 'After and Leaving', 'Care']
    """
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
