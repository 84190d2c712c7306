"""Who can look into a release: somebody who is the only one in a count, and knows it.

The same person stands in many tables: the only complaint of a team is also the only one of that
team that was upheld. All of it they know; nobody else's small number may follow from it.
"""

from disclosure.blocks import Block
from disclosure.release import Release
from disclosure.variables import Variable


def insiders(release: Release, block: Block) -> list[frozenset[Variable]]:
    """What each person alone in a count of the block knows of it, from their own case."""
    ones = [each for each in block.variables if _is_one(release, each)]
    people = [frozenset({one}) for one in ones] + release.people
    known = []
    for one in ones:
        if not any(one in person for person in known):
            person = _all_of(one, ones, people)
            known.append(person | _within(person, block.variables))
    return known


def _all_of(one: Variable, ones: list[Variable], people: list) -> frozenset[Variable]:
    """Every count of one that is this person."""
    person, edge = {one}, [one]
    while edge:
        each = edge.pop()
        named = {other for group in people if each in group for other in group}
        new = {other for other in ones if _is_part(each, other) or _is_part(other, each)}
        edge += (new | named) - person
        person |= new | named
    return frozenset(person)


def _within(person: frozenset[Variable], variables) -> frozenset[Variable]:
    """What narrows a count of one is that person, or nobody."""
    return frozenset(each for each in variables if any(_is_part(one, each) for one in person))


def _is_part(whole: Variable, part: Variable) -> bool:
    """
    >>> team = Variable("complaints", frozenset({("team", "A")}))
    >>> _is_part(team, team.narrowed(("outcome", "upheld")))
    True
    """
    same = whole.counted == part.counted and whole.unit == part.unit
    return same and whole.where <= part.where


def _is_one(release: Release, variable: Variable) -> bool:
    return not variable.is_money and release.values[variable] == 1
