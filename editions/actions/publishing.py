"""An edition is published: what it says, its numbers and their cases are kept for good."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from accounts.models import User
from accounts.trail import action, record
from editions.assembling import Assembling
from editions.behind import hashes_of, lists_behind, numbers_said
from editions.freezing import numbers_of, sha256_of
from editions.missing import what_is_missing
from editions.models import Edition, FrozenList, FrozenReport, Release, ReleaseAllowed
from editions.released.public import public_form


@action
def publish(edition: Edition, *, seen: int, now: datetime, by: User) -> FrozenReport:
    """``seen`` is the draft that was looked at. Whoever is second is told that it is done."""
    locked = Edition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    if locked.is_published:
        raise ValidationError("Somebody has just published it.")
    if locked.draft != seen:
        raise ValidationError("It changed while you looked at it: look at it again.")
    assembling = Assembling(locked)
    faults = what_is_missing(locked, assembling)
    if faults:
        raise ValidationError(faults)
    frozen = _freeze(locked, assembling, on=localdate(now), by=by)
    locked.published_at, locked.published_by = now, by
    locked.save(update_fields=["published_at", "published_by"])
    record(f"published “{locked}”: {frozen.sha256[:12]}", locked, by=by)
    return frozen


def _freeze(edition: Edition, assembling: Assembling, *, on: date, by: User) -> FrozenReport:
    """The public form is kept where it is proved, or where it was allowed all the same."""
    document = assembling.document()
    internal, numbers = document.as_plain(), numbers_of(assembling)
    made = public_form(assembling, document)
    allowed = edition.releases_allowed.filter(draft=edition.draft).first()
    public = made.document.as_plain() if made.is_safe or allowed else None
    frozen = FrozenReport.objects.create(
        edition=edition,
        internal=internal,
        public=public,
        numbers=numbers,
        proof={"report": made.proof},
        sha256=sha256_of(internal, public, numbers),
    )
    if public:
        note_release(
            what=f"{edition}, public form",
            to_whom="The public",
            on=on,
            by=by,
            edition=edition,
            numbers=made.kept,
            regardless="" if made.is_safe else allowed.why,
        )
    lists = lists_behind(numbers_said(document), edition.scope)
    FrozenList.objects.bulk_create(
        FrozenList(
            frozen=frozen,
            number=number,
            words=words,
            cases=hashes_of(references),
        )
        for number, words, references in lists
    )
    return frozen


@action
def allow_release(edition: Edition, *, why: str, by: User) -> ReleaseAllowed:
    """Let this draft's public form go although it is not proved."""
    allowed = ReleaseAllowed(edition=edition, draft=edition.draft, why=why, by=by)
    allowed.full_clean()
    allowed.save()
    record(f"allowed the release of draft {edition.draft}", edition, by=by, why=why)
    return allowed


@action
def note_release(
    *, what: str, to_whom: str, on: date, by: User, edition: Edition | None = None, **more
) -> Release:
    """What left the house is kept in the register: later releases are proved together with it."""
    release = Release(edition=edition, what=what, to_whom=to_whom, released_on=on, by=by, **more)
    release.full_clean()
    release.save()
    record(f"released “{what}” to {to_whom}", release, by=by)
    return release
