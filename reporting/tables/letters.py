"""Letters: what went and whether it was vetted, what vetting found, and how long it took."""

from letters.models import Kind, Vetting
from reporting import sections
from reporting.counted import LETTERS_SENT, RETURNED, VETTINGS
from reporting.crosstab import Crosstab
from reporting.dimensions import Choices, ReturnReasons, ServiceAreas

OUTCOMES = tuple(
    (one.value, one.label) for one in Vetting.Outcome if one != Vetting.Outcome.TAKEN_BACK
)
WENT = (
    ("vetted", "Vetted, nothing open"),
    ("overridden", "Vetted, with lines of the list open"),
    ("without", "Vetted, the right to the next stage not found"),
    ("unvetted", "Goes without vetting"),
    ("outside", "Outside this system, not vetted"),
)
WAITED = (("same", "The same day"), ("next", "The next day"), ("later", "Later"))


def _by_kind(key, title, counted, path, choices) -> Crosstab:
    return Crosstab(
        key=key,
        title=title,
        section=sections.LETTERS,
        counted=counted,
        row=Choices("kind", tuple(Kind.choices)),
        column=Choices(path, choices, always=tuple(value for value, _ in choices)),
        total_row="Total",
        total_column="All",
    )


def _by_team(key, title, counted, path, choices, definition="") -> Crosstab:
    return Crosstab(
        key=key,
        title=title,
        section=sections.LETTERS,
        counted=counted,
        row=ServiceAreas(only_found=True),
        column=Choices(path, choices, always=tuple(value for value, _ in choices)),
        total_row="Total",
        total_column="All",
        definition=definition,
    )


TABLES = (
    _by_kind("letters_sent", "Letters sent, by how they were vetted", LETTERS_SENT, "went", WENT),
    _by_kind("letters_vetted", "What came of vetting", VETTINGS, "outcome", OUTCOMES),
    _by_kind("time_in_vetting", "When the vetter decided", VETTINGS, "waited", WAITED),
    _by_team(
        "letters_sent_by_team",
        "Letters sent, by service area and how they were vetted",
        LETTERS_SENT,
        "went",
        WENT,
        "Without the right to the next stage: the program did not find it, and the letter was let "
        "go.",
    ),
    _by_team(
        "letters_vetted_by_team",
        "What came of vetting, by service area",
        VETTINGS,
        "outcome",
        OUTCOMES,
    ),
    _by_team(
        "time_in_vetting_by_team",
        "When the vetter decided, by service area",
        VETTINGS,
        "waited",
        WAITED,
    ),
    _by_team(
        "vetted_as",
        "As whom letters were vetted, by service area",
        VETTINGS,
        "capacity",
        tuple(Vetting.Capacity.choices),
        "A head of service clears a letter only where no other vetter is there for it.",
    ),
    Crosstab(
        key="letters_returned",
        title="Why letters were returned, by service area",
        section=sections.LETTERS,
        counted=RETURNED,
        row=ReturnReasons(),
        column=ServiceAreas(only_found=True),
        total_row="Total",
        total_column="All",
        definition="A letter may be returned for more than one reason of the list.",
    ),
)
