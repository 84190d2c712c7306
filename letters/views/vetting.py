"""Clearing letters: what waits, and one letter with all that it is held against."""

from datetime import date

from django.contrib import messages
from django.db import transaction
from django.db.models import F, Min, Q, QuerySet, prefetch_related_objects
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from letters.checks import checks_of
from letters.checks.shown import lines_of
from letters.clearing import letters_for, right_of
from letters.comments import comments_at, with_comments
from letters.differences import tracked_changes
from letters.forms.vet import ApproveForm, ClearForm, CommentForm, EditForm, ReturnForm
from letters.held import held_by_each
from letters.models import Letter, LetterDraft, Part, Vetting
from letters.reading import letter_of, shown
from letters.record import Record
from letters.views.writing import taken
from stages.calendars import load_calendar
from stages.models import TimeLimit
from stages.situation import Situation

LISTED = 100  # of each list, at the most


@require_safe
@needs(Permission.OPEN_CASES)
def to_vet(request):
    """What waits for the reader to clear, the first due first; what came back to them; what was
    approved and not sent; and what waits for another."""
    user, today = request.user, localdate()
    yours = letters_for(user, today)
    returned = Letter.objects.filter(author=user, state__in=["returned", "agreement"])
    approved = Letter.objects.visible_to(user).filter(state=Letter.State.APPROVED)
    others = Letter.objects.visible_to(user).filter(state__in=Part.values)
    may_send = user.may(Permission.RUN_CASE)
    lists = {
        "letters": yours,
        "returned": returned.visible_to(user),
        "approved": approved if may_send else approved.filter(author=user),
        "own": others.exclude(pk__in=yours.values("pk")),
    }
    page = {name: list(due_first(letters)[:LISTED]) for name, letters in lists.items()}
    put_held([one for letters in page.values() for one in letters], today)
    page |= {"today": today, "may_keep": user.may(Permission.KEEP_TEMPLATES)}
    return render(request, "letters/to_vet.html", page)


def due_first(letters: QuerySet[Letter]) -> QuerySet[Letter]:
    main = Q(stage__deadlines__is_main=True, stage__deadlines__met_on=None)
    found = letters.select_related("case", "author", "stage__definition").annotate(
        due_on=Min("stage__deadlines__due_on", filter=main), began_at=Min("drafts__at")
    )
    return found.order_by(F("due_on").asc(nulls_last=True), "pk")


def put_held(letters: list[Letter], today: date) -> None:
    """Put to each how many working days each has held it."""
    if not letters:
        return
    prefetch_related_objects(letters, "vettings")
    calendar = load_calendar()
    for one in letters:
        rounds = list(one.vettings.all())
        one.held = held_by_each(one, one.began_at, rounds, calendar=calendar, on=today)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def vet(request, pk):
    """Read it beside its case; then approve it, return it, or say something of a paragraph.

    The letter is locked: of two who decide at once, the second is told what the first decided.
    """
    one = letter_of(request, pk)
    rounds = rounds_of(one)
    right = right_of(request.user, one, localdate())
    if right is None:
        return not_yours(request, one, rounds)
    situation, drafts = Situation(one.case), list(with_comments(one.drafts))
    record, text = Record(one, situation, localdate()), drafts[0].text
    checks = checks_of(text, record)
    asked = forms_of(request, one, checks, len(shown(text)))
    do = request.POST.get("do", "")
    sent = request.method == "POST" and do in asked and asked[do].is_valid()
    if sent and taken(asked[do], request.user):
        messages.success(request, f"{one.case}: {SAID[do](one)}")
        return redirect("letter-vet", pk) if do == "comment" else redirect("letters-to-vet")
    page = asked | {"letter": one, "case": one.case, "situation": situation}
    page |= beside(one, rounds, drafts) | facts_of(record)
    page |= {"lines": lines_of(checks, text), "open": sum(not one.good for one in checks)}
    page |= {"right": right, "part": Part(one.state), "form": asked.get(do, asked["approve"])}
    return render(request, "letters/vet.html", page)


SAID = {
    "approve": lambda one: f"the letter is cleared. It stands: {one.get_state_display().lower()}.",
    "return": lambda one: "the letter is back with its author, with your reasons.",
    "comment": lambda one: "your comment stands at its paragraph.",
}


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def edit(request, pk):
    """Change its words while it waits; the author sees each change."""
    one = letter_of(request, pk)
    if right_of(request.user, one, localdate()) is None:
        return not_yours(request, one, rounds_of(one))
    form = EditForm(request.POST or None, letter=one, now=now())
    if request.method == "POST" and form.is_valid() and taken(form, request.user):
        messages.success(request, f"{one.case}: your changes stand in the letter, and are marked.")
        return redirect("letter-vet", pk)
    if form.is_bound:  # sent again, it is meant
        form.data = form.data.copy()
        form.data["draft_seen"] = form.last.number
    return render(request, "letters/edit.html", {"letter": one, "case": one.case, "form": form})


def not_yours(request, one: Letter, rounds: list[Vetting]):
    """Somebody decided meanwhile, or it waits for another: how it stands, and what was typed."""
    messages.error(request, "It does not wait for you: see how it stands below.")
    page = {"letter": one, "case": one.case, "rounds": rounds, "typed": typed(request)}
    return render(request, "letters/vetted.html", page, status=409)


def rounds_of(one: Letter) -> list[Vetting]:
    return list(one.vettings.select_related("decided_by", "draft"))


def typed(request) -> str:
    """What was typed into a decision that comes too late: to read, and to copy."""
    return request.POST.get("why") or request.POST.get("reason") or request.POST.get("text", "")


def forms_of(request, one: Letter, checks: list, paragraphs: int) -> dict:
    """The three forms of the page, of which the one that was sent is bound."""
    do = request.POST.get("do", "")
    data = {name: request.POST if do == name else None for name in SAID}
    clears = ApproveForm if one.state == Part.VETTING else ClearForm
    facts = {"letter": one, "checks": checks, "now": now()}
    return {
        "approve": clears(data["approve"], **facts),
        "return": ReturnForm(data["return"], today=localdate(), **facts),
        "comment": CommentForm(data["comment"], letter=one, paragraphs=paragraphs),
    }


def facts_of(record: Record) -> dict:
    """The facts of the case that stand beside the letter; the checks have read them already."""
    clocks = record.stage.deadlines.all() if record.stage else []
    return {
        "points": record.points,
        "parts_read": record.own_people,
        "enclosures": record.enclosed,
        "clocks": [one for one in clocks if one.limit.kind != TimeLimit.Kind.INNER],
    }


def beside(one: Letter, rounds: list[Vetting], drafts: list[LetterDraft]) -> dict:
    """What is shown with the letter: its changes since it was last seen, its comments, how long
    each has held it. ``drafts`` are the latest first."""
    text, drafts_of = drafts[0].text, {draft.pk: draft for draft in drafts}
    waiting = rounds[0]
    seen = next((each for each in rounds[1:] if each.part == waiting.part), None)
    before = drafts_of[(seen or waiting).draft_id].text
    at = comments_at(drafts, text)
    calendar, began = load_calendar(), drafts[-1].at
    return {
        "vetting": waiting,
        "draft": drafts[0],
        "seen": seen,
        "changes": tracked_changes(before, text) if before != text else [],
        "paragraphs": [(n, html, at.get(n, [])) for n, html in shown(text)],
        "held": held_by_each(one, began, rounds, calendar=calendar, on=localdate()),
    }
