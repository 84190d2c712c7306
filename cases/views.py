"""Logging what is not a complaint and is counted all the same."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from cases.actions.casework import log_compliment as save_compliment
from cases.forms import ComplimentForm


@require_http_methods(["GET", "POST"])
@needs(Permission.LOG_CASE)
def log_compliment(request):
    """Ask, save, and offer the same form again: they often come several at a time."""
    form = ComplimentForm(request.POST or None, today=localdate())
    if request.method == "POST" and form.is_valid():
        saved = save_compliment(by=request.user, **form.cleaned_data)
        messages.success(request, f"Logged: {saved}. Log the next one, or go back to the desk")
        return redirect(request.path)
    page = {"form": form, "title": "Log a compliment"}
    return render(request, "cases/log_contact.html", page)
