"""Writing a letter: begun, saved, put to the vetter, taken back, dropped."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, needs
from cases.models import Case
from letters.actions.vetting import agree
from letters.actions.writing import submit, take_back
from letters.clearing import right_of, who_may, wrote_in
from letters.comments import comments_at, with_comments
from letters.differences import tracked_changes
from letters.facts import window_said
from letters.forms.start import StartForm
from letters.forms.write import DropForm, WriteForm
from letters.held import held_by_each
from letters.kinds import Kind, is_written_at
from letters.models import Letter, LetterDraft
from letters.reading import letter_of, shown
from stages.calendars import load_calendar
from stages.forms.giving_away import gives_away
from stages.situation import Situation


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.WRITE_LETTERS)
@transaction.atomic
def start(request, reference, kind):
    """Draft a letter of a kind. What the case lacks for it is said by name."""
    seen = Case.objects.wholly_visible_to(request.user).select_related("route__procedure")
    case = get_object_or_404(seen, reference=reference)
    if kind not in Kind.values or not hasattr(case, "route") or not case.stages.exists():
        raise Http404
    situation = Situation(case)
    if not is_written_at(kind, situation.procedure.code, situation.definition):
        raise Http404
    form = StartForm(request.POST or None, situation=situation, kind=kind)
    goes_on = request.method == "POST" and form.is_valid()
    goes_on = goes_on and not gives_away(form, case, request.user)
    if goes_on and (letter := taken(form, request.user)):
        messages.success(request, "The letter is drafted. Next: read it, and write what is yours")
        return redirect("letter-page", letter.pk)
    page = {"case": case, "form": form, "kind": Kind(kind), "stage": situation.stage}
    return render(request, "letters/start.html", page)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def letter(request, pk):
    """The letter: written in here while it may be; read here by whoever may see the case."""
    one = letter_of(request, pk)
    may_write = request.user.may(Permission.WRITE_LETTERS) and one.may_be_written_in
    if one.sent_outside:
        return render(request, "letters/letter.html", page_of(one, request))
    form = WriteForm(request.POST or None, letter=one) if may_write else None
    conflict = request.method == "POST" and (form is None or form.went_on())
    goes_on = request.method == "POST" and not conflict and form.is_valid()
    if goes_on and (draft := taken(form, request.user)):
        return kept(request, one, draft)
    page = page_of(one, request) | {"form": form, "conflict": conflict}
    page["typed"] = request.POST.get("text", "") if conflict else ""
    if conflict and form is not None:  # sent again, it is meant
        form.data = form.data.copy()
        form.data["draft_seen"] = form.last.number
    return render(request, "letters/letter.html", page, status=409 if conflict else 200)


def kept(request, one: Letter, draft: LetterDraft):
    """With the button that does so, what was kept is put to whoever clears it."""
    if "submit" in request.POST:
        return moved_on(request, one, "submit")
    messages.success(request, f"Saved as draft {draft.number}.")
    return redirect("letter-page", one.pk)


def page_of(one: Letter, request) -> dict:
    copy = getattr(one, "sent_copy", None)
    drafts = list(with_comments(one.drafts.select_related("by")))
    draft = drafts[0] if drafts else None
    text = copy.text if copy else (one.approved_draft or draft).text if draft else ""
    at = comments_at(drafts, text) if not copy else {}
    user, today = request.user, localdate()
    page = {
        "letter": one,
        "case": one.case,
        "copy": copy,
        "draft": draft,
        "paragraphs": shown(text),
        "commented": [(n, html, at.get(n, [])) for n, html in shown(text)],
        "about_what_is_gone": at.get(0, []),
        "drafts": drafts,
        "enclosures": one.enclosures.select_related("document"),
        "window": window_said(one.stage) if one.answers_its_stage else "",
        "may_write": user.may(Permission.WRITE_LETTERS),
        "may_send": user.may(Permission.RUN_CASE),
        "may_settle": user.may(Permission.SETTLE_MESSAGES),
        "may_vet": one.is_in_chain and right_of(user, one, today) is not None,
        "waits_for": who_may(one, today) if one.is_in_chain else [],
    }
    return page | rounds_shown(one, drafts, user)


def rounds_shown(one: Letter, drafts: list, user) -> dict:
    """How it went through its chain: each round, what was changed in it, how long each held it."""
    people = ("decided_by", "submitted_by", "in_place_of", "agreed_by", "draft")
    rounds = list(one.vettings.select_related(*people).prefetch_related("because__reason"))
    last = rounds[0] if rounds else None
    edited = [draft for draft in drafts if last and draft.in_round_id == last.pk]
    page = {
        "vettings": rounds,
        "changes": tracked_changes(last.draft.text, edited[0].text) if edited else [],
        "changed_by": edited[0].by if edited else None,
        "to_agree": last.changed if last and one.state == Letter.State.AGREEMENT else [],
        "may_agree": one.state == Letter.State.AGREEMENT and wrote_in(user, one),
    }
    if drafts and one.has_chain:
        calendar, began = load_calendar(), drafts[-1].at
        page["held"] = held_by_each(one, began, rounds, calendar=calendar, on=localdate())
    return page


CHANGES = {"submit": submit, "take-back": take_back, "agree": agree}


@needs(Permission.OPEN_CASES, Permission.WRITE_LETTERS)
@require_POST
@transaction.atomic
def change_state(request, pk, what):
    """Put it to whoever clears it first, take it back, or agree to what the vetter changed."""
    if what not in CHANGES:
        raise Http404
    return moved_on(request, letter_of(request, pk), what)


def moved_on(request, one: Letter, what: str):
    try:
        with transaction.atomic():
            CHANGES[what](one, now=now(), by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        stands = one.get_state_display()
        said = {
            "submit": f"The letter is {stands[0].lower()}{stands[1:]}.",
            "take-back": "The letter is yours again.",
            "agree": f"You agreed. The letter stands: {stands.lower()}.",
        }
        messages.success(request, said[what])
    return redirect("letter-page", one.pk)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.WRITE_LETTERS)
@transaction.atomic
def drop(request, pk):
    one = letter_of(request, pk)
    form = DropForm(request.POST or None, letter=one)
    if request.method == "POST" and form.is_valid() and taken(form, request.user):
        messages.success(request, "The letter is off the list. Its drafts stay.")
        return redirect("case-letters", one.case.reference)
    page = {"letter": one, "case": one.case, "form": form, "title": "Say that it is not needed"}
    return render(request, "letters/ask.html", page)


def taken(form, user):
    """What came of the form; where a rule refuses it, nothing is changed and the form says why."""
    try:
        with transaction.atomic():
            return form.take(by=user) or True
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return None
