"""Where who complains is withheld from the service, what was written may name them all the same.

Whoever writes is asked about it (:mod:`stages.forms.giving_away`), but what was written before,
came with a log, or was sent again as it was, stands there. So no page that goes to somebody who may
not know shows it: each name, number and address is put out of sight, whatever page it stands on,
except in the boxes of a form, which hold what the reader typed.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db.models import Q
from django.utils.html import escape

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Case
from stages.forms.giving_away import MASK, WORD, Secret, secrets_of

# What of a page is no text that somebody reads, and what they typed themselves
LEFT_ALONE = r"<textarea\b.*?</textarea>|<script\b.*?</script>|<style\b.*?</style>|<[^>]*>"
PIECES = re.compile(rf"({LEFT_ALONE})", re.DOTALL | re.IGNORECASE)
CASES = re.compile(r"/case/([\w.~%-]+)/|\b(\d{4}-\d{5})\b")
MONTHS = {"January", "March", "April", "May", "June", "July", "August"}
TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+"


class MasksWithheld:
    """Masks each page of whoever may not know who complains."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if response.streaming or not is_page or _may_know(request):
            return response
        page = response.content.decode()
        if secrets := _secrets_of_page(page):
            response.content = masked(page, secrets, _staff_named_like(secrets))
        return response


def _may_know(request) -> bool:
    """Not somebody who answers one question through a link, and has no log-in."""
    user = getattr(request, "user", None)
    return bool(user and user.is_authenticated and user.may(Permission.SEE_WITHHELD))


def _secrets_of_page(page: str) -> list[Secret]:
    """Of the cases that the page tells of; one query where nobody is withheld in any."""
    references = {link or shown for link, shown in CASES.findall(page)}
    if not references:
        return []
    withheld = Q(identity_withheld=True) | Q(part_of__identity_withheld=True)
    cases = Case.objects.filter(withheld, reference__in=references).select_related("part_of")
    return [secret for case in cases for secret in secrets_of(case)]


def _staff_named_like(secrets: Iterable[Secret]) -> list[str]:
    """Who works here is named on pages too, and may share a name with somebody withheld."""
    words = [secret.text for secret in secrets if secret.is_word]
    whole = {secret.text for secret in secrets if not secret.is_word}
    if not words:
        return []
    alike = r"\m(" + "|".join(map(re.escape, words)) + r")\M"
    names = User.objects.filter(full_name__regex=alike).values_list("full_name", flat=True)
    return [name for name in names if name not in whole]


def masked(page: str, secrets: Iterable[Secret], staff: Iterable[str] = ()) -> str:
    """
    >>> vale = [Secret("Ann Vale"), Secret("Ann", True), Secret("Vale", True)]
    >>> masked('<p title="Vale">Ann Vale and Mrs Vale rang</p>', vale)
    '<p title="Vale">[name withheld] and Mrs [name withheld] rang</p>'
    >>> masked("<p>Ann Fielding wrote</p><textarea>Vale</textarea>", vale, ["Ann Fielding"])
    '<p>Ann Fielding wrote</p><textarea>Vale</textarea>'
    """
    pattern = _pattern(secrets, staff)
    pieces = PIECES.split(page)
    pieces[::2] = (pattern.sub(_mask, text) for text in pieces[::2])
    return "".join(pieces)


def _mask(found: re.Match) -> str:
    return found[0] if found["staff"] else f"{found['title'] or ''}{MASK}"


def _pattern(secrets: Iterable[Secret], staff: Iterable[str]) -> re.Pattern:
    """The longest first, so that a whole name is one mask.

    A word that our own pages are written with is a name only after a title: "Mr Mark".
    """
    whole = {secret.text for secret in secrets if not secret.is_word}
    words = {secret.text for secret in secrets if secret.is_word}
    usual = {word for word in words if word in MONTHS or word in words_of_our_pages()}
    after_title = f"(?P<title>{TITLES})(?:{_any(words)})" if words else r"(?P<title>(?!))"
    ways = [
        rf"(?P<staff>{_any(staff)})" if staff else r"(?P<staff>(?!))",
        f"(?i:{_any(whole)})" if whole else "",
        after_title,
        _any(words - usual) if words - usual else "",
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(filter(None, ways))})(?!\w)")


def _any(texts: Iterable[str]) -> str:
    longest_first = sorted(texts, key=len, reverse=True)
    return "|".join(re.escape(escape(text)).replace(r"\ ", r"\s+") for text in longest_first)


@cache
def words_of_our_pages() -> frozenset[str]:
    found = set()
    for folder in settings.TEMPLATES[0]["DIRS"]:
        for template in Path(folder).rglob("*.html"):
            found.update(WORD.findall(template.read_text()))
    return frozenset(found)
