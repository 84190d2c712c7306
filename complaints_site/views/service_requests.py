"""What services are asked: the list, one question with its answer, and what is done about it."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from complaints_site.meanwhile import Meanwhile
from stages.forms.service_requests import CHANGES, AnswerForm
from stages.forms.taking import taken
from stages.models import ServiceRequest

ROWS = 200
SHOWN = ("case__part_of", "task", "to_user", "answered_by", "asked_by")


@require_safe
@needs(Permission.OPEN_CASES)
def service_requests(request):
    """What the reader is asked; and what services are asked on the cases that they may see."""
    today = localdate()
    asked = ServiceRequest.objects.select_related("case__part_of", "to_user").order_by(
        "due_on", "pk"
    )
    own = _marked(asked.asked_of(request.user).waiting(), today)
    others = asked.visible_to(request.user).waiting().exclude(to_user=request.user)
    return render(
        request,
        "requests/list.html",
        {"own": own, "others": _marked(others[:ROWS], today)},
    )


@require_safe
@needs(Permission.OPEN_CASES)
def service_request(request, pk):
    """One question: to whom, due when, chased, what was done with its link, and the answer."""
    seen = ServiceRequest.objects.visible_to(request.user).select_related(*SHOWN)
    shown = seen.filter(pk=pk).first()
    if shown is None:
        own = ServiceRequest.objects.asked_of(request.user)
        return redirect("request-answer", get_object_or_404(own, pk=pk).pk)
    links = shown.links.select_related("made_by", "message").prefetch_related("uses")
    page = {
        "asked": shown,
        "case": shown.case,
        "links": [_with_state(link) for link in links],
        "late": shown.is_late(on=localdate()),
        "may_run": request.user.may(Permission.RUN_CASE),
        "is_own": shown.to_user_id == request.user.pk,
        "withheld": shown.case.withholds_from(request.user),
    }
    return render(request, "requests/request.html", page)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def change(request, pk, what):
    """Chase, write down the answer, withdraw it, send or close its link. Nothing typed is lost."""
    if what not in CHANGES:
        raise Http404
    seen = ServiceRequest.objects.visible_to(request.user)
    asked = _found(seen, request, pk)
    form = CHANGES[what](request.POST or None, request=asked, today=localdate(), now=now())
    meanwhile = Meanwhile(asked.case, request)
    goes_on = request.method == "POST" and asked.is_open and not meanwhile.events
    if goes_on and form.is_valid() and taken(form, request.user):
        messages.success(request, f"{asked}: {form.done}")
        return redirect("service-request", pk)
    conflict = request.method == "POST" and (meanwhile.events or not asked.is_open)
    page = {"asked": asked, "case": asked.case, "form": form, "meanwhile": meanwhile}
    return render(request, "requests/change.html", page, status=409 if conflict else 200)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def answer(request, pk):
    """Whoever is asked reads the question and answers it. Nothing else of the case is shown."""
    asked = _found(ServiceRequest.objects.asked_of(request.user), request, pk)
    form = AnswerForm(request.POST or None, request=asked, today=localdate(), now=now())
    goes_on = request.method == "POST" and asked.is_open
    if goes_on and form.is_valid() and taken(form, request.user):
        messages.success(request, "Your answer is with the complaints team.")
        return redirect("desk")
    conflict = request.method == "POST" and not asked.is_open
    page = {"asked": asked, "form": form, "late": asked.is_late(on=localdate())}
    return render(request, "requests/answer.html", page, status=409 if conflict else 200)


def _found(seen, request, pk) -> ServiceRequest:
    if request.method == "POST":
        seen = seen.select_for_update(of=("self",))
    return get_object_or_404(seen.select_related(*SHOWN), pk=pk)


def _marked(rows, today) -> list[ServiceRequest]:
    rows = list(rows)
    for row in rows:
        row.late = row.is_late(on=today)
    return rows


def _with_state(link):
    link.closed = link.why_closed(on=localdate())
    return link
