"""Log a complaint: one page, the first block of which is enough."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.actions.contacts import make_complaint_of
from cases.heard_before import heard_before
from cases.models import Case, Contact
from stages.actions.intake import take_in
from stages.forms.log import LogForm
from stages.working_days import BeyondHorizon


@require_http_methods(["GET", "POST"])
@needs(Permission.LOG_CASE)
def log_complaint(request):
    """Log a complaint as it comes in, then open its file with its deadlines standing.

    The button "Look for earlier cases" only looks: the form comes back as it was typed.
    """
    today, looks = localdate(), "look" in request.POST
    contact = contact_of(request)
    form = LogForm(
        None if request.method == "GET" else request.POST, today=today, initial=asked_in(contact)
    )
    saves = request.method == "POST" and not looks and form.is_valid()
    if saves and (case := save(form, request, today)):
        if contact:
            make_complaint_of(contact, case, on=today, by=request.user)
        first = first_thing(form, case)
        messages.success(request, f"{case} logged. Next: {first}")
        return redirect("case-file", case.reference)
    names = names_in(request.POST.getlist("complainant") + request.POST.getlist("children"))
    return render(
        request,
        "cases/log.html",
        {
            "form": LogForm(initial=request.POST.dict(), today=today) if looks else form,
            "heard": heard_before(names, request.user),
            "asked": bool(names),
            "linked": request.POST.getlist("linked"),
            "contact": contact,
        },
    )


@require_safe
@needs(Permission.LOG_CASE)
def earlier_cases(request):
    """The same list as a fragment, for the page to show while names are typed."""
    names = names_in(request.GET.getlist("name"))
    heard = heard_before(names, request.user)
    return render(request, "cases/_heard_before.html", {"heard": heard, "asked": bool(names)})


def contact_of(request) -> Contact | None:
    """The contact that a complaint is logged out of, where its page led here."""
    key = request.POST.get("contact") or request.GET.get("contact", "")
    if not (key.isascii() and key.isdigit() and len(key) < 10):
        return None
    visible = Contact.objects.visible_to(request.user)
    return visible.filter(pk=key, case=None).first()


def asked_in(contact: Contact | None) -> dict:
    """What a contact says already of the complaint that it becomes."""
    if contact is None:
        return {}
    return {
        "received_on": f"{contact.received_on:%-d %-m %Y}",
        "service_area": contact.service_area_id,
        "summary": contact.asked,
    }


def names_in(answers: list[str]) -> list[str]:
    """The names in the boxes, one a line; the first few are enough to look for."""
    lines = (line.strip() for answer in answers for line in answer.replace("\0", "").splitlines())
    return [line[:300] for line in lines if line][:8]


def save(form, request, today):
    """The new case; None where a rule refused it, which then stands on the form."""
    data = form.cleaned_data
    visible = Case.objects.visible_to(request.user)
    try:
        return take_in(
            on=today,
            by=request.user,
            code=data["code"],
            complainant=form.details_of_the_complainant() if data["complainant"] else None,
            children=data["children"],
            points=data["points"],
            concern=data["concern"],
            settle_first=data["settle_first"],
            settle_by=data["settle_by"],
            linked=visible.filter(reference__in=request.POST.getlist("linked")),
            **form.facts_of_the_case(),
        )
    except (ValidationError, BeyondHorizon) as refusal:
        form.add_error(None, getattr(refusal, "messages", [str(refusal)]))
        return None


def first_thing(form, case) -> str:
    """What comes next for a case that was just logged: safeguarding before anything else."""
    if form.cleaned_data["concern"]:
        return "refer the concern"
    return "settle it, or make it a complaint" if case.is_concern else "acknowledge it"
