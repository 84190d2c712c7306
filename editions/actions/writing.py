"""An edition is begun and written. Each change makes a new draft of it."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import F

from accounts.models import User
from accounts.trail import action, record
from cases.models import Directorate
from editions.models import CoverEntry, CoverField, Edition, Section, TableTogether
from reporting.period import Period
from reporting.scope import Scope

PUBLISHED = "It was published: begin a new version to change it."


class ChangedMeanwhile(ValidationError):
    """Somebody saved the section since its author opened it."""


@action
def begin_edition(
    period: Period,
    directorate: Directorate | None,
    *,
    title: str,
    sections: Iterable[tuple[str, str]],
    meeting_on: date | None = None,
    among: Iterable[Directorate] = (),
    procedures: Iterable[str] = (),
    by: User,
) -> Edition:
    """Of a directorate, of several ``among`` or of the whole council; under every procedure or
    some. ``sections`` are titles and texts. A later version begins with those of the one before."""
    start, end = period.days
    scope = Scope(period, directorate, among=tuple(among), procedures=tuple(procedures))
    before = Edition.objects.about(scope).order_by("-version").first()
    edition = Edition(
        title=title,
        start=start,
        end=end,
        directorate=directorate,
        among=sorted(each.pk for each in scope.among),
        procedures=sorted(scope.procedures),
        version=before.version + 1 if before else 1,
        meeting_on=meeting_on,
        begun_by=by,
    )
    if before:
        edition.exempt_paragraph = before.exempt_paragraph
        edition.exempt_because = before.exempt_because
    edition.full_clean()
    edition.save()
    if before:
        _copy(before, edition)
    else:
        _lay_out(edition, sections)
    record(f"began the report “{edition}”", edition, by=by)
    return edition


def _copy(before: Edition, edition: Edition) -> None:
    for of in (before.sections, before.cover, before.priorities, before.together):
        for row in of.all():
            row.pk, row.edition = None, edition
            row.save(force_insert=True)


def _lay_out(edition: Edition, sections: Iterable[tuple[str, str]]) -> None:
    Section.objects.bulk_create(
        Section(edition=edition, position=place, title=title, text=text)
        for place, (title, text) in enumerate(sections, start=1)
    )
    CoverEntry.objects.bulk_create(
        CoverEntry(edition=edition, field=field, text=field.usual)
        for field in CoverField.objects.in_use_on(edition.end)
    )


def _changed(edition: Edition) -> None:
    """Lock it, and make the next draft of it."""
    locked = Edition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    if locked.is_published:
        raise ValidationError(PUBLISHED)
    Edition.objects.filter(pk=edition.pk).update(draft=F("draft") + 1)
    edition.refresh_from_db(fields=["draft"])


@action
def write_section(section: Section, *, title: str, text: str, seen: int, by: User) -> None:
    """``seen`` is which saving of it the author has seen."""
    _changed(section.edition)
    now = Section.objects.get(pk=section.pk)
    if now.saved != seen:
        raise ChangedMeanwhile("Somebody saved this section while you wrote.")
    section.title, section.text, section.saved = title, text, seen + 1
    section.full_clean()
    section.save()
    section.typed.filter(author=by).delete()
    record(f"wrote the section “{section}”", section.edition, by=by)


@action
def add_section(edition: Edition, *, title: str, by: User) -> Section:
    """It stands last, and is moved from there."""
    _changed(edition)
    last = edition.sections.order_by("-position").first()
    section = Section(edition=edition, title=title, position=last.position + 1 if last else 1)
    section.full_clean()
    section.save()
    record(f"added the section “{section}”", edition, by=by)
    return section


@action
def move_section(section: Section, *, up: bool, by: User) -> None:
    """One place up or down; the first and the last stay where they are."""
    _changed(section.edition)
    others = section.edition.sections
    if up:
        other = others.filter(position__lt=section.position).order_by("-position").first()
    else:
        other = others.filter(position__gt=section.position).order_by("position").first()
    if other is None:
        return
    section.position, other.position = other.position, section.position
    section.save(update_fields=["position"])
    other.save(update_fields=["position"])
    record(f"moved the section “{section}” {'up' if up else 'down'}", section.edition, by=by)


@action
def leave_out(section: Section, *, left_out: bool, by: User) -> None:
    _changed(section.edition)
    section.left_out = left_out
    section.save(update_fields=["left_out"])
    did = "left out" if left_out else "took in again"
    record(f"{did} the section “{section}”", section.edition, by=by)


@action
def keep_exempt(section: Section, *, exempt: bool, by: User) -> None:
    """Into the exempt appendix, or out of it."""
    _changed(section.edition)
    section.is_exempt = exempt
    section.save(update_fields=["is_exempt"])
    did = "put into the exempt appendix" if exempt else "took out of the exempt appendix"
    record(f"{did}: the section “{section}”", section.edition, by=by)


@action
def write_cover(
    edition: Edition,
    entries: Mapping[CoverField, Mapping],
    *,
    about: Mapping,
    by: User,
) -> None:
    """``about`` are title, meeting and why something is exempt; of each field of the cover the text
    and, of an implication, who wrote it and when."""
    _changed(edition)
    for name, value in about.items():
        setattr(edition, name, value)
    edition.full_clean()
    edition.save(update_fields=list(about))
    for field, said in entries.items():
        entry, _ = CoverEntry.objects.get_or_create(edition=edition, field=field)
        for name, value in said.items():
            setattr(entry, name, value)
        entry.full_clean()
        entry.save()
    record("wrote the cover", edition, by=by)


@action
def put_together(
    edition: Edition, *, table: str, rows: Iterable[str] = (), years: int = 1, by: User
) -> TableTogether:
    """In the public form these rows of a table are one, or so many years are counted together."""
    _changed(edition)
    edition.together.filter(table=table).delete()
    told = TableTogether(edition=edition, table=table, rows=list(rows), years=years)
    told.full_clean()
    told.save()
    record(f"put together of the table {table}: {told}", edition, by=by)
    return told


@action
def take_apart(edition: Edition, *, table: str, by: User) -> None:
    _changed(edition)
    edition.together.filter(table=table).delete()
    record(f"took the table {table} apart again", edition, by=by)
