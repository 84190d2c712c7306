"""The text of a printed report is kept; what an author says of its numbers is kept with it."""

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.trail import action, record
from cases.models import Directorate
from editions.models import PrintedText, SettledPlace
from editions.models.printed import LONGEST_PRINTED
from reporting.period import Period


@action
def keep_printed_text(
    period: Period,
    directorate: Directorate | None,
    *,
    title: str,
    text: str,
    sent_as: str = "",
    by: User,
) -> PrintedText:
    if len(text) > LONGEST_PRINTED:
        raise ValidationError(
            f"The text has {len(text):,} letters. At most {LONGEST_PRINTED:,} are held against the "
            "records at once: send it in parts."
        )
    start, end = period.days
    kept = PrintedText(
        title=title,
        start=start,
        end=end,
        directorate=directorate,
        text=text,
        sent_as=sent_as[-200:],
        kept_by=by,
    )
    kept.full_clean()
    kept.save()
    record(f"kept the printed report “{kept}”", kept, by=by)
    return kept


@action
def settle_place(text: PrintedText, *, place: str, figure: str, why: str, by: User) -> None:
    """It says ``figure``; without one, it is nothing to look at. Later words take their place."""
    settled, _ = SettledPlace.objects.get_or_create(text=text, place=place, defaults={"by": by})
    settled.figure, settled.why, settled.by = figure, why, by
    settled.full_clean()
    settled.save()
    said = f"matched a number to {figure}" if figure else "set a place aside"
    record(f"{said} in the printed report “{text}”", text, by=by, why=why)


@action
def take_back_settled(text: PrintedText, *, place: str, by: User) -> None:
    text.settled.filter(place=place).delete()
    record(f"took back what was said of a place in the printed report “{text}”", text, by=by)
