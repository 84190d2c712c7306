"""Solutions kept while more is hidden. Hiding only adds solutions, so none is ever lost."""

from collections import defaultdict
from collections.abc import Iterable

from disclosure.variables import Variable


class Proofs:
    """Each is what differs from the truth in one solution of everything printed."""

    def __init__(self):
        self._of: dict[Variable, list[dict[Variable, int]]] = defaultdict(list)

    def add(self, differs: dict[Variable, int]) -> None:
        """
        >>> proofs, a, b = Proofs(), Variable("a"), Variable("b")
        >>> proofs.add({a: +1, b: -1})
        >>> proofs.open(a), proofs.open(a, by=2), proofs.open(a, staying=[b])
        (True, False, False)
        """
        for variable in differs:
            self._of[variable].append(differs)

    def open(self, variable: Variable, by: int = 1, staying: Iterable[Variable] = ()) -> bool:
        """Whether the number may be that far from the truth while others stay what they are."""
        return any(
            abs(differs[variable]) >= by and not any(each in differs for each in staying)
            for differs in self._of[variable]
        )
