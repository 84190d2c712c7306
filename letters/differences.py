"""What changed between two drafts, paragraph by paragraph."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from letters.notation import paragraphs_of


@dataclass(frozen=True)
class Changed:
    """``before`` and ``now`` are paragraphs; one of them may be empty."""

    before: list[str]
    now: list[str]


def differences(earlier: str, later: str) -> list[Changed]:
    """
    >>> differences("One" + chr(10) * 2 + "Two", "One" + chr(10) * 2 + "Three")
    [Changed(before=['Two'], now=['Three'])]
    """
    old, new = paragraphs_of(earlier), paragraphs_of(later)
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [Changed(old[a:b], new[c:d]) for kind, a, b, c, d in found if kind != "equal"]
