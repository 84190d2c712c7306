"""Headers on every page."""

from django.conf import settings


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
