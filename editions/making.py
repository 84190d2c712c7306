"""What the worker does to make a file, a public form with its proof, or to publish an edition."""

from django.core.exceptions import ValidationError
from django.utils.timezone import now

from editions.actions import making as actions
from editions.actions.publishing import publish
from editions.assembling import Assembling
from editions.document import PUBLIC, Document, of_plain
from editions.exports.every import MADE
from editions.models import Edition, Made
from editions.released.made import public_of_plain
from editions.released.public import public_form

COUNTING, PROVING = "Counting the figures", "Hiding small numbers and proving that they stay hidden"
SETTING, PUBLISHING = (
    "Setting the pages",
    "Keeping the words, the numbers and the cases behind them",
)
AGAIN = "It could not be made. Try again; if that fails too, tell whoever looks after the system."
NO_PUBLIC_FORM = "Its public form is not made yet: have it proved first."
NOT_SAFE = "Its public form cannot be released as it is: what it hides and why stands on its page."


class NoPublicForm(Exception):
    """What a file of the public form is made of is not there."""


def make(made: Made) -> None:
    """Make it anew also where a worker that is gone has begun. A failure is told in a sentence."""
    try:
        _WAYS.get(made.kind, _file)(made)
    except ValidationError as error:
        actions.tell_failed(made, " ".join(error.messages), by=made.asked_by)
    except NoPublicForm as error:
        actions.tell_failed(made, str(error), by=made.asked_by)
    except Exception:
        actions.tell_failed(made, AGAIN, by=made.asked_by)
        raise


def _step(made: Made, step: str, done: int, of: int) -> None:
    actions.tell_step(made, step, done=done, of=of, by=made.asked_by)


def _file(made: Made) -> None:
    _step(made, COUNTING, 0, 2)
    at = now()
    document = document_of(made.edition) if made.form != PUBLIC else public_file_of(made.edition)
    _step(made, SETTING, 1, 2)
    _, _, way = MADE[made.kind]
    actions.keep_made(made, at=at, content=way(document), by=made.asked_by)


def _proof(made: Made) -> None:
    _step(made, COUNTING, 0, 2)
    at = now()
    assembling = Assembling(made.edition)
    document = assembling.document()
    _step(made, PROVING, 1, 2)
    public = public_form(assembling, document)
    actions.keep_made(made, at=at, result=public.as_plain(), by=made.asked_by)


def _publishing(made: Made) -> None:
    _step(made, PUBLISHING, 0, 1)
    at = now()
    publish(made.edition, seen=made.draft, now=at, by=made.asked_by)
    actions.keep_made(made, at=at, by=made.asked_by)


_WAYS = {Made.PROOF: _proof, Made.PUBLISHING: _publishing}


def document_of(edition: Edition) -> Document:
    """As it was published; of a draft, as it would be now."""
    if edition.is_published:
        return of_plain(edition.frozen.internal)
    return Assembling(edition).document()


def last_proof(edition: Edition) -> Made | None:
    """Its public form as it was last made. ``draft`` and ``counted_at`` say of what."""
    return edition.made.done().filter(kind=Made.PROOF).select_related("edition").first()


def may_leave(edition: Edition) -> bool:
    """Whether files are made of its public form: it is proved, or was allowed all the same."""
    if edition.is_published:
        return edition.frozen.public is not None
    proof = last_proof(edition)
    if proof is None:
        return False
    allowed = edition.releases_allowed.filter(draft=proof.draft)
    return public_of_plain(proof.result).is_safe or allowed.exists()


def public_file_of(edition: Edition) -> Document:
    """What a file of it is made of."""
    document = public_of(edition)
    if not may_leave(edition):
        raise NoPublicForm(NOT_SAFE)
    return document


def public_of(edition: Edition) -> Document:
    """The public form: as it was published, or as it was last proved."""
    if edition.is_published:
        plain = edition.frozen.public
    else:
        proof = last_proof(edition)
        plain = proof.result["document"] if proof else None
    if plain is None:
        raise NoPublicForm(NO_PUBLIC_FORM)
    return of_plain(plain)
