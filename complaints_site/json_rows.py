"""Rows that came with another row's query, as JSON."""

from datetime import date


def dated(row: dict) -> dict:
    """JSON has no dates: turn the columns ``…_on`` (and ``…_until``) back into them.

    >>> dated({"told_on": "2006-09-04", "reason": "x", "to_on": None})
    {'told_on': datetime.date(2006, 9, 4), 'reason': 'x', 'to_on': None}
    """
    return {
        name: date.fromisoformat(value) if name.endswith(("_on", "_until")) and value else value
        for name, value in row.items()
    }
