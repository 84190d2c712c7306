"""Publishing an edition: what is missing, what is flagged, and then for good."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, needs
from editions.actions import publishing as actions
from editions.actions.making import ask_to_publish
from editions.actions.writing import put_together, take_apart
from editions.assembling import Assembling
from editions.flags.every import Flags
from editions.forms.committee import AllowForm
from editions.making import last_proof
from editions.missing import what_is_missing
from editions.models import Made, TypedSection
from editions.released.made import public_of_plain
from editions.released.together import can_be_put_together
from editions.views.asked import draft_of
from reporting.tables import BY_KEY


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_REPORTS)
def public(request, pk: int):
    """What the public form hides and what that costs, with the proof. One role may let it go
    although it is not proved."""
    edition = draft_of(request.user, pk)
    may_allow = request.user.may(Permission.RELEASE_REGARDLESS)
    form = AllowForm(request.POST or None) if may_allow else None
    if request.method == "POST" and not may_allow:
        raise PermissionDenied
    if form and form.is_valid():
        try:
            actions.allow_release(edition, why=form.cleaned_data["why"], by=request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, f"Draft {edition.draft} may be released all the same.")
            return redirect("editions:public", pk)
    proof = last_proof(edition)
    context = {
        "edition": edition,
        "proof": proof,
        "made": public_of_plain(proof.result) if proof else None,
        "under_way": edition.made.under_way().filter(kind=Made.PROOF).first(),
        "form": form,
        "allowed": edition.releases_allowed.filter(draft=edition.draft).first(),
        "may_write": request.user.may(Permission.WRITE_REPORT),
        "together": [
            (told, BY_KEY[told.table].title)
            for told in edition.together.all()
            if told.table in BY_KEY
        ],
    }
    return render(request, "editions/public.html", context)


@needs(Permission.WRITE_REPORT)
@require_POST
def together(request, pk: int):
    """Rows of a table, or years, are put together in the public form; or taken apart again."""
    edition = draft_of(request.user, pk)
    table, years = request.POST.get("table", ""), request.POST.get("years", "1")
    if not can_be_put_together(BY_KEY.get(table)) or not years.isdecimal():
        raise Http404("No such table")
    try:
        if request.POST.get("apart"):
            take_apart(edition, table=table, by=request.user)
        else:
            rows = request.POST.getlist("row")
            told = put_together(
                edition, table=table, rows=rows, years=int(years[:2]), by=request.user
            )
            messages.success(request, f"In the public form stands: {told}. Have it proved again.")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("editions:public", pk)


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def publish(request, pk: int):
    edition = draft_of(request.user, pk)
    faults = []
    if request.method == "POST":
        seen = request.POST.get("draft", "")
        try:
            made = ask_to_publish(
                edition, seen=int(seen) if seen.isdecimal() else 0, by=request.user
            )
        except ValidationError as error:
            faults = error.messages
        else:
            return redirect("editions:made", pk, made.pk)
    assembling = Assembling(edition)
    flags = Flags(assembling)
    sections = [section for section in edition.sections.all() if not section.left_out]
    flagged = [(section, flags.of(section)) for section in sections]
    return render(
        request,
        "editions/publish.html",
        {
            "edition": edition,
            "faults": faults,
            "missing": what_is_missing(edition, assembling),
            "flagged": [(section, found) for section, found in flagged if found],
            "typed": TypedSection.objects.filter(section__edition=edition).select_related(
                "section", "author"
            ),
            "stale": [one for one in edition.clearances.select_related("edition") if one.is_stale],
        },
        status=409 if faults else 200,
    )
