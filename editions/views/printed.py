"""A printed report held against the records: its text kept, its numbers looked at one by one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import Permission, needs
from editions.actions import printed as actions
from editions.exports.held_csv import as_csv
from editions.forms.files import PrintedTextForm
from editions.forms.printed import SettleForm
from editions.held_texts import HeldText
from editions.models import PrintedText
from editions.printed import held
from editions.shown import open_url

MOST_OFFERED = 20
GROUPS = (
    (held.DIFFERS, "Differs from the records"),
    (held.UNMATCHED, "Cannot be matched"),
    (held.AGREES, "Agrees"),
    (held.DISMISSED, "Set aside"),
)


def text_of(request, pk: int) -> PrintedText:
    return get_object_or_404(
        PrintedText.objects.visible_to(request.user).select_related("directorate", "kept_by"), pk=pk
    )


@require_safe
@needs(Permission.OPEN_REPORTS)
def texts(request):
    rows = PrintedText.objects.visible_to(request.user).select_related("directorate", "kept_by")
    may_write = request.user.may(Permission.WRITE_REPORT)
    return render(
        request, "editions/printed/index.html", {"rows": rows.defer("text"), "may_write": may_write}
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def add(request):
    """Send the file of a printed report, or paste its text."""
    form = PrintedTextForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            kept = actions.keep_printed_text(
                form.period,
                told["directorate"],
                title=told["title"],
                text=form.text,
                sent_as=told["file"].name if told["file"] else "",
                by=request.user,
            )
        except ValidationError as error:
            form.add_error("pasted", error.messages)
        else:
            return redirect("editions:printed-text", kept.pk)
    return render(request, "editions/printed/add.html", {"form": form})


@require_safe
@needs(Permission.OPEN_REPORTS)
def text(request, pk: int):
    """What agrees, what differs from the records, what contradicts the text itself."""
    printed = text_of(request, pk)
    of = HeldText(printed)
    whole = of.whole()
    url = open_url(printed, request.user)
    groups = [(title, status, _lines(whole.of(status), url)) for status, title in GROUPS]
    return render(
        request,
        "editions/printed/text.html",
        {
            "printed": printed,
            "number": len(whole.numbers),
            "against_itself": _lines(whole.of(held.CONTRADICTS), url),
            "words": [(one, of.set_aside(one)) for one in whole.findings],
            "groups": groups,
            "may_write": request.user.may(Permission.WRITE_REPORT),
        },
    )


def _lines(numbers: list[held.HeldNumber], url) -> list[dict]:
    return [
        {"number": one, "url": url(one.known.lists) if one.known and one.known.lists else ""}
        for one in numbers
    ]


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def place(request, pk: int, place: str):
    """Say by hand which figure a number is, or set it aside."""
    printed = text_of(request, pk)
    of = HeldText(printed)
    number = next((one for one in of.whole().numbers if one.key == place), None)
    if number is None:
        raise Http404("There is no such number in it")
    asked = request.GET.get("find", "").strip()[:100]
    offered = of.offered(number, asked, MOST_OFFERED)
    form = SettleForm(request.POST or None, offered=offered)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.settle_place(
            printed, place=place, figure=told["figure"], why=told["why"], by=request.user
        )
        messages.success(request, f"What “{number.words}” says is kept.")
        return redirect("editions:printed-text", pk)
    context = {"printed": printed, "number": number, "form": form, "asked": asked}
    return render(request, "editions/printed/place.html", context)


@needs(Permission.WRITE_REPORT)
@require_POST
def set_aside(request, pk: int, place: str):
    """A finding about words was looked at, and is none; or it is looked at again."""
    printed = text_of(request, pk)
    if request.POST.get("again"):
        actions.take_back_settled(printed, place=place, by=request.user)
        return redirect("editions:printed-text", pk)
    try:
        actions.settle_place(printed, place=place, figure="", why="", by=request.user)
    except ValidationError as error:
        raise Http404("No such place") from error
    return redirect("editions:printed-text", pk)


@require_safe
@needs(Permission.OPEN_REPORTS)
def file(request, pk: int):
    printed = text_of(request, pk)
    answer = HttpResponse(as_csv(HeldText(printed).whole()), content_type="text/csv; charset=utf-8")
    name = f"{slugify(printed.title) or 'printed'}-held-against-the-records.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
