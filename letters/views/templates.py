"""Templates of letters: which there are, rewriting one, trying it on a case, publishing it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import Permission, needs
from cases.models import Case
from letters.actions.templates import publish_template
from letters.facts import Facts, findings_on_record
from letters.fields import FIELDS, PARTS, WHEN_SENT
from letters.filling import fill
from letters.forms.template import TemplateForm, TryForm
from letters.models import Kind, LetterTemplate
from letters.reading import shown
from letters.views.writing import taken
from stages.situation import Situation


@require_safe
@needs(Permission.OPEN_CASES, Permission.KEEP_TEMPLATES)
def templates(request):
    """Each letter in use, and those of which a new version is in the making."""
    making = LetterTemplate.objects.filter(published_on=None)
    kinds = Kind.values  # in the order in which letters are written
    in_use = sorted(LetterTemplate.objects.in_use(), key=lambda one: kinds.index(one.kind))
    return render(request, "letters/templates.html", {"in_use": in_use, "making": making})


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.KEEP_TEMPLATES)
@transaction.atomic
def template(request, pk):
    """Read a version, try it on a case, or rewrite it: saving makes the version in the making."""
    one = get_object_or_404(LetterTemplate.objects.select_related("made_by"), pk=pk)
    form = TemplateForm(request.POST or None, template=one)
    if request.method == "POST" and form.is_valid() and (saved := taken(form, request.user)):
        messages.success(request, "Saved. Next: try it on a case, then publish it")
        return redirect("letter-template", saved.pk)
    versions = LetterTemplate.objects.filter(kind=one.kind, for_child=one.for_child)
    page = {"template": one, "form": form, "versions": versions, "parts": PARTS}
    page["fields"] = {name: field.words for name, field in FIELDS.items()} | WHEN_SENT
    if "reference" in request.GET:
        page |= tried(one, request)
    return render(
        request, "letters/template.html", page | {"try_form": TryForm(request.GET or None)}
    )


def tried(one: LetterTemplate, request) -> dict:
    """The letter that the version makes of a case, or what that case lacks. Nothing is saved."""
    seen = Case.objects.wholly_visible_to(request.user).select_related("route__procedure")
    case = seen.filter(reference__iexact=request.GET["reference"].strip()).first()
    to = case.letters_go_to() if case else None
    if case is None or not hasattr(case, "route") or not case.stages.exists():
        return {"lacks": ["Enter the reference of a case that you may see"]}
    if to is None:
        return {"lacks": [f"{case} has nobody to write to."]}
    facts = Facts(Situation(case), author=request.user, addressee=to)
    facts.findings = findings_on_record(facts.stage)
    try:
        return {"tried": shown(fill(one.body, facts)), "tried_on": case}
    except ValidationError as refusal:
        return {"lacks": refusal.messages}


@needs(Permission.OPEN_CASES, Permission.KEEP_TEMPLATES)
@require_POST
@transaction.atomic
def publish(request, pk):
    one = get_object_or_404(LetterTemplate.objects.select_for_update(), pk=pk)
    try:
        publish_template(one, on=localdate(), by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, f"{one} is in use. Letters drafted before keep their version")
    return redirect("letter-templates")
