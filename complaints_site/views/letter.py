"""The year reconciled with the Ombudsman's annual letter."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from complaints_site.letter_compared import Compared
from stages.forms.letters import LetterForm, SettleForm, SettleOursForm
from stages.forms.taking import taken
from stages.models import AnnualLetter, OmbudsmanEnquiry


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.DECIDE)
def letters(request):
    """The letters there are, and one to load. What cannot be read comes back with what is wrong."""
    form = LetterForm(request.POST or None, request.FILES or None, today=localdate())
    if request.method == "POST" and form.is_valid() and (loaded := taken(form, request.user)):
        messages.success(request, f"{loaded.rows.count()} rows are kept. Next: settle what differs")
        return redirect("letter", loaded.year)
    newest = AnnualLetter.objects.order_by("-year", "-pk").distinct("year").values("pk")
    listed = AnnualLetter.objects.filter(pk__in=newest).annotate(number=Count("rows"))
    return render(
        request,
        "ombudsman/letters.html",
        {"form": form, "letters": listed},
    )


@require_safe
@needs(Permission.OPEN_CASES, Permission.DECIDE)
def letter(request, year):
    """A year's letter held against ours: the last loading, or an earlier one that is asked for."""
    loadings = list(AnnualLetter.objects.filter(year=year).select_related("loaded_by"))
    if not loadings:
        raise Http404
    asked = request.GET.get("loading", "")
    shown = next((one for one in loadings if str(one.pk) == asked), loadings[0])
    return render(
        request,
        "ombudsman/letter.html",
        {
            "letter": shown,
            "compared": Compared(shown, request.user),
            "newest": shown == loadings[0],
            "others": [one for one in loadings if one != shown],
        },
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.DECIDE)
@transaction.atomic
def settle_row(request, year, pk):
    """Settle a row that differs from ours, or that we do not have."""
    line = next((one for one in _newest(request, year).pairs if one.row.pk == pk), None)
    if line is None or line.settlement or (line.enquiry and not line.differences):
        raise Http404
    if line.enquiry and not _seen(request, line.enquiry.pk):
        raise Http404
    form = SettleForm(
        request.POST or None,
        row=line.row,
        enquiry=line.enquiry,
        user=request.user,
        today=localdate(),
    )
    return _settled(request, form, line.row.letter, {"line": line})


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.DECIDE)
@transaction.atomic
def settle_ours(request, year, pk):
    """Settle one of ours that the letter leaves out."""
    compared = _newest(request, year)
    line = next((one for one in compared.only_ours if one.enquiry.pk == pk), None)
    if line is None or line.settlement:
        raise Http404
    form = SettleOursForm(
        request.POST or None, letter=compared.letter, enquiry=line.enquiry, today=localdate()
    )
    return _settled(request, form, compared.letter, {"line": line})


def _newest(request, year) -> Compared:
    return Compared(get_object_or_404(AnnualLetter.objects.filter(year=year)[:1]), request.user)


def _seen(request, pk) -> bool:
    return OmbudsmanEnquiry.objects.visible_to(request.user).filter(pk=pk).exists()


def _settled(request, form, letter, page):
    if request.method == "POST" and form.is_valid() and taken(form, request.user):
        messages.success(request, "Settled. The reason stands beside it")
        return redirect("letter", letter.year)
    return render(request, "ombudsman/settle.html", page | {"form": form, "letter": letter})
