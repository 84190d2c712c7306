"""The Ombudsman's enquiries: the list of them, one of them, and those about no case of ours."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.models import ServiceArea
from complaints_site.ombudsman_page import (
    REMEDIES,
    STATES,
    OmbudsmanPage,
    in_words,
    late_remedies,
)
from stages.forms.enquiries import CHANGES, LogEnquiryForm, what_may_follow
from stages.forms.taking import taken
from stages.models import OmbudsmanEnquiry

ROWS_A_PAGE = 50


@require_safe
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def ombudsman(request):
    """What is with the Ombudsman, what we owe, and what was agreed and is not done yet."""
    show = request.GET.get("show", "")
    area = request.GET.get("area", "")
    page = OmbudsmanPage(
        request.user,
        localdate(),
        show if show in (*STATES, REMEDIES) else "",
        ServiceArea.objects.filter(pk=area).first() if area.isdecimal() else None,
    )
    listed = Paginator(page.listed(), ROWS_A_PAGE).get_page(request.GET.get("page"))
    remedies = list(page.remedies) if page.show in ("", REMEDIES) else []
    for remedy in remedies:
        remedy.late = remedy.task.is_late(on=page.today)
    return render(
        request,
        "ombudsman/ombudsman.html",
        {
            "page": page,
            "counters": page.counters(),
            "heading": STATES.get(page.show, "Open enquiries"),
            "page_obj": listed,
            "enquiries": [in_words(enquiry, page.today) for enquiry in listed],
            "remedies": remedies,
            "areas": ServiceArea.objects.all(),
            "may_read_letters": request.user.may(Permission.DECIDE),
        },
    )


@require_safe
@needs(Permission.ANSWER_FOR_REMEDIES)
def remedies_late(request):
    """What the council agreed with the Ombudsman and has not done in time, for who answers for it.

    An agreed Stage 2 that nobody started became a public report (domain.md 0).
    """
    late = late_remedies(request.user, localdate())
    return render(request, "ombudsman/remedies_late.html", {"late": late})


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def log_enquiry(request):
    """Log an enquiry about no case of ours, or about none that is known yet."""
    form = LogEnquiryForm(request.POST or None, today=localdate())
    if request.method == "POST" and form.is_valid() and (enquiry := taken(form, request.user)):
        messages.success(request, "The enquiry is logged. Next: answer it, or put it to its case")
        return redirect("enquiry", enquiry.pk)
    return render(request, "ombudsman/log.html", {"form": form})


@require_safe
@needs(Permission.OPEN_CASES)
def enquiry(request, pk):
    """One enquiry and all that is recorded of it; what can be done with it, for who runs cases."""
    runs_cases = request.user.may(Permission.RUN_CASE)
    shown = get_object_or_404(_seen_by(request.user), pk=pk)
    return render(
        request,
        "ombudsman/enquiry.html",
        {
            "enquiry": shown,
            "requests": shown.requests.all(),
            "drafts": shown.drafts.all(),
            "remedies": shown.remedies.select_related("task__owner"),
            "verbs": [
                (key, form.verb) for key, form in what_may_follow(shown).items() if runs_cases
            ],
            "today": localdate(),
        },
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def change_enquiry(request, pk, key):
    """Do one thing with an enquiry; it is locked, so that nobody does it twice."""
    seen = _seen_by(request.user)
    if request.method == "POST":
        seen = seen.select_for_update(of=("self",))
    changed = get_object_or_404(seen, pk=pk)
    follows = key in what_may_follow(changed)
    if not follows and not (key in CHANGES and request.method == "POST"):
        raise Http404
    form = CHANGES[key](request.POST or None, enquiry=changed, user=request.user, today=localdate())
    goes_on = request.method == "POST" and follows
    if goes_on and form.is_valid() and taken(form, request.user):
        messages.success(request, f"{changed.name}: done. {_what_is_next(changed)}")
        return redirect("enquiry", pk)
    page = {"enquiry": changed, "form": form, "too_late": not follows}
    return render(request, "ombudsman/change.html", page, status=200 if follows else 409)


def _seen_by(user):
    enquiries = OmbudsmanEnquiry.objects.visible_to(user)
    return enquiries.select_related("case", "service_area", "decision", "public_report")


def _what_is_next(enquiry: OmbudsmanEnquiry) -> str:
    if enquiry.case:
        return f"It is about {enquiry.case}"
    if enquiry.decision and enquiry.decision.means == "premature":
        return "Next: log it as a complaint, or put it to the case that goes on"
    return "Its dates stand on this page"
