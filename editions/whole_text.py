"""All that is written in an edition, as one text: what officers clear, and changes are seen in."""

from editions.models import Edition


def whole_text(edition: Edition) -> str:
    cover = [
        f"{entry.field}: {entry.text}"
        for entry in edition.cover.select_related("field")
        if entry.text
    ]
    sections = [
        f"## {section.title}{' (exempt)' if section.is_exempt else ''}\n\n{section.text.strip()}"
        for section in edition.sections.all()
        if not section.left_out
    ]
    return "\n\n".join([f"## {edition.title}", *cover, *sections])
