"""The outcome of a stage, derived from what was found on its points (domain.md 4.1)."""

from collections.abc import Iterable

from stages.models.finding import Outcome

COUNTED = {Outcome.UPHELD, Outcome.PARTIALLY_UPHELD, Outcome.NOT_UPHELD}


def derive(findings: Iterable[str]) -> str:
    """Return the outcome that follows; nothing while nothing has been found.

    Points that were withdrawn, settled or not taken up, or on which nothing could be found, are
    left out; where none is left, there is no finding.

    >>> derive(["upheld", "withdrawn"]), derive(["not_upheld", "upheld"]), derive(["withdrawn"])
    ('upheld', 'partially_upheld', 'no_finding')
    """
    found = {finding for finding in findings if finding}
    if not found:
        return ""
    counted = found & COUNTED
    if not counted:
        return Outcome.NO_FINDING.value
    if counted in ({Outcome.UPHELD}, {Outcome.NOT_UPHELD}):
        return Outcome(counted.pop()).value
    return Outcome.PARTIALLY_UPHELD.value
