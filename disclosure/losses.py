"""What readers lose with each number that is hidden to protect another.

A cell before a margin, a margin before a grand total or a figure by itself; among cells a small
count before a large one, and an empty one last, since "none" is what readers look for.
"""

from disclosure.rates import Rate
from disclosure.release import MARGIN, Release
from disclosure.variables import Variable

BY_PLACE = 1, 15, 60
OF_A_RATE = 4
OF_NONE = 14


def loss(release: Release, item: Variable | Rate) -> int:
    """
    >>> release, team = Release(), Variable("team")
    >>> loss(release, release.figure(team, 40, loss=0)), loss(release, release.figure(team, 40))
    (11, 660)
    """
    if isinstance(item, Rate):
        return OF_A_RATE
    value, place = release.values[item], release.printed[item]
    return BY_PLACE[min(place, 2)] * (5 + value.bit_length() if value else OF_NONE)


def loss_of_a_margin() -> int:
    """From here on something was hidden that a wider look might save."""
    return BY_PLACE[MARGIN] * 5
