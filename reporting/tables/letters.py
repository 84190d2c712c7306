"""Letters: what went and whether it was vetted, what vetting found, and how long it took."""

from letters.models import Kind, Vetting
from reporting import sections
from reporting.counted import LETTERS_SENT, VETTINGS
from reporting.crosstab import Crosstab
from reporting.dimensions import Choices

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


TABLES = (
    _by_kind("letters_sent", "Letters sent, by how they were vetted", LETTERS_SENT, "went", WENT),
    _by_kind("letters_vetted", "What came of vetting", VETTINGS, "outcome", OUTCOMES),
    _by_kind("time_in_vetting", "When the vetter decided", VETTINGS, "waited", WAITED),
)
