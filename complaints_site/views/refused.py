"""A form that was refused because it was too old: it says so, and shows what was typed."""

from django.http import HttpRequest
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.text import capfirst

from accounts.permissions import open_to_anyone
from complaints_site import kept_typing


@open_to_anyone
def form_too_old(request: HttpRequest, reason: str = ""):
    """Nothing is saved. Where the form was our own page's, it can be opened again, filled."""
    typed = [] if _is_the_sign_in(request) else kept_typing.typed_in(request)
    again = ""
    if typed and kept_typing.came_from_this_site(request):
        user = request.user
        whose = user.pk if user.is_authenticated else kept_typing.who_was_here(request)
        again = request.get_full_path() if kept_typing.keep(request, whose) else ""
    shown = [
        (capfirst(name.replace("_", " ")), value)
        for name, value in typed
        if value and name not in kept_typing.NOT_TYPED
    ]
    return render(request, "403_csrf.html", {"typed": shown, "again": again}, status=403)


def _is_the_sign_in(request: HttpRequest) -> bool:
    try:
        return resolve(request.path).func.needs is None
    except (Resolver404, AttributeError):
        return True
