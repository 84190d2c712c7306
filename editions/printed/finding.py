"""What was found wrong in a printed text, with both places."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """``kind`` is by which rule; ``here`` and ``there`` are the two places that do not go together.
    ``number`` is the key of the printed number that it is about, "" where it is about words."""

    kind: str
    says: str
    here: str
    there: str = ""
    number: str = ""

    @property
    def key(self) -> str:
        whole = "\n".join((self.kind, self.here, self.there, self.says))
        return hashlib.sha256(whole.encode()).hexdigest()[:32]
