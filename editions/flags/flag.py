"""One flag: where it is, what is wrong, and what may be meant."""

import hashlib
from dataclasses import dataclass

from editions.known import Known


@dataclass(frozen=True)
class Flag:
    """``words`` are quoted from ``paragraph``, which is as it was written. ``offers`` are figures
    that may be meant."""

    kind: str
    paragraph: str
    words: str
    says: str
    offers: tuple[Known, ...] = ()

    @property
    def key(self) -> str:
        """The same words with the same fault are the same flag: it stays dismissed."""
        whole = "\n".join([self.kind, self.paragraph, self.words])
        return hashlib.sha256(whole.encode()).hexdigest()[:32]
