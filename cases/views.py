"""Logging what is not a complaint and is counted all the same."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from cases.actions.casework import log_compliment as save_compliment
from cases.actions.casework import log_contact as save_contact
from cases.forms import ComplimentForm, ContactForm


@require_http_methods(["GET", "POST"])
@needs(Permission.LOG_CASE)
def log_compliment(request):
    return log(request, ComplimentForm, save_compliment, "Log a compliment")


@require_http_methods(["GET", "POST"])
@needs(Permission.LOG_CASE)
def log_contact(request):
    return log(request, ContactForm, save_contact, "Log another contact")


def log(request, form_class, save, title):
    """Ask, save, and offer the same form again: they often come several at a time."""
    form = form_class(request.POST or None, today=localdate())
    if request.method == "POST" and form.is_valid():
        saved = save(by=request.user, **form.cleaned_data)
        messages.success(request, f"Logged: {saved}. Log the next one, or go back to the desk")
        return redirect(request.path)
    return render(request, "cases/log_contact.html", {"form": form, "title": title})
