"""A file of a case: begun, marked, reviewed, made, and kept as it was made."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from documents import vault
from documents.models import Document
from packs.copies import Copy
from packs.making import Made
from packs.models import Pack, PackDocument, PackDownload
from stages.actions.tasks import raise_task
from stages.calendars import load_calendar
from stages.working_days import add_working_days

CHANGED = "It changed while you looked at it: look at it again."


@action
def begin_pack(
    case: Case, documents: Iterable[Document], *, by: User, copies: Iterable[Copy] = (), **facts
) -> Pack:
    """``facts`` are for_whom, named and with_chronology."""
    pack = Pack(case=case, begun_by=by, **facts)
    pack.full_clean()
    pack.save()
    _choose(pack, documents, copies)
    record(f"began a file of the case for {_reader(pack)}", case, by=by)
    return pack


@action
def change_pack(
    pack: Pack, documents: Iterable[Document], *, by: User, copies: Iterable[Copy] = (), **facts
) -> Pack:
    """Change what is in it. What was marked on the documents that stay is kept."""
    _refuse_unless_open(pack)
    for name, value in facts.items():
        setattr(pack, name, value)
    pack.full_clean()
    pack.save()
    _choose(pack, documents, copies)
    record("changed what is in a file of the case", pack.case, by=by)
    return pack


@action
def choose_entries(pack: Pack, *, left_out: Iterable[str], by: User) -> None:
    """``left_out`` are the keys of the entries that do not stand in its chronology."""
    _refuse_unless_open(pack)
    pack.entries_left_out = sorted(set(left_out))
    pack.full_clean()
    pack.save(update_fields=["entries_left_out"])
    record("chose what stands in the chronology of a file of the case", pack.case, by=by)


@action
def mark(
    pack: Pack,
    *,
    words: list[str],
    kept: Collection[str],
    pages: Mapping[int, tuple[list[int], list[int]]],
    by: User,
) -> None:
    """``pages`` are, of each document of the file, those left out and those blacked out."""
    if pack.is_finished:
        raise ValidationError("It was made already.")
    pack.words, pack.kept = words, sorted(kept)
    for item in pack.items.select_related("document"):
        if item.pk in pages:
            item.left_out, item.blackened = pages[item.pk]
            item.full_clean()
            item.save(update_fields=["left_out", "blackened"])
    pack.needs_review = _needs_review(pack)
    pack.full_clean()
    pack.save()
    record("marked what is blacked out in a file of the case", pack.case, by=by)


@action
def send_for_review(pack: Pack, *, now: datetime, by: User) -> None:
    _refuse_unless_open(pack)
    pack.marked_at, pack.marked_by, pack.sent_back_because = now, by, ""
    pack.full_clean()
    pack.save()
    record("sent a file of the case for review", pack.case, by=by)
    raise_task(
        pack.case,
        what=_review_of(pack),
        due_on=add_working_days(localdate(now), settings.PACK_REVIEW_DAYS, load_calendar()),
        for_deciders=True,
        outlives_the_case=True,
        by=by,
    )


@action
def send_back(pack: Pack, *, why: str, now: datetime, by: User) -> None:
    """It is to be marked anew."""
    if not pack.waits_for_review:
        raise ValidationError("It does not wait for a review.")
    pack.marked_at, pack.marked_by, pack.sent_back_because = None, None, why
    pack.full_clean()
    pack.save()
    record("sent a file of the case back", pack.case, by=by)
    _review_is_done(pack, now, "Sent back")


@action
def finish_pack(pack: Pack, made: Made, *, now: datetime, by: User) -> None:
    """Keep what was made. Whoever makes one that waits for a review has reviewed it."""
    if pack.is_finished:
        raise ValidationError("It was made already.")
    documents = Document.objects.filter(packs__pack=pack).select_for_update(of=("self",))
    there = sum(not one.is_taken_out for one in documents) + pack.items.copies().count()
    if there != made.documents:
        raise ValidationError(CHANGED)
    if pack.waits_for_review:
        pack.reviewed_at, pack.reviewed_by = now, by
    pack.finished_at, pack.finished_by, pack.pages = now, by, made.pages
    pack.sha256 = vault.store(made.content)
    pack.beside_sha256 = vault.store(made.beside) if made.beside else ""
    pack.full_clean()
    pack.save()
    record(f"made a file of the case for {_reader(pack)}", pack.case, by=by)
    _review_is_done(pack, now, "Reviewed, and the file made")


@action
def give_up_pack(pack: Pack, *, by: User) -> None:
    """It is not made after all."""
    if pack.is_finished:
        raise ValidationError("It was made already.")
    pack.items.all().delete()
    pack.delete()
    record("gave up a file of the case", pack.case, by=by)


@action
def note_pack_download(pack: Pack, *, by: User) -> None:
    PackDownload.objects.create(pack=pack, user=by)


def _choose(pack: Pack, documents: Iterable[Document], copies: Iterable[Copy]) -> None:
    chosen = list(documents)
    if any(one.is_taken_out or one.case_id != pack.case_id for one in chosen):
        raise ValidationError("A document was taken out of the case meanwhile: choose again.")
    _choose_copies(pack, list(copies))
    pack.items.exclude(document=None).exclude(document__in=chosen).delete()
    there = set(pack.items.values_list("document", flat=True))
    PackDocument.objects.bulk_create(
        PackDocument(pack=pack, document=one) for one in chosen if one.pk not in there
    )
    pack.needs_review = _needs_review(pack)
    pack.save(update_fields=["needs_review"])


def _choose_copies(pack: Pack, copies: list[Copy]) -> None:
    """Each is made once: what was sent does not change any more."""
    pack.items.copies().exclude(copy_of__in=[one.of for one in copies]).delete()
    there = set(pack.items.copies().values_list("copy_of", flat=True))
    for one in copies:
        if one.of not in there:
            sha256 = vault.store(one.pages())
            pack.items.create(
                copy_of=one.of,
                copy_title=one.title,
                copy_dated_on=one.dated_on,
                copy_sha256=sha256,
            )


def _needs_review(pack: Pack) -> bool:
    items = list(pack.items.select_related("document"))
    return bool(pack.words) or any(
        item.left_out or item.blackened or item.must_not_be_disclosed for item in items
    )


def _review_of(pack: Pack) -> str:
    return f"Review what is blacked out in file {pack.pk} of the case, for {_reader(pack)}"


def _review_is_done(pack: Pack, now: datetime, evidence: str) -> None:
    asked = pack.case.tasks.filter(what=_review_of(pack), for_deciders=True)
    asked.finish_all(on=localdate(now), evidence=evidence)


def _refuse_unless_open(pack: Pack) -> None:
    if pack.is_finished or pack.waits_for_review:
        raise ValidationError("It waits for its review, or was made already.")


def _reader(pack: Pack) -> str:
    """Without a name: the sentence is read by whoever may open the case."""
    return "somebody else" if pack.for_whom == Pack.For.OTHER else pack.reader
