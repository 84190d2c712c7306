"""An edition while it is written: its sections, its cover, and what is flagged in it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import Permission, needs
from editions.actions import committee as committee_actions
from editions.actions import writing as actions
from editions.exports import BY_THE_WORKER, KINDS
from editions.forms.writing import AddSectionForm, CoverForm
from editions.making import may_leave
from editions.models import Edition, Made
from editions.timetable import timetable
from editions.to_look_at import to_look_at
from editions.views.asked import draft_of, edition_of, section_of
from stages.calendars import load_calendar


@require_safe
@needs(Permission.OPEN_REPORTS)
def edition(request, pk: int):
    """Where it stands, what comes next, and its sections."""
    edition = edition_of(request.user, pk)
    anew = request.GET.get("count") == "now"
    return render(request, "editions/edition.html", page_of(edition, request.user, anew=anew))


def page_of(edition: Edition, user, add_form: AddSectionForm | None = None, anew=False) -> dict:
    clearances = list(edition.clearances.select_related("by", "edition"))
    sections = list(edition.sections.all())
    page = {
        "edition": edition,
        "sections": sections,
        "clearances": clearances,
        "timetable": timetable(edition, load_calendar(), localdate()),
        "files": [(kind, label, kind in BY_THE_WORKER) for kind, label in KINDS],
        "has_public": may_leave(edition),
        "made": _made(edition),
        "add_form": add_form or AddSectionForm(),
        "form": add_form,
        "may_write": user.may(Permission.WRITE_REPORT),
        "priorities": edition.priorities.all(),
        "committee_items": edition.committee_items.all(),
    }
    if not edition.is_published:
        counted = to_look_at(edition, anew=anew)
        page["counted_at"] = counted.counted_at
        for section in sections:
            section.to_look_at = counted.of.get(section.pk)
    return page


def _made(edition: Edition) -> list[Made]:
    """Of each file the last that the worker made or is making."""
    last = edition.made.filter(kind__in=BY_THE_WORKER).order_by("kind", "form", "-id")
    made = list(last.distinct("kind", "form").defer("result"))
    for one in made:
        one.label = dict(KINDS)[one.kind]
    return made


@needs(Permission.WRITE_REPORT)
@require_POST
def dismiss(request, pk: int, section: int):
    """A flag was looked at, and is none."""
    edition = draft_of(request.user, pk)
    section_of(edition, section)
    committee_actions.dismiss(
        edition,
        flag=request.POST.get("flag", "")[:64],
        why=request.POST.get("why", "")[:300],
        by=request.user,
    )
    return redirect("editions:section", pk, section)


@needs(Permission.WRITE_REPORT)
@require_POST
def change_section(request, pk: int, section: int, what: str):
    """Moved up or down, left out, taken in again, or put into the exempt appendix."""
    edition = draft_of(request.user, pk)
    changed = section_of(edition, section)
    if what in ("up", "down"):
        actions.move_section(changed, up=what == "up", by=request.user)
    elif what in ("leave-out", "take-in"):
        actions.leave_out(changed, left_out=what == "leave-out", by=request.user)
    elif what in ("exempt", "open"):
        actions.keep_exempt(changed, exempt=what == "exempt", by=request.user)
    else:
        raise Http404("No such change")
    return redirect("editions:edition", pk)


@needs(Permission.WRITE_REPORT)
@require_POST
def add_section(request, pk: int):
    edition = draft_of(request.user, pk)
    form = AddSectionForm(request.POST)
    if form.is_valid():
        try:
            added = actions.add_section(edition, title=form.cleaned_data["title"], by=request.user)
        except ValidationError as error:
            form.add_error("title", error.messages)
        else:
            return redirect("editions:section", pk, added.pk)
    return render(request, "editions/edition.html", page_of(edition, request.user, form))


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def cover(request, pk: int):
    edition = draft_of(request.user, pk)
    form = CoverForm(request.POST or None, instance=edition)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.write_cover(
            edition_of(request.user, pk),
            form.written(),
            about={name: told[name] for name in form.Meta.fields},
            by=request.user,
        )
        messages.success(request, "The cover is saved.")
        return redirect("editions:edition", pk)
    return render(request, "editions/cover.html", {"form": form, "edition": edition})
