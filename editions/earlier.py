"""What earlier editions said: last year in brackets comes from there, not from today's records."""

from editions.models import Edition, FrozenReport
from reporting.scope import Scope


def numbers_published(scope: Scope) -> dict[str, str]:
    """The numbers of the last version published of the same scope, by their keys."""
    frozen = last_frozen(scope)
    return frozen.numbers if frozen else {}


def last_frozen(scope: Scope) -> FrozenReport | None:
    editions = Edition.objects.published().about(scope)
    return FrozenReport.objects.filter(edition__in=editions).order_by("-edition__version").first()


def edition_before(edition: Edition) -> Edition | None:
    """The last edition published of the year before, whose priorities and questions open this."""
    published = Edition.objects.published().about(edition.scope.previous())
    return published.order_by("-version").first()
