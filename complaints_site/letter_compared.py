"""The Ombudsman's annual letter held against our own enquiries, by the Ombudsman's reference.

Their category is shown beside our service area and never compared: the words are of two lists.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from reporting.percentages import percent
from stages.models import (
    AgreedRemedy,
    AnnualLetter,
    LetterRow,
    OmbudsmanDecision,
    OmbudsmanEnquiry,
    Settlement,
)
from stages.working_calendar import in_words

NOTHING = "nothing"
UPHELD = OmbudsmanDecision.Means.UPHELD


@dataclass(frozen=True)
class Difference:
    field: str
    theirs: str
    ours: str


@dataclass(frozen=True)
class Line:
    """A row of the letter, one of ours, or the two of one reference; ``differences`` of the two."""

    row: LetterRow | None = None
    enquiry: OmbudsmanEnquiry | None = None
    differences: tuple[Difference, ...] = ()
    settlement: Settlement | None = None


@dataclass(frozen=True)
class Total:
    label: str
    theirs: int
    ours: int


@dataclass(frozen=True)
class Compared:
    letter: AnnualLetter
    user: User

    @cached_property
    def rows(self) -> list[LetterRow]:
        return list(self.letter.rows.select_related("settlement__settled_by"))

    @cached_property
    def ours(self) -> list[OmbudsmanEnquiry]:
        """Ours of the year, and those of whatever year that the letter names."""
        named = [row.reference for row in self.rows]
        in_year = Q(decided_on__range=self.letter.days)
        if any(not row.decision for row in self.rows):  # it lists what was received, too
            in_year |= Q(received_on__range=self.letter.days)
        remedies = AgreedRemedy.objects.filter(enquiry=OuterRef("pk"))
        found = OmbudsmanEnquiry.objects.filter(Q(ombudsman_reference__in=named) | in_year)
        shown = found.select_related("case", "service_area", "decision")
        return list(shown.annotate(has_remedy=Exists(remedies)).order_by("decided_on", "pk"))

    @cached_property
    def seen(self) -> set[int]:
        mine = OmbudsmanEnquiry.objects.visible_to(self.user)
        return set(mine.filter(pk__in=[one.pk for one in self.ours]).values_list("pk", flat=True))

    @cached_property
    def pairs(self) -> list[Line]:
        """Every row of the letter with ours of the same reference."""
        of_reference = {one.ombudsman_reference: one for one in self.ours}
        return [self._line(row, of_reference.get(row.reference)) for row in self.rows]

    def _line(self, row: LetterRow, enquiry: OmbudsmanEnquiry | None) -> Line:
        settlement = getattr(row, "settlement", None)
        differences = differences_of(row, enquiry) if enquiry else ()
        return Line(row, enquiry, differences, settlement)

    @property
    def agreeing(self) -> list[Line]:
        return [line for line in self._both if not line.differences]

    @property
    def differing(self) -> list[Line]:
        return _open_first(line for line in self._both if line.differences)

    @property
    def hidden(self) -> int:
        """In both, but of a case that the reader may not see."""
        return sum(1 for line in self.pairs if line.enquiry and line.enquiry.pk not in self.seen)

    @property
    def _both(self) -> list[Line]:
        return [line for line in self.pairs if line.enquiry and line.enquiry.pk in self.seen]

    @property
    def only_theirs(self) -> list[Line]:
        return _open_first(line for line in self.pairs if line.enquiry is None)

    @cached_property
    def only_ours(self) -> list[Line]:
        named = {row.reference for row in self.rows}
        settled = self.letter.settlements.exclude(enquiry=None).select_related("settled_by")
        of_enquiry = {one.enquiry_id: one for one in settled}
        return _open_first(
            Line(enquiry=one, settlement=of_enquiry.get(one.pk))
            for one in self.ours
            if one.ombudsman_reference not in named and one.pk in self.seen
        )

    @property
    def unsettled(self) -> int:
        lines = [*self.differing, *self.only_theirs, *self.only_ours]
        return sum(1 for line in lines if line.settlement is None)

    @cached_property
    def _decided(self) -> tuple[Counter, Counter, dict[str, str]]:
        """How often each decision was made, by the letter and by us, and how it is written."""
        words = {row.decision.casefold(): row.decision for row in self.rows if row.decision}
        start, end = self.letter.days
        decided = [one for one in self.ours if one.decided_on and start <= one.decided_on <= end]
        words |= {str(one.decision).casefold(): str(one.decision) for one in decided}
        theirs = Counter(row.decision.casefold() for row in self.rows if row.decision)
        return theirs, Counter(str(one.decision).casefold() for one in decided), words

    @property
    def totals(self) -> list[Total]:
        theirs, ours, words = self._decided
        return [Total(words[key], theirs[key], ours[key]) for key in sorted(words)]

    @property
    def headings(self) -> list[Total]:
        """As the letters have grouped decisions since 2024/25, where our list says how."""
        theirs, ours, words = self._decided
        known = {word.name.casefold(): word for word in OmbudsmanDecision.objects.all()}
        found = []
        for heading, label in OmbudsmanDecision.Heading.choices:
            keys = [key for key in words if key in known and known[key].heading == heading]
            numbers = sum(theirs[key] for key in keys), sum(ours[key] for key in keys)
            found.append(Total(label, *numbers))
        return found if any(total.theirs or total.ours for total in found) else []

    @property
    def upheld(self) -> dict | None:
        """By the letter: upheld of those investigated, and for every 100,000 people."""
        theirs, _, words = self._decided
        known = {word.name.casefold(): word for word in OmbudsmanDecision.objects.all()}
        considered = [
            key for key in words if key in known and known[key].means in ("upheld", "not_upheld")
        ]
        upheld = sum(theirs[key] for key in considered if known[key].means == UPHELD)
        investigated = sum(theirs[key] for key in considered)
        if not investigated:
            return None
        people = self.letter.residents
        return {
            "upheld": upheld,
            "investigated": investigated,
            "percent": percent(upheld, investigated),
            "of_people": f"{upheld * 100_000 / people:.1f}" if people else "",
        }


def differences_of(row: LetterRow, enquiry: OmbudsmanEnquiry) -> tuple[Difference, ...]:
    """What the two say otherwise. What the letter leaves open is no difference, but a remedy is:
    they count it or they do not."""
    compared = [
        ("Received", _day(row.received_on), _day(enquiry.received_on)),
        ("Decided", _day(row.decided_on), _day(enquiry.decided_on)),
        ("Decision", row.decision or NOTHING, str(enquiry.decision or NOTHING)),
    ]
    found = [
        Difference(*one)
        for one in compared
        if one[1] != NOTHING and one[1].casefold() != one[2].casefold()
    ]
    if bool(row.remedy) != enquiry.has_remedy:
        ours = "a remedy is recorded" if enquiry.has_remedy else NOTHING
        found.append(Difference("Remedy", row.remedy or NOTHING, ours))
    return tuple(found)


def _day(day: date | None) -> str:
    return in_words(day) if day else NOTHING


def _open_first(lines) -> list[Line]:
    return sorted(lines, key=lambda line: line.settlement is not None)
