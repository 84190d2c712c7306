"""Reading the published bank-holidays.json: the list that the government keeps of them."""

import json
from datetime import date

DIVISION = "england-and-wales"
FRIDAY = 4


class OfficialListError(ValueError):
    """The list cannot be used. The sentence says what was expected and what was found."""


def parse_official_list(text: str) -> dict[date, str]:
    """Return the title of each bank holiday of England and Wales in the list, by its date.

    Apostrophes are made straight and "Substitute day" joins the title, as in our own file.
    """
    try:
        events = json.loads(text)[DIVISION]["events"]
    except json.JSONDecodeError as error:
        raise OfficialListError(f"This is not JSON: {error}") from error
    except (KeyError, TypeError):
        raise OfficialListError(
            f"Expected the published list, with the events of “{DIVISION}”, and found none."
        ) from None
    if not isinstance(events, list) or not events:
        raise OfficialListError(f"“{DIVISION}” has no events.")
    return dict(_holiday(number, event) for number, event in enumerate(events, start=1))


def _holiday(number: int, event: dict) -> tuple[date, str]:
    try:
        day = date.fromisoformat(event["date"])
        title, notes = event["title"].strip(), event.get("notes", "").strip()
    except (AttributeError, KeyError, TypeError, ValueError):
        raise OfficialListError(
            f"Event {number}: expected a date such as 2026-12-28 and a title, found {event}"
        ) from None
    if day.weekday() > FRIDAY or not title:
        raise OfficialListError(f"Event {number}: {day} is a {day:%A} and called “{title}”")
    title = title.replace("’", "'")
    return day, f"{title} ({notes[0].lower()}{notes[1:]})" if notes else title
