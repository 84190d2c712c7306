"""A line of the list, and the words that more than one check goes by."""

from dataclasses import dataclass

NEXT_STAGE = "The next stage is named, with the last day to ask and whom to write to"


@dataclass(frozen=True)
class Check:
    """``good`` is what the list asks for; ``says`` the sentence, or what was looked for in vain."""

    key: str
    label: str
    good: bool
    says: str
    word: str = ""

    @property
    def result(self) -> str:
        return self.word or ("found" if self.good else "not found")


def quoted(*lines: str) -> str:
    """
    >>> quoted("We are sorry.", "We are sorry.", "")
    '“We are sorry.”'
    """
    return " ".join(f"“{line}”" for line in dict.fromkeys(lines) if line)
