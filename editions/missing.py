"""What an edition still needs before it can be published."""

from editions.assembling import Assembling
from editions.bound_text import faults_of
from editions.exempt import faults_of_exempt
from editions.models import Edition


def what_is_missing(edition: Edition, assembling: Assembling) -> list[str]:
    """Why it cannot be published yet."""
    faults = [
        f"{section}: {fault}"
        for section in edition.sections.all()
        if not section.left_out
        for fault in faults_of(section.text, assembling.figures)
    ]
    faults += [
        f"The cover’s “{entry.field}” is needed and empty."
        for entry in edition.cover.select_related("field")
        if entry.field.needed and not entry.text
    ]
    faults += faults_of_exempt(edition, edition.sections.all())
    return faults
