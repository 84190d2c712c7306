"""What is asked of the worker, and how far it has come with it."""

from datetime import datetime

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.trail import action, record
from documents import vault
from editions.document import INTERNAL
from editions.models import Edition, Made
from messages_out.queue import queue

MAKE = "editions.make"
WORDS = {Made.PROOF: "the public form with its proof", Made.PUBLISHING: "its publishing"}


@action
def ask(edition: Edition, *, kind: str, form: str = INTERNAL, by: User) -> Made:
    """Have the worker make it. What is being made already is not begun twice."""
    Edition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    already = edition.made.under_way().filter(kind=kind, form=form, draft=edition.draft).first()
    if already:
        return already
    made = Made(edition=edition, draft=edition.draft, kind=kind, form=form, asked_by=by)
    made.full_clean()
    made.save()
    queue(MAKE, made=made.pk)
    record(f"asked for {WORDS.get(kind, f'the {form} form as {kind}')}", edition, by=by)
    return made


@action
def ask_to_publish(edition: Edition, *, seen: int, by: User) -> Made:
    """``seen`` is the draft that was looked at. Whoever is second is told."""
    locked = Edition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    if locked.is_published:
        raise ValidationError("Somebody has just published it.")
    if locked.draft != seen:
        raise ValidationError("It changed while you looked at it: look at it again.")
    if locked.made.under_way().filter(kind=Made.PUBLISHING).exists():
        raise ValidationError("Somebody is publishing it at this moment.")
    return ask(locked, kind=Made.PUBLISHING, by=by)


@action
def tell_step(made: Made, step: str, *, done: int, of: int, by: User) -> None:
    """How far it is: read by whoever waits for it."""
    made.state, made.step, made.steps_done, made.steps = Made.State.BEING_MADE, step, done, of
    made.save(update_fields=["state", "step", "steps_done", "steps"])


@action
def keep_made(
    made: Made, *, at: datetime, by: User, content: bytes | None = None, result: dict | None = None
) -> None:
    """``at`` is when the records were counted."""
    made.state, made.counted_at, made.step, made.steps_done = Made.State.DONE, at, "", made.steps
    made.sha256 = vault.store(content) if content is not None else ""
    made.result = result
    made.full_clean()
    made.save()
    record(f"made {WORDS.get(made.kind, f'the {made.form} form as {made.kind}')}", made, by=by)


@action
def tell_failed(made: Made, why: str, *, by: User) -> None:
    made.state, made.step, made.failed_because = Made.State.FAILED, "", why
    made.save(update_fields=["state", "step", "failed_because"])
    record("could not make what was asked for", made, by=by, why=why)
