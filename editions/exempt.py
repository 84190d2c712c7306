"""What of a report is not for the public: its exempt appendix.

A report and its agenda are open to the public except for exempt information (Local Government Act
1972, sections 100B and 100D). What that is says Part 1 of Schedule 12A, as it stands since 1 March
2006, and only as long as the public interest in keeping it outweighs that in telling it
(paragraph 10).
"""

from collections.abc import Iterable

from editions.document import Part, Piece, Words
from editions.models import Edition, Section

APPENDIX = "Exempt appendix"
UNDER = "paragraph {} of Part 1 of Schedule 12A to the Local Government Act 1972 ({})"
INSIDE = "Not for publication, under {}: {}"
OUTSIDE = (
    "This report has an exempt appendix, which is not published. It is exempt under {}. "
    "The public interest in keeping it so outweighs that in publishing it: {}"
)
NO_PARAGRAPH = "There is an exempt appendix: say on the cover under which paragraph it is exempt."
SAYS_NO = "The cover’s “{}” says “{}”, and there is an exempt appendix."


def in_order(sections: Iterable[Section]) -> list[Section]:
    """What is exempt stands last."""
    return sorted(sections, key=lambda section: section.is_exempt)


def exempt_part(edition: Edition, part: Part) -> Part:
    """As it stands in the internal form."""
    told = _words(INSIDE, edition)
    return Part(part.number, f"{APPENDIX}: {part.title}", [told, *part.holds], is_exempt=True)


def open_parts(edition: Edition, parts: Iterable[Part]) -> list[Part]:
    """As they stand in the public form: of an exempt appendix it says only that there is one."""
    parts = list(parts)
    stay = [part for part in parts if not part.is_exempt]
    if len(stay) < len(parts):
        stay.append(Part(len(stay) + 1, APPENDIX, [_words(OUTSIDE, edition)]))
    return stay


def under(edition: Edition) -> str:
    return UNDER.format(
        edition.exempt_paragraph, edition.get_exempt_paragraph_display().split(": ", 1)[1]
    )


def faults_of_exempt(edition: Edition, sections: Iterable[Section]) -> Iterable[str]:
    """Why an edition with an exempt appendix cannot be published yet."""
    if not any(section.is_exempt and not section.left_out for section in sections):
        return
    if edition.exempt_paragraph is None:
        yield NO_PARAGRAPH
    for entry in edition.cover.select_related("field"):
        says = entry.text.strip().rstrip(".")
        if entry.field.name.casefold() == "exempt" and says.casefold() == "no":
            yield SAYS_NO.format(entry.field, says)


def _words(text: str, edition: Edition) -> Words:
    if edition.exempt_paragraph is None:
        return Words("paragraph", [[Piece(NO_PARAGRAPH)]])
    return Words("paragraph", [[Piece(text.format(under(edition), edition.exempt_because))]])
