"""Sending a letter, and the page that is printed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.models import Case
from letters.actions.sending import return_for_dates
from letters.facts import window_said
from letters.forms.send import Sending
from letters.moved_dates import DatesMoved
from letters.printing import page_of, pdf_of
from letters.reading import letter_of, shown
from letters.record import Record
from packs.setting import CannotSetType
from stages.forms.giving_away import gives_away
from stages.situation import Situation
from stages.working_days import BeyondHorizon


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def send(request, pk):
    """Say that it went, on which day and how; the step that it is is taken with it."""
    one = letter_of(request, pk)
    if not one.may_be_sent:
        messages.error(request, f"It cannot be sent now: {one.get_state_display().lower()}.")
        return render(
            request, "letters/not_now.html", {"letter": one, "case": one.case}, status=409
        )
    data = request.POST if request.method == "POST" else None
    if data is not None:  # as any step does: nobody else takes it meanwhile
        Case.objects.select_for_update().filter(pk=one.case_id).first()
    sending = Sending(one, Situation(one.case), data=data, user=request.user, today=localdate())
    if request.method == "POST" and sending.is_valid():
        try:
            if sent(sending, request.user):
                said = f"{one.case}: the letter is recorded as sent. {window_said(one.stage)}"
                messages.success(request, said.strip(), extra_tags="step")
                return redirect("letter-page", pk)
        except DatesMoved as moved:
            return_for_dates(one, moved.lines, by=request.user)
            messages.error(request, f"{moved.message}. Nothing was sent.")
            return redirect("letter-page", pk)
    last_day = Record(one, sending.situation).window_ends_on
    page = {"letter": one, "case": one.case, "sending": sending, "forms": sending.forms}
    page["paragraphs"] = shown(sending.draft.text, last_day=last_day)
    return render(request, "letters/send.html", page)


def sent(sending: Sending, user) -> bool:
    if sending.step_form and gives_away(sending.step_form, sending.case, user):
        return False
    try:
        sending.take(by=user)
    except DatesMoved:
        raise
    except (ValidationError, BeyondHorizon) as refusal:
        sending.add_error(None, getattr(refusal, "messages", [str(refusal)]))
        return False
    return True


@require_safe
@needs(Permission.OPEN_CASES)
def printed(request, pk):
    """What was sent, alone on a page."""
    return render(request, "letters/printed.html", as_sent(request, pk))


@require_safe
@needs(Permission.OPEN_CASES)
def pdf(request, pk):
    """What was sent, as a PDF that a screen reader can read. It is set anew from what is kept."""
    page = as_sent(request, pk)
    try:
        content = pdf_of(page["letter"])
    except CannotSetType:
        messages.error(request, "No PDF can be made on this machine. Print the page instead.")
        return redirect("letter-printed", pk)
    name = f"{page['case'].reference} {page['letter']}.pdf"
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = content_disposition_header(True, name)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def as_sent(request, pk) -> dict:
    one = letter_of(request, pk)
    if getattr(one, "sent_copy", None) is None:
        raise Http404
    return page_of(one) | {"case": one.case}
