"""Equalities of the service users, counted where they are recorded."""

from reporting import sections
from reporting.counted import ON_CORPORATE_LOG
from reporting.crosstab import Crosstab
from reporting.dimensions import EqualityAnswers, Everything

DEFINITION = (
    "About the service user, not the complainant. “Declined”, “not asked” and “not recorded” are "
    "different things."
)


def _table(key: str, title: str, question: str, *names: tuple[str, str]) -> Crosstab:
    return Crosstab(
        key=key,
        title=title,
        section=sections.EQUALITIES,
        counted=ON_CORPORATE_LOG,
        row=EqualityAnswers(question, names),
        column=Everything("Complaints"),
        percent_of="all",
        definition=DEFINITION,
    )


TABLES = (
    _table("equalities_gender", "Gender of service users", "gender"),
    _table("equalities_ethnic_origin", "Ethnic origin of service users", "ethnicity"),
    _table(
        "equalities_disability",
        "Service users with a disability",
        "disability",
        ("yes", "Service users with a disability"),
        ("no", "Service users without a disability"),
    ),
)
