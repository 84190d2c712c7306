"""What earlier editions have told: it cannot be taken back, only taken into account.

A number that has changed since (a late correction) is a variable of its own, the one printed then.
"""

from collections.abc import Mapping

from disclosure.rates import told_by
from disclosure.relations import Relation
from disclosure.release import Release
from disclosure.variables import Variable


def comes_after(release: Release, earlier: Release, hidden: Mapping, edition: str) -> None:
    """Let the reader of ``release`` also hold ``earlier``, of which ``hidden`` was not printed."""
    then = {each: _as_it_was(release, earlier, each, edition) for each in earlier.values}
    for variable, value in earlier.values.items():
        release.unprinted(then[variable], value)
    for relation in _still_told(earlier, hidden):
        terms = tuple((then[variable], times) for variable, times in relation.terms)
        release.holds(Relation(terms, relation.low, relation.high))
    for variable in {**earlier.printed, **dict.fromkeys(earlier.known)}:
        if variable not in hidden:
            release.known.add(then[variable])
        else:
            release.marked.setdefault(then[variable], []).append(hidden[variable])
    for variable, marks in earlier.marked.items():
        release.marked.setdefault(then[variable], []).extend(marks)


def _as_it_was(release: Release, earlier: Release, variable: Variable, edition: str) -> Variable:
    if release.values.get(variable, earlier.values[variable]) == earlier.values[variable]:
        return variable
    return Variable(f"{variable.counted}, as of {edition}", variable.where, variable.unit)


def _still_told(earlier: Release, hidden: Mapping):
    yield from earlier.relations
    for rate, units in earlier.rates.items():
        if rate not in hidden:
            yield from told_by(rate, units)
