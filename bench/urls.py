"""The site's addresses, and the bare page that its pages are held against."""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import include, path

from accounts.permissions import needs
from cases.models import Case


@needs()
def bare_page(request):
    """Behind log-in: one indexed query of 50 rows, a plain table, no other work."""
    cases = Case.objects.only("reference", "received_on", "closed_on", "close_reason")[:50]
    return HttpResponse(render_to_string("bare.html", {"cases": cases}))


urlpatterns = [
    path("bare/", bare_page, name="bare"),
    path("", include("complaints_site.urls")),
]
