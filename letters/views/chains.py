"""Who clears each kind of letter, and who stands in for whom."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import Permission, Role, needs
from letters.actions.chains import end_substitution
from letters.forms.chains import ChainForm, SubstituteForm
from letters.models import Kind, LetterChain, Substitution
from letters.views.writing import taken


@require_safe
@needs(Permission.OPEN_CASES, Permission.KEEP_TEMPLATES)
def chains(request):
    """The table: a row for each kind of letter."""
    there = {one.kind: one for one in LetterChain.objects.all()}
    rows = [there.get(kind, LetterChain(kind=kind)) for kind in Kind.values]
    for one in rows:
        one.off_roles, one.sign_roles = named(one.signed_off_by), named(one.signed_by)
    return render(request, "letters/chains.html", {"chains": rows})


def named(roles: list[str]) -> str:
    return ", ".join(Role(role).label for role in roles)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.KEEP_TEMPLATES)
@transaction.atomic
def chain(request, kind):
    """Who clears one kind of letter, for those that are begun from now on."""
    if kind not in Kind.values:
        raise Http404
    if request.method == "POST":
        LetterChain.objects.select_for_update().filter(kind=kind).first()
    form = ChainForm(request.POST or None, chain=LetterChain.objects.of(kind))
    if request.method == "POST" and form.is_valid() and taken(form, request.user):
        messages.success(request, f"Set for each letter “{Kind(kind).label}” that is begun now")
        return redirect("letter-chains")
    return render(request, "letters/chain.html", {"form": form, "kind": Kind(kind)})


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.KEEP_TEMPLATES)
@transaction.atomic
def substitutes(request):
    """Who stands in for whom, now and to come; and setting it."""
    today = localdate()
    form = SubstituteForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid() and taken(form, request.user):
        messages.success(request, "Set. Letters to clear are theirs too on these days")
        return redirect("letter-substitutes")
    listed = Substitution.objects.filter(until_on__gte=today)
    page = {"form": form, "listed": listed.select_related("absent", "substitute")}
    return render(request, "letters/substitutes.html", page)


@needs(Permission.OPEN_CASES, Permission.KEEP_TEMPLATES)
@require_POST
@transaction.atomic
def end(request, pk):
    one = get_object_or_404(Substitution.objects.select_for_update(), pk=pk)
    end_substitution(one, on=localdate(), by=request.user)
    messages.success(request, f"{one.absent} is back: nobody stands in for them")
    return redirect("letter-substitutes")
