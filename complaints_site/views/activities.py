"""Activities of the service: surgeries, training sessions, meetings, leaflets."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import Event
from accounts.permissions import Permission, needs
from cases.actions import activities as actions
from cases.models import Activity, Case, Contact
from complaints_site.activity_forms import (
    ActivityFilters,
    ActivityForm,
    AddTraineesForm,
    CameInForm,
    LeaveOutForm,
    LogActivityForm,
    TrainedForm,
)

PER_PAGE = 50
EVENTS = 100


@require_safe
@needs(Permission.OPEN_CASES)
def activity_list(request):
    """The activities, the latest first; the filters stand in the address."""
    filters = ActivityFilters(request.GET, today=localdate())
    found = filters.applied_to(Activity.objects.select_related("kind", "service_area"))
    trained = Count("trainees", distinct=True, filter=Q(trainees__trained_on__isnull=False))
    numbers = found.annotate(
        to_train=Count("trainees", distinct=True),
        trained=trained,
        came_in=Count("logged", distinct=True),
    )
    pages = Paginator(numbers.order_by("-held_on", "-pk"), PER_PAGE)  # grouped: no order of its own
    page = pages.get_page(request.GET.get("page"))
    shown = {"filters": filters, "page_obj": page, "count": pages.count}
    return render(request, "activities/list.html", shown)


@require_http_methods(["GET", "POST"])
@needs(Permission.LOG_CASE)
def log_activity(request):
    """Ask, save, and offer the same form again: they are often logged a month at a time."""
    form = LogActivityForm(request.POST or None, today=localdate())
    if request.method == "POST" and form.is_valid():
        saved = actions.log_activity(by=request.user, **form.cleaned_data)
        messages.success(request, f"Logged: {saved}. Log the next one, or open its page")
        return redirect(request.path)
    return render(request, "activities/log.html", {"form": form, "title": "Log an activity"})


@require_safe
@needs(Permission.OPEN_CASES)
def activity(request, pk):
    return page_of(request, get_object_or_404(Activity, pk=pk))


@require_http_methods(["GET", "POST"])
@needs(Permission.LOG_CASE)
@transaction.atomic
def correct(request, pk):
    shown = get_object_or_404(Activity.objects.select_for_update(), pk=pk)
    form = ActivityForm(request.POST or None, instance=shown, today=localdate())
    if request.method == "POST" and form.is_valid():
        actions.correct_activity(shown, by=request.user, **form.cleaned_data)
        messages.success(request, "The activity is corrected.")
        return redirect("activity", pk)
    page = {"form": form, "title": "Correct the activity", "activity": shown}
    return render(request, "activities/log.html", page)


@needs(Permission.LOG_CASE)
@require_POST
@transaction.atomic
def change(request, pk, what):
    """One of the small forms on the page of an activity."""
    shown = get_object_or_404(Activity.objects.select_for_update(), pk=pk)
    forms = forms_of(request, shown, typed={what: request.POST})
    if what not in forms:
        raise Http404
    form = forms[what]
    if form.is_valid() and (said := taken(what, shown, form, request.user)):
        messages.success(request, said)
        return redirect("activity", pk)
    return page_of(request, shown, forms)


def taken(what, shown, form, user) -> str:
    """What was done, in words; nothing where a rule refused it, which then stands on the form."""
    answers = form.cleaned_data
    if what == "to-train":
        actions.add_trainees(shown, names=answers["names"], by=user)
        return "They are on the list."
    if what == "trained":
        actions.record_trained(shown, who=answers["who"], on=answers["on"], by=user)
        return "Recorded as trained."
    if what == "leave-out":
        actions.leave_out_activity(shown, why=answers["why"], by=user)
        return "It is kept, and counted no more."
    try:
        came = {"cases": answers["references"], "contacts": answers.get("contacts") or ()}
        actions.join_what_came_in(shown, by=user, **came)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return ""
    return "Joined with what came in at it."


def forms_of(request, shown, typed):
    return {
        "to-train": AddTraineesForm(typed.get("to-train")),
        "trained": TrainedForm(typed.get("trained"), activity=shown, today=localdate()),
        "came-in": CameInForm(typed.get("came-in"), activity=shown, user=request.user),
        "leave-out": LeaveOutForm(typed.get("leave-out")),
    }


def page_of(request, shown, forms=None):
    forms = forms or forms_of(request, shown, {})
    logged = list(shown.logged.all())
    cases = Case.objects.visible_to(request.user).filter(logged_at__activity=shown)
    contacts = Contact.objects.visible_to(request.user).filter(logged_at__activity=shown)
    about = Event.objects.filter(about_model=Activity._meta.label_lower, about_id=shown.pk)
    return render(
        request,
        "activities/activity.html",
        {
            "activity": shown,
            "forms": list(forms.values()),
            "to_train": forms["to-train"],
            "trained": forms["trained"],
            "came_in": forms["came-in"],
            "leave_out": forms["leave-out"],
            "trainees": list(shown.trainees.all()),
            "cases": cases,
            "contacts": contacts.select_related("service_area"),
            "hidden": len(logged) - len(cases) - len(contacts),
            "events": about.select_related("by")[:EVENTS],
        },
    )
