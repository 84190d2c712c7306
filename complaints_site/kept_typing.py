"""What was typed into a form that could not be saved: kept for its author, for an hour.

It lies in the session of the browser, with whose it is: a signed cookie knows who was signed in
there last, and only they get it back. Passwords and files are never kept.
"""

import time
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string

from complaints_site.filling import fill

KEPT = "typed"  # in the session
WHO = "was_here"  # the signed cookie
FORGET = "forget"  # in the address, from the button "Empty the form"
SECONDS = 60 * 60
MOST_FORMS = 5
MOST_CHARACTERS = 200_000
NOT_TYPED = {"csrfmiddlewaretoken", "seen", "act", "next"}  # a form's own, not its author's
SECRET = "password"  # noqa: S105 – in the name of every field that must not be kept


def typed_in(request: HttpRequest) -> list[tuple[str, str]]:
    """Every answer of a form that was sent, in its order, without what is secret."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken" and SECRET not in name.lower()
    ]


def keep(request: HttpRequest, whose: int | None) -> str:
    """Keep what was typed for ``whose`` it is; what to tell them, nothing where nothing is there.

    Of somebody who was never signed in on this browser, nothing is kept.
    """
    fields = typed_in(request)
    if whose is None or not any(value for name, value in fields if name not in NOT_TYPED):
        return ""
    path = request.get_full_path()
    entry = {"whose": whose, "path": path, "at": time.time(), "fields": fields}
    others = [one for one in _kept(request, whose) if one["path"] != path]
    if _size(entry) > MOST_CHARACTERS:
        return "What you typed is too long to be kept: go back in your browser and copy it."
    entries = [*others, entry][-MOST_FORMS:]
    while sum(map(_size, entries)) > MOST_CHARACTERS:
        entries.pop(0)
    request.session.clear_expired()
    request.session[KEPT] = entries
    if not request.user.is_authenticated:
        request.session.set_expiry(SECONDS)
    return "What you typed is kept for an hour: sign in, and it stands in its boxes again."


def bring_back(request: HttpRequest, response: HttpResponse) -> None:
    """Fill the form of this page with what its reader had typed; forget what is nobody's now."""
    session = request.session
    if "_session_expiry" in session:  # the hour was for what was typed, not for the day's work
        session.set_expiry(None)
    if KEPT not in session:
        return
    entries = _kept(request, request.user.pk)
    path = request.get_full_path()
    if request.method == "POST" and response.status_code != 403:
        entries = [one for one in entries if one["path"] != path]
    if entries:
        session[KEPT] = entries
    else:
        del session[KEPT]
    entry = next((one for one in entries if one["path"] == path), None)
    if entry and request.method == "GET" and _is_a_page(response):
        _fill(response, entry, request)


def forgets(request: HttpRequest) -> HttpResponse | None:
    """Drop what was typed into this form, where its author asks for an empty one."""
    if request.method != "GET" or FORGET not in request.GET or KEPT not in request.session:
        return None
    left = request.GET.copy()
    del left[FORGET]
    path = f"{request.path}?{left.urlencode()}" if left else request.path
    others = [one for one in request.session[KEPT] if one["path"] != path]
    if len(others) == len(request.session[KEPT]):
        return None
    request.session[KEPT] = others
    return redirect(path)


def who_was_here(request: HttpRequest) -> int | None:
    """The key of whoever was signed in last on this browser."""
    return request.get_signed_cookie(WHO, default=None, salt=WHO)


def remember_who(request: HttpRequest, response: HttpResponse) -> None:
    who = str(request.user.pk)
    if who_was_here(request) != who:
        secure = settings.SESSION_COOKIE_SECURE
        response.set_signed_cookie(WHO, who, salt=WHO, httponly=True, samesite="Lax", secure=secure)


def came_from_this_site(request: HttpRequest) -> bool:
    """Whether a page of ours sent the form: another site must not put words into anybody's."""
    sender = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(sender).netloc == request.get_host()


def _kept(request: HttpRequest, whose: int | str) -> list[dict]:
    fresh = time.time() - SECONDS
    entries = request.session.get(KEPT, [])
    return [one for one in entries if str(one["whose"]) == str(whose) and one["at"] > fresh]


def _size(entry: dict) -> int:
    return sum(len(name) + len(value) for name, value in entry["fields"])


def _is_a_page(response: HttpResponse) -> bool:
    kind = response.headers.get("Content-Type", "")
    return response.status_code == 200 and not response.streaming and kind.startswith("text/html")


def _fill(response: HttpResponse, entry: dict, request: HttpRequest) -> None:
    typed = [(name, value) for name, value in entry["fields"] if name != "csrfmiddlewaretoken"]
    mark = "&" if "?" in entry["path"] else "?"

    def notice(left: list[tuple[str, str]]) -> str:
        shown = [(name, value) for name, value in left if value and name not in NOT_TYPED]
        context = {"left": shown, "empty": f"{entry['path']}{mark}{FORGET}=1"}
        return render_to_string("components/typed_is_back.html", context)

    page = response.content.decode(response.charset)
    response.content = fill(page, entry["path"], typed, notice).encode(response.charset)
