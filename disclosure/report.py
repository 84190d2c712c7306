"""What the attack program found, as text: the same for the same release, so that it can be kept."""

from collections import Counter
from collections.abc import Iterable, Mapping

from disclosure.attack import Findings, Interval
from disclosure.cost import cost_of_hiding
from disclosure.marks import Mark
from disclosure.protect import Protected
from disclosure.release import Release
from disclosure.rules import Rules
from disclosure.variables import Variable


def report(
    release: Release,
    protected: Protected,
    findings: Findings,
    rules: Rules = Rules(),  # noqa: B008
) -> str:
    """Verdict, marks, cost, and each number that is not printed with what it may be.

    For the council, not for its readers: it holds what is hidden.
    """
    paragraphs = [
        _verdict(protected, findings),
        _marks(protected.hidden, rules),
        _cost(release, protected.hidden),
        _intervals(release, protected.hidden, findings),
    ]
    return "\n\n".join("\n".join(lines) for lines in paragraphs) + "\n"


def _verdict(protected: Protected, findings: Findings) -> Iterable[str]:
    exposed = findings.exposed
    yield f"{len(findings.intervals)} numbers are not printed; {len(exposed)} can be worked out."
    yield from (f"Can be worked out: {each}" for each in exposed)
    yield from (f"Somebody alone in a count can work out: {each}" for each in protected.to_insiders)
    sizes = Counter(findings.sizes)
    told = ", ".join(f"{sizes[size]} of {size}" for size in sorted(sizes))
    yield f"Blocks by how many numbers each holds: {told or 'none'}."


def _marks(hidden: Mapping, rules: Rules) -> Iterable[str]:
    numbers = Counter(hidden.values())
    for mark in Mark:
        if numbers[mark]:
            yield f"{mark.sign} {mark.words(rules.threshold)}: {numbers[mark]}"


def _cost(release: Release, hidden: Mapping) -> Iterable[str]:
    return map(str, cost_of_hiding(release, hidden))


def _intervals(release: Release, hidden: Mapping, findings: Findings) -> Iterable[str]:
    for variable, interval in findings.intervals.items():
        mark = hidden.get(variable)
        sign = mark.sign if mark else "not printed"
        yield f"{variable}: {sign} {_span(variable, interval)}, is {release.values[variable]}"


def _span(variable: Variable, interval: Interval) -> str:
    """
    >>> _span(Variable("complaints"), Interval(1, 4))
    '1 to 4'
    """
    if interval.high is None:
        return f"{interval.low} or more"
    if interval.low == interval.high:
        return f"only {interval.low}"
    pence = " pence" if variable.is_money else ""
    return f"{interval.low} to {interval.high}{pence}"
