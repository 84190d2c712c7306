"""Other contacts: members' and MPs' enquiries, professional complaints, service requests."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import Event
from accounts.permissions import Permission, needs
from cases.actions import contacts as actions
from cases.forms import AnswerContactForm, CloseContactForm, ContactForm, PutToForm
from cases.models import Case, Contact
from complaints_site.contact_filters import ContactFilters
from complaints_site.contacts import Standing, due_on, standing
from stages.calendars import NoCalendar, load_calendar
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
    return page_of(request, found(request, pk))


@needs(Permission.OPEN_CASES)
@require_POST
@transaction.atomic
def put_to(request, pk):
    shown = found(request, pk, locked=True)
    form = PutToForm(request.POST, contact=shown)
    if not form.is_valid():
        return page_of(request, shown, put_to=form)
    actions.put_contact_to(shown, by=request.user, **form.cleaned_data)
    messages.success(request, f"It is with {shown.owner} now.")
    seen = Contact.objects.visible_to(request.user).filter(pk=pk).exists()
    return redirect("contact", pk) if seen else redirect("contact-list")


@needs(Permission.OPEN_CASES)
@require_POST
@transaction.atomic
def end(request, pk, how):
    """Answer a contact, or close it without an answer."""
    endings = {
        "answer": (AnswerContactForm, actions.answer_contact),
        "close": (CloseContactForm, actions.close_contact),
    }
    if how not in endings:
        raise Http404
    form_class, action = endings[how]
    shown = found(request, pk, locked=True)
    if not shown.is_open:
        messages.error(request, f"It was closed on {shown.closed_on:%-d %B %Y}.")
        return redirect("contact", pk)
    form = form_class(request.POST, contact=shown, today=localdate())
    if form.is_valid():
        action(shown, by=request.user, **form.cleaned_data)
        messages.success(request, "The contact is answered." if how == "answer" else "Closed.")
        return redirect("contact", pk)
    return page_of(request, shown, **{how: form})


def found(request, pk, *, locked=False) -> Contact:
    visible = Contact.objects.visible_to(request.user)
    if locked:
        visible = visible.select_for_update(of=("self",))
    return get_object_or_404(visible.select_related("service_area", "owner", "case"), pk=pk)


def page_of(request, shown, **forms):
    """One contact. ``forms`` holds the one with errors, if there is one."""
    today = localdate()
    fresh = {
        "answer": AnswerContactForm(contact=shown, today=today),
        "close": CloseContactForm(contact=shown, today=today),
        "put_to": PutToForm(contact=shown),
    }
    about = Event.objects.filter(about_model=Contact._meta.label_lower, about_id=shown.pk)
    return render(
        request,
        "contacts/contact.html",
        {
            "contact": shown,
            "standing": Standing(shown, today, load_calendar()),
            "forms": list(forms.values()),
            "events": about.select_related("by")[:EVENTS],
            "case": Case.objects.visible_to(request.user).filter(pk=shown.case_id).first(),
            **fresh,
            **forms,
        },
    )


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
