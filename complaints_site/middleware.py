"""Around every page: its headers, and what was typed into it when nobody was signed in any more."""

from django.conf import settings
from django.contrib import messages

from complaints_site import kept_typing


class SecureHeaders:
    """Say what a page may load: our own files and nothing else, no script or style in the page.

    The setting has the name and form of Django 6's own, which takes this place one day.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.policy = "; ".join(
            f"{subject} {' '.join(sources)}" for subject, sources in settings.SECURE_CSP.items()
        )

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        return response


class KeepsTyping:
    """Bring back what was typed into a form that was sent after its author was signed out.

    It is kept on the server (:mod:`complaints_site.kept_typing`) and stands in the boxes again once
    the same person has signed in on the same browser.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if forgotten := kept_typing.forgets(request):
            return forgotten
        response = self.get_response(request)
        if getattr(request, "needs_sign_in", False) and request.user.is_authenticated:
            kept_typing.bring_back(request, response)
            kept_typing.remember_who(request, response)
        return response

    def process_view(self, request, view, args, kwargs):
        """Before the sign-in page takes over: its middleware stands after this one."""
        request.needs_sign_in = getattr(view, "login_required", True)
        sent = request.method == "POST" and request.needs_sign_in
        if not sent or request.user.is_authenticated:
            return
        if said := kept_typing.keep(request, kept_typing.who_was_here(request)):
            messages.info(request, f"You were signed out. {said}")
