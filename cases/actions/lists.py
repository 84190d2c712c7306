"""Words added to the lists. A word that stands there already is never changed by a file."""

from accounts.models import User
from accounts.trail import action, record


@action
def add_missing(model, words: list, *, by: User | None, known_by=("name",)) -> list:
    """Add those ``words`` (unsaved rows of ``model``) that the list does not hold yet.

    Two are the same where they agree in ``known_by``. Returns the rows that were added.
    """
    known = set(model.objects.values_list(*known_by))
    new = [word for word in words if tuple(getattr(word, name) for name in known_by) not in known]
    for word in model.objects.bulk_create(new):
        record(f"added “{word}” to the {model._meta.verbose_name_plural}"[:500], word, by=by)
    return new
