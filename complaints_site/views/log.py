"""Log a complaint: one page, the first block of which is enough."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, needs
from cases.actions.contacts import make_complaint_of
from cases.actions.drafts import end_draft
from cases.heard_before import heard_before
from cases.models import Case, Contact, Draft
from complaints_site.cautions import rules_of
from complaints_site.drafts import done_meanwhile, drafts_of_the_team, stamp, where_it_differs
from complaints_site.email_of_complaint import (
    email_of,
    email_sent,
    filled_from,
)
from complaints_site.typed import (
    DIFFERENT,
    LINKED,
    answered,
    as_first_values,
    as_typed,
    draft_of,
    earlier_cases,
    key_in,
    people_in,
)
from complaints_site.views.drafts import save_draft
from documents.receiving import Refused
from documents.uploads import dropped
from documents.whole_emails import file_whole
from stages.actions.intake import file_with, take_in
from stages.forms.log import LogForm
from stages.working_days import BeyondHorizon

CHOICES = [(LINKED, "Link to it"), (DIFFERENT, "Different")]


@require_http_methods(["GET", "POST"])
@needs(Permission.LOG_CASE)
def log_complaint(request: HttpRequest) -> HttpResponse:
    """Log a complaint as it comes in, then open its file with its deadlines standing."""
    if request.method == "GET":
        typed = draft_asked_for(request)
        first = asked_in(contact_of(request)) | as_first_values(typed)
        return page(request, LogForm(initial=first, today=localdate()), typed)
    if "fill" in request.POST or request.FILES or dropped(request):
        return filled(request)
    if "look" in request.POST:
        return looked(request)
    if "keep" in request.POST:
        return save_draft(request) or looked(request)
    if "same" in request.POST:
        return file_as_the_same(request)
    return log(request)


def draft_asked_for(request: HttpRequest) -> QueryDict:
    """What stands in the draft of the address; nothing where it has been logged meanwhile."""
    if "draft" not in request.GET:
        return QueryDict()
    if draft := draft_of(request.GET):
        return as_typed(draft)
    messages.info(request, "That draft has been logged or thrown away. This is an empty form")
    return QueryDict()


def looked(request: HttpRequest) -> HttpResponse:
    """The page as it was typed, with the earlier cases of its people: nothing is saved."""
    return page(
        request, LogForm(initial=as_first_values(request.POST), today=localdate()), request.POST
    )


def filled(request: HttpRequest) -> HttpResponse:
    """The page as it was typed, with what the e-mail says in its empty boxes; nothing is saved."""
    try:
        typed = filled_from(request.POST, email_sent(request))
    except Refused as reason:
        messages.error(request, str(reason))
        return looked(request)
    messages.info(request, "The form is filled from the e-mail. Nothing is logged yet")
    return page(request, LogForm(initial=as_first_values(typed), today=localdate()), typed)


def log(request: HttpRequest) -> HttpResponse:
    form = LogForm(request.POST, today=localdate())
    goes_on = not done_meanwhile(request.POST, request.user)
    if goes_on and form.is_valid() and (case := save(form, request)):
        if contact := contact_of(request):
            make_complaint_of(contact, case, on=localdate(), by=request.user)
        file_its_email(request, case)
        messages.success(request, f"{case} logged. Next: {first_thing(form, case)}")
        return redirect("case-file", case.reference)
    return page(request, form, request.POST)


def file_as_the_same(request: HttpRequest) -> HttpResponse:
    """What was typed becomes a note of the case that it is about: nothing new is logged."""
    visible = Case.objects.visible_to(request.user)
    earlier = get_object_or_404(visible, reference=request.POST["same"])
    form = LogForm(request.POST, today=localdate(), same_case=True)
    if not form.is_valid():
        return page(request, form, request.POST)
    if email_of(request.POST):
        if not file_its_email(request, earlier):
            return page(request, form, request.POST)
        if draft := draft_of(request.POST):
            end_draft(draft, why=f"Filed with {earlier}", by=request.user)
        messages.success(request, f"The e-mail is filed with {earlier}. Nothing new was logged")
        return redirect("case-file", earlier.reference)
    file_with(earlier, by=request.user, draft=draft_of(request.POST), **form.as_a_note())
    messages.success(request, f"Filed as a note of {earlier}. Nothing new was logged")
    return redirect("case-file", earlier.reference)


def file_its_email(request: HttpRequest, case: Case) -> bool:
    """File the e-mail that the form was filled from; what could not be kept of it is said."""
    email = email_of(request.POST)
    if email is None:
        return False
    try:
        filed = file_whole(case, email.read, email.file, on=localdate(), by=request.user)
    except ValidationError as refusal:
        for reason in refusal.messages:
            messages.error(request, reason)
        return False
    for reason in [*email.read.faults, *filed.refused]:
        messages.error(request, reason)
    return True


def save(form: LogForm, request: HttpRequest) -> Case | None:
    """The new case; None where a rule refused it, which then stands on the form."""
    data = form.cleaned_data
    try:
        return take_in(
            on=localdate(),
            by=request.user,
            code=data["code"],
            complainant=form.details_of_the_complainant(),
            children=data["children"],
            representative=form.details_of_the_representative(),
            points=data["points"],
            concern=data["concern"],
            settle_first=data["settle_first"],
            settle_by=data["settle_by"],
            linked=earlier_cases(request.POST, LINKED, request.user),
            different=earlier_cases(request.POST, DIFFERENT, request.user),
            draft=draft_of(request.POST),
            **form.facts_of_the_case(),
        )
    except (ValidationError, BeyondHorizon) as refusal:
        form.add_error(None, getattr(refusal, "messages", [str(refusal)]))
        return None


def page(request: HttpRequest, form: LogForm, typed: QueryDict) -> HttpResponse:
    key, draft = key_in(typed), own(typed)
    meanwhile = done_meanwhile(typed, request.user) if request.method == "POST" else ""
    drafts = [draft for draft in drafts_of_the_team() if draft.key != key]
    return render(
        request,
        "cases/log.html",
        {
            "form": form,
            "key": key,
            "draft": draft,
            "seen": stamp(draft),
            "meanwhile": meanwhile,
            "differs": where_it_differs(draft, typed) if meanwhile and draft else [],
            "drafts": len(drafts),
            "contact": contact_of(request),
        }
        | email_in(typed, request)
        | heard_in(typed, request),
        status=409 if meanwhile else 200,
    )


def email_in(typed: QueryDict, request: HttpRequest) -> dict:
    """The e-mail that the form goes by: whether it was filed already, and where it may belong."""
    if email := email_of(typed):
        filed = email.filed(request.user)
        matches = [] if filed else email.matches(request.user)
        return {"email": email, "email_filed": filed, "email_matches": matches}
    return {}


def own(typed: QueryDict) -> Draft | None:
    """The draft that the page goes on with, to say who saved it last."""
    return draft_of(typed) if typed.get("draft") else None


def heard_in(typed: QueryDict, request: HttpRequest) -> dict:
    """Earlier cases of the people typed, each with how to reach them and what was answered."""
    people, answers = people_in(typed), answered(typed)
    heard = [
        {
            "case": one.case,
            "part": one.part,
            "by": one.by,
            "about": one.about,
            "rules": rules_of(one.part.person),
            "choices": CHOICES,
            "answer": answers.get(one.case.reference, ""),
        }
        for one in heard_before(people, request.user)
    ]
    return {"heard": heard, "asked": people.is_enough}


@needs(Permission.LOG_CASE)
@require_POST
def earlier_cases_of_them(request: HttpRequest) -> HttpResponse:
    """The same list as a fragment, for the page to show while names are typed.

    By POST: an address would leave the names in the log of the web server.
    """
    return render(request, "cases/_heard_before.html", heard_in(request.POST, request))


def contact_of(request: HttpRequest) -> Contact | None:
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


def first_thing(form: LogForm, case: Case) -> str:
    """What comes next for a case that was just logged: safeguarding before anything else."""
    if form.cleaned_data["concern"]:
        return "refer the concern"
    return "settle it, or make it a complaint" if case.is_concern else "acknowledge it"
