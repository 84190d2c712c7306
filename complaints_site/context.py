"""What every page needs: the council's name, the navigation, the banner of a trial copy."""

from django.conf import settings
from django.urls import reverse

from accounts.permissions import Permission

NAVIGATION = [
    ("Desk", "desk", Permission.OPEN_CASES),
    ("Cases", "case-list", Permission.OPEN_CASES),
    ("Letters", "letters-to-vet", Permission.OPEN_CASES),
    ("Lessons", "lessons", Permission.OPEN_CASES),
    ("Payments", "payments", Permission.PAY),
    ("Contacts", "contact-list", Permission.LOG_CASE),
    ("Advocacy", "referrals", Permission.LOG_CASE),
    ("Ombudsman", "ombudsman", Permission.RUN_CASE),
    ("Pool", "pool", Permission.RUN_CASE),
    ("Reports", "reporting:index", Permission.OPEN_REPORTS),
    ("Calendar", "calendar", Permission.KEEP_LISTS),
    ("Procedures", "procedures", Permission.KEEP_LISTS),
    ("Lists", "lists", Permission.KEEP_LISTS),
    ("People", "people", Permission.KEEP_PEOPLE),
    ("E-mail", "messages", Permission.KEEP_PEOPLE),  # others come from their desk
]


def site(request) -> dict:
    """Context for base.html. ``navigation`` holds only what the reader may open."""
    user = getattr(request, "user", None)
    signed_in = user is not None and user.is_authenticated
    return {
        "council_name": settings.COUNCIL_NAME,
        "not_for_real_data": settings.NOT_FOR_REAL_DATA,
        "navigation": list(_navigation(request, user)) if signed_in else [],
        "role_names": user.role_names if signed_in else "",
        "may_search": signed_in and user.may(Permission.OPEN_CASES),
        "may_log": signed_in and user.may(Permission.LOG_CASE),
        "may_decide": signed_in and user.may(Permission.DECIDE),
    }


def _navigation(request, user):
    for label, name, permission in NAVIGATION:
        if user.may(permission):
            url = reverse(name)
            here = request.path == url or (url != "/" and request.path.startswith(url))
            yield {"label": label, "url": url, "current": here}
