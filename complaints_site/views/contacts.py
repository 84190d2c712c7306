"""Other contacts: members' and MPs' enquiries, professional complaints, service requests."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import Event
from accounts.permissions import Permission, needs
from cases.actions import contacts as actions
from cases.forms import CONTACT_CHANGES, ContactForm
from cases.models import Case, Contact
from complaints_site.contact_filters import ContactFilters
from complaints_site.contacts import Standing, due_on, standing
from complaints_site.meanwhile import Meanwhile
from stages.calendars import NoCalendar, load_calendar
from stages.forms.taking import taken
from stages.working_days import BeyondHorizon

PER_PAGE = 50
EVENTS = 100


@require_http_methods(["GET", "POST"])
@needs(Permission.LOG_CASE)
def log_contact(request):
    """Ask, save, and offer the same form again: they often come several at a time."""
    first = {"owner": request.user.pk}
    form = ContactForm(request.POST or None, today=localdate(), initial=first)
    if request.method == "POST" and form.is_valid() and (saved := save(form, request.user)):
        messages.success(request, f"Logged: {saved}. {due_words(saved)} Log the next one")
        return redirect(request.path)
    page = {"form": form, "title": "Log another contact"}
    return render(request, "cases/log_contact.html", page)


@require_safe
@needs(Permission.OPEN_CASES)
def contact_list(request):
    """The contacts, those due first; the filters stand in the address."""
    filters = ContactFilters(request.GET)
    visible = Contact.objects.visible_to(request.user).select_related("service_area", "owner")
    pages = Paginator(filters.applied_to(visible, on=localdate()), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    return render(
        request,
        "contacts/list.html",
        {
            "filters": filters,
            "page_obj": page,
            "rows": standing(page.object_list, localdate(), load_calendar()),
            "count": pages.count,
        },
    )


@require_safe
@needs(Permission.OPEN_CASES)
def contact(request, pk):
    """One contact: how it stands, what was asked, and the forms that go on with it."""
    shown, today = found(request, pk), localdate()
    about = Event.objects.filter(about_model=Contact._meta.label_lower, about_id=shown.pk)
    forms = {
        kind.replace("-", "_"): form(contact=shown, today=today)
        for kind, form in CONTACT_CHANGES.items()
    }
    return render(
        request,
        "contacts/contact.html",
        {
            "contact": shown,
            "standing": Standing(shown, today, load_calendar()),
            "events": about.select_related("by")[:EVENTS],
            "case": Case.objects.visible_to(request.user).filter(pk=shown.case_id).first(),
            "meanwhile": Meanwhile(shown, request),
            **forms,
        },
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def change(request, pk, how):
    """Put a contact to somebody, answer it, or close it without an answer.

    What somebody else did with it since the form was opened is shown first, and nothing is lost.
    """
    if how not in CONTACT_CHANGES:
        raise Http404
    shown = found(request, pk, locked=request.method == "POST")
    form = CONTACT_CHANGES[how](request.POST or None, contact=shown, today=localdate())
    meanwhile = Meanwhile(shown, request)
    goes_on = request.method == "POST" and shown.is_open and not meanwhile.events
    if goes_on and form.is_valid() and taken(form, request.user):
        messages.success(request, form.notice())
        seen = Contact.objects.visible_to(request.user).filter(pk=pk).exists()
        return redirect("contact", pk) if seen else redirect("contact-list")
    page = {"contact": shown, "form": form, "meanwhile": meanwhile}
    conflict = request.method == "POST" and (meanwhile.events or not shown.is_open)
    return render(request, "contacts/change.html", page, status=409 if conflict else 200)


def found(request, pk, *, locked=False) -> Contact:
    visible = Contact.objects.visible_to(request.user)
    if locked:
        visible = visible.select_for_update(of=("self",))
    return get_object_or_404(visible.select_related("service_area", "owner", "case"), pk=pk)


def save(form, user):
    """The new contact; None where a rule refused it, which then stands on the form."""
    data = form.cleaned_data
    try:
        due = due_on(data["kind"], data["received_on"])
        return actions.log_contact(by=user, due_on=due, **data)
    except (ValidationError, BeyondHorizon, NoCalendar) as refusal:
        form.add_error(None, getattr(refusal, "messages", [str(refusal)]))
        return None


def due_words(saved) -> str:
    return f"Answer due {saved.due_on:%-d %B %Y}." if saved.due_on else ""
