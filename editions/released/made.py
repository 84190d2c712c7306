"""A public form as it was made: the document, what stops it, what it costs and what would help."""

from dataclasses import asdict, dataclass, field

from editions.document import Document, of_plain

YEARS_OFFERED = 3


@dataclass(frozen=True)
class Offer:
    """A table that says more with ``rows`` as one or, without any, with three years together."""

    table: str
    title: str
    rows: tuple[str, ...]

    @property
    def years(self) -> int:
        return 1 if self.rows else YEARS_OFFERED

    @property
    def words(self) -> str:
        if self.rows:
            return f"put {', '.join(self.rows[:-1])} and {self.rows[-1]} together"
        return f"put {YEARS_OFFERED} years together"


@dataclass
class Public:
    """``stops`` are the reasons why it cannot be released; ``sentences`` those in which a number is
    hidden, ``telling`` words that may tell one; ``cost`` how many numbers each table loses;
    ``kept`` what the register keeps."""

    document: Document
    stops: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    telling: list[str] = field(default_factory=list)
    cost: list[tuple[str, int, int, int]] = field(default_factory=list)
    proof: str = ""
    together: list[str] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    unproved: list[str] = field(default_factory=list)
    to_those_alone: list[str] = field(default_factory=list)
    kept: dict = field(default_factory=dict)

    @property
    def is_safe(self) -> bool:
        return not (self.stops or self.unproved)

    def as_plain(self) -> dict:
        """For the page; what the register would keep is made again as it is published."""
        offers = [asdict(offer) for offer in self.offers]
        return {**vars(self), "document": self.document.as_plain(), "kept": {}, "offers": offers}


def public_of_plain(plain: dict) -> Public:
    offers = [Offer(**offer) for offer in plain.get("offers", [])]
    return Public(**{**plain, "document": of_plain(plain["document"]), "offers": offers})
