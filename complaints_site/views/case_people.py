"""Putting right what is known of a person of a case."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from cases.acts import corrections_of
from cases.models import Case, CasePerson
from complaints_site.meanwhile import Meanwhile
from stages.forms.people import CorrectPersonForm
from stages.forms.taking import taken


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
@transaction.atomic
def correct(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """A person's details, contact rules and needs; also where the case has ended."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    parts = CasePerson.objects.visible_to(request.user).filter(case=case)
    if request.method == "POST":
        parts = parts.select_for_update(of=("self", "person"))
    part = get_object_or_404(parts.select_related("person"), pk=pk)
    form = CorrectPersonForm(request.POST or None, part=part, today=localdate())
    name = part.person.name
    meanwhile = Meanwhile(case, request, of=corrections_of(part.person))
    goes_on = request.method == "POST" and not meanwhile.events
    if goes_on and form.is_valid() and taken(form, request.user):
        messages.success(request, f"{case}: what is known of {part.person} is put right.")
        return redirect("case-people", reference)
    page = {"case": case, "part": part, "name": name, "form": form, "meanwhile": meanwhile}
    return render(request, "cases/person.html", page, status=409 if meanwhile.events else 200)
