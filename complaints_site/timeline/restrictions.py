"""What happened with a restriction of contact of anybody who stands in the case."""

from complaints_site.timeline.happening import titled


def _day_of(kind: str, day: str, words: str = "''") -> str:
    """What is put into the SQL is written in this module."""
    return f"""
    SELECT DISTINCT '{kind}', it.{day}, '', person.name, {words}
    FROM cases_contactrestriction it
    JOIN cases_person person ON person.id = it.person_id
    JOIN cases_caseperson part ON part.person_id = it.person_id
    WHERE part.case_id = %(case)s AND it.{day} IS NOT NULL
    """  # noqa: S608


ROWS = [
    _day_of("restricted", "decided_on", "it.terms"),
    _day_of("restriction-told", "told_on"),
    _day_of("appealed", "appealed_on"),
    _day_of("appeal-decided", "appeal_decided_on", "it.appeal_reason"),
    _day_of("appeal-told", "appeal_told_on"),
    _day_of("restriction-ended", "ended_on", "it.ended_because"),
    """
    SELECT DISTINCT 'restriction-reviewed', it.reviewed_on, '', person.name, it.reason
    FROM cases_restrictionreview it
    JOIN cases_contactrestriction restriction ON restriction.id = it.restriction_id
    JOIN cases_person person ON person.id = restriction.person_id
    JOIN cases_caseperson part ON part.person_id = restriction.person_id
    WHERE part.case_id = %(case)s
    """,
]
TITLES = {
    "restricted": titled("Contact with {} restricted", "a person"),
    "restriction-told": titled("{} told of the restriction", "a person"),
    "appealed": titled("{} appealed against the restriction", "a person"),
    "appeal-decided": titled("Appeal of {} decided", "a person"),
    "appeal-told": titled("{} told how the appeal was decided", "a person"),
    "restriction-reviewed": titled("Restriction on {} reviewed", "a person"),
    "restriction-ended": titled("Restriction on {} ended", "a person"),
}
# Their detail is a person, perhaps who complains, and their words tell who it is
ABOUT_SOMEBODY = set(TITLES)
