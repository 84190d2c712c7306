"""Vetting: what waits, and one letter with all that a vetter holds it against."""

from django.contrib import messages
from django.db import transaction
from django.db.models import F, Min, OuterRef, Q, Subquery
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from letters.checks import checks_of
from letters.differences import differences
from letters.forms.vet import ApproveForm, CommentForm, ReturnForm
from letters.models import Letter, Vetting
from letters.reading import letter_of, shown
from letters.record import Record
from letters.views.writing import taken
from stages.situation import Situation

DECISIONS = {"approve": ApproveForm, "return": ReturnForm}


@require_safe
@needs(Permission.OPEN_CASES, Permission.VET_LETTERS)
def to_vet(request):
    """What waits for a vetter, the first due first; and what waits for another than the reader."""
    round_ = Vetting.objects.filter(letter=OuterRef("pk"), outcome="")
    main = Q(stage__deadlines__is_main=True, stage__deadlines__met_on=None)
    waiting = Letter.objects.filter(state=Letter.State.VETTING).annotate(
        due_on=Min("stage__deadlines__due_on", filter=main),
        since=Subquery(round_.values("submitted_at")[:1]),
    )
    listed = waiting.select_related("case", "author", "stage__definition").order_by(
        F("due_on").asc(nulls_last=True), "since"
    )
    yours = Letter.objects.to_vet_by(request.user).values("pk")
    page = {
        "letters": list(listed.filter(pk__in=yours)),
        "own": list(listed.visible_to(request.user).exclude(pk__in=yours)),
        "today": localdate(),
        "may_keep": request.user.may(Permission.KEEP_TEMPLATES),
    }
    return render(request, "letters/to_vet.html", page)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.VET_LETTERS)
@transaction.atomic
def vet(request, pk):
    """Read it beside its case; then approve it, return it, or say something of a paragraph.

    The letter is locked: of two who decide at once, the second is told what the first decided.
    """
    one = letter_of(request, pk)
    rounds = list(one.vettings.select_related("draft", "decided_by"))
    waiting = rounds[0] if rounds and not rounds[0].outcome else None
    if waiting is None:
        messages.error(request, "It is not with the vetter any more: see how it stands below.")
        page = {"letter": one, "case": one.case, "rounds": rounds, "typed": typed(request)}
        return render(request, "letters/vetted.html", page, status=409)
    situation, text = Situation(one.case), waiting.draft.text
    record = Record(one, situation, localdate())
    checks = checks_of(text, record)
    asked = forms_of(request, one, checks, len(shown(text)))
    do = request.POST.get("do", "")
    sent = request.method == "POST" and do in asked and asked[do].is_valid()
    if sent and taken(asked[do], request.user):
        messages.success(request, f"{one.case}: {SAID[do]}")
        return redirect("letter-vet", pk) if do == "comment" else redirect("letters-to-vet")
    page = asked | {"letter": one, "case": one.case, "situation": situation, "checks": checks}
    page |= beside(one, situation, rounds, waiting) | {"enclosures": record.enclosed}
    page["form"] = asked.get(do, asked["approve"])
    return render(request, "letters/vet.html", page)


SAID = {
    "approve": "the letter is approved. It can be sent.",
    "return": "the letter is back with its author, with your reasons.",
    "comment": "your comment stands at its paragraph.",
}


def typed(request) -> str:
    """What was typed into a decision that comes too late: to read, and to copy."""
    return request.POST.get("why") or request.POST.get("reason") or request.POST.get("text", "")


def forms_of(request, one: Letter, checks: list, paragraphs: int) -> dict:
    """The three forms of the page, of which the one that was sent is bound."""
    do = request.POST.get("do", "")
    asked = {
        name: form(request.POST if do == name else None, letter=one, checks=checks, now=now())
        for name, form in DECISIONS.items()
    }
    data = request.POST if do == "comment" else None
    return asked | {"comment": CommentForm(data, letter=one, paragraphs=paragraphs)}


def beside(one: Letter, situation: Situation, rounds: list, waiting: Vetting) -> dict:
    seen = next((each for each in rounds if each.outcome == Vetting.Outcome.RETURNED), None)
    comments: dict[int, list] = {}
    for said in one.comments.filter(draft=waiting.draft).select_related("by"):
        comments.setdefault(said.paragraph, []).append(said)
    text = waiting.draft.text
    return {
        "vetting": waiting,
        "seen": seen,
        "differences": differences(seen.draft.text, text) if seen else [],
        "paragraphs": [(n, html, comments.get(n, [])) for n, html in shown(text)],
        "main": situation.main_deadline,
    }
