"""Referrals to advocacy: those that are no complaint stand, and are worked, here."""

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
from cases.actions.advocacy import log_referral as log
from cases.models import AdvocacyReferral
from complaints_site.referral_forms import CHANGES, ReferralFilters, ReferralForm

PER_PAGE = 50
EVENTS = 100


@require_safe
@needs(Permission.LOG_CASE)
def referrals(request):
    """The referrals, those still open first; the filters stand in the address."""
    filters = ReferralFilters(request.GET)
    visible = AdvocacyReferral.objects.visible_to(request.user)
    pages = Paginator(filters.applied_to(visible.select_related("service_area", "case")), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    rows = page.object_list
    context = {"filters": filters, "page_obj": page, "rows": rows, "count": pages.count}
    return render(request, "advocacy/list.html", context)


@require_http_methods(["GET", "POST"])
@needs(Permission.LOG_CASE)
def log_referral(request):
    """Ask, save, and offer the same form again: a provider tells of several at a time."""
    form = ReferralForm(request.POST or None, today=localdate())
    if request.method == "POST" and form.is_valid():
        saved = log(by=request.user, **form.cleaned_data)
        messages.success(request, f"Logged: referral to advocacy, {saved.service_area}.")
        return redirect("log-referral")
    return render(request, "advocacy/log.html", {"form": form})


@require_safe
@needs(Permission.LOG_CASE)
def referral(request, pk):
    shown = found(request, pk)
    about = Event.objects.filter(about_model=AdvocacyReferral._meta.label_lower, about_id=shown.pk)
    page = {"referral": shown, "case": shown.case, "changes": list(offered(request, shown))}
    page["events"] = about.select_related("by")[:EVENTS]
    return render(request, "advocacy/referral.html", page)


@require_http_methods(["GET", "POST"])
@needs(Permission.LOG_CASE)
@transaction.atomic
def change_referral(request, pk, key):
    """One change of a referral without a complaint; one of a case is changed there."""
    if key not in CHANGES:
        raise Http404
    shown = found(request, pk, locked=request.method == "POST")
    form = CHANGES[key](request.POST or None, referral=shown, user=request.user, today=localdate())
    if reason := why_not(form):
        messages.error(request, reason)
        return redirect("referral", pk)
    if request.method == "POST" and form.is_valid() and taken(form):
        messages.success(request, f"{form.heading}: done.")
        return redirect("referral", pk)
    return render(request, "advocacy/change.html", {"referral": shown, "form": form})


def offered(request, shown):
    """What may be done now: its key and its words."""
    for key, form in CHANGES.items():
        change = form(referral=shown, user=request.user, today=localdate())
        if not why_not(change):
            yield key, change.heading


def why_not(form) -> str:
    """A referral of a case is worked on the case."""
    return "This is done on the case." if form.referral.case_id else form.objection()


def found(request, pk, *, locked=False) -> AdvocacyReferral:
    visible = AdvocacyReferral.objects.visible_to(request.user)
    if locked:
        visible = visible.select_for_update(of=("self",))
    return get_object_or_404(visible.select_related("service_area", "case"), pk=pk)


def taken(form) -> bool:
    """Make the change; where a rule refuses it, the form says why."""
    try:
        with transaction.atomic():
            form.take()
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    return True
