"""The trail: every change is one action, in one transaction, by someone.

Database triggers (pghistory) keep each field before and after, also for bulk changes and SQL by
hand; an :class:`~accounts.models.Event` is the sentence over them: who did what, and why. The two
are joined by the context's id.
"""

from collections.abc import Callable, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial, wraps

import pghistory
from django.db import transaction


def tracked(model=None, *, exclude=None):
    """Record every insert, update and delete of a model's rows: ``@tracked`` on the class."""
    if model is None:
        return partial(tracked, exclude=exclude)
    events = pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
    return pghistory.track(*events, exclude=exclude)(model)


_inside_an_act = ContextVar("inside an act", default=False)


def action(function: Callable) -> Callable:
    """Make ``function(…, by=user)`` one action: one transaction, one context in the trail.

    An action that another takes is part of it: where it fails, all of it fails, so it needs no
    savepoint of its own.
    """

    @wraps(function)
    def wrapper(*args, by, **kwargs):
        with one_act(by=by, action=function.__name__):
            return function(*args, by=by, **kwargs)

    wrapper.is_action = True
    return wrapper


@contextmanager
def one_act(*, by, **names: str):
    """Make all that is done inside one act: one transaction, one context, which ``names`` name.

    Acts inside an act belong to it. It keeps the names that it was given first: a complaint that is
    taken in was not begun, although that is the last thing done in it.
    """
    is_part = _inside_an_act.get()
    token = _inside_an_act.set(True)
    try:
        with transaction.atomic(savepoint=not is_part), pghistory.context() as context:
            for name, value in {"user": by.pk if by else None, **names}.items():
                context.metadata.setdefault(name, value)
            yield
    finally:
        _inside_an_act.reset(token)


def record(sentence: str, about, *, by, why: str = ""):
    """Write ``sentence`` (what was done, without the name) into the trail of the row ``about``.

    ``by`` is None for the system itself: a command run by hand or by the clock.
    """
    from accounts.models import Event  # the models are made with ``tracked``, so they import us

    with pghistory.context() as context:
        return Event.objects.create(
            sentence=sentence,
            why=why,
            about_model=about._meta.label_lower,
            about_id=about.pk,
            by=by,
            context_id=context.id,
        )


def record_each(sentences: Iterable[tuple], *, by, model) -> None:
    """Write many sentences in one statement: of each its row's key, the sentence, and why."""
    from accounts.models import Event

    with pghistory.context() as context:
        Event.objects.bulk_create(
            Event(
                sentence=sentence,
                why=why,
                about_model=model._meta.label_lower,
                about_id=key,
                by=by,
                context_id=context.id,
            )
            for key, sentence, why in sentences
        )
