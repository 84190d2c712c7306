"""One section while it is written: its box, what others type, and both texts where two write."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from accounts.permissions import Permission, needs
from editions.actions.typing import keep_typed, take_back_typed
from editions.actions.writing import ChangedMeanwhile, write_section
from editions.assembling import Assembling
from editions.bound_text import faults_of
from editions.flags.every import Flags
from editions.forms.writing import SectionForm
from editions.models import Edition, Section
from editions.shown import ShownPart
from editions.views.asked import draft_of, section_of

MOST_FIGURES = 200
KEPT = "Kept at {:%H:%M}, not saved into the report yet."
MEANWHILE = " Somebody saved this section meanwhile: as you save, you see both."


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def section(request, pk: int, section: int):
    """Write a section. Beside it stands how it reads, each figure a link to its cases.

    A figure is looked for with the same form, so that nothing typed is lost without JavaScript.
    """
    edition = draft_of(request.user, pk)
    if request.method == "GET":
        return _page(request, edition, *_begun(section_of(edition, section), request.user))
    form = SectionForm(request.POST, instance=section_of(edition, section))
    if "look" in request.POST:
        return _page(request, edition, section_of(edition, section), form)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("title", "text")}
        told["text"] = told["text"].replace("\r\n", "\n")
        written = section_of(edition, section)
        try:
            write_section(written, **told, seen=form.cleaned_data["saved"], by=request.user)
        except ChangedMeanwhile:
            stands = section_of(edition, section)
            keep_typed(stands, **told, seen=form.cleaned_data["saved"], by=request.user)
            return _page(request, edition, *_begun(stands, request.user), status=409)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, f"“{told['title']}” is saved.")
            return redirect("editions:section", edition.pk, section)
    return _page(request, edition, section_of(edition, section), form)


def _begun(section: Section, author: User) -> tuple:
    """The form goes on from what its author typed and did not save; saved meanwhile or not."""
    typed = section.typed.filter(author=author).first()
    if typed is None:
        return section, SectionForm(instance=section)
    form = SectionForm(instance=section, initial={"title": typed.title, "text": typed.text})
    return section, form, typed, typed.seen != section.saved


def _page(request, edition: Edition, section, form, typed=None, conflict=False, status=200):
    assembling = Assembling(edition)
    flags = Flags(assembling)
    saved = Section.objects.get(pk=section.pk)
    asked = request.POST.get("find", "").strip()
    return render(
        request,
        "editions/section.html",
        {
            "edition": edition,
            "section": saved,
            "form": form,
            "conflict": conflict,
            "typed": typed,
            "others": saved.typed.exclude(author=request.user).select_related("author"),
            "part": ShownPart(assembling.part(saved, saved.position), edition, request.user),
            "flags": flags.of(saved),
            "asked": asked,
            "figures": assembling.figures.with_words(asked) if asked else flags.near(saved),
            "most": MOST_FIGURES,
            "faults": faults_of(saved.text, assembling.figures),
        },
        status=status,
    )


@needs(Permission.WRITE_REPORT)
@require_POST
def keep(request, pk: int, section: int):
    """Sent a moment after the last key. What is too long to be saved is told, not kept."""
    edition = draft_of(request.user, pk)
    kept = section_of(edition, section)
    title, text = request.POST.get("title", ""), request.POST.get("text", "")
    seen = request.POST.get("saved", "")
    form = SectionForm(request.POST, instance=section_of(edition, section))
    form.is_valid()
    if "text" in form.errors or len(title) > 200 or not seen.isdecimal():
        said = " ".join(form.errors.get("text", ["The title is too long"]))
        return JsonResponse({"said": f"Not kept yet: {said}"}, status=400)
    typed = keep_typed(
        kept, title=title, text=text.replace("\r\n", "\n"), seen=int(seen), by=request.user
    )
    said = KEPT.format(localtime(typed.kept_at))
    return JsonResponse({"said": said + (MEANWHILE if kept.saved != int(seen) else "")})


@needs(Permission.WRITE_REPORT)
@require_POST
def take_back(request, pk: int, section: int):
    edition = draft_of(request.user, pk)
    take_back_typed(section_of(edition, section), by=request.user)
    messages.success(request, "The section stands as it is saved.")
    return redirect("editions:section", pk, section)
